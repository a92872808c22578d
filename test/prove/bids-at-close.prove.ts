import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBids } from '#libs/tendering';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { bidOften, type Place } from './bids-at-close/bidders.js';
import { type Attempt, type CloseEvidence, closeFaults } from './bids-at-close/close-checker.js';
import { planted, sound } from './bids-at-close/planted.js';
import { asKept, type CloseWorld, closeSoon, type Lot, openWorld, publishLot } from './bids-at-close/world.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { Fleet } from './support/fleet.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';

/** Every bidder bids on every lot of the rush, by a client of his own each: `tries` times, before and after the close. */
const sizes = {
  short: { bidders: 8, lots: 5, tries: 10, kills: 8 },
  full: { bidders: 20, lots: 10, tries: 50, kills: 100 },
} as const;
/** Under the kills: so many lots at once, one after the other, each with so many bids of so many bidders. */
const lanes = { lots: 3, bidders: 4, tries: 15 } as const;
/** Seconds from the moment when most bids of a lot have been sent to its deadline. */
const soon = 0.4;
/** Milliseconds in which the clock must have closed what is over: it beats every minute, and a dead worker's beat is taken over. */
const clockMsMax = 150_000;

export default {
  promise: 'A bid counts if, and only if, it is in the ledger at or before the close; every stage comes once, whoever is killed',
  async run(run) {
    const rows = [selfTest(closeFaults, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    const world = await openWorld(db, sizes[run.mode].bidders);
    const fleet = new Fleet({ urls: db, dataDir: path.join(ground.folder, 'data') }, randomOf(run.seed + 1));
    try {
      await fleet.start();
      const place = { urls: fleet.urls, random: randomOf(run.seed + 2) };
      rows.push(...(await rush(run, { db, world, place })));
      rows.push(...(await killed(run, { db, world, place }, fleet)));
    } finally {
      await fleet.stop();
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface Scene {
  db: FreshDatabase;
  world: CloseWorld;
  place: Place;
}

/** Many clients over two hubs around the close of every lot, which six hands of the buyer then open at once. */
async function rush(run: ProofRun, scene: Scene): Promise<ProofRow[]> {
  const { db, world } = scene;
  const { lots: count, tries, bidders } = sizes[run.mode];
  const lots = await Promise.all(Array.from({ length: count }, () => publishLot(db, world)));
  const began = Date.now();
  const attempts = (await Promise.all(lots.map((lot) => bidAround(scene, { lot, bidders, tries })))).flat();
  run.say(`  ${attempts.length} bids of ${bidders * count} clients in ${Date.now() - began} ms`);
  for (const { tenderId } of lots) {
    const open = () => db.unitOfWork.run(world.buyer, (work) => openBids(work, { tenderId }));
    await Promise.all(Array.from({ length: 6 }, open));
  }
  await untilClosed(db, lots);
  const evidence = { attempts, ...(await asKept(db, world, lots)) };
  return [
    equalRow(`bids of ${bidders * count} clients through two hubs`, attempts.length, bidders * count * tries),
    ...bothSides(evidence),
    noneOf('taken late, refused early, lost, changed, torn, doubled, closed twice or read wrongly', closeFaults(evidence)),
  ];
}

/** Lots that open and close while hubs and workers are killed by SIGKILL at any moment of their lives; only the clock closes them. */
async function killed(run: ProofRun, scene: Scene, fleet: Fleet): Promise<ProofRow[]> {
  const { db, world } = scene;
  const few = { ...world, bidders: world.bidders.slice(0, lanes.bidders) };
  const lots: Lot[] = [];
  const attempts: Attempt[] = [];
  let running = true;
  const lane = async (): Promise<void> => {
    while (running) {
      const lot = await publishLot(db, few);
      lots.push(lot);
      attempts.push(...(await bidAround({ ...scene, world: few }, { lot, bidders: lanes.bidders, tries: lanes.tries })));
    }
  };
  const bidding = Promise.all(Array.from({ length: lanes.lots }, lane));
  const times = sizes[run.mode].kills;
  const kills = await fleet.killAtRandom(times, (n) => n % 10 === 0 && run.say(`  ${n} killed`));
  running = false;
  await bidding;
  await untilClosed(db, lots);
  const evidence = { attempts, ...(await asKept(db, few, lots)) };
  const unknown = attempts.filter(({ outcome }) => outcome === 'unknown').length;
  run.say(`  ${lots.length} lots, ${attempts.length} bids, ${unknown} without an answer`);
  return [
    equalRow('processes killed by SIGKILL while lots closed', kills, times),
    ...bothSides(evidence),
    noneOf(
      'under kills: taken late, refused early, lost, changed, torn, doubled, closed twice or read wrongly',
      closeFaults(evidence),
    ),
  ];
}

/** All clients of a lot at once; its deadline comes when most of their bids have been sent. */
async function bidAround(
  { db, world, place }: Scene,
  { lot, bidders, tries }: { lot: Lot; bidders: number; tries: number },
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let closing: Promise<void> | undefined;
  const each = (attempt: Attempt): void => {
    attempts.push(attempt);
    if (attempts.length >= 0.6 * bidders * tries) closing ??= closeSoon(db, lot, soon);
  };
  await Promise.all(world.bidders.slice(0, bidders).map((bidder) => bidOften(place, { bidder, lot, times: tries, each })));
  await closing;
  return attempts;
}

/** Both answers must have been given, or nothing was shown. */
function bothSides({ attempts }: Pick<CloseEvidence, 'attempts'>): ProofRow[] {
  return (['ok', 'late'] as const).map((outcome) => {
    const figure = attempts.filter((attempt) => attempt.outcome === outcome).length;
    return { promise: `bids answered ${outcome}`, figure, wanted: 'at least 20', ok: figure >= 20 };
  });
}

async function untilClosed(db: FreshDatabase, lots: readonly Lot[]): Promise<void> {
  const ids = lots.map(({ id }) => id);
  for (const deadline = Date.now() + clockMsMax; Date.now() < deadline; await sleep(250)) {
    const [row] = await db.admin<{ n: string }>(
      'select count(*) as n from tendering.lot_round where lot_id = any ($1) and closed_at is null',
      [ids],
    );
    if (Number(row?.n) === 0) return;
  }
}
