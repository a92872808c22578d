import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConfirmOrderInput, confirmOrder, orderById, type WholeOrder } from '#libs/procurement';
import { codes, memberOf, placedOrder, stockOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const confirm = (input: ConfirmOrderInput, actor = world.supplier) =>
  db.unitOfWork.run(actor, (work) => confirmOrder(work, input));
const quantities = (order: WholeOrder) =>
  order.lines.flatMap((line) => line.schedules.map((s) => [s.quantity, s.status, s.deliverOn ?? s.shipOn])).sort();
const read = async (id: string) => (await db.unitOfWork.read(world.buyer, (work) => orderById(work, id)))!;

describe('an answer per quantity', () => {
  it('splits a line into three schedules: now, later, never; the sum stays what was ordered', async () => {
    const { order, offer } = await placedOrder(db, world, { line: { number: '00010' } });
    const answered = success(
      await confirm({
        orderId: order.id,
        supplierNumber: 'SO-77',
        messageId: 'M-1',
        channel: 'UBL',
        lines: [
          {
            lineNumber: '00010',
            schedules: [
              { status: 'ACCEPTED', quantity: '60', shipOn: '2031-01-10', deliverOn: '2031-01-15' },
              { status: 'BACKORDERED', quantity: '30', shipOn: '2031-03-01' },
              { status: 'REJECTED', quantity: '10', reason: 'Discontinued', rawStatus: 'R9' },
            ],
          },
        ],
      }),
    );
    expect(quantities(answered)).toEqual([
      ['10', 'REJECTED', null],
      ['30', 'BACKORDERED', '2031-03-01'],
      ['60', 'CONFIRMED', '2031-01-15'],
    ]);
    expect(answered).toMatchObject({
      status: 'PART_CONFIRMED',
      supplierNumber: 'SO-77',
      version: 2,
      total: '4.20',
      liveTotal: '3.78',
    });
    expect(answered.lines[0]).toMatchObject({ quantity: '100', lineAmount: '4.20', liveAmount: '3.78', reserved: '90' });
    expect(await stockOf(db, offer)).toEqual({ quantity: '500', reserved: '90', ledger: '90' });
    expect(answered.events.at(-1)).toMatchObject({
      seq: 2,
      kind: 'ANSWERED',
      channel: 'UBL',
      actorOrg: world.supplier.orgId,
      messageId: 'M-1',
    });
    const rejected = answered.lines[0]?.schedules.find((s) => s.status === 'REJECTED');
    expect(rejected).toMatchObject({ reason: 'Discontinued', rawStatus: 'R9' });
  });

  it('takes one message once, and another under its id not at all', async () => {
    const { order } = await placedOrder(db, world);
    const input: ConfirmOrderInput = { orderId: order.id, messageId: 'M-2', header: 'ACCEPTED' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(input)));
    expect(answers.map((answer) => success(answer).version)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(codes(await confirm({ ...input, header: 'REJECTED' }))).toEqual(['IdempotencyMismatch']);
    expect((await read(order.id)).status).toBe('CONFIRMED');
  });

  it('takes other terms as a proposal that waits, whatever the partner calls them', async () => {
    const { order } = await placedOrder(db, world, { line: { needBy: '2031-02-01' } });
    const answered = success(
      await confirm({
        orderId: order.id,
        lines: [
          {
            lineNumber: '10',
            schedules: [
              { status: 'ACCEPTED', quantity: '40', deliverOn: '2031-02-01', price: { amount: '0.042', basis: '1' } },
              { status: 'ACCEPTED', quantity: '30', deliverOn: '2031-02-09' },
              { status: 'ACCEPTED', quantity: '20', price: { amount: '4.30', basis: '100' } },
              { status: 'SUBSTITUTED', quantity: '10', substitute: { supplierPart: 'ALT-1' } },
            ],
          },
        ],
      }),
    );
    expect(answered.status).toBe('CHANGE_PROPOSED');
    expect(answered.lines[0]?.schedules.map((s) => [s.quantity, s.status, s.base, s.proposal]).sort()).toEqual([
      ['10', 'SUBSTITUTE_PROPOSED', 'REQUESTED', { substitute: { supplierPart: 'ALT-1' } }],
      ['20', 'CHANGE_PROPOSED', 'REQUESTED', { price: { amount: '4.30', basis: '100' } }],
      ['30', 'CHANGE_PROPOSED', 'REQUESTED', { deliverOn: '2031-02-09' }],
      ['40', 'CONFIRMED', null, null],
    ]);
    expect(answered.total).toBe('4.20');
  });

  it('reads a single other quantity as the quantity proposed', async () => {
    const { order } = await placedOrder(db, world);
    const answered = success(
      await confirm({ orderId: order.id, lines: [{ lineNumber: '10', schedules: [{ status: 'CHANGED', quantity: '120' }] }] }),
    );
    expect(answered.lines[0]?.quantity).toBe('100');
    expect(answered.lines[0]?.schedules.map((s) => [s.quantity, s.status, s.proposal])).toEqual([
      ['100', 'CHANGE_PROPOSED', { quantity: '120' }],
    ]);
  });

  it('only acknowledges with RECEIVED, then takes everything with ACCEPTED, and later rejects what was confirmed', async () => {
    const { order, offer } = await placedOrder(db, world, { line: { needBy: '2031-02-01' } });
    expect(success(await confirm({ orderId: order.id, header: 'RECEIVED' }))).toMatchObject({
      status: 'RECEIVED',
      version: 2,
      answeredAt: null,
    });
    const accepted = success(await confirm({ orderId: order.id, header: 'ACCEPTED' }));
    expect([accepted.status, quantities(accepted)]).toEqual(['CONFIRMED', [['100', 'CONFIRMED', '2031-02-01']]]);
    const later = success(
      await confirm({
        orderId: order.id,
        lines: [
          {
            lineNumber: '10',
            schedules: [
              { status: 'ACCEPTED', quantity: '70' },
              { status: 'REJECTED', quantity: '30' },
            ],
          },
        ],
      }),
    );
    expect([later.status, quantities(later)]).toEqual([
      'PART_CONFIRMED',
      [
        ['30', 'REJECTED', null],
        ['70', 'CONFIRMED', '2031-02-01'],
      ],
    ]);
    expect((await stockOf(db, offer)).reserved).toBe('70');
    // The ERP repeats the full picture: the rejected part is not rejected twice.
    const again = success(
      await confirm({
        orderId: order.id,
        lines: [
          {
            lineNumber: '10',
            schedules: [
              { status: 'ACCEPTED', quantity: '60' },
              { status: 'REJECTED', quantity: '40' },
            ],
          },
        ],
      }),
    );
    expect(again.lines[0]?.schedules.map((s) => [s.quantity, s.status]).sort()).toEqual([
      ['10', 'REJECTED'],
      ['30', 'REJECTED'],
      ['60', 'CONFIRMED'],
    ]);
    expect(await stockOf(db, offer)).toEqual({ quantity: '500', reserved: '60', ledger: '60' });
  });

  it('reads a price per box as the price per piece it is', async () => {
    const { order } = await placedOrder(db, world, {
      offer: { orderUnit: 'XBX', priceUnit: 'EA', factor: ['25', '1'] },
      quantity: '4',
    });
    const answered = success(
      await confirm({
        orderId: order.id,
        lines: [
          {
            lineNumber: '10',
            schedules: [{ status: 'ACCEPTED', quantity: '4', price: { amount: '1.05', basis: '1', unit: 'XBX' } }],
          },
        ],
      }),
    );
    expect(answered.status).toBe('CONFIRMED');
  });
});

describe('what stands against an answer', () => {
  it('is told all at once and changes nothing', async () => {
    const { order } = await placedOrder(db, world);
    const result = await confirm({
      orderId: order.id,
      lines: [
        { lineNumber: '010', schedules: [{ status: 'ACCEPTED', quantity: '100' }] },
        {
          lineNumber: '10',
          schedules: [
            { status: 'ACCEPTED', quantity: '60' },
            { status: 'SUBSTITUTED', quantity: '30', price: { amount: '1', basis: '1', currency: 'EUR' } },
            { status: 'BACKORDERED', quantity: '20' },
          ],
        },
        { lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '100' }] },
      ],
    });
    expect(codes(result)).toEqual(['LineUnknown', 'PriceNotComparable', 'SubstituteMissing', 'LineAnsweredTwice']);
    const short = await confirm({
      orderId: order.id,
      lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '60' }] }],
    });
    expect(short.ok ? [] : short.errors).toEqual([
      { code: 'QuantityMismatch', path: ['lines', '0'], values: { line: '10', open: '100', answered: '60' } },
    ]);
    expect(codes(await confirm({ orderId: order.id, header: 'ACCEPTED', expectedVersion: 9 }))).toEqual(['VersionConflict']);
    expect(await read(order.id)).toEqual(order);
  });

  it('is refused when its price cannot be said in the price unit of the line', async () => {
    const { order } = await placedOrder(db, world, { offer: { orderUnit: 'XBX', priceUnit: 'EA', factor: ['25', '8'] } });
    const price = { amount: '9999999999999', basis: '1', unit: 'XBX' };
    const lines = [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED' as const, quantity: '100', price }] }];
    expect(codes(await confirm({ orderId: order.id, lines }))).toEqual(['PriceNotComparable']);
  });

  it('is the end of the order: nothing final is answered again', async () => {
    const { order } = await placedOrder(db, world);
    success(await confirm({ orderId: order.id, header: 'REJECTED' }));
    expect(
      codes(
        await confirm({ orderId: order.id, lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '100' }] }] }),
      ),
    ).toEqual(['QuantityMismatch']);
  });
});

describe('who may answer', () => {
  it('is a member of the supplier with order:confirm; to all others the order does not exist, and it stays as it is', async () => {
    const { order } = await placedOrder(db, world);
    const input: ConfirmOrderInput = { orderId: order.id, header: 'ACCEPTED' };
    await expect(confirm(input, world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(confirm(input, memberOf(world.buyer.orgId, ['order:confirm']))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(confirm(input, memberOf(world.supplier.orgId, ['order:read']))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await read(order.id)).toEqual(order);
  });
});

describe('two callers at once', () => {
  it('one answers, the other sees that the order moved', async () => {
    const { order } = await placedOrder(db, world);
    const results = await Promise.all(
      (['ACCEPTED', 'REJECTED', 'ACCEPTED', 'REJECTED'] as const).map((header) =>
        confirm({ orderId: order.id, header, expectedVersion: 1 }),
      ),
    );
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.flatMap((r) => codes(r))).toEqual(['VersionConflict', 'VersionConflict', 'VersionConflict']);
    expect((await read(order.id)).version).toBe(2);
  });
});
