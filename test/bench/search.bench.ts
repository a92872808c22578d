import { type Bench, type BenchRow, boundRow, median, rateRow } from './support/bench.js';
import { type Spell, spells, type Target } from './support/load.js';
import { startHelper } from './support/processes.js';
import { onDatabase } from './support/server.js';
import { fragmentStatement, numberStatement, searchStatement } from './support/statements.js';
import { benchWorld, type World } from './support/world.js';

const connections = 16;
/** What a first page may take at most, in milliseconds, for 95 of 100 answers at so many connections. */
const slowest = { ms: 150, connections: 4 };

// What the portal's first page asks for: hits with offers and lowest prices, facets, suggestions.
const query = `query Search($query: String!, $first: Int!) {
  searchParts(query: $query, first: $first) {
    matchedBy totalEstimate
    nodes { offerCount supplierCount inStock lowestPrices { amount currency basis unit }
      part { id number name names { language name } manufacturer { id code name } } }
    facets { firstN capped inStock suppliers { id name count } manufacturers { id name count } classifications { id name count } }
    suggestions { id number name }
    pageInfo { hasNextPage endCursor }
  }
}`.replace(/\s+/g, ' ');

const byNumber = `query Number($query: String!, $first: Int!) {
  searchParts(query: $query, first: $first) {
    matchedBy nodes { part { id number name manufacturer { id code name } } } pageInfo { hasNextPage endCursor }
  }
}`.replace(/\s+/g, ' ');

interface Reply {
  data?: { searchParts?: { matchedBy: string; nodes: unknown[] } };
}

interface Sides {
  asked: string;
  texts: readonly string[];
  by: string;
  statement: string;
  /** 16 unless told. */
  connections?: number;
}

async function measured(world: World, sides: Sides): Promise<{ ours: number[]; limit: number[] }> {
  const got = await sent(world, sides);
  return { ours: got.ours.map(({ rate }) => rate), limit: got.limit.map(({ rate }) => rate) };
}

async function sent(world: World, sides: Sides): Promise<{ ours: Spell[]; limit: Spell[] }> {
  const { asked, texts, by, statement } = sides;
  const helper = startHelper({ file: 'limit.process' });
  try {
    const { url } = await helper.ask<{ url: string }>({
      url: world.database.appUrl,
      orgId: world.buyerId,
      text: statement,
      parameters: by === 'TEXT' ? 2 : 1,
    });
    const ours: Target = {
      url: world.graphql,
      headers: await world.headers(),
      bodies: texts.map((text) => JSON.stringify({ query: asked, variables: { query: text, first: 20 } })),
      check: (reply) => {
        const found = (reply as Reply).data?.searchParts;
        if (found?.matchedBy !== by || found.nodes.length === 0)
          throw new Error(`not a full answer: ${JSON.stringify(reply).slice(0, 500)}`);
      },
    };
    const limit: Target = {
      url,
      headers: { 'content-type': 'text/plain' },
      bodies: texts,
      check: (reply) => {
        const [row] = reply as { page: unknown[] | null }[];
        if (!row?.page?.length) throw new Error(`not a full answer: ${JSON.stringify(reply).slice(0, 500)}`);
      },
    };
    return await spells(ours, limit, sides.connections ?? connections);
  } finally {
    await helper.close();
  }
}

/** Pairs of words of one name, of common and of rare ones as the catalogue has them, each with a page of hits. */
async function wordPairs(world: World): Promise<string[]> {
  const found = await onDatabase<{ words: string }>(
    world.database.adminUrl,
    `select distinct split_part(split_part(p.name, ',', 1), ' ', 1) || ' ' || split_part(split_part(p.name, ',', 1), ' ', 2) as words
     from (select name from catalog.part where name !~ '^[a-z]+-' and split_part(split_part(name, ',', 1), ' ', 3) = '' order by md5(id::text) limit 400) p order by 1 limit 200`,
  );
  return found.map(({ words }) => words);
}

/** Words that stand in many names each, the commonest first. */
async function commonWords(world: World): Promise<string[]> {
  const found = await onDatabase<{ word: string }>(
    world.database.adminUrl,
    `select w.word from (select name from catalog.part order by md5(id::text) limit 2000) p, regexp_split_to_table(lower(p.name), '[^a-z]+') as w (word)
     where length(w.word) > 1 group by 1 order by count(*) desc, 1 limit 40`,
  );
  return found.map(({ word }) => word);
}

/** Pieces of four to six characters out of the middle of numbers, with which no number begins. */
async function fragments(world: World): Promise<string[]> {
  const found = await onDatabase<{ fragment: string }>(
    world.database.adminUrl,
    `select distinct f.fragment from (select id, key from catalog.part order by md5(id::text) limit 1000) p
     cross join lateral (select substr(p.key, 4 + ascii(right(p.key, 1)) % 3, 4 + ascii(right(p.key, 1)) % 3) as fragment) f
     where f.fragment ~ '[0-9]' and length(f.fragment) >= 4 and not exists (select from catalog.part q where q.key >= f.fragment and q.key < f.fragment || '~') order by 1 limit 500`,
  );
  return found.map(({ fragment }) => fragment);
}

async function byWords(world: World, say: (text: string) => void): Promise<BenchRow[]> {
  const pairs = await wordPairs(world);
  const [same, whole] = [await searchStatement(world, 500), await searchStatement(world, null)];
  const words = { asked: query, by: 'TEXT', texts: pairs };
  const row = async (name: string, statement: string, wanted: number) =>
    rateRow({ name, unit: 'answers/s', ...(await measured(world, { ...words, statement })), wanted });
  const large = world.size >= 1_000_000;
  const rows = [
    await row('text search first page', same, large ? 0 : 0.8),
    await row('text search beside ranked SQL of every hit', whole, large ? 1 : 0),
  ];
  for (const [name, texts] of [
    ['two words', pairs],
    ['one common word', await commonWords(world)],
  ] as const) {
    const { ours, limit } = await sent(world, { ...words, texts, statement: whole, connections: slowest.connections });
    const at = (side: readonly Spell[]): number => median(side.map(({ p95 }) => p95));
    say(`  p95 of ${name}: ${at(ours).toFixed(0)} ms, of ranked SQL of every hit ${at(limit).toFixed(0)} ms`);
    rows.push(boundRow({ name: `text search p95 of ${name}, 4 connections`, unit: 'ms', ours: at(ours), limit: slowest.ms }));
  }
  return rows;
}

async function byNumbers(world: World): Promise<BenchRow[]> {
  const numbers = await onDatabase<{ number: string }>(
    world.database.adminUrl,
    'select number from catalog.part order by md5(id::text) limit 1000',
  );
  const exact = { asked: byNumber, texts: numbers.map(({ number }) => number), by: 'EXACT', statement: numberStatement };
  const part = { asked: byNumber, texts: await fragments(world), by: 'FRAGMENT', statement: fragmentStatement };
  return [
    rateRow({ name: 'part-number fragment', unit: 'answers/s', ...(await measured(world, part)), wanted: 0.3 }),
    rateRow({ name: 'search by number', unit: 'answers/s', ...(await measured(world, exact)) }),
  ];
}

const bench: Bench = {
  question:
    'The first page of a search over GraphQL, signed in, with prices and facets, against ranked SQL over HTTP: 16 connections, six parts for ten offers.',
  async run(run): Promise<BenchRow[]> {
    const world = await benchWorld(run);
    return [...(await byWords(world, run.say)), ...(await byNumbers(world))];
  },
};

export default bench;
