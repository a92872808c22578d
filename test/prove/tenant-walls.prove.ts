import { type Room, routes } from '#libs/platform';
import { rooms } from '../../apps/hub/src/hub.module.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';
import { plantCanaries, type World } from './tenant-walls/canaries.js';
import { doorRows } from './tenant-walls/door-rows.js';
import { walkDoors } from './tenant-walls/doors.js';
import { fillTables, tablesOf } from './tenant-walls/fill-tables.js';
import { idsOf } from './tenant-walls/ids.js';
import { sqlFaults } from './tenant-walls/sql-faults.data.js';
import { openTrade } from './tenant-walls/trade.js';
import { holeForBuyers, unopenedSeen } from './tenant-walls/unopened.js';
import { walkSql } from './tenant-walls/walk-sql.js';

export default {
  promise:
    'No organisation sees what is not its own: every GraphQL field, REST route, table and function, as guest, stranger and without a tenant',
  async run(run) {
    const ground = await provingGround();
    const db = await freshDatabase();
    const rows: ProofRow[] = [];
    try {
      const { world, faults } = await furnish(db);
      rows.push(noneOf('confidential fields without a canary', faults));
      ground.cloneFrom(await leave(db));
      rows.push(await plantedHoles(run, world), await sqlRow(run, world), await unopenedRow(world));
      rows.push(...(await throughTheDoors(run, world)), await plantedDoors(run, world));
    } finally {
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

async function furnish(db: FreshDatabase): Promise<{ world: World; faults: string[] }> {
  const victim = await openTrade(db, 'Victim');
  const stranger = await openTrade(db, 'Stranger');
  const tables = await tablesOf(db);
  const faults = [
    ...(await fillTables(db, tables, victim)),
    ...tables.filter(({ wall }) => !wall).map(({ name }) => `${name} has no wall`),
  ];
  const planting = await plantCanaries(db, tables, victim);
  return { world: { victim, stranger, tables, planting }, faults: [...faults, ...planting.unplanted] };
}

/** Whatever its buyer asks the database for, a timed bid before its close is not in it. */
async function unopenedRow(world: World): Promise<ProofRow> {
  const db = await freshDatabase();
  try {
    const seen = await unopenedSeen(db, world);
    await db.admin(holeForBuyers);
    const planted = await unopenedSeen(db, world);
    return noneOf('sights that its buyer has of a timed bid before its close, over SQL', [
      ...seen,
      ...(planted.length > 0 ? [] : ['a planted hole was missed']),
    ]);
  } finally {
    await db.close();
  }
}

/** Nobody may be connected to what is cloned. Gives the name of the database. */
async function leave(db: FreshDatabase): Promise<string> {
  await db.admin(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await db.admin('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
  return new URL(db.adminUrl).pathname.slice(1);
}

async function looksAround(
  db: FreshDatabase,
  { victim, stranger, tables, planting }: World,
  only?: string,
): ReturnType<typeof walkSql> {
  return walkSql({
    db,
    tables,
    planting,
    victim,
    strangerId: stranger.buyer.org.id,
    foreign: await idsOf(db, victim),
    ...(only ? { only } : {}),
  });
}

async function plantedHoles(run: ProofRun, world: World): Promise<ProofRow> {
  const missed: string[] = [];
  for (const { name, at, statements } of sqlFaults) {
    const db = await freshDatabase();
    try {
      for (const statement of statements) await db.admin(statement);
      const { leaks } = await looksAround(db, world, at);
      if (leaks.length === 0) missed.push(name);
      else run.say(`  planted: ${name}: ${leaks.length} leaks, such as ${leaks[0]}`);
    } finally {
      await db.close();
    }
  }
  return caughtRow('holes planted in the walls of the database that the walk finds', sqlFaults.length, missed);
}

async function sqlRow(run: ProofRun, world: World): Promise<ProofRow> {
  const db = await freshDatabase();
  try {
    const { leaks, relations, functions, statements } = await looksAround(db, world);
    run.say(
      `  SQL: ${statements} statements on ${relations} relations and ${functions} functions, as app and jobs, bound and unbound`,
    );
    return noneOf(`leaks over SQL without a tenant and as a stranger (${statements} statements)`, leaks);
  } finally {
    await db.close();
  }
}

async function throughTheDoors(run: ProofRun, world: World): Promise<ProofRow[]> {
  const outcome = await withHub([], (hub) =>
    walkDoors({ hub, world, fields: () => true, routes: routes(), everyId: run.mode === 'full' }),
  );
  run.say(
    `  ${outcome.requests} requests, owners are shown ${outcome.owned.size} kinds of canaries; the limits shut ${outcome.coverage.shut.size} places`,
  );
  return doorRows(outcome);
}

/** Doors with faults of their own beside the real ones; declared only now, so that the walk before did not meet them. */
async function plantedDoors(run: ProofRun, world: World): Promise<ProofRow> {
  const { doorFaults, faultyRoom } = await import('./tenant-walls/faulty-room.js');
  const doors = {
    fields: (name: string) => name.startsWith('leaky'),
    routes: routes().filter(({ path }) => path.includes('/leaky/')),
  };
  const { leaks, found, changed } = await withHub([faultyRoom], (hub) => walkDoors({ hub, world, ...doors }));
  const evidence = [
    ...leaks,
    ...found.flatMap(({ told, gates }) => [...told, ...gates]),
    ...changed.map((table) => `leakyRename changed ${table}`),
  ];
  const seen = (name: string): string | undefined =>
    evidence.find((one) => one.includes(name) || (name === 'leakyChanged' && one.includes('by a frame')));
  const missed = Object.keys(doorFaults).filter((name) => !seen(name));
  for (const [name, what] of Object.entries(doorFaults))
    run.say(`  planted: ${name} ${what}: ${seen(name)?.slice(0, 160) ?? 'MISSED'}`);
  return caughtRow('faulty doors planted beside the real ones that the walk finds', Object.keys(doorFaults).length, missed);
}

function caughtRow(promise: string, planted: number, missed: readonly string[]): ProofRow {
  const wanted = `${planted} of ${planted}`;
  const caught = `${planted - missed.length} of ${planted}`;
  return { promise, figure: [caught, ...missed.map((name) => `missed: ${name}`)].join('; '), wanted, ok: missed.length === 0 };
}

async function withHub<T>(more: readonly Room[], fn: (hub: TestHub) => Promise<T>): Promise<T> {
  const db = await freshDatabase();
  let hub: TestHub | undefined;
  try {
    hub = await startTestHub({ rooms: [...rooms.slice(1), ...more], ownActors: true, db });
    return await fn(hub);
  } finally {
    await hub?.close();
    await db.close();
  }
}
