import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createApiKey } from '#libs/organizations';
import { value } from '../factories/catalogue.factory.js';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import type { Programme, ProofRow, ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { startHubProcess } from './support/processes.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';
import { ownBombs, prefixes } from './xml-door/bombs.js';
import { exchangeDoor } from './xml-door/door.js';
import {
  type Account,
  accountOf,
  bombFaults,
  bombMb,
  bombMs,
  doorFaults,
  refusedShare,
  type Seen,
  seenOf,
  shareOf,
} from './xml-door/door-checker.js';
import { faultyDoors } from './xml-door/faulty-doors.js';
import { planted, sound } from './xml-door/planted.js';
import { attacks, beginsLikeXml, conformanceCases, ownCases, type XmlCase } from './xml-door/suite.js';

/** Cases of the W3C suite that a short run takes, by chance of the seed. */
const shortCases = 300;
const atOnce = 4;
const ownWrong = ownCases.filter(({ verdict, bytes }) => verdict === 'not-wf' && beginsLikeXml(bytes)).length;

export default {
  promise: 'No XML that is not well-formed passes the front door, and none makes it work: entities, depth, endless ends',
  async run(run) {
    const rows = [selfTest(doorFaults, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    const hubs = { urls: db, dataDir: path.join(ground.folder, 'data'), apiKey: await keyOf(db) };
    try {
      rows.push(await faultyDoors(ownCases));
      const cases = casesOf(run);
      rows.push(...(await throughOneHub(run, { cases, hubs })), ...(await explode(run, hubs)));
    } finally {
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface Hubs {
  urls: FreshDatabase;
  dataDir: string;
  apiKey: string;
}

async function keyOf(db: FreshDatabase): Promise<string> {
  const buyer = await makeOrganization(db, { roles: ['BUYER'], name: 'XML Buyer' });
  const member = await makeMember(db, buyer);
  const made = await db.unitOfWork.run(member, (work) => createApiKey(work, { name: 'ERP', scopes: ['exchange:send'] }));
  return value(made).secret;
}

/** The project's own cases always; the W3C suite when it is here, all of it or as many as a short run takes. */
function casesOf({ mode, seed, say }: ProofRun): XmlCase[] {
  const suite = conformanceCases();
  if (!suite) say('  the W3C suite is neither where XMLCONF says nor in ../shared/corpus/xml: only the own cases are tried');
  const tried = suite && mode === 'short' ? randomOf(seed).shuffled(suite).slice(0, shortCases) : (suite ?? []);
  const hostile = attacks();
  if (hostile.length === 0) say('  ../shared/corpus/xml/attacks is not here: only the own bombs are tried');
  say(
    `  ${ownCases.length} own cases, ${tried.length} of ${suite?.length ?? 0} of the W3C suite, ${hostile.length} files of the corpus`,
  );
  return [...ownCases, ...tried, ...hostile];
}

async function throughOneHub(run: ProofRun, { cases, hubs }: { cases: readonly XmlCase[]; hubs: Hubs }): Promise<ProofRow[]> {
  const hub = await startHubProcess(hubs);
  try {
    const door = exchangeDoor(hub.url, hubs.apiKey);
    const seen: Seen[] = [];
    const waiting = [...cases];
    const hand = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) seen.push(seenOf(next, await door.send(next.bytes)));
    };
    await Promise.all(Array.from({ length: atOnce }, hand));
    return accountRows(run, accountOf(seen));
  } finally {
    await hub.stop();
  }
}

function accountRows({ say }: ProofRun, account: Account): ProofRow[] {
  const { wrong, sound: right, unanswered } = account;
  if (wrong.read.length > 0) say(`  not well-formed and not refused: ${wrong.read.join(', ')}`);
  if (wrong.apart > 0) say(`  ${wrong.apart} more do not begin like XML and were turned away as no document at all`);
  say(
    `  well-formed: ${right.read} of ${right.all} read, ${right.byRule} refused by rule (their own DOCTYPE, or an encoding off the list), ${right.refused.length} otherwise`,
  );
  return [
    {
      promise: `not-well-formed documents refused, ${wrong.byDoctype} of them for declarations of their own`,
      figure: `${wrong.refused} of ${wrong.all} (${shareOf(account).toFixed(2)} %)`,
      wanted: `>= ${refusedShare} %`,
      ok: shareOf(account) >= refusedShare,
    },
    noneOf(`${ownWrong} own not-well-formed cases: not refused as XML`, wrong.ownRead),
    noneOf(`${right.all} well-formed documents: refused for anything but a rule`, right.refused),
    noneOf('documents without a verdict of the door', unanswered),
  ];
}

/** Every bomb against a fresh process: one for all of them, or in full one for each; what is no bomb of the hostile files shares one. */
async function explode({ mode, say }: ProofRun, hubs: Hubs): Promise<ProofRow[]> {
  const hostile = attacks();
  const bombs = [...hostile.filter(({ verdict }) => verdict === 'not-wf'), ...ownBombs, prefixes];
  const tame = hostile.filter(({ verdict }) => verdict !== 'not-wf');
  const groups = mode === 'full' ? [tame, ...bombs.map((bomb) => [bomb])] : [[...tame, ...bombs]];
  const seen: Seen[] = [];
  for (const group of groups) seen.push(...(await inFreshHub(group, hubs)));
  await again(seen, { bombs: [...tame, ...bombs], hubs });
  const slowest = Math.max(...seen.map(({ answer }) => answer.ms));
  const heaviest = Math.max(...seen.map(({ grewMb = 0 }) => grewMb));
  say(
    `  ${seen.length} bombs, the slowest ${Math.round(slowest)} ms, the heaviest ${heaviest.toFixed(1)} MB, in ${groups.length} fresh hubs`,
  );
  return [
    noneOf(
      `${seen.length} bombs answered: later than ${bombMs} ms, with more than ${bombMb} MB more memory, or read`,
      bombFaults(seen),
    ),
  ];
}

/** What was late may have waited for a machine that does much else: it is tried twice more, each time in a fresh hub, and its best time counts. */
async function again(seen: Seen[], { bombs, hubs }: { bombs: readonly XmlCase[]; hubs: Hubs }): Promise<void> {
  for (let n = 0; n < 2; n++) {
    for (const [i, late] of seen.entries()) {
      if (late.answer.ms <= bombMs) continue;
      const [retried] = await inFreshHub(
        bombs.filter(({ name }) => name === late.name),
        hubs,
      );
      if (retried && retried.answer.ms < late.answer.ms)
        seen[i] = { ...retried, grewMb: Math.max(late.grewMb ?? 0, retried.grewMb ?? 0) };
    }
  }
}

/** The hub has answered one small document before, since what it loads on its first is not the bomb's. */
async function inFreshHub(bombs: readonly XmlCase[], hubs: Hubs): Promise<Seen[]> {
  const hub = await startHubProcess(hubs);
  try {
    const door = exchangeDoor(hub.url, hubs.apiKey);
    await door.send(Buffer.from('<first/>'));
    const seen: Seen[] = [];
    for (const bomb of bombs) {
      const before = memoryMb(hub.pid, 'VmRSS');
      forgetPeak(hub.pid);
      const answer = await door.send(bomb.bytes);
      seen.push({ ...seenOf(bomb, answer), grewMb: Math.max(0, memoryMb(hub.pid, 'VmHWM') - before) });
    }
    return seen;
  } finally {
    await hub.stop();
  }
}

/** What the system says of a process; 0 where it says nothing (no /proc), so that only time is judged there. */
function memoryMb(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  try {
    const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return (Number(kib ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

/** Lets the peak begin anew. Where that is not allowed the peak of before stays, which can only hide what is smaller than it. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // The first bomb of a fresh process is still measured right.
  }
}
