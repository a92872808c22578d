import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#libs/platform';
import { freshDatabase } from '../support/fresh-database.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { probeRoom } from '../support/probe-room.js';
import { atOnce, countedRules, crowdedRules, slowBody } from './hot-door/counted-rules.js';
import { quickRules, type Rule } from './hot-door/rules.js';
import { spoil, spoiled } from './hot-door/spoiler.js';
import { type Door, graphqlDoor, restDoor, type Surface, staticDoor } from './hot-door/surface.js';
import type { Programme, ProofRow, ProofRun } from './programme.js';
import { noneOf } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';

const rules: readonly Rule[] = [...quickRules, ...countedRules, ...crowdedRules, slowBody];

export default {
  promise: 'Every rule of HTTP holds on the fast GraphQL door as on the REST and static ways',
  async run(run) {
    const ground = await provingGround();
    const db = await freshDatabase();
    const hubs: TestHub[] = [];
    try {
      const open = async (env: Record<string, string> = {}): Promise<Surface> => {
        const hub = await startTestHub({ rooms: [probeRoom], db, env: { NODE_ENV: 'production', ...env } });
        hubs.push(hub);
        return surfaceOf(hub);
      };
      const places = {
        plain: await open(),
        slow: await open(),
        crowded: await open({ ENTREPOT_REQUESTS_MAX: String(atOnce.graphql) }),
      };
      return await prove(run, places);
    } finally {
      for (const hub of hubs) await hub.close();
      await db.close();
      await ground.close();
    }
  },
} satisfies Programme;

async function surfaceOf(hub: TestHub): Promise<Surface> {
  const rich = await hub.signedIn({ permissions: ['probe:read', 'probe:write'] });
  const poor = await hub.signedIn({ permissions: [] });
  return { url: hub.url, hub, token: rich.authorization, poorToken: poor.authorization, log: () => hub.log };
}

/** Three hubs: rules that count want to be alone, the slow one is beside them, the crowded one has little room. */
interface Places {
  plain: Surface;
  slow: Surface;
  crowded: Surface;
}

const placeOf = (rule: Rule, places: Places): Surface =>
  rule === slowBody ? places.slow : crowdedRules.includes(rule) ? places.crowded : places.plain;

async function prove(run: ProofRun, places: Places): Promise<ProofRow[]> {
  const portal = existsSync(path.join(projectRoot, 'dist/portal/index.html'));
  if (!portal) run.say('  the portal has not been built: the static way is tried by what it answers then (404)');
  const doors: readonly Door[] = [graphqlDoor, restDoor, staticDoor(portal ? 200 : 404)];
  const slow = [held(slowBody, places.slow, doors), caughtBy(slowBody, places.slow, doors)] as const;
  const missed: string[] = [];
  const rows: ProofRow[] = [];
  for (const rule of rules.filter((one) => one !== slowBody)) {
    rows.push(await held(rule, placeOf(rule, places), doors));
    missed.push(...(await caughtBy(rule, placeOf(rule, places), doors)));
  }
  rows.push(await slow[0]);
  missed.push(...(await slow[1]));
  return [caughtRow(missed), ...rows];
}

async function held(rule: Rule, surface: Surface, doors: readonly Door[]): Promise<ProofRow> {
  const tried = doors.filter(({ name }) => rule.doors.includes(name));
  const faults = await onEach(rule, tried, async (door) =>
    (await check(rule, surface, door)).map((fault) => `${door.name}: ${fault}`),
  );
  return noneOf(`${rule.name} (${tried.map(({ name }) => name).join(', ')})`, faults);
}

/** The rule must notice on every door when it is switched off; gives what it did not. */
async function caughtBy(rule: Rule, surface: Surface, doors: readonly Door[]): Promise<string[]> {
  const how = spoiled.find((one) => rule.name.startsWith(one.rule));
  if (!how) return [`nothing is planted for: ${rule.name}`];
  const proxy = await spoil(surface, how);
  try {
    const tried = doors.filter(({ name }) => rule.doors.includes(name));
    return await onEach(rule, tried, async (door) =>
      (await check(rule, proxy, door)).length > 0 ? [] : [`${rule.name} (${door.name})`],
    );
  } finally {
    await proxy.close();
  }
}

/** Door after door, since checks count; the one that waits 20 s waits at all doors at once. */
async function onEach(rule: Rule, doors: readonly Door[], fn: (door: Door) => Promise<string[]>): Promise<string[]> {
  if (rule === slowBody) return (await Promise.all(doors.map(fn))).flat();
  const all: string[] = [];
  for (const door of doors) all.push(...(await fn(door)));
  return all;
}

function check(rule: Rule, surface: Surface, door: Door): Promise<string[]> {
  return rule.check(surface, door).catch((error: Error) => [`threw ${error.message}`]);
}

function caughtRow(missed: readonly string[]): ProofRow {
  const planted = rules.reduce((sum, rule) => sum + rule.doors.length, 0);
  const wanted = `${planted} of ${planted}`;
  return {
    promise: 'rules switched off, one by one and door by door, that their check notices',
    figure: [`${planted - missed.length} of ${planted}`, ...missed].join('; missed: '),
    wanted,
    ok: missed.length === 0,
  };
}
