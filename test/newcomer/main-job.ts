import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { publishCatalogues } from './catalogue.js';
import type { Erp, HeardAnswer, Saying, WantedLine } from './erp.js';
import { cxmlErp } from './erp-cxml.js';
import { edifactErp } from './erp-edifact.js';
import { openTransErp } from './erp-opentrans.js';
import { ublErp } from './erp-ubl.js';
import { x12Erp } from './erp-x12.js';
import { type Account, Hub, waitFor } from './hub.js';
import { Journal, same } from './journal.js';
import { PartnerServer } from './partner-server.js';
import { type Available, connect, delivered, disconnect, lookUp, oracle, orderOf, type World } from './steps.js';

/** Password and accounts of the demo world. */
const password = 'harbour-crane-42';
const accounts = { supplier: 'sales@northfield.example', buyer: 'buyer@aurora.example' };
export const erps: readonly Erp[] = [ublErp, cxmlErp, x12Erp, edifactErp, openTransErp];
const plusDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The main job as a newcomer does it, over the public API only: a supplier publishes a BMEcat file and a price list, a buyer finds, checks and
 * orders; the supplier's ERP gets each order in UBL, cXML and X12 over HTTP and answers, one answer in three parts; then the buyer's ERP orders
 * in the three formats and gets the answers in its own words. Gives the journal; `say` gets one line per step.
 */
export async function mainJob(url: string, say: (line: string) => void): Promise<Journal> {
  const hub = new Hub(url.replace(/\/+$/, ''));
  const journal = new Journal(say);
  const partner = await PartnerServer.start();
  try {
    await journal.part(async () => {
      const supplier = await journal.step(
        'supplier signs in',
        () => firstSignIn(hub),
        (a) => a.organization.name,
      );
      const published = await publishCatalogues(supplier, journal);
      const buyer = await journal.step(
        'buyer signs in',
        () => hub.signIn(accounts.buyer, password),
        (a) => a.organization.name,
      );
      const world = { hub, journal, partner, supplier, buyer, published };
      for (const erp of erps) await journal.part(() => supplierSide(world, erp));
      for (const erp of erps) await journal.part(() => buyerSide(world, erp));
      await journal.part(() => disconnect(world));
    });
  } finally {
    await partner.close();
  }
  return journal;
}

/** A hub is ready a moment before its demo world is founded: the first sign-in may have to knock again. */
async function firstSignIn(hub: Hub): Promise<Account> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await hub.signIn(accounts.supplier, password);
    } catch (error) {
      if (tries === 60) throw error;
      await sleep(2000);
    }
  }
}

/** The supplier's ERP: gets an order that was placed in the portal, answers it, and the order moves. */
async function supplierSide(world: World, erp: Erp): Promise<void> {
  const { journal, supplier, partner, hub } = world;
  const label = `supplier's ${erp.format}`;
  const path = `/supplier/${erp.format.toLowerCase()}`;
  const key = await connect(world, { account: supplier, role: 'SUPPLIER', erp, path });
  const found = await lookUp(world, label);
  const order = await placed(world, label, found);
  const arrived = await journal.step(`${label}: the order reaches the ERP`, () =>
    waitFor('the order', () => partner.arrived.find((a) => a.path === path && a.body.includes(order.number))),
  );
  await journal.step(`${label}: the order says what was ordered`, async () => {
    const heard = erp.readOrder(arrived.body);
    same('the number', heard.number, order.number);
    same('the currency', heard.currency, 'EUR');
    same(
      'the lines',
      heard.lines.map((l) => [l.number, l.supplierPart, l.quantity]),
      order.lines.map((l: Available) => [l.number, l.supplierPart, l.quantity.value]),
    );
    same(
      'the price of the boxes',
      heard.lines[0] && [heard.lines[0].price, heard.lines[0].per],
      {
        UBL: ['42.00', '4 XBX'],
        CXML: ['42.00', '100 EA'],
        X12: ['42.00', 'HP'],
        EDIFACT: ['42.00', '100 EA'],
        OPENTRANS: ['42.00', '100'],
      }[erp.format],
    );
  });
  await oracle(journal, `${label}: the order`, { name: `order.${erp.extension}`, text: arrived.body });

  const dates = { soon: plusDays(7), later: plusDays(30) };
  const said = new Map<string, Saying[]>([
    [
      order.lines[0].number,
      [
        { status: 'accept', quantity: '60', date: dates.soon },
        { status: 'backorder', quantity: '25', date: dates.later },
        { status: 'reject', quantity: '15' },
      ],
    ],
    [order.lines[1].number, [{ status: 'accept', quantity: '7', date: dates.soon }]],
  ]);
  const answer = erp.answer(arrived.body, said, key);
  await journal.step(`${label}: the ERP answers, one line in three parts`, () => delivered(hub, erp, answer));
  await journal.step(`${label}: the same answer again gets the same reply`, async () =>
    same(
      'the reply',
      (await hub.deliver(answer)).body.replace('"duplicate":true', '"duplicate":false'),
      (await hub.deliver(answer)).body.replace('"duplicate":true', '"duplicate":false'),
    ),
  );
  await journal.step(
    `${label}: the order has moved`,
    async () => {
      const moved = await orderOf(world.buyer, order.id);
      const parts = moved.lines[0].schedules
        .map((s: Available) => [s.status, s.quantity, s.deliverOn])
        .sort((a: string[], b: string[]) => Number(b[1]) - Number(a[1]));
      same('the boxes', parts, [
        ['CONFIRMED', '60', dates.soon],
        ['BACKORDERED', '25', dates.later],
        ['REJECTED', '15', null],
      ]);
      same(
        'the other line',
        moved.lines[1].schedules.map((s: Available) => [s.status, s.quantity]),
        [['CONFIRMED', '7']],
      );
      return moved;
    },
    ({ status, liveTotal }) => `${status}, ${liveTotal.amount} of ${order.total.amount} ${liveTotal.currency} live`,
  );
}

/** The buyer's ERP: orders under its own numbers and gets the answer under them. */
async function buyerSide(world: World, erp: Erp): Promise<void> {
  const { journal, buyer, supplier, partner, hub } = world;
  const label = `buyer's ${erp.format}`;
  const path = `/buyer/${erp.format.toLowerCase()}`;
  const key = await connect(world, { account: buyer, role: 'BUYER', erp, path });
  const { box, single } = await lookUp(world, label);
  const number = `NC-${erp.format}-${randomBytes(4).toString('hex')}`;
  const card = async (account: Account): Promise<Available> =>
    (await account.query('query ($id: ID!) { organization(id: $id) { name gln duns } }', { id: account.organization.id }))
      .organization;
  const sent = erp.order(
    {
      number,
      currency: 'EUR',
      buyer: await card(buyer),
      supplier: await card(supplier),
      shipTo: {
        code: 'HAM-1',
        name: 'Hangar 1 goods receiving',
        street: 'Weg beim Jaeger 193',
        city: 'Hamburg',
        postalCode: '22335',
        country: 'DE',
      },
      lines: [
        wanted('00010', 'AUR-4711', { found: box, quantity: '100' }),
        wanted('00020', 'AUR-4712', { found: single, quantity: '7' }),
      ],
    },
    key,
  );
  await journal.step(`${label}: the ERP sends an order`, () => delivered(hub, erp, sent));
  const order = await journal.step(
    `${label}: the order is in the hub`,
    () =>
      waitFor(
        'the order',
        async () =>
          (
            await supplier.query(
              'query ($text: String!) { orders(filter: { text: $text }, first: 5) { nodes { id number total { amount } lines { number buyerPart supplierPart } } } }',
              { text: number },
            )
          ).orders.nodes[0],
      ),
    (o: Available) => `${o.number}, ${o.total.amount} EUR`,
  );
  same(
    'its lines',
    order.lines.map((l: Available) => [l.number, l.buyerPart]),
    [
      ['00010', 'AUR-4711'],
      ['00020', 'AUR-4712'],
    ],
  );
  await journal.step(`${label}: the supplier answers in three parts`, () =>
    supplier.mutate(
      'confirmOrder',
      {
        orderId: order.id,
        supplierNumber: `SO-${number}`,
        lines: [
          {
            lineNumber: '00010',
            schedules: [
              { status: 'ACCEPTED', quantity: '60', deliverOn: plusDays(7) },
              { status: 'BACKORDERED', quantity: '25', deliverOn: plusDays(30) },
              { status: 'REJECTED', quantity: '15', reason: 'not made any more' },
            ],
          },
          { lineNumber: '00020', schedules: [{ status: 'ACCEPTED', quantity: '7', deliverOn: plusDays(7) }] },
        ],
      },
      'order { id status }',
    ),
  );
  const arrived = await journal.step(`${label}: the answer reaches the buyer's ERP`, () =>
    waitFor('the answer', () => partner.arrived.find((a) => a.path === path && a.body.includes(number))),
  );
  await journal.step(`${label}: the answer is in its own numbers`, async () => {
    const heard: HeardAnswer = erp.readAnswer(arrived.body);
    same('the order', heard.order, number);
    same(
      'the lines',
      heard.lines.map((l) => l.number),
      ['00010', '00020'],
    );
    same(
      'the parts of the first line',
      heard.lines[0]?.said,
      {
        UBL: ['5 60', '3 25', '7 15'],
        CXML: ['accept 60', 'backordered 25', 'reject 15'],
        X12: ['IA 60', 'IB 25', 'IR 15'],
        EDIFACT: ['5 60', '3 25', '7 15'],
        OPENTRANS: ['accepted 60', 'backordered 25', 'rejected 15'],
      }[erp.format],
    );
    // A ConfirmationItem names its line and no part numbers, unless a part takes another's place (cXML 1.2 Fulfill.dtd).
    if (erp.format !== 'CXML')
      same(
        'its own part numbers',
        heard.lines.map((l) => l.buyerPart),
        ['AUR-4711', 'AUR-4712'],
      );
  });
  await oracle(journal, `${label}: the answer`, { name: `answer.${erp.extension}`, text: arrived.body });
}

async function placed(
  { journal, buyer }: World,
  label: string,
  { box, single }: { box: Available; single: Available },
): Promise<Available> {
  const { sites } = await buyer.query('{ sites(kind: SHIP_TO) { id code } }');
  const line = (found: Available, quantity: string) => ({ offerId: found.offer.id, quantity, priceSeen: found.price });
  const input = {
    idempotencyKey: randomBytes(12).toString('hex'),
    shipToId: sites[0].id,
    lines: [line(box, '100'), line(single, '7')],
  };
  return journal.step(
    `${label}: buyer orders`,
    async () => {
      const orders = await buyer.mutate(
        'placeOrder',
        input,
        'orders { id number total { amount currency } lines { number supplierPart quantity { value } } }',
      );
      const again = await buyer.mutate('placeOrder', input, 'orders { id }');
      same(
        'the orders of a repeated call',
        again.map((o: Available) => o.id),
        orders.map((o: Available) => o.id),
      );
      same('the number of orders', orders.length, 1);
      return orders[0];
    },
    (order: Available) => `${order.number}, ${order.total.amount} ${order.total.currency}`,
  );
}

function wanted(number: string, buyerPart: string, { found, quantity }: { found: Available; quantity: string }): WantedLine {
  const { offer, price } = found;
  return {
    number,
    buyerPart,
    supplierPart: offer.supplierPart,
    description: offer.name,
    quantity,
    unit: offer.orderUnit,
    priceUnit: price.unit,
    perOrderUnit: offer.priceFactor.numerator,
    amount: price.amount,
    basis: price.basis,
  };
}
