import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cxmlShipNoticeRequest,
  type DespatchAdvice,
  despatchAdvice856,
  encodeCxml,
  encodeSet,
  encodeUbl,
  ublDespatchAdvice,
  writeDocument,
  writeInterchange,
} from '#libs/documents';
import { addDays } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { confirmOrder, orderById, placeOrder, type WholeOrder } from '#libs/procurement';
import { lotsOfOffers, saveLots } from '#libs/supply';
import { lineOf, memberOf, orderInput, stockOf, success } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { delivered, type ExchangeWorld, exchangeWorld, logOf } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  await db.admin('update supply.stock set quantity = 5000 where offer_id = $1', [world.boxes.id]);
  erp = memberOf(world.supplier.orgId, ['exchange:send', 'order:confirm', 'order:read']);
});
afterAll(() => db.close());

async function confirmed(): Promise<WholeOrder> {
  const input = orderInput(world, [lineOf(world.boxes, '100', { number: '00010' })]);
  const [order] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)));
  const answer = { orderId: order!.id, header: 'ACCEPTED' } as const;
  return success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, answer)));
}

const party = ({ name, gln }: { name: string; gln: string }) => ({
  identifiers: [{ value: gln, scheme: '0088' }],
  endpoint: { value: gln, scheme: '0088' },
  name,
  address: { lines: ['1 Mill Lane'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
});

const today = new Date().toISOString().slice(0, 10);
let count = 0;
/** A despatch of boxes of one order line. */
function advice(order: WholeOrder, given: Partial<DespatchAdvice> & { boxes?: string; unit?: string; orderLine?: string } = {}) {
  const { boxes = '40', unit = 'XBX', orderLine = '00010', ...rest } = given;
  const document: DespatchAdvice = {
    kind: 'despatchAdvice',
    purpose: 'original',
    number: `DN-${++count}`,
    issuedOn: today,
    status: 'actual',
    note: [],
    buyer: party(world.cards.buyer),
    supplier: party(world.cards.supplier),
    order: { number: order.number },
    shipment: { number: `S-${count}`, trackings: [], despatchOn: today, deliverOn: addDays(today, 3), waybill: 'W-1' },
    packages: [],
    attachments: [],
    lines: [
      {
        number: '1',
        orderLine,
        order: { number: order.number },
        quantity: { value: boxes, unit },
        item: { supplierPart: world.boxes.supplierPart, name: 'Screw, box of 25', classifications: [] },
        packed: [],
        traced: [],
        attachments: [],
        note: [],
      },
    ],
    ...rest,
  };
  return document;
}

const inUbl = (document: DespatchAdvice): string => encodeUbl(ublDespatchAdvice, document).text;
function inX12(document: DespatchAdvice): string {
  const control = String(7000 + count);
  const { segments } = encodeSet(despatchAdvice856, document);
  return writeInterchange({
    sender: { qualifier: 'ZZ', id: 'PARTNER' },
    receiver: { qualifier: 'ZZ', id: 'ENTREPOT' },
    groupSender: 'PARTNER',
    groupReceiver: 'ENTREPOT',
    functionalCode: 'SH',
    interchangeControl: control.padStart(9, '0'),
    groupControl: control,
    date: today,
    time: '10:00',
    usage: 'P',
    sets: [{ type: '856', control: '0001', segments }],
  }).text;
}

const inEdifact = (document: DespatchAdvice): string =>
  writeDocument(document, 'edifact', { release: 'D.96A', control: String(7000 + count), test: false })!.text;
const inOpenTrans = (document: DespatchAdvice): string => writeDocument(document, 'opentrans')!.text;

function inCxml(document: DespatchAdvice): string {
  const identity = { scheme: 'NetworkId', value: 'AN01' };
  const header = {
    payloadId: `${count}.${document.number}@partner`,
    timestamp: `${today}T10:00:00+00:00`,
    test: false,
    from: identity,
    to: { scheme: 'NetworkId', value: 'ENTREPOT' },
    sender: identity,
    userAgent: 'partner',
  };
  return encodeCxml(cxmlShipNoticeRequest, document, header).text;
}

const now = async (order: WholeOrder) => (await db.unitOfWork.read(world.buyerSystem, (work) => orderById(work, order.id)))!;
const states = async (order: WholeOrder): Promise<string[]> =>
  (await now(order)).lines.flatMap((line) => line.schedules.map(({ status, quantity }) => `${status} ${quantity}`)).sort();
const last = async () => (await logOf(db, world.supplier)).filter(({ direction }) => direction === 'IN').at(-1)!;

describe.each([
  ['UBL', inUbl, 'ubl:2.1:DespatchAdvice'],
  ['X12', inX12, 'x12:004010:856'],
  ['EDIFACT', inEdifact, 'edifact:D.96A:DESADV'],
  ['cXML', inCxml, 'cxml:1.2:ShipNoticeRequest'],
] as const)('a despatch advice in %s', (format, written, coordinate) => {
  it('ships what it names once, however often it comes', async () => {
    const order = await confirmed();
    const before = await stockOf(db, world.boxes);
    const document = advice(order);
    const text = written(document);
    await delivered(db, erp, text);
    expect(await last()).toMatchObject({ coordinate, documentState: 'APPLIED', codes: [] });
    expect(await states(order)).toEqual(['CONFIRMED 60', 'SHIPPED 40']);
    const after = await stockOf(db, world.boxes);
    expect([Number(before.quantity) - Number(after.quantity), Number(before.reserved) - Number(after.reserved)]).toEqual([
      40, 40,
    ]);
    const [shipped] = (await now(order)).lines[0]!.schedules.filter(({ status }) => status === 'SHIPPED');
    expect(shipped).toMatchObject({ shipOn: today });

    await Promise.all([delivered(db, erp, text), delivered(db, erp, text)]);
    expect(await states(order)).toEqual(['CONFIRMED 60', 'SHIPPED 40']);
    expect(await stockOf(db, world.boxes)).toEqual(after);
  });

  it('sends nothing of a position of nothing', async () => {
    const order = await confirmed();
    const document = advice(order);
    const [line] = document.lines;
    const none = { ...line!, number: '2', quantity: { value: '0', unit: 'XBX' } };
    await delivered(db, erp, written({ ...document, lines: [line!, none] }));
    expect(await last()).toMatchObject({ documentState: 'APPLIED', codes: [] });
    expect(await states(order)).toEqual(['CONFIRMED 60', 'SHIPPED 40']);
    await delivered(db, erp, written({ ...advice(order), lines: [none] }));
    expect(await last()).toMatchObject({ documentState: 'REFUSED', codes: ['LINES_MISSING'] });
  });

  it('takes the lots and serials that it names off the shelf, and is refused whole for one that is not there', async () => {
    const lot = { offerId: world.boxes.id, location: 'MAIN', condition: 'FN', trace: 'YES' as const, quantity: '1' };
    const lots = [
      { ...lot, lotNumber: 'L-1', quantity: '50', shelfLifeOn: '2099-01-31' },
      { ...lot, lotNumber: 'L-2', quantity: '50', shelfLifeOn: '2098-01-31' },
      { ...lot, serialNumber: 'BX-1', shelfLifeOn: null },
    ];
    const keeper = memberOf(world.supplier.orgId, ['stock:write']);
    success(await db.unitOfWork.run(keeper, (work) => saveLots(work, { lots })));
    const shelf = async () =>
      (await db.unitOfWork.read(keeper, (work) => lotsOfOffers(work, [world.boxes.id])))
        .map((one) => `${one.serialNumber ?? one.lotNumber} ${one.quantity}`)
        .sort();
    const order = await confirmed();
    const sent = (boxes: string, traced: DespatchAdvice['lines'][number]['traced']) => {
      const document = advice(order, { boxes });
      const [line] = document.lines;
      // UBL has no place for the quantity of a lot: there each lot is a position of its own.
      const apart = traced.map((goods, n) => ({ ...line!, number: String(n + 1), quantity: goods.quantity!, traced: [goods] }));
      return { ...document, lines: format === 'UBL' && traced.length > 1 ? apart : [{ ...line!, traced }] };
    };
    const amount = (value: string) => ({ quantity: { value, unit: 'XBX' } });
    await delivered(
      db,
      erp,
      written(
        sent('3', [
          { lot: 'L-1', ...amount('2') },
          { lot: 'NONE', ...amount('1') },
        ]),
      ),
    );
    expect(await last()).toMatchObject({ documentState: 'REFUSED', codes: ['LOT_UNKNOWN'] });
    expect([await states(order), await shelf()]).toEqual([['CONFIRMED 100'], ['BX-1 1', 'L-1 50', 'L-2 50']]);
    await delivered(
      db,
      erp,
      written(
        sent('30', [
          { lot: 'L-1', ...amount('10') },
          { lot: 'L-2', ...amount('20') },
        ]),
      ),
    );
    await delivered(db, erp, written(sent('1', [{ serial: 'BX-1' }])));
    expect(await last()).toMatchObject({ documentState: 'APPLIED', codes: [] });
    await delivered(
      db,
      erp,
      written(
        sent('69', [
          { lot: 'L-1', ...amount('40') },
          { lot: 'L-2', ...amount('29') },
        ]),
      ),
    );
    expect(await last()).toMatchObject({ documentState: 'APPLIED', codes: [] });
    expect([await states(order), await shelf()]).toEqual([['SHIPPED 1', 'SHIPPED 30', 'SHIPPED 69'], ['L-2 1']]);
    await db.admin('delete from supply.lot_departure');
    await db.admin('delete from supply.lot');
  });

  it('is refused whole for too much, another unit, an unknown order or line', async () => {
    const order = await confirmed();
    const before = await stockOf(db, world.boxes);
    const refused = async (document: DespatchAdvice) => {
      await delivered(db, erp, written(document));
      const { documentState, codes } = await last();
      return [documentState, ...codes.filter((code) => /^[A-Z_]+$/.test(code))];
    };
    expect(await refused(advice(order, { boxes: '101' }))).toEqual(['REFUSED', 'QUANTITY_NOT_OPEN']);
    expect(await refused(advice(order, { unit: 'EA' }))).toEqual(['REFUSED', 'UNIT_DIFFERS']);
    expect(await refused(advice(order, { orderLine: '00099' }))).toEqual(['REFUSED', 'LINE_UNKNOWN']);
    expect(await refused(advice({ ...order, number: 'NO-SUCH' }))).toEqual(['REFUSED', 'ORDER_UNKNOWN']);
    expect([await states(order), await stockOf(db, world.boxes)]).toEqual([['CONFIRMED 100'], before]);
  });
});

// A number of X12 has 30 characters at most.
describe.each([
  ['UBL', inUbl],
  ['cXML', inCxml],
] as const)('a despatch advice with a long number in %s', (_, written) => {
  it('is another one when its number differs behind the first 35 characters', async () => {
    const order = await confirmed();
    const number = `${'DESPATCH-'.repeat(5)}${count}`;
    for (const end of ['-1', '-2']) await delivered(db, erp, written(advice(order, { number: `${number}${end}` })));
    expect(await states(order)).toEqual(['CONFIRMED 20', 'SHIPPED 40', 'SHIPPED 40']);
  });
});

describe('a despatch advice of goods that have not left', () => {
  it('changes nothing', async () => {
    const order = await confirmed();
    const document = advice(order, { status: 'planned' });
    await delivered(db, erp, inCxml(document));
    expect(await states(order)).toEqual(['CONFIRMED 100']);
    expect(await last()).toMatchObject({ documentState: 'IGNORED', codes: ['DESPATCH_PLANNED'] });
  });
});

describe('a despatch advice in openTRANS', () => {
  it('ships what it names, in the unit of the order as openTRANS writes it', async () => {
    const order = await confirmed();
    await delivered(db, erp, inOpenTrans(advice(order)));
    expect(await last()).toMatchObject({ coordinate: 'opentrans:2.1:DISPATCHNOTIFICATION', documentState: 'APPLIED', codes: [] });
    expect(await states(order)).toEqual(['CONFIRMED 60', 'SHIPPED 40']);
    await delivered(db, erp, inOpenTrans(advice(order, { unit: 'EA' })));
    expect(await last()).toMatchObject({ documentState: 'REFUSED', codes: ['UNIT_DIFFERS'] });
  });
});
