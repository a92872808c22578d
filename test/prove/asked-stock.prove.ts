import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { plantOffer } from '../factories/order.factory.js';
import { makeMember, makeOrganization, makePartnership } from '../factories/organization.factory.js';
import { type ErpMood, type SimulatedErp, startErp } from '../support/erp.js';
import { freshDatabase } from '../support/fresh-database.js';
import {
  type Answered,
  type LabelEvidence,
  labelFaults,
  machineMs,
  p99,
  type Said,
  starvedMs,
} from './asked-stock/label-checker.js';
import { planted, sound } from './asked-stock/planted.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { askHub, signInAt } from './support/graphql.js';
import { startHubProcess } from './support/processes.js';
import { provingGround } from './support/proving-ground.js';

const sizes: Record<ProofRun['mode'], { clients: number; seconds: number; rounds: number }> = {
  short: { clients: 6, seconds: 1.2, rounds: 1 },
  full: { clients: 16, seconds: 10, rounds: 5 },
};
const budgetMs = 800;
const keepMinutes = 1440;
const password = 'four friendly ferrets';

/** Each fault between times in which all is well; `slow` is above the call's own time limit, `drip` and `huge` never end well. */
const course: readonly ErpMood[] = [
  'well',
  'slow',
  'well',
  'error',
  'well',
  'garbage',
  'well',
  'stale',
  'ahead',
  'well',
  'drip',
  'huge',
  'dead',
  'redirect',
  'mute',
  'well',
];

export default {
  promise:
    "A supplier's ERP that is slow, broken, lying or flapping never makes an answer late, and every figure says what it is worth",
  async run(run) {
    const rows = [selfTest(labelFaults, sound, planted)];
    const ground = await provingGround();
    const [db, erp] = [await freshDatabase(), await startErp()];
    const env = { ENTREPOT_OUTBOUND_ALLOW: erp.host, ENTREPOT_ASKING_BUDGET_MS: String(budgetMs) };
    const hub = await startHubProcess({ urls: db, dataDir: path.join(ground.folder, 'data'), env });
    try {
      const [supplier, quiet] = [
        await makeOrganization(db, { roles: ['SUPPLIER'] }),
        await makeOrganization(db, { roles: ['SUPPLIER'] }),
      ];
      const buyer = await makeOrganization(db, { roles: ['BUYER'] });
      await makePartnership(db, buyer, supplier);
      await makePartnership(db, buyer, quiet);
      await makeMember(db, supplier, { roles: ['SELLER'], email: 'seller@erp.test', password });
      await makeMember(db, buyer, { roles: ['BUYER'], email: 'buyer@erp.test', password });
      const [asked, never, alone] = [
        await plantOffer(db, supplier.id, { stock: null }),
        await plantOffer(db, supplier.id, { stock: null }),
        await plantOffer(db, quiet.id, { stock: null }),
      ];
      const desk = {
        url: hub.url,
        erp,
        seller: await signInAt(hub.url, 'seller@erp.test', password),
        buyer: await signInAt(hub.url, 'buyer@erp.test', password),
      };
      const parts = { asked: asked.id, part: asked.supplierPart, never: never.id, alone: alone.id };
      const before = await plainTimes(desk, parts, { ...sizes[run.mode], seconds: 3 * sizes[run.mode].seconds });
      await configure(desk); // Of what was asked before, the first third is a hub's that has just begun.
      // The second part is unknown to the ERP: nobody ever says how many there are.
      erp.shelf.set(never.supplierPart, {});
      rows.push(...(await walk(run, desk, { parts, beforeMs: p99(before.slice(before.length / 3)) })));
    } finally {
      await hub.stop();
      await erp.close();
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface Desk {
  url: string;
  erp: SimulatedErp;
  seller: string;
  buyer: string;
}

const save = `mutation ($input: SaveAskingInput!) { saveAsking(input: $input) { profile { id } errors { ... on UserError { code message } } } }`;
const question = `query ($input: AvailabilityInput!) { availability(input: $input) { lines { offers { offer { id } stockLabel stock { quantity label ageSeconds } } } } }`;

async function configure({ url, erp, seller }: Desk): Promise<void> {
  const input = { url: erp.url, timeoutMs: 400, callsMax: 4, cacheSeconds: 0, keepMinutes };
  const { data, errors } = await askHub(url, { query: save, variables: { input } }, { token: seller });
  if (!data?.saveAsking?.profile) throw new Error(`the ERP could not be named: ${JSON.stringify(errors ?? data)}`);
}

interface Parts {
  asked: string;
  part: string;
  never: string;
  /** Of a supplier who has named no ERP. */
  alone: string;
}

async function walk(run: ProofRun, desk: Desk, { parts, beforeMs }: { parts: Parts; beforeMs: number }): Promise<ProofRow[]> {
  const { clients, seconds, rounds } = sizes[run.mode];
  const said: Said[] = [];
  const answers: Answered[] = [];
  const states: string[] = [];
  const [pauses, beside]: [number[], number[]] = [[], []];
  for (const mood of Array.from({ length: rounds }, () => course).flat()) {
    const quantity = said.length + 1;
    Object.assign(desk.erp, { mood, delayMs: mood === 'slow' ? 600 : 0 });
    desk.erp.shelf.set(parts.part, { MAIN: String(quantity) });
    const before = desk.erp.seen.calls;
    // After a fault the breaker rests: two seconds at first, more when it was opened again.
    if (mood === 'well' && said.length > 0) await untilClosed(desk, parts.asked);
    const fromMs = Date.now();
    const [mine, plain] = await Promise.all([
      questions(desk, parts, { mood, clients, until: fromMs + seconds * 1000 }),
      plainTimes(desk, parts, { clients: 1, seconds }),
    ]);
    beside.push(...plain);
    await heardOut(desk);
    said.push({ mood, quantity, fromMs: mood === 'well' ? fromMs - 60_000 : fromMs, toMs: Date.now() });
    if (mood === 'well') said[said.length - 1]!.fromMs = said[said.length - 2]?.toMs ?? fromMs - 5_000;
    answers.push(...mine);
    states.push(`${mood}:${await lineState(desk)}`);
    pauses.push(...(await plainTimes(desk, parts, { clients, seconds: seconds / 4 })));
    const times = mine.map(({ askedMs, answeredMs }) => answeredMs - askedMs);
    const live = mine.filter(({ label }) => label === 'LIVE').length;
    run.say(
      `  ${mood}: ${mine.length} answers, ${live} live, p99 ${p99(times)} ms, ${desk.erp.seen.calls - before} calls to the ERP`,
    );
  }
  const machine = { beforeMs, pausesMs: p99(pauses), besideMs: p99(beside) };
  run.say(`  p99 of questions that ask no ERP: ${beforeMs} ms before any is asked, ${machine.pausesMs} ms in the pauses`);
  return rowsOf({ budgetMs, machine, said, answers, keepSeconds: keepMinutes * 60 }, states, beside.length);
}

function rowsOf(evidence: LabelEvidence, states: readonly string[], besideCount: number): ProofRow[] {
  const { answers, machine } = evidence;
  const ownMs = machineMs(machine);
  const all = p99(answers.map(({ askedMs, answeredMs }) => answeredMs - askedMs));
  const opened = states.filter((state) => /^(error|garbage|dead|redirect|mute|drip|huge):(OPEN|HALF_OPEN)$/.test(state)).length;
  return [
    {
      promise: `p99 of ${answers.length} answers while the ERP is ${new Set(course).size} ways`,
      figure: `${all} ms`,
      wanted: `<= ${budgetMs} ms + ${ownMs} ms`,
      ok: all <= budgetMs + ownMs,
    },
    {
      promise: `p99 of ${besideCount} questions beside them that ask no ERP`,
      figure: `${machine.besideMs} ms`,
      wanted: `<= ${starvedMs} ms + ${ownMs} ms`,
      ok: machine.besideMs <= starvedMs + ownMs,
    },
    noneOf('figures labelled falsely, late by mood, or no answer at all', labelFaults(evidence)),
    equalRow(
      'the line is closed again each time the ERP is well',
      states.filter((state) => state === 'well:CLOSED').length,
      states.filter((state) => state.startsWith('well')).length,
    ),
    { promise: 'the line opens while the ERP fails', figure: opened, wanted: '>= 4', ok: opened >= 4 },
    {
      promise: 'answers that were live while the ERP was well',
      figure: answers.filter(({ label }) => label === 'LIVE').length,
      wanted: '> 0',
      ok: answers.some(({ label }) => label === 'LIVE'),
    },
  ];
}

async function questions(
  desk: Desk,
  { asked, never }: Pick<Parts, 'asked' | 'never'>,
  { mood, clients, until }: { mood: ErpMood; clients: number; until: number },
): Promise<Answered[]> {
  const answers: Answered[] = [];
  const client = async (n: number): Promise<void> => {
    while (Date.now() < until) answers.push(await one(desk, n % 4 === 3 ? never : asked, mood));
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  return answers;
}

/** The ERP has answered what it was asked in this mood, and the hub has heard it: what is under way now would be told in the next one. */
async function heardOut(desk: Desk): Promise<void> {
  for (const end = Date.now() + 30_000; desk.erp.seen.underWay > 0 && Date.now() < end; ) await sleep(20);
  await sleep(300);
  await lineState(desk);
}

/** Milliseconds of each question about the supplier who has no ERP. */
async function plainTimes(
  desk: Desk,
  { alone }: Parts,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number[]> {
  const until = Date.now() + seconds * 1000;
  const answers = await questions(desk, { asked: alone, never: alone }, { mood: 'well', clients, until });
  const [fault] = answers.flatMap((answer) => answer.fault ?? []);
  if (fault !== undefined) throw new Error(`a question that asks no ERP was answered with ${fault}`);
  return answers.map(({ askedMs, answeredMs }) => answeredMs - askedMs);
}

async function one({ url, buyer }: Desk, offerId: string, mood: ErpMood): Promise<Answered> {
  const askedMs = Date.now();
  const input = { lines: [{ offerId, quantity: '1' }] };
  const reply = await askHub(url, { query: question, variables: { input } }, { token: buyer }).catch((error: unknown) => ({
    data: undefined,
    errors: [{ message: String(error) }],
  }));
  const heard = { mood, askedMs, answeredMs: Date.now(), quantity: null, ageSeconds: null };
  const offer = reply.data?.availability?.lines?.[0]?.offers?.[0];
  if (!offer) return { ...heard, label: '', fault: JSON.stringify(reply.errors ?? reply.data) };
  const [place] = offer.stock;
  if (!place) return { ...heard, label: offer.stockLabel };
  return { ...heard, label: place.label, quantity: Number(place.quantity), ageSeconds: place.ageSeconds };
}

async function lineState({ url, seller }: Desk): Promise<string> {
  const { data } = await askHub(url, { query: '{ askingProfiles { line } }' }, { token: seller });
  return data?.askingProfiles?.[0]?.line;
}

/** Somebody has to ask, or nobody notices that the ERP is well again. */
async function untilClosed(desk: Desk, offerId: string): Promise<void> {
  for (const deadline = Date.now() + 65_000; Date.now() < deadline; await sleep(100)) {
    await one(desk, offerId, 'well');
    if ((await lineState(desk)) === 'CLOSED') return;
  }
}
