import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type PlantedOffer, plantOffer } from '../factories/order.factory.js';
import { makeMember, makeOrganization, makePartnership, makeSite } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { planted, sound } from './last-units/planted.js';
import { type Attempt, type StockEvidence, stockFaults } from './last-units/stock-checker.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { askHub, type GraphqlReply, signInAt } from './support/graphql.js';
import { type Running, startHubProcess } from './support/processes.js';
import { provingGround } from './support/proving-ground.js';
import { type Random, randomOf } from './support/random.js';

/** One rush: so many orders at once for so many units. */
interface Rush {
  orders: number;
  units: number;
  /** Units of one order, drawn for each. */
  quantities: readonly number[];
}

const rushes: Record<ProofRun['mode'], readonly Rush[]> = {
  short: [
    { orders: 300, units: 7, quantities: [1] },
    { orders: 100, units: 40, quantities: [1, 2, 3] },
  ],
  full: [
    { orders: 1_000, units: 7, quantities: [1] },
    { orders: 10_000, units: 1, quantities: [1] },
    { orders: 1_000, units: 300, quantities: [1, 2, 3] },
  ],
};
/** Orders under way at once; a hub turns away what is beyond its own limit, which is not the question here. */
const atOnce = 1_000;
const buyers = 5;
const password = 'four friendly ferrets';

export default {
  promise: 'Two buyers never get the last unit: of many orders at once exactly the stock is sold',
  async run(run) {
    const rows = [selfTest(stockFaults, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    const hubs: Running[] = [];
    try {
      const options = { urls: db, dataDir: path.join(ground.folder, 'data'), env: { ENTREPOT_REQUESTS_MAX: String(2 * atOnce) } };
      hubs.push(await startHubProcess(options), await startHubProcess(options));
      const market = await openMarket(db, hubs);
      for (const rush of rushes[run.mode]) rows.push(...(await prove(run, rush, { db, market, random: randomOf(run.seed) })));
    } finally {
      await Promise.all(hubs.map((hub) => hub.stop()));
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface Market {
  supplierId: string;
  /** Each buyer at both hubs. */
  clients: readonly { url: string; token: string; siteId: string }[];
}

async function openMarket(db: FreshDatabase, hubs: readonly Running[]): Promise<Market> {
  const supplier = await makeOrganization(db, { roles: ['SUPPLIER'] });
  const clients: Market['clients'][number][] = [];
  for (let i = 0; i < buyers; i++) {
    const buyer = await makeOrganization(db, { roles: ['BUYER'] });
    await makePartnership(db, buyer, supplier);
    const email = `buyer${i}@rush.test`;
    await makeMember(db, buyer, { roles: ['BUYER'], email, password });
    const { id: siteId } = await makeSite(db, buyer);
    for (const { url } of hubs) clients.push({ url, siteId, token: await signInAt(url, email, password) });
  }
  return { supplierId: supplier.id, clients };
}

interface Scene {
  db: FreshDatabase;
  market: Market;
  random: Random;
}

async function prove(run: ProofRun, rush: Rush, { db, market, random }: Scene): Promise<ProofRow[]> {
  const offer = await plantOffer(db, market.supplierId, { stock: String(rush.units), leadDays: null, currency: 'EUR' });
  const wanted = Array.from({ length: rush.orders }, (_, i) => ({
    client: market.clients[i % market.clients.length]!,
    quantity: random.pick(rush.quantities),
  }));
  const began = Date.now();
  const attempts = await inParallel(wanted, ({ client, quantity }) => order(client, offer, quantity));
  run.say(`  ${rush.orders} orders for ${rush.units} units in ${Date.now() - began} ms`);
  const evidence: StockEvidence = { units: rush.units, attempts, ...(await asStored(db, offer)) };
  const sold = attempts.filter((a) => a.outcome === 'ok').reduce((units, a) => units + a.quantity, 0);
  const what = `${rush.orders} orders at once for the last ${rush.units} over two hubs`;
  return [
    ...(rush.quantities.length === 1 ? [equalRow(`${what}: units sold`, sold, rush.units)] : []),
    noneOf(`${what}: oversold, lost, doubled, refused wrongly, ledger gaps, other errors`, stockFaults(evidence)),
  ];
}

const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { orders { id } errors { ... on UserError { code } } } }`;

async function order(client: Market['clients'][number], offer: PlantedOffer, quantity: number): Promise<Attempt> {
  const key = randomUUID();
  const line = { offerId: offer.id, quantity: String(quantity), priceSeen: { ...offer.priceSeen, unit: 'EA' } };
  const variables = { input: { idempotencyKey: key, shipToId: client.siteId, lines: [line] } };
  try {
    const { status, data, errors } = await untilAnswered(client, { query: place, variables });
    const placed = data?.placeOrder;
    const ended = { key, quantity, endedMs: Date.now() };
    if (placed?.orders?.length === 1) return { ...ended, outcome: 'ok', orderId: placed.orders[0].id };
    const codes = (placed?.errors ?? []).map((error: { code: string }) => error.code).join();
    if (codes === 'OUT_OF_STOCK') return { ...ended, outcome: 'out-of-stock' };
    return { ...ended, outcome: 'other', said: codes || `${status} ${errors?.[0]?.extensions?.code ?? ''}` };
  } catch (error) {
    return { key, quantity, endedMs: Date.now(), outcome: 'other', said: String(error) };
  }
}

/** Asks as a buyer's system does: a connection that breaks before the answer (a full backlog, an idle socket just closed) is asked again by the same key. */
async function untilAnswered(
  client: Market['clients'][number],
  asked: Parameters<typeof askHub>[1],
  triesLeft = 4,
): Promise<GraphqlReply> {
  try {
    return await askHub(client.url, asked, { token: client.token, timeoutMs: 300_000 });
  } catch (error) {
    if (!(error instanceof TypeError) || triesLeft === 0) throw error;
    return untilAnswered(client, asked, triesLeft - 1);
  }
}

/** Runs all with at most `atOnce` under way; answers in the order of the questions. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return results;
}

async function asStored(db: FreshDatabase, offer: PlantedOffer): Promise<Pick<StockEvidence, 'orders' | 'ledger' | 'column'>> {
  const [column] = await db.admin<{ quantity: number; reserved: number }>(
    'select quantity::float8 as quantity, reserved::float8 as reserved from supply.stock where offer_id = $1',
    [offer.id],
  );
  const orders = await db.admin<StockEvidence['orders'][number]>(
    `select order_id as id, sum(quantity)::float8 as quantity, array_agg(id::text) as "lineIds"
     from procurement.order_line where offer_id = $1 group by order_id`,
    [offer.id],
  );
  const ledger = await db.admin<StockEvidence['ledger'][number]>(
    `select reference as "lineId", reserved_delta::float8 as delta, extract(epoch from at) * 1000 as "atMs"
     from supply.stock_ledger where offer_id = $1 order by at`,
    [offer.id],
  );
  return { column: column!, orders, ledger: ledger.map((row) => ({ ...row, atMs: Number(row.atMs) })) };
}
