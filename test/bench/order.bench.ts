import { type Bench, type BenchRow, rateRow } from './support/bench.js';
import { alternate, type Target } from './support/load.js';
import { startHelper } from './support/processes.js';
import { onDatabase } from './support/server.js';
import { benchWorld, type World } from './support/world.js';

const connections = 16;

/** An offer that can always be ordered (it has a lead time) with what this buyer pays for one multiple of it. */
interface Orderable {
  id: string;
  supplierId: string;
  partId: string;
  supplierPart: string;
  name: string;
  orderUnit: string;
  priceFactor: { numerator: string; denominator: string };
  quantity: string;
  price: { amount: string; currency: string; basis: string; unit: string };
  priceSource: string;
  lineAmount: { amount: string };
  packRule: { minimum: string; multiple: string };
  agreementId: string | null;
}

const prices = `query Prices($input: AvailabilityInput!) { availability(input: $input) { lines { quantity offers {
  offer { id supplierId partId supplierPart name orderUnit priceFactor { numerator denominator } }
  price { amount currency basis unit } priceSource agreementId lineAmount { amount } packRule { minimum multiple } leadDays obstacles } } } }`;

const place =
  'mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) { orders { id number status } errors { __typename } } }';

type Answer = Omit<
  Orderable,
  'id' | 'supplierId' | 'partId' | 'supplierPart' | 'name' | 'orderUnit' | 'priceFactor' | 'quantity'
> & {
  offer: Pick<Orderable, 'id' | 'supplierId' | 'partId' | 'supplierPart' | 'name' | 'orderUnit' | 'priceFactor'>;
  leadDays: number | null;
  obstacles: readonly string[];
};

async function orderables(world: World, headers: Record<string, string>): Promise<Orderable[]> {
  const found: Orderable[] = [];
  for (let from = 0; from < 1000; from += 200) {
    const lines = world.offers.slice(from, from + 200).map(({ id, multiple }) => ({ offerId: id, quantity: String(multiple) }));
    const body = JSON.stringify({ query: prices, variables: { input: { lines } } });
    const reply = (await (await fetch(world.graphql, { method: 'POST', headers, body })).json()) as {
      data: { availability: { lines: { quantity: string; offers: Answer[] }[] } };
    };
    for (const { quantity, offers } of reply.data.availability.lines)
      for (const { offer, leadDays, obstacles, ...answer } of offers)
        if (leadDays !== null && obstacles.length === 0) found.push({ ...offer, ...answer, quantity });
  }
  return found;
}

/** Lines that make one order: of one supplier and agreement, no offer twice. */
function baskets(offers: readonly Orderable[], lines: number): Orderable[][] {
  const groups = new Map<string, Orderable[]>();
  for (const offer of offers) {
    const key = `${offer.supplierId} ${offer.agreementId}`;
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.floor(group.length / lines) }, (_, i) => group.slice(i * lines, (i + 1) * lines)),
  );
}

function ordered(world: World, headers: Record<string, string>, orders: readonly Orderable[][]): Target {
  return {
    url: world.graphql,
    headers,
    bodies: orders.map((order) => {
      const lines = order.map(({ id, quantity, price }) => ({ offerId: id, quantity, priceSeen: price }));
      return JSON.stringify({
        query: place,
        variables: { input: { idempotencyKey: 'bench-@@', shipToId: world.siteId, lines } },
      });
    }),
    checks: 20,
    check: (reply) => {
      const placed = (reply as { data?: { placeOrder?: { orders?: unknown[] } } }).data?.placeOrder;
      if (placed?.orders?.length !== 1) throw new Error(`not an order: ${JSON.stringify(reply).slice(0, 500)}`);
    },
  };
}

/** The same rows by procurement.place_orders, the plpgsql function that writes them; `#00` and its like become new ids. */
function drafted(url: string, orders: readonly Orderable[][], site: { id: string; place: unknown }): Target {
  return {
    url,
    headers: { 'content-type': 'application/json' },
    bodies: orders.map((order) => JSON.stringify([draft(order, site)])),
    checks: 20,
    check: (reply) => {
      const [row] = reply as { outcome?: string }[];
      if (row?.outcome !== 'PLACED') throw new Error(`not an order: ${JSON.stringify(reply).slice(0, 500)}`);
    },
  };
}

function line(offer: Orderable, place: number): object {
  const { price, lineAmount, packRule } = offer;
  return {
    ...{
      id: `#${10 + 2 * place}`,
      scheduleId: `#${11 + 2 * place}`,
      position: place + 1,
      number: String((place + 1) * 10),
      partId: offer.partId,
      offerId: offer.id,
      supplierPart: offer.supplierPart,
    },
    ...{ description: offer.name, quantity: offer.quantity, orderUnit: offer.orderUnit, charges: [], ncnr: false, ...packRule },
    ...{
      priceAmount: price.amount,
      priceBasis: price.basis,
      priceUnit: price.unit,
      priceSource: offer.priceSource,
      lineAmount: lineAmount.amount,
    },
    ...{ factorNum: offer.priceFactor.numerator, factorDen: offer.priceFactor.denominator },
  };
}

function draft(order: readonly Orderable[], site: { id: string; place: unknown }): object {
  const [first] = order;
  return {
    ...{
      id: '#00',
      supplierId: first?.supplierId,
      currency: first?.price.currency,
      minorUnits: 2,
      channel: 'API',
      agreementId: first?.agreementId,
    },
    ...{
      shipTo: site.place,
      billTo: site.place,
      shipToSite: site.id,
      billToSite: site.id,
      charges: [],
      chargesTotal: '0',
      total: (order.reduce((sum, { lineAmount }) => sum + Math.round(Number(lineAmount.amount) * 100), 0) / 100).toFixed(2),
    },
    lines: order.map(line),
  };
}

const bench: Bench = {
  question:
    'Placing orders of one line and of five over GraphQL, signed in, priced and checked, its stock reserved, against the plpgsql function that writes the same rows: 16 connections.',
  async run(run): Promise<BenchRow[]> {
    const world = await benchWorld(run);
    const headers = await world.headers();
    const offers = await orderables(world, headers);
    const [site] = await onDatabase<{ id: string; place: unknown }>(
      world.database.adminUrl,
      'select id, address as place from organizations.site limit 1',
    );
    if (!site || offers.length < 100) throw new Error(`only ${offers.length} offers can be ordered`);
    const helper = startHelper({ file: 'limit.process' });
    try {
      const text = 'select * from procurement.place_orders($1)';
      const { url } = await helper.ask<{ url: string }>({
        url: world.database.appUrl,
        orgId: world.buyerId,
        text,
        parameters: 1,
        newIds: true,
      });
      const placed = (lines: number) =>
        alternate(ordered(world, headers, baskets(offers, lines)), drafted(url, baskets(offers, lines), site), connections);
      return [
        rateRow({ name: 'order one line', unit: 'orders/s', ...(await placed(1)) }),
        rateRow({ name: 'order 5 lines with reservation', unit: 'orders/s', ...(await placed(5)), wanted: 0.1 }),
      ];
    } finally {
      await helper.close();
    }
  },
};

export default bench;
