import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DocumentFormat,
  type OrderChange,
  type OrderChangeLine,
  type ReceiptAdvice,
  type StockReport,
  writeDocument,
} from '#libs/documents';
import type { Actor } from '#libs/platform';
import { confirmOrder, orderById, placeOrder, shipOrder, type WholeOrder } from '#libs/procurement';
import { lineOf, memberOf, orderInput, type PlantedOffer, plantOffer, success } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { delivered, type ExchangeWorld, exchangeWorld, logOf } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let buyerErp: Actor;
let supplierErp: Actor;
let pieces: PlantedOffer;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  pieces = await plantOffer(db, world.supplier.orgId, { price: '3.50', stock: '1000' });
  buyerErp = memberOf(world.buyer.orgId, ['exchange:send', 'order:read', 'order:cancel', 'order:change']);
  supplierErp = memberOf(world.supplier.orgId, ['exchange:send', 'stock:write']);
});
afterAll(() => db.close());

const today = new Date().toISOString().slice(0, 10);
let count = 0;
const party = ({ name, gln }: { name: string; gln: string }) => ({
  identifiers: [{ value: gln, scheme: '0088' }],
  endpoint: { value: gln, scheme: '0088' },
  name,
  address: { lines: ['1 Mill Lane'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
});
const parties = () => ({ buyer: party(world.cards.buyer), supplier: party(world.cards.supplier) });

async function placed(): Promise<WholeOrder> {
  const lines = [lineOf(world.boxes, '100', { number: '00010' }), lineOf(pieces, '50', { number: '00020' })];
  return success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, lines))))[0]!;
}
const now = async (order: WholeOrder) => (await db.unitOfWork.read(world.buyerSystem, (work) => orderById(work, order.id)))!;
const states = async (order: WholeOrder): Promise<string[]> =>
  (await now(order)).lines
    .flatMap((line) => line.schedules.map(({ status, quantity }) => `${line.number} ${status} ${quantity}`))
    .sort();

/** A document as an ERP of the actor sends it in a format; gives what became of it and the findings that are more than news. */
async function sent(actor: Actor, document: { kind: string }, format: DocumentFormat): Promise<[string | null, string[]]> {
  count += 1;
  const written = writeDocument(document, format, {
    control: String(50_000 + count),
    test: false,
    release: format === 'edifact' ? 'D.96A' : undefined,
  })!;
  expect(written.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  await delivered(db, actor, written.text);
  const last = (await logOf(db, actor)).filter(({ direction }) => direction === 'IN').at(-1)!;
  const told = await db.admin<{ code: string }>(
    `select p ->> 'code' as code from exchange.document d, jsonb_array_elements(d.problems) p where d.message_id = $1 and p ->> 'severity' <> 'info'`,
    [last.id],
  );
  return [last.documentState, told.map(({ code }) => code)];
}

function lineNow(number: string, given: Partial<OrderChangeLine> & { boxes?: string } = {}): OrderChangeLine {
  const { boxes, ...rest } = given;
  const [part, unit] = number === '00010' ? [world.boxes, 'XBX'] : [pieces, 'EA'];
  return {
    number,
    action: 'change',
    quantity: { value: boxes ?? (number === '00010' ? '100' : '50'), unit },
    item: { supplierPart: part.supplierPart, name: 'Screw', classifications: [] },
    note: [],
    charges: [],
    ...rest,
  };
}

function change(order: WholeOrder, lines: OrderChangeLine[], given: Partial<OrderChange> = {}): OrderChange {
  return {
    kind: 'orderChange',
    purpose: 'change',
    number: `CH-${count}`,
    sequence: '1',
    issuedOn: today,
    order: { number: order.number },
    currency: 'USD',
    note: [],
    ...parties(),
    charges: [],
    lines,
    ...given,
  };
}

const formats = ['ubl', 'x12', 'edifact'] as const;

describe.each(formats)('a change of an order in %s', (format) => {
  const send = (document: OrderChange) => sent(buyerErp, document, format);

  it('asks for less and for nothing of a line, and what it only repeats stands', async () => {
    const order = await placed();
    expect(await send(change(order, [lineNow('00010', { boxes: '60' }), lineNow('00020', { action: 'delete' })]))).toEqual([
      'APPLIED',
      [],
    ]);
    expect(await states(order)).toEqual(['00010 CANCELLED 40', '00010 REQUESTED 60', '00020 CANCELLED 50']);
  });

  it('that repeats the order asks for nothing', async () => {
    const order = await placed();
    expect((await send(change(order, [lineNow('00010'), lineNow('00020')])))[0]).toBe('IGNORED');
    expect(await now(order)).toMatchObject({ status: 'SENT', version: 1 });
  });

  it.each([
    ['a line that nobody ordered', () => [lineNow('00099' as '00010')], 'LINE_UNKNOWN'],
    ['another unit', () => [lineNow('00010', { quantity: { value: '2500', unit: 'EA' } })], 'UNIT_DIFFERS'],
    [
      'another price',
      () => [lineNow('00020', { price: { amount: '3.40', basis: '1', unit: 'EA', currency: 'USD' }, boxes: '40' })],
      'PRICE_CHANGED',
    ],
    ['a line more', () => [lineNow('00010', { boxes: '60' }), lineNow('00030' as '00010', { action: 'add' })], 'LINE_NOT_ADDED'],
  ])('with %s is refused, and nothing is changed', async (_, lines, code) => {
    const order = await placed();
    const [state, codes] = await send(change(order, lines()));
    expect([state, codes.includes(code)]).toEqual(['REFUSED', true]);
    expect(await now(order)).toMatchObject({ status: 'SENT', version: 1 });
  });

  it('that takes the order back cancels it whole, once', async () => {
    const order = await placed();
    const lines = format === 'ubl' ? [] : [lineNow('00010', { action: 'delete' }), lineNow('00020', { action: 'delete' })];
    expect(await send(change(order, lines, { purpose: 'cancel', reason: 'not needed' }))).toEqual(['APPLIED', []]);
    expect(await now(order)).toMatchObject({ status: 'CANCELLED' });
    expect((await send(change(order, lines, { purpose: 'cancel' })))[1]).toContain('NOTHING_TO_CANCEL');
  });

  it('of an order of others finds none, and without the right changes nothing', async () => {
    const order = await placed();
    const document = change(order, [lineNow('00010', { boxes: '60' })]);
    const stranger = memberOf(world.stranger.orgId, ['exchange:send', 'order:change', 'order:cancel']);
    expect((await sent(stranger, document, format))[1]).toContain('ORDER_UNKNOWN');
    const narrow = memberOf(world.buyer.orgId, ['exchange:send']);
    expect((await sent(narrow, document, format))[1]).toContain('FORBIDDEN');
    expect(await now(order)).toMatchObject({ status: 'SENT', version: 1 });
  });
});

describe.each(['ubl', 'x12', 'edifact', 'cxml'] as const)('a receipt in %s', (format) => {
  const receipt = (order: WholeOrder, quantity: string, unit = 'XBX'): ReceiptAdvice => ({
    kind: 'receiptAdvice',
    purpose: 'original',
    number: `R-${count}`,
    issuedOn: today,
    receivedOn: today,
    note: [],
    ...parties(),
    order: { number: order.number },
    despatch: { number: 'DN-1' },
    shipment: { number: 'S-1', trackings: [] },
    packages: [],
    lines: [
      {
        number: '1',
        order: { number: order.number },
        orderLine: '00010',
        item: { supplierPart: world.boxes.supplierPart, name: 'Screw', classifications: [] },
        received: { value: quantity, unit },
        accepted: { value: quantity, unit },
        packed: [],
        traced: [],
        note: [],
      },
    ],
  });
  const shipped = async (): Promise<WholeOrder> => {
    const order = await placed();
    const answer = { orderId: order.id, header: 'ACCEPTED' } as const;
    success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, answer)));
    const goods = { orderId: order.id, despatchNumber: 'DN-1', shippedOn: today, lines: [{ lineNumber: '00010' }] };
    return success(await db.unitOfWork.run(world.supplier, (work) => shipOrder(work, goods)));
  };

  it('books what was accepted; the rest is still on its way', async () => {
    const order = await shipped();
    expect(await sent(buyerErp, receipt(order, '40'), format)).toEqual(['APPLIED', []]);
    expect(await states(order)).toEqual(['00010 DELIVERED 40', '00010 SHIPPED 60', '00020 CONFIRMED 50']);
  });

  it('of more than was sent, in another unit or of an order of others is refused, and nothing is changed', async () => {
    const order = await shipped();
    const before = await states(order);
    expect((await sent(buyerErp, receipt(order, '101'), format))[0]).toBe('REFUSED');
    expect((await sent(buyerErp, receipt(order, '40', 'EA'), format))[1]).toContain('UNIT_DIFFERS');
    const stranger = memberOf(world.stranger.orgId, ['exchange:send', 'order:change']);
    expect((await sent(stranger, receipt(order, '40'), format))[1]).toContain('ORDER_UNKNOWN');
    expect(await states(order)).toEqual(before);
  });
});

describe.each(['ubl', 'x12', 'edifact'] as const)('a report of stock in %s', (format) => {
  const report = (lines: [string, string, string][]): StockReport => ({
    kind: 'stockReport',
    purpose: 'original',
    report: 'inventory',
    number: `I-${count}`,
    issuedOn: today,
    period: { start: today, end: today },
    note: [],
    ...parties(),
    lines: lines.map(([part, quantity, unit], i) => ({
      number: String(i + 1),
      item: { supplierPart: part, name: 'Screw', classifications: [] },
      location: { identifier: { value: 'WH1' }, name: 'Warehouse 1' },
      // A line of today is no line of tonight.
      quantities: [{ kind: 'onHand', quantity: { value: quantity, unit }, ...(format === 'ubl' ? {} : { on: today }) }],
      note: [],
    })),
  });
  const shelf = async (): Promise<(string | undefined)[]> =>
    (
      await db.admin<{ part: string; quantity: string }>(
        `select o.supplier_part as part, s.quantity::text from supply.stock s join supply.offer o on o.org_id = s.org_id and o.id = s.offer_id
         where s.org_id = $1 and s.location like 'W%' order by o.supplier_part`,
        [world.supplier.orgId],
      )
    ).map(({ part, quantity }) => `${part} ${quantity}`);

  it('is the new count of its places; a line that cannot be taken leaves the others', async () => {
    await db.admin(`delete from supply.stock where location like 'W%'`);
    const [state, codes] = await sent(
      supplierErp,
      report([
        [world.boxes.supplierPart, '75', 'XBX'],
        [pieces.supplierPart, '30', 'XBX'],
        ['NOBODY-1', '5', 'EA'],
      ]),
      format,
    );
    expect([state, codes.sort()]).toEqual(['APPLIED', ['STOCK_OFFER_UNKNOWN', 'UNIT_DIFFERS']]);
    expect(await shelf()).toEqual([`${world.boxes.supplierPart} 75`]);
  });

  it('keeps no place under a name that was cut, and says of very many lines how many more were not taken', async () => {
    await db.admin(`delete from supply.stock where location like 'W%'`);
    const long = (end: string) => `W${'arehouse '.repeat(4)}hall ${end}`;
    const counted = report([
      [world.boxes.supplierPart, '75', 'XBX'],
      ...Array.from({ length: 203 }, (): [string, string, string] => [pieces.supplierPart, '30', 'EA']),
    ]);
    const lines = counted.lines.map((line, i) =>
      i === 0 ? line : { ...line, location: { identifier: { value: long(i % 2 ? 'A' : 'B') }, name: long('') } },
    );
    // EDIFACT has no more than 35 letters for a place, so its writer says the rest elsewhere.
    if (format === 'edifact') return;
    const whole: StockReport = { ...counted, lines };
    const [state, found] = await sent(supplierErp, whole, format);
    expect([state, found.filter((code) => code === 'PLACE_TOO_LONG').length, found.at(-1)]).toEqual([
      'APPLIED',
      200,
      'MORE_LINES_NOT_TAKEN',
    ]);
    expect(await shelf()).toEqual([`${world.boxes.supplierPart} 75`]);
  });

  it('of nothing that is offered, or without the right, is refused', async () => {
    await db.admin(`delete from supply.stock where location like 'W%'`);
    expect((await sent(supplierErp, report([['NOBODY-1', '5', 'EA']]), format))[0]).toBe('REFUSED');
    const narrow = memberOf(world.supplier.orgId, ['exchange:send']);
    expect((await sent(narrow, report([[world.boxes.supplierPart, '75', 'XBX']]), format))[1]).toContain('FORBIDDEN');
    expect(await shelf()).toEqual([]);
  });
});
