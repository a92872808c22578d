import { type Bench, type BenchRow, rateRow } from './support/bench.js';
import { alternate, type Target } from './support/load.js';
import { startHelper } from './support/processes.js';
import { onDatabase } from './support/server.js';
import { numberStatement, searchStatement } from './support/statements.js';
import { benchWorld, type World } from './support/world.js';

const connections = 16;

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
}

async function measured(world: World, { asked, texts, by, statement }: Sides): Promise<{ ours: number[]; limit: number[] }> {
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
    return await alternate(ours, limit, connections);
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

const bench: Bench = {
  question:
    'The first page of a search over GraphQL, signed in, with prices and facets, against the same ranked SQL over HTTP: 16 connections, 60,000 parts.',
  async run({ say }): Promise<BenchRow[]> {
    const world = await benchWorld(say);
    const words = {
      asked: query,
      texts: await wordPairs(world),
      by: 'TEXT',
      statement: await searchStatement(world.database, world.buyerId),
    };
    const text = await measured(world, words);
    const numbers = await onDatabase<{ number: string }>(
      world.database.adminUrl,
      'select number from catalog.part order by md5(id::text) limit 1000',
    );
    const exact = { asked: byNumber, texts: numbers.map(({ number }) => number), by: 'EXACT', statement: numberStatement };
    return [
      rateRow({ name: 'text search first page', unit: 'answers/s', ...text, wanted: 0.8 }),
      rateRow({ name: 'search by number', unit: 'answers/s', ...(await measured(world, exact)) }),
    ];
  },
};

export default bench;
