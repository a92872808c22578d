import { makeDataSource, UnitOfWork } from '#libs/platform';
import {
  contentKeyOf,
  EnvelopeError,
  handShare,
  joinShares,
  type KeyPair,
  makeKeyPair,
  partFor,
  readEnvelope,
} from '#libs/sealing';
import { releaseHalf, sealingOf } from '#libs/tendering';
import { success } from '../../factories/order.factory.js';
import type { Officer } from '../../factories/sealing.factory.js';
import { passed } from '../../factories/tender.factory.js';
import { until } from '../../support/until.js';
import { codesOf, type Scene } from './scene.js';

/** What somebody has got hold of: everything in the database, and some keys. */
export interface Loot {
  /** The hub's half: the keys beside the database were taken too. */
  hub?: KeyPair;
  /** Who of the officers is in it. */
  officers: readonly Officer[];
}

/** How many envelopes of the tender open with what was got hold of. */
export async function openedWith({ db, tender, committee }: Scene, { hub, officers }: Loot): Promise<number> {
  const sealing = await db.unitOfWork.read(committee.officers[0].actor, (work) => sealingOf(work, tender.id));
  if (!sealing) throw new Error('the tender is not sealed');
  const pair = await makeKeyPair();
  const shares = await Promise.all(
    officers.map(async (who) => {
      const share = sealing.holders.find(({ keyId }) => keyId === who.keyId)!;
      return { ...share, sealed: await handShare(who.pair, share, { id: 's', tender: tender.id, publicKey: pair.publicKey }) };
    }),
  );
  const half = (await joinShares({ id: 's', pair }, sealing, shares))?.pair;
  const envelopes = await db.admin<{ sealed: string }>(
    `select convert_from(c.sealed, 'UTF8') as sealed from tendering.bid_content c where c.tender_id = $1`,
    [tender.id],
  );
  const opened = await Promise.all(envelopes.map(({ sealed }) => opens(sealed, [hub, half])));
  return opened.filter(Boolean).length;
}

/** Whoever lacks a half tries with the other in its place, and with what he makes himself. */
async function opens(sealed: string, [hub, officers]: readonly [KeyPair | undefined, KeyPair | undefined]): Promise<boolean> {
  const envelope = readEnvelope(sealed);
  const own = await makeKeyPair();
  const [a, b] = [hub ?? officers ?? own, officers ?? hub ?? own];
  const parts = await Promise.all([a, b].map((pair) => partFor(pair, envelope.epk)));
  for (const tried of [parts, parts.slice(0, 1), parts.slice(1)])
    try {
      await contentKeyOf(envelope, tried);
      return true;
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
    }
  return false;
}

/** The hub's half, as whoever has its keys and its database reads it. */
export async function hubHalf({ db, tender, committee: { seals } }: Scene): Promise<KeyPair> {
  const [row] = await db.admin<{ sealed: string; org_id: string; lot_id: string; round: number }>(
    'select s.sealed, s.org_id, s.lot_id, s.round from tendering.hub_secret s where s.lot_id = $1',
    [tender.lots[0]!.id],
  );
  return JSON.parse(seals.open(row!.sealed, `tendering.hub_secret:${row!.org_id}:${row!.lot_id}:${row!.round}`)) as KeyPair;
}

const release = (scene: Scene): Promise<string> =>
  codesOf(scene, scene.opener, {
    name: 'releaseHalf',
    value: 'release { envelopes }',
    input: { tenderId: scene.tender.id, lotId: scene.tender.lots[0]!.id, envelope: 'WHOLE' },
  });

/** Tries to open before the deadline that the hub must refuse: what it answered to each. */
export async function earlyTries(scene: Scene): Promise<Record<string, string>> {
  const { db, tender } = scene;
  const { publicKey } = await makeKeyPair();
  const input = { tenderId: tender.id, kind: 'OPENING', publicKey };
  const said: Record<string, string> = {
    'release before the deadline': await release(scene),
    'session before the deadline': await codesOf(scene, scene.opener, { name: 'openSession', value: 'session { id }', input }),
  };
  await clockRuns(scene);
  const before = await rounds(scene);
  // The database administrator moves the server's clock: what it says is four days from now.
  await db.admin(shiftedClock);
  try {
    const answer = await releaseInFreshSession(scene);
    const [on] = await db.admin<{ on: boolean }>(
      'select max(rescheduled) > 0 as on from tendering.lot_round where tender_id = $1',
      [tender.id],
    );
    said['the clock of the database put forward'] = `${answer}${on?.on ? ', and the round goes on' : ''}`;
    await restored(scene, before);
    // Now he writes, too, that the clock of the tenders ran all the while.
    await db.admin(
      `insert into tendering.clock_beat (at) select closes_at + interval '30 seconds' from tendering.lot_round where tender_id = $1`,
      [tender.id],
    );
    said['the clock put forward, and said to have run'] = await releaseInFreshSession(scene);
  } finally {
    await db.admin(realClock);
  }
  await db.admin('delete from tendering.clock_beat where at > now()');
  await restored(scene, before);
  await passed(db, tender);
  said['the deadline put back'] = await release(scene);
  await restored(scene, before);
  return said;
}

/** The clock of the tenders has run at least once: a hub on which it never ran knows of no standstill. */
async function clockRuns({ db }: Scene): Promise<void> {
  await db.admin(`select graphile_worker.add_job('tendering.run-tenders', '{}'::json, job_key => 'first-beat')`);
  await until(async () => (await db.admin('select from tendering.clock_beat limit 1')).length > 0);
}

/** A session that has planned nothing before: the database does not ask anew what its own functions are. */
async function releaseInFreshSession({ db, tender, committee }: Scene): Promise<string> {
  const source = await makeDataSource(db.appUrl, [], { poolMax: 1 }).initialize();
  try {
    const input = { tenderId: tender.id, lotId: tender.lots[0]!.id, envelope: 'WHOLE' as const };
    const { actor } = committee.officers[1];
    const tried = success(
      await new UnitOfWork(source).run(actor, (work) => releaseHalf(work, input, { seals: committee.seals })),
    );
    return 'refused' in tried ? tried.refused.code : 'RELEASED';
  } finally {
    await source.destroy();
  }
}

interface Dates {
  lot_id: string;
  opens_at: string;
  closes_at: string;
}

const rounds = ({ db, tender }: Scene): Promise<Dates[]> =>
  db.admin<Dates>(
    `select lot_id, to_json(opens_at) #>> '{}' as opens_at, to_json(closes_at) #>> '{}' as closes_at from tendering.lot_round where tender_id = $1`,
    [tender.id],
  );

/** The dates as they were before an attack. */
async function restored({ db, tender }: Scene, dates: readonly Dates[]): Promise<void> {
  await db.admin(`delete from tendering.tender_event where tender_id = $1 and once like 'CLOSED:%'`, [tender.id]);
  for (const { lot_id, opens_at, closes_at } of dates)
    await db.admin(
      'update tendering.lot_round set opens_at = $2, closes_at = $3, closed_at = null, rescheduled = 0 where lot_id = $1',
      [lot_id, opens_at, closes_at],
    );
}

const shiftedClock = `create or replace function pg_catalog.clock_timestamp() returns timestamptz language sql volatile as 'select pg_catalog.transaction_timestamp() + interval ''4 days'''`;
const realClock = `create or replace function pg_catalog.clock_timestamp() returns timestamptz language internal volatile strict parallel safe as 'clock_timestamp'`;

/** Tries that the tender's log has kept, by reason. */
export async function keptTries({ db, tender }: Scene): Promise<string[]> {
  const found = await db.admin<{ reason: string }>(
    `select detail ->> 'reason' as reason from tendering.tender_event where tender_id = $1 and kind = 'OPENING_REFUSED' order by seq`,
    [tender.id],
  );
  return found.map(({ reason }) => reason);
}
