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

function ordered(world: World, headers: Record<string, string>, offers: readonly Orderable[]): Target {
  return {
    url: world.graphql,
    headers,
    bodies: offers.map(({ id, quantity, price }) => {
      const lines = [{ offerId: id, quantity, priceSeen: price }];
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
function drafted(url: string, offers: readonly Orderable[], site: { id: string; place: unknown }): Target {
  return {
    url,
    headers: { 'content-type': 'application/json' },
    bodies: offers.map((offer) => JSON.stringify([draft(offer, site)])),
    checks: 20,
    check: (reply) => {
      const [row] = reply as { outcome?: string }[];
      if (row?.outcome !== 'PLACED') throw new Error(`not an order: ${JSON.stringify(reply).slice(0, 500)}`);
    },
  };
}

function draft(offer: Orderable, site: { id: string; place: unknown }): object {
  const { price, lineAmount, packRule } = offer;
  const line = {
    ...{
      id: '#01',
      scheduleId: '#02',
      position: 1,
      number: '10',
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
  return {
    ...{
      id: '#00',
      supplierId: offer.supplierId,
      currency: price.currency,
      minorUnits: 2,
      channel: 'API',
      agreementId: offer.agreementId,
    },
    ...{
      shipTo: site.place,
      billTo: site.place,
      shipToSite: site.id,
      billToSite: site.id,
      charges: [],
      chargesTotal: '0',
      total: lineAmount.amount,
    },
    lines: [line],
  };
}

const bench: Bench = {
  question:
    'Placing an order of one line over GraphQL, signed in, priced and checked, against the plpgsql function that writes the same rows: 16 connections.',
  async run({ say }): Promise<BenchRow[]> {
    const world = await benchWorld(say);
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
      const figures = await alternate(ordered(world, headers, offers), drafted(url, offers, site), connections);
      return [rateRow({ name: 'order one line', unit: 'orders/s', ...figures })];
    } finally {
      await helper.close();
    }
  },
};

export default bench;
