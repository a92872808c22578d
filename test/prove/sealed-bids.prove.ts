import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEnvelopes } from '#libs/tendering';
import { success } from '../factories/order.factory.js';
import { passedSealed, releases, unwrapped } from '../factories/sealing.factory.js';
import { bidsSeenBy } from '../factories/tender.factory.js';
import { freshDatabase } from '../support/fresh-database.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { earlyTries, hubHalf, keptTries, openedWith } from './sealed-bids/attacks.js';
import { dumpOf, filesBelow, serverFiles } from './sealed-bids/places.js';
import { planted, sound } from './sealed-bids/planted.js';
import { amountOf, codesOf, randomBid, type Scene, sceneOf, sends } from './sealed-bids/scene.js';
import { type Place, placesOf, seenAmounts } from './sealed-bids/search.js';
import { noneOf, selfTest } from './support/checker.js';
import { launchWorker, type Running, startHubProcess } from './support/processes.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';

const sizes: Record<ProofRun['mode'], { bidders: number; lines: number }> = {
  short: { bidders: 8, lines: 50 },
  full: { bidders: 100, lines: 100 },
};

export default {
  promise:
    'Nobody reads a sealed bid before its deadline and its officers: nothing of it stands anywhere in clear, no early try opens it, and every try is kept',
  async run(run) {
    const rows = [selfTest(seenAmounts, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    const [dataDir, temp] = ['data', 'temp'].map((name) => path.join(ground.folder, name)) as [string, string];
    mkdirSync(temp);
    const running: Running[] = [];
    try {
      const env = { TMPDIR: temp, ENTREPOT_LOG_LEVEL: 'trace' };
      const processes = { urls: db, dataDir, env };
      const hub = await startHubProcess({ ...processes, logFile: path.join(ground.folder, 'hub.log') });
      running.push(hub);
      const worker = launchWorker({ ...processes, logFile: path.join(ground.folder, 'worker.log') });
      running.push(worker.process);
      await worker.ready;
      const scene = await sceneOf({ db, url: hub.url, dataDir, random: randomOf(run.seed), size: sizes[run.mode] });
      rows.push(...(await prove(run, scene, ground.folder)));
    } finally {
      await Promise.all(running.map((one) => one.stop()));
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

async function prove(run: ProofRun, scene: Scene, folder: string): Promise<ProofRow[]> {
  const bids = await bidding(scene);
  const amounts = new Set([...bids.standing.flatMap(({ amounts }) => amounts), ...bids.others]);
  run.say(`  ${bids.standing.length} bids that stand, ${amounts.size} amounts planted`);
  const began = Date.now();
  const places = await everywhere(scene, folder);
  const bytes = places.reduce((sum, place) => sum + place.bytes.length, 0);
  run.say(`  ${places.length} places, ${Math.round(bytes / 1e6)} MB, read in ${Date.now() - began} ms`);
  const hidden = noneOf(
    `${amounts.size} amounts of bids, replaced and withdrawn ones and such as were sent in clear too: seen in dump, job tables, files of the server, write-ahead log, logs, temporary files`,
    seenAmounts({ places, amounts }),
  );
  return [
    hidden,
    ...bids.rows,
    ...(await planting(scene, folder)),
    ...(await early(scene, bids.standing.length)),
    ...(await opening(scene, bids.standing, { folder, amounts })),
  ];
}

/** `log`: of the server's own files the write-ahead log alone, which has every change of the others. */
const everywhere = async ({ db }: Scene, folder: string, part: 'all' | 'log' = 'all'): Promise<Place[]> => [
  ...(await dumpOf(db)),
  ...(await serverFiles(db, part)),
  ...filesBelow(folder, 'hub and worker'),
];

interface Bidding {
  standing: { supplierId: string; amounts: string[] }[];
  /** Amounts that are in no bid that stands. */
  others: string[];
  rows: ProofRow[];
}

/** Everybody bids; some bid again, one withdraws, and one sends his bid in clear by mistake. */
async function bidding(scene: Scene): Promise<Bidding> {
  const standing: Bidding['standing'] = [];
  const others: string[] = [];
  const wrong: string[] = [];
  for (const [i, bidder] of scene.bidders.entries()) {
    const first = randomBid(scene);
    const sent = await sends(scene, bidder, { bid: first.bid, expectedVersion: 0 });
    if (sent.receipt.digest !== sent.sealed.digest || !sent.receipt.signed) wrong.push(`bidder ${i}: another receipt`);
    const again = i % 4 === 1 ? randomBid(scene) : undefined;
    if (again) await sends(scene, bidder, { bid: again.bid, expectedVersion: 1 });
    if (again) others.push(...first.amounts);
    const which = { tenderId: scene.tender.id, lotId: scene.tender.lots[0]!.id };
    if (i === 2) {
      const input = { ...which, expectedVersion: 1 };
      wrong.push(
        ...(await codesOf(scene, bidder.token, { name: 'withdrawBid', value: 'receipt { digest }', input }))
          .split(',')
          .filter(Boolean),
      );
      others.push(...first.amounts);
    } else standing.push({ supplierId: bidder.actor.orgId, amounts: (again ?? first).amounts });
    if (i === 3) {
      const clear = randomBid(scene);
      others.push(...clear.amounts);
      const bid = { ...clear.bid, answers: [] };
      for (const name of ['submitBid', 'saveBid']) {
        const input = { ...which, expectedVersion: 1, bid, ...(name === 'submitBid' ? { tenderVersion: 1 } : {}) };
        const said = await codesOf(scene, bidder.token, {
          name,
          value: name === 'saveBid' ? 'draft { edits }' : 'receipt { digest }',
          input,
        });
        if (said !== 'BID_MUST_BE_SEALED') wrong.push(`${name} in clear: ${said}`);
      }
    }
  }
  return {
    standing,
    others,
    rows: [noneOf('receipts that are not for the bytes that were sent, bids that were taken in clear', wrong)],
  };
}

/** What the search must find: the same amounts put where a careless hub would leave them. */
async function planting(scene: Scene, folder: string): Promise<ProofRow[]> {
  const { db, random } = scene;
  const amount = (): string => amountOf(random);
  const [text, bytea, numeric, json, job, wal, log, temp] = Array.from({ length: 8 }, amount) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await db.admin('create table public.planted (a text, b bytea, n numeric, j jsonb)');
  await db.admin('insert into public.planted values ($1, $2, $3, $4)', [
    text,
    Buffer.from(bytea),
    numeric,
    JSON.stringify({ price: json }),
  ]);
  await db.admin(`select graphile_worker.add_job('planted', payload := $1::json, run_at := now() + interval '1 day')`, [
    JSON.stringify({ job }),
  ]);
  await db.admin('insert into public.planted (a) values ($1)', [wal]);
  await db.admin('delete from public.planted where a = $1', [wal]);
  appendFileSync(path.join(folder, 'hub.log'), `{"price":"${Buffer.from(log).toString('base64')}"}\n`);
  writeFileSync(path.join(folder, 'temp', 'upload.tmp'), temp);
  const wanted = [text, bytea, numeric, json, job, wal, log, temp];
  const places = await everywhere(scene, folder, 'log');
  const found = placesOf(places, new Set(wanted));
  await db.admin('drop table public.planted');
  return [
    equalRow(
      'amounts planted as text, bytes, numeric, JSON, job, deleted row, log line and temporary file that the search finds',
      found.size,
      wanted.length,
    ),
  ];
}

async function early(scene: Scene, standing: number): Promise<ProofRow[]> {
  const hub = await hubHalf(scene);
  const [first, second] = scene.committee.officers;
  const none = 'envelopes that open early to';
  const said = await earlyTries(scene);
  const answers = Object.entries(said).map(([what, code]) => `${what}: ${code}`);
  const wanted = [
    'release before the deadline: OPENING_TOO_EARLY',
    'session before the deadline: OPENING_TOO_EARLY',
    'the clock of the database put forward: OpeningTooEarly, and the round goes on',
    'the clock put forward, and said to have run: OpeningTampered',
    'the deadline put back: OPENING_TAMPERED',
  ];
  return [
    equalRow(`${none} whoever has the database alone`, await openedWith(scene, { officers: [] }), 0),
    equalRow(`${none} the hub with all its keys`, await openedWith(scene, { hub, officers: [] }), 0),
    equalRow(`${none} the hub with all its keys and k - 1 officers`, await openedWith(scene, { hub, officers: [first] }), 0),
    equalRow(
      `${none} an officer and his deputy, and the hub with all its keys`,
      await openedWith(scene, { hub, officers: [first, scene.committee.deputy] }),
      0,
    ),
    equalRow(
      `${none} all officers with the database, without the keys of the hub`,
      await openedWith(scene, { officers: [...scene.committee.officers, scene.committee.recovery] }),
      0,
    ),
    equalRow(
      'envelopes that open to the hub with all its keys and k officers: what remains, and shows that the tries are real',
      await openedWith(scene, { hub, officers: [first, second] }),
      standing,
    ),
    equalRow('what the hub said to early tries', answers.join('; '), wanted.join('; ')),
    equalRow('tries that the log has kept', (await keptTries(scene)).join(), 'EARLY,EARLY,EARLY,CLOCKS_APART,DEADLINE_TAMPERED'),
  ];
}

async function opening(
  scene: Scene,
  standing: Bidding['standing'],
  { folder, amounts }: { folder: string; amounts: ReadonlySet<string> },
): Promise<ProofRow[]> {
  const { db, tender, committee } = scene;
  await passedSealed(db, tender, committee);
  await releases(db, tender, { committee });
  const keys = (await unwrapped(db, tender, { committee })).map(({ bidId, contentKey }) => ({ bidId, contentKey }));
  const which = { tenderId: tender.id, lotId: tender.lots[0]!.id, envelope: 'WHOLE' as const };
  success(await db.unitOfWork.run(committee.officers[1].actor, (work) => openEnvelopes(work, { ...which, keys })));
  const seen = await bidsSeenBy(db, scene.world.buyer, tender);
  const told = (supplierId: string): string =>
    seen
      .find(({ orgId }) => orgId === supplierId)
      ?.content?.lines.map(({ price }) => price.amount)
      .join() ?? '';
  const same = standing.filter(({ supplierId, amounts: own }) => told(supplierId) === own.join()).length;
  const places = await everywhere(scene, folder, 'log');
  const opened = new Set(standing.flatMap(({ amounts: own }) => own));
  const after = [...placesOf(places, amounts).entries()];
  const never = after.filter(([amount]) => !opened.has(amount)).map(([amount, place]) => `${amount} in ${place}`);
  return [
    equalRow('bids that open at the deadline with exactly the amounts that were bid', same, standing.length),
    equalRow(
      'amounts that the search finds once they are opened, so it would have before',
      after.length - never.length,
      opened.size,
    ),
    noneOf('amounts of replaced, withdrawn and clear bids seen after the opening', never),
  ];
}
