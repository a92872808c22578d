import type { Bench, BenchRow, BenchRun } from './support/bench.js';
import { counted, rateRow } from './support/bench.js';
import { alternate, type Target } from './support/load.js';
import { type Helper, startHelper } from './support/processes.js';
import { availabilityStatement } from './support/statements.js';
import { benchWorld, type World } from './support/world.js';

const connections = 16;
/** The world that a larger one is compared with. */
const smallSize = 100_000;

// Everything a buyer is told of a line: his price with basis and source, charges, pack rule, stock by location with its age, days.
const query = `query Availability($input: AvailabilityInput!) {
  availability(input: $input) {
    lines {
      line quantity needBy problem { code message }
      offers {
        offer { id supplierId supplierPart name orderUnit }
        price { amount currency basis unit } priceSource lineAmount { amount currency }
        charges { code per amount { amount currency } } packRule { minimum multiple nearest { below above } }
        stock { location quantity asOf source } available leadDays earliest needByMet obstacles
      }
    }
  }
}`.replace(/\s+/g, ' ');

interface Reply {
  data?: { availability?: { lines: { offers: { price: unknown; stock: unknown[] }[] }[] } };
}

type Question = readonly { offerId: string; quantity: string }[];

function questionsOf(world: World, lines: number): Question[] {
  return Array.from({ length: lines === 1 ? 1000 : 100 }, (_, i) =>
    Array.from({ length: lines }, (_, k) => {
      const { id, multiple } = world.offers[(i * lines + k) % world.offers.length] ?? { id: '', multiple: 1 };
      return { offerId: id, quantity: String(multiple * (1 + (k % 8))) };
    }),
  );
}

/** The hub of a world, asked these lines at a time. */
async function hubOf(world: World, lines: number): Promise<Target> {
  return {
    url: world.graphql,
    headers: await world.headers(),
    bodies: questionsOf(world, lines).map((asked) => JSON.stringify({ query, variables: { input: { lines: asked } } })),
    check: (reply) => {
      const answered = (reply as Reply).data?.availability?.lines ?? [];
      if (
        answered.length !== lines ||
        answered.some(({ offers }) => offers.length !== 1 || !offers[0]?.price || offers[0].stock.length === 0)
      )
        throw new Error(`not a full answer: ${JSON.stringify(reply).slice(0, 500)}`);
    },
  };
}

async function measured(world: World, limit: { url: string }, lines: number): Promise<{ ours: number[]; limit: number[] }> {
  const bound: Target = {
    url: limit.url,
    headers: { 'content-type': 'application/json' },
    bodies: questionsOf(world, lines).map((asked) =>
      JSON.stringify(asked.map(({ offerId, quantity }, n) => ({ n, qty: quantity, offer: offerId }))),
    ),
    check: (reply) => {
      const rows = reply as { offer_id?: string; id?: string }[];
      if (rows.length !== lines) throw new Error(`not a full answer: ${JSON.stringify(reply).slice(0, 500)}`);
    },
  };
  return alternate(await hubOf(world, lines), bound, connections);
}

/** What a line costs more in a large world: the same question to a hub of either, by turns. */
async function growth(world: World, run: BenchRun): Promise<BenchRow[]> {
  if (world.size <= smallSize) return [];
  const small = await benchWorld({ ...run, offers: smallSize });
  const name = `availability one line, ${counted(world.size)} beside ${counted(smallSize)} offers`;
  return [
    rateRow({
      name,
      unit: 'answers/s',
      ...(await alternate(await hubOf(world, 1), await hubOf(small, 1), connections)),
      wanted: 0.8,
    }),
  ];
}

async function limitServer(world: World): Promise<{ helper: Helper; url: string }> {
  const helper = startHelper({ file: 'limit.process' });
  const text = await availabilityStatement(world.database, world.buyerId);
  const { url } = await helper.ask<{ url: string }>({ url: world.database.appUrl, orgId: world.buyerId, text, parameters: 3 });
  return { helper, url };
}

const bench: Bench = {
  question: 'Price and stock over GraphQL, signed in and behind the walls, against the bare statement over HTTP: 16 connections.',
  async run(run): Promise<BenchRow[]> {
    const world = await benchWorld(run);
    const { helper, url } = await limitServer(world);
    try {
      const one = await measured(world, { url }, 1);
      const fifty = await measured(world, { url }, 50);
      return [
        rateRow({ name: 'availability one line', unit: 'answers/s', ...one, wanted: 0.35 }),
        rateRow({ name: 'availability 50 lines', unit: 'answers/s', ...fifty, wanted: 0.45 }),
        ...(await growth(world, run)),
      ];
    } finally {
      await helper.close();
    }
  },
};

export default bench;
