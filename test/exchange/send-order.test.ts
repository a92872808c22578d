import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NotFound } from '#libs/platform';
import { cancelOrder, changeOrder, placeOrder, shipOrder, type WholeOrder } from '#libs/procurement';
import { beginDelivery } from '../../libs/exchange/src/outbound/begin-delivery.js';
import { sendChange } from '../../libs/exchange/src/outbound/send-change.js';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { lineOf, orderInput, success } from '../factories/order.factory.js';
import { all } from '../newcomer/erp.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, type ExchangeWorld, erps, exchangeWorld, logOf } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile'])
    await db.admin(`delete from exchange.${table}`);
});

async function placed(): Promise<WholeOrder> {
  const lines = [lineOf(world.boxes, '100', { number: '00010' }), lineOf(world.boxes, '4', { number: '00020' })];
  return success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, lines))))[0]!;
}
const cancel = async (order: WholeOrder, lineNumbers?: string[]) =>
  success(
    await db.unitOfWork.run(world.buyer, (work) =>
      cancelOrder(work, { orderId: order.id, reason: 'not needed', lineNumbers: lineNumbers ?? null }),
    ),
  );
const ship = async (order: WholeOrder, lines?: { lineNumber: string; quantity?: string }[]) => {
  const input = { orderId: order.id, despatchNumber: 'D-1', ...(lines ? { lines } : {}) };
  return success(await db.unitOfWork.run(world.supplier, (work) => shipOrder(work, input)));
};
const send = (order: WholeOrder) => db.unitOfWork.run(world.supplierSystem, (work) => sendOrder(work, { orderId: order.id }));
const tell = (order: WholeOrder) =>
  db.unitOfWork.run(world.supplierSystem, (work) => sendChange(work, { orderId: order.id, seq: order.version }));
const begin = (id: string) => db.unitOfWork.run(world.supplierSystem, (work) => beginDelivery(work, id));
const shown = async () => (await logOf(db, world.supplier)).map(({ state, codes }) => [state, codes]);

describe.each(erps.map((one) => [one.format, one] as const))('an order to a supplier who speaks %s', (format, spoken) => {
  const total = {
    UBL: /<cbc:PayableAmount[^>]*>([^<]*)/,
    CXML: /<Total>\s*<Money[^>]*>([^<]*)/,
    X12: /AMT\*TT\*([^~]*)/,
    EDIFACT: /MOA\+86:([^']*)/,
    OPENTRANS: /<TOTAL_AMOUNT>([^<]*)/,
  };
  const payable = (raw: string) => total[format].exec(raw)?.[1];
  beforeEach(async () => void (await connection(db, world.supplier, { role: 'SUPPLIER', format })));

  it('that was cancelled before the worker came does not go out, whoever runs first', async () => {
    const one = await cancel(await placed());
    expect([(await send(one)).by, (await tell(one)).by]).toEqual(['NOTHING', 'MAIL']);
    const two = await cancel(await placed());
    expect((await Promise.all([tell(two), send(two)])).map(({ by }) => by)).toEqual(['MAIL', 'NOTHING']);
    expect(await shown()).toEqual([]);
  });

  it('asks for what is live only', async () => {
    const order = await placed();
    const less = [{ lineNumber: '00010', quantity: '60' }];
    success(await db.unitOfWork.run(world.buyer, (work) => changeOrder(work, { orderId: order.id, lines: less })));
    await cancel(order, ['00020']);
    expect((await send(order)).by).toBe('DOCUMENT');
    const [message] = await logOf(db, world.supplier);
    expect([message?.state, message?.codes]).toEqual(['QUEUED', []]);
    expect(spoken.readOrder(message!.raw).lines.map((line) => [line.number, line.quantity])).toEqual([['00010', '60']]);
    expect(payable(message!.raw)).toBe('630.00');
  });

  it('that left in part or whole before the worker came goes out with what has left in quantity and amount', async () => {
    const order = await placed();
    await ship(order, [{ lineNumber: '00010', quantity: '40' }, { lineNumber: '00020' }]);
    expect((await send(order)).by).toBe('DOCUMENT');
    const [message] = await logOf(db, world.supplier);
    const lines = spoken.readOrder(message!.raw).lines.map((line) => [line.number, line.quantity]);
    expect(lines).toEqual([
      ['00010', '100'],
      ['00020', '4'],
    ]);
    expect(payable(message!.raw)).toBe('1092.00');
    const gone = await placed();
    await ship(gone);
    expect((await send(gone)).by).toBe('DOCUMENT');
  });

  it('is found by its supplier alone', async () => {
    const order = await placed();
    const asked = db.unitOfWork.run(world.buyerSystem, (work) => sendOrder(work, { orderId: order.id }));
    await expect(asked).rejects.toThrow(NotFound);
    expect(await shown()).toEqual([]);
  });
});

describe('an order that waits in the queue when it is cancelled', () => {
  it('is given up before its first try, and so is its cancellation', async () => {
    await connection(db, world.supplier, { role: 'SUPPLIER', format: 'CXML' });
    const order = await placed();
    await send(order);
    expect((await tell(await cancel(order))).by).toBe('DOCUMENT');
    const [first, second] = await logOf(db, world.supplier);
    expect([await begin(second!.id), await begin(first!.id), await begin(second!.id)]).toEqual([undefined, undefined, undefined]);
    expect(await shown()).toEqual([
      ['DEAD', ['ORDER_CANCELLED']],
      ['DEAD', ['ORDER_NEVER_SENT']],
    ]);
  });

  it('is sent with its cancellation behind it once a try went out', async () => {
    await connection(db, world.supplier, { role: 'SUPPLIER', format: 'CXML' });
    const order = await placed();
    await send(order);
    const [first] = await logOf(db, world.supplier);
    expect(await begin(first!.id)).toBeDefined();
    await db.admin(`update exchange.message set state = 'FAILED' where id = $1`, [first!.id]);
    await tell(await cancel(order));
    const second = (await logOf(db, world.supplier))[1]!;
    expect([await begin(second.id), (await begin(first!.id))?.message.id]).toEqual([undefined, first!.id]);
    await db.admin(`update exchange.message set state = 'SENT' where id = $1`, [first!.id]);
    const cancelled = (await begin(second.id))!.body.toString();
    expect(cancelled).toContain('type="delete"');
    const payloadId = /<cXML[^>]* payloadID="([^"]*)"/.exec(first!.raw)![1]!;
    expect(all(cancelled, /<DocumentReference payloadID="([^"]*)"/g)).toEqual([payloadId]);
    expect(all(first!.raw, /<DocumentReference payloadID="([^"]*)"/g)).toEqual([]);
  });
});

describe('a text that holds the separators of X12', () => {
  const noted = (note: string) =>
    db.unitOfWork.run(world.buyer, (work) =>
      placeOrder(work, orderInput(world, [lineOf(world.boxes, '4', { number: '00010' })], { note })),
    );

  it('goes out as it is, between separators that do not occur in it', async () => {
    await connection(db, world.supplier, { role: 'SUPPLIER', format: 'X12' });
    const [order] = success(await noted('Hex bolt M6*30\nonly'));
    expect((await send(order!)).by).toBe('DOCUMENT');
    const [message] = await logOf(db, world.supplier);
    expect([message?.state, message?.raw.slice(0, 4), message?.raw.includes('Hex bolt M6*30')]).toEqual(['QUEUED', 'ISA|', true]);
  });

  it('with separators that the partner chose makes the document a dead one that is kept, and the order goes by mail', async () => {
    const part = 'HB*6';
    await db.admin('update supply.offer set supplier_part = $2 where id = $1', [world.boxes.id, part]);
    const separators = { element: '*', component: '>', segment: '~' };
    await connection(db, world.supplier, {
      role: 'SUPPLIER',
      format: 'X12',
      settings: { x12: { own: { qualifier: 'ZZ', id: 'PARTNER' }, separators } },
    });
    const order = await placed();
    await db.admin('update supply.offer set supplier_part = $2 where id = $1', [world.boxes.id, world.boxes.supplierPart]);
    const sent = await send(order);
    expect(sent).toMatchObject({ by: 'MAIL', order: { id: order.id, lines: [{ supplierPart: part }, { supplierPart: part }] } });
    expect(await shown()).toEqual([['DEAD', expect.arrayContaining(['X12_DELIMITER_IN_DATA'])]]);
    expect((await send(order)).by).toBe('DOCUMENT');
    expect((await tell(await cancel(order))).by).toBe('MAIL');
    expect((await shown()).length).toBe(1);
  });
});
