import { randomUUID } from 'node:crypto';
import { type Alternative, readAlternatives } from '#libs/catalog';
import { plantMaker } from '../factories/alternate.factory.js';
import { organization } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { graphFaults } from './interchange-graph/answer-checker.js';
import type { Graph, GraphAnswer, GraphEvidence, GraphLink, GraphQuestion, Speaker } from './interchange-graph/graph.js';
import { mutants } from './interchange-graph/mutants.data.js';
import { plantGraph } from './interchange-graph/plant.js';
import { planted, sound } from './interchange-graph/planted.js';
import { type Makers, randomGraph, randomQuestion } from './interchange-graph/random-graph.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';

/** Graphs, and questions about each part of one. */
const sizes: Record<ProofRun['mode'], { graphs: number; questions: number }> = {
  short: { graphs: 60, questions: 4 },
  full: { graphs: 1_500, questions: 8 },
};
/** Graphs on which each hole cut into the search must show. */
const graphsOfMutant = 60;
/** Parts that are all interchangeable with each other: so many paths that nobody could walk each. */
const complete = 40;

export default {
  promise:
    'What may stand for a part is exactly what the rules say: directions, sets, cycles, days, applications, classes, approvals',
  async run(run) {
    const rows = [selfTest(graphFaults, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    try {
      const world = await openWorld(db);
      rows.push(await noticed(run), ...(await compare(run, db, world)), ...(await cycles(db, world)));
    } finally {
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface World {
  speakers: Record<Speaker, Awaited<ReturnType<typeof organization>>>;
  makers: Makers;
}

async function openWorld(db: FreshDatabase): Promise<World> {
  const makers = { 'maker-1': await plantMaker(db, '11111'), 'maker-2': await plantMaker(db, '22222') };
  return {
    makers,
    speakers: {
      'maker-1': await organization(db, { cage: '11111' }),
      'maker-2': await organization(db, { cage: '22222' }),
      operator: await organization(db, { roles: ['OPERATOR'] }),
      asker: await organization(db, { roles: ['BUYER'] }),
      other: await organization(db, { roles: ['BUYER'] }),
      supplier: await organization(db),
    },
  };
}

/** Cuts each hole into the search of a clone, and counts those that the random graphs show. */
async function noticed(run: ProofRun): Promise<ProofRow> {
  const missed: string[] = [];
  for (const mutant of mutants) {
    const db = await freshDatabase();
    try {
      const [{ source } = { source: '' }] = await db.admin<{ source: string }>(
        "select pg_get_functiondef('catalog.read_alternatives(uuid, jsonb)'::regprocedure) as source",
      );
      if (!source.includes(mutant.from)) throw new Error(`${mutant.name}: the statement does not say "${mutant.from}"`);
      await db.admin(source.replaceAll(mutant.from, () => mutant.to));
      if (!(await shows(run, db))) missed.push(mutant.name);
    } finally {
      await db.close();
    }
  }
  return {
    promise: 'holes cut into the search of the hub are noticed on random graphs',
    figure: [`${mutants.length - missed.length} of ${mutants.length}`, ...missed.map((name) => `missed: ${name}`)].join('; '),
    wanted: `${mutants.length} of ${mutants.length}`,
    ok: missed.length === 0,
  };
}

async function shows(run: ProofRun, db: FreshDatabase): Promise<boolean> {
  const { speakers, makers } = await openWorld(db);
  const random = randomOf(run.seed + 1);
  for (let i = 0; i < graphsOfMutant; i++) {
    const graph = randomGraph(random, makers, `M${i}`);
    await plantGraph(db, graph, speakers);
    const all = graph.parts.flatMap(({ id }) => Array.from({ length: 4 }, () => randomQuestion(random, id)));
    const evidence = await answered(db, speakers.asker.orgId, { graph, all });
    if (evidence.some((one) => graphFaults(one).length > 0)) return true;
  }
  return false;
}

async function compare(run: ProofRun, db: FreshDatabase, { speakers, makers }: World): Promise<ProofRow[]> {
  const random = randomOf(run.seed);
  const { graphs, questions } = sizes[run.mode];
  const faults: string[] = [];
  const reasons = new Map<string, number>();
  let [asked, offered] = [0, 0];
  for (let i = 0; i < graphs; i++) {
    const graph = randomGraph(random, makers, `G${i}`);
    await plantGraph(db, graph, speakers);
    const all = graph.parts.flatMap(({ id }) => Array.from({ length: questions }, () => randomQuestion(random, id)));
    for (const evidence of await answered(db, speakers.asker.orgId, { graph, all })) {
      asked++;
      offered += evidence.answers.length;
      for (const { reason } of evidence.answers) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      faults.push(...graphFaults(evidence).map((fault) => `graph ${i}, ${JSON.stringify(evidence.question)}: ${fault}`));
    }
  }
  run.say(`  ${offered} alternatives in ${asked} answers: ${[...reasons].map(([reason, n]) => `${n} ${reason}`).join(', ')}`);
  return [
    noneOf(`${graphs} random graphs: wrongly offered, missing, out of order, wrong path or reason`, faults),
    equalRow('reasons that occurred among them', reasons.size, 6),
  ];
}

/** All questions about a graph by one statement. */
async function answered(
  db: FreshDatabase,
  orgId: string,
  { graph, all }: { graph: Graph; all: readonly GraphQuestion[] },
): Promise<GraphEvidence[]> {
  const asker = { kind: 'system', orgId, permissions: { has: () => true } } as const;
  const asked = all.map(({ part, day, consent, ...rest }) => ({
    ...rest,
    partId: part,
    on: day,
    consentQualified: consent,
    first: 100,
  }));
  const lists = await readAlternatives(
    db.hot,
    asker,
    asked.map((question) => ({ ...question, modifications: question.modifications ? [...question.modifications] : null })),
  );
  return lists.map((list, i) => ({ graph, question: all[i]!, answers: list.map(told) }));
}

function told({ parts, reason, rank, qualified, path }: Alternative): GraphAnswer {
  return {
    parts: parts.map(({ partId, quantity }) => ({ part: partId, quantity })),
    reason,
    rank,
    qualified,
    path: path.map((step) => ({ from: step.from, to: step.to, link: step.link?.id ?? null, reversed: step.reversed })),
  };
}

async function cycles(db: FreshDatabase, { speakers, makers }: World): Promise<ProofRow[]> {
  const maker = makers['maker-1'];
  const parts = Array.from({ length: complete }, (_, i) => ({ id: randomUUID(), number: `RING-${i}`, maker }));
  const links = parts.flatMap((from, i) => parts.slice(i + 1).map((to) => twoWay(from.id, to.id, maker)));
  await plantGraph(db, { parts, links, aliases: [], merges: [] }, speakers);
  const began = Date.now();
  const [found] = await readAlternatives(db.hot, speakers.asker, [
    { partId: parts[0]!.id, on: '2030-06-01', depth: 12, first: 100 },
  ]);
  const seconds = (Date.now() - began) / 1_000;
  return [
    equalRow(
      `${links.length} two-way links among ${complete} parts, 12 links deep: alternatives, each by one link`,
      found!.filter(({ path }) => path.length === 1).length,
      complete - 1,
    ),
    { promise: 'their answer, in seconds', figure: seconds, wanted: 'at most 9', ok: seconds <= 9 },
  ];
}

const twoWay = (from: string, to: string, maker: string): GraphLink => ({
  id: randomUUID(),
  from,
  to: [{ part: to, quantity: '1' }],
  isSet: false,
  meaning: 'TWO_WAY',
  class: null,
  effect: 'NONE',
  by: 'maker-1',
  as: 'MANUFACTURER',
  maker,
  countsAtOnce: false,
  limits: [],
  start: '2030-01-01',
  end: null,
  withdrawn: false,
  approvals: [],
});
