import { setTimeout as sleep } from 'node:timers/promises';
import type { RouteSpec } from '#libs/platform';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { TestHub } from '../../support/hub.js';
import { signInAt } from '../support/graphql.js';
import { rowsOf, unopened, type World } from './canaries.js';
import { type Ids, idsOf, randomIds } from './ids.js';
import { Coverage, type Operation, operationsOf, readSchema } from './operations.js';
import { password, type Side } from './trade.js';
import { Visitor } from './visitor.js';
import {
  type Findings,
  nothingFound,
  walkAsOwner,
  walkAsShutOut,
  walkAsStranger,
  walkEveryId,
  walkPages,
} from './walk-graphql.js';
import { type RestCoverage, walkRoutes, walkShutRoutes } from './walk-rest.js';
import { subscribeToAll } from './walk-sockets.js';

export interface Doors {
  hub: TestHub;
  world: World;
  /** Which root fields and routes are walked. */
  fields: (name: string) => boolean;
  routes: readonly RouteSpec[];
  /** Every id in every argument, too. */
  everyId?: boolean;
}

/** What came of going through every door. */
export interface Outcome {
  coverage: Coverage;
  operations: readonly Operation[];
  rest: RestCoverage;
  found: readonly Findings[];
  /** Canaries in bytes that were not for their reader, log lines included. */
  leaks: readonly string[];
  /** Kinds of canaries that owners were shown. */
  owned: ReadonlySet<string>;
  /** Tables of the victim that are no longer the same. */
  changed: readonly string[];
  requests: number;
}

/** Goes through every door as owner, guest, stranger and as a member without right. */
export async function walkDoors({ hub, world, fields, routes: specs, everyId = false }: Doors): Promise<Outcome> {
  const cast = new Cast(hub, world);
  const guest = cast.guest();
  const coverage = new Coverage(await readSchema(guest), fields);
  const operations = await operationsOf(guest, coverage);
  const foreign = await idsOf(hub.db, world.victim);
  const ids = { own: await idsOf(hub.db, world.stranger), foreign, random: randomIds(foreign) };
  const rest: RestCoverage = { specs, called: new Set<string>(), unfillable: new Set<string>() };
  const found: Findings[] = [];
  const owners = [
    await cast.member(world.victim.buyer, 'owner (buyer)'),
    await cast.member(world.victim.supplier, 'owner (supplier)'),
  ];
  for (const owner of owners) await walkAsOwner(owner, operations, { coverage, ids: foreign });
  // Only now: an owner's question may write what is his, such as a promised date.
  const before = await digest(hub.db, world);

  found.push(
    await walkAsShutOut(guest, operations, { coverage, ids: foreign, member: false }),
    await walkShutRoutes(guest, foreign, { specs, wanted: 401 }),
  );
  for (const side of sides) {
    if (everyId) {
      // On a session of its own: access tokens do not last as long as the full form.
      const patient = await cast.member(world.stranger[side], `patient stranger (${side})`);
      found.push(await walkEveryId(patient, operations, { coverage, ids }));
    }
    const stranger = await cast.member(world.stranger[side], `stranger (${side})`);
    await walkPages(owners[side === 'buyer' ? 0 : 1]!, stranger, { operations, coverage, ids });
    // Sockets first: the walk may end what its own session lives on.
    found.push(
      await walkSockets(cast, { side: world.stranger[side], stranger, operations, foreign, coverage, random: ids.random }),
    );
    found.push(await walkRoutes(stranger, ids, rest));
    found.push(await walkAsStranger(stranger, operations, { coverage, ids }));
  }
  const changed = changes(before, await digest(hub.db, world));
  for (const side of sides) {
    const rightless = await cast.member(world.victim[side], `member without right (${side})`, 'rightless');
    found.push(await walkAsShutOut(rightless, operations, { coverage, ids: foreign, member: true }));
    found.push(
      await walkShutRoutes(rightless, foreign, { specs, wanted: 403 }),
      await walkShutSockets(cast, { rightless, side: world.victim[side], operations, foreign, coverage }),
    );
  }
  const owned = new Set(owners.flatMap(({ leaks }) => leaks.map((leak) => leak.replace(/^.*? saw (.*?) by .*$/, '$1'))));
  // A buyer is shown what is his, and no timed bid before its close.
  const early = owners[0]?.leaks.filter((leak) => leak.includes(unopened)) ?? [];
  const logged = hub.log.filter((line) => /kestrel(canary|unopened)/.test(line));
  return {
    coverage,
    operations,
    rest,
    found,
    owned,
    changed,
    leaks: [...cast.leaks, ...early, ...logged],
    requests: cast.requests,
  };
}

const sides = ['buyer', 'supplier'] as const;

/** Who goes through the doors, and what they saw that was not theirs. */
class Cast {
  private readonly visitors: Visitor[] = [];

  constructor(
    private readonly hub: TestHub,
    private readonly world: World,
  ) {}

  guest(): Visitor {
    return this.keep(new Visitor('guest', this.hub.url, () => undefined, this.world.planting));
  }

  /** Signed in by password as that person of the side. Owners may see their canaries, so their bytes count elsewhere. */
  async member(side: Side, name: string, who: 'admin' | 'rightless' = 'admin'): Promise<Visitor> {
    const token = await signInAt(this.hub.url, side[who], password);
    const visitor = new Visitor(name, this.hub.url, () => token, this.world.planting);
    return name.startsWith('owner') ? visitor : this.keep(visitor);
  }

  token(side: Side, who: 'spare' | 'rightless' = 'spare'): Promise<string> {
    return signInAt(this.hub.url, side[who], password);
  }

  get url(): string {
    return this.hub.url;
  }

  get db(): FreshDatabase {
    return this.hub.db;
  }

  get leaks(): string[] {
    return this.visitors.flatMap(({ leaks }) => leaks);
  }

  get requests(): number {
    return this.visitors.reduce((sum, { requests }) => sum + requests, 0);
  }

  private keep(visitor: Visitor): Visitor {
    this.visitors.push(visitor);
    return visitor;
  }
}

interface OnSockets {
  side: Side;
  stranger: Visitor;
  operations: readonly Operation[];
  foreign: Ids;
  random: Ids;
  coverage: Coverage;
}

const topics = ['stock.changed', 'order.changed', 'upload.changed', 'message.changed', 'catalogue.published'];

/** Subscribes with foreign ids and with ids of nothing while the victim's things move; the frames of both must be alike. */
async function walkSockets(cast: Cast, { side, stranger, operations, foreign, random, coverage }: OnSockets): Promise<Findings> {
  const findings = nothingFound();
  const token = await cast.token(side);
  const [theirs, nobodys, guests] = [
    await subscribeToAll(stranger, cast.url, { token, operations, ids: foreign, coverage }),
    await subscribeToAll(stranger, cast.url, { token, operations, ids: random, coverage }),
    await subscribeToAll(stranger, cast.url, { token: undefined, operations, ids: foreign, coverage }),
  ];
  const sockets = [theirs, nobodys, guests];
  await Promise.all(sockets.map((socket) => socket.quiet()));
  for (const topic of topics) {
    for (const orgId of [foreign.get('buyer'), foreign.get('supplier')]) {
      for (const id of foreign.values())
        await cast.db.admin(`select pg_notify('entrepot', $1)`, [JSON.stringify({ topic, orgId, id })]);
    }
  }
  await sleep(1_500);
  await Promise.all(sockets.map((socket) => socket.quiet()));
  for (const socket of sockets) socket.close();
  const shape = (frames: readonly string[] = []): string => frames.join('\n').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>');
  for (const { field, documents } of operations.filter(({ kind }) => kind === 'subscription')) {
    for (let n = 0; n < documents.length; n++) {
      const id = `${field.name} ${n}`;
      findings.compared += 1;
      // A part is known to all, and so is that its public stock moved: what came is searched for canaries all the same.
      if (field.name !== 'stockChanged' && shape(theirs.frames.get(id)) !== shape(nobodys.frames.get(id))) {
        findings.told.push(
          `${stranger.name} ${id}: ${shape(theirs.frames.get(id)).slice(0, 150)} against ${shape(nobodys.frames.get(id)).slice(0, 150)}`,
        );
      }
      if (guests.frames.has(id)) findings.gates.push(`a guest was answered on ${id}`);
    }
  }
  return findings;
}

/** How long a refusal may take on a busy machine. */
const refusalMsMax = 60_000;
const isAnswered =
  (frames: ReadonlyMap<string, readonly string[]>) =>
  ({ field }: Operation): boolean =>
    frames.has(`${field.name} 0`);

/** A member without right gets a refusal on every subscription. */
async function walkShutSockets(
  cast: Cast,
  { rightless, side, operations, foreign, coverage }: Omit<OnSockets, 'stranger' | 'random'> & { rightless: Visitor },
): Promise<Findings> {
  const findings = nothingFound();
  const socket = await subscribeToAll(rightless, cast.url, {
    token: await cast.token(side, 'rightless'),
    operations,
    ids: foreign,
    coverage,
  });
  // Each is answered, if only with a refusal.
  const gated = operations.filter(({ kind, gate }) => kind === 'subscription' && gate === 'permission');
  for (const end = Date.now() + refusalMsMax; Date.now() < end && !gated.every(isAnswered(socket.frames)); ) await sleep(20);
  socket.close();
  for (const { field } of gated) {
    const frames = socket.frames.get(`${field.name} 0`) ?? [];
    if (!frames.join().includes('"code":"FORBIDDEN"'))
      findings.gates.push(`${field.name} is not shut to ${rightless.name}: ${frames.join().slice(0, 150)}`);
  }
  return findings;
}

/** A checksum of the victim's rows by table. The trail also records what others tried, so it is left out. */
async function digest(db: FreshDatabase, { tables, victim }: World): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const table of tables.filter(({ wall }) => wall !== 'system')) {
    const rows = rowsOf(table, victim);
    if (!rows || table.name === 'platform.audit_event') continue;
    const [sum] = await db.admin<{ sum: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${table.name} t where ${rows}`,
    );
    sums.set(table.name, sum?.sum ?? '');
  }
  return sums;
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([table, sum]) => after.get(table) !== sum).map(([table]) => table);
}
