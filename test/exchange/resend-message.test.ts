import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { resendMessage } from '#libs/exchange';
import { Forbidden, NotFound } from '#libs/platform';
import { placeOrder, type WholeOrder } from '#libs/procurement';
import { beginDelivery } from '../../libs/exchange/src/outbound/begin-delivery.js';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { codes, lineOf, memberOf, orderInput, type PlantedOffer, plantOffer, success } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, type ExchangeWorld, exchangeWorld, logOf } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let sealant: PlantedOffer;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  sealant = await plantOffer(db, world.supplier.orgId, {
    price: '30.00',
    basis: '3',
    orderUnit: 'KGM',
    priceUnit: 'KGM',
    factor: ['1', '1'],
  });
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile'])
    await db.admin(`delete from exchange.${table}`);
});

const manager = () => memberOf(world.supplier.orgId, ['exchange:manage', 'exchange:read']);
const resend = (messageId: string, actor = manager()) => db.unitOfWork.run(actor, (work) => resendMessage(work, { messageId }));
const shown = async () =>
  (await logOf(db, world.supplier)).map(({ format, state, codes: found }) => [format, state, [...new Set(found)]]);

/** 5 kg at 30.00 per 3 kg: a basis that X12 has no code for. */
async function unwritable(): Promise<{ order: WholeOrder; messageId: string }> {
  await connection(db, world.supplier, { role: 'SUPPLIER', format: 'X12' });
  const order = success(
    await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(sealant, '5', { number: '10' })]))),
  )[0]!;
  await db.unitOfWork.run(world.supplierSystem, (work) => sendOrder(work, { orderId: order.id }));
  const [message] = await logOf(db, world.supplier);
  expect(await shown()).toEqual([['X12', 'DEAD', ['PRICE_BASIS_NOT_EXPRESSIBLE']]]);
  return { order, messageId: message!.id };
}

describe('a message that its format could not say right', () => {
  it('is never sent as it was written, whoever queued it', async () => {
    const { messageId } = await unwritable();
    const refused = await resend(messageId);
    expect(refused).toMatchObject({ ok: false, errors: [{ code: 'MessageNotWritable', path: ['messageId'] }] });
    expect(await shown()).toEqual([['X12', 'DEAD', ['PRICE_BASIS_NOT_EXPRESSIBLE']]]);

    await db.admin(`update exchange.message set state = 'QUEUED' where id = $1`, [messageId]);
    expect(await db.unitOfWork.run(world.supplierSystem, (work) => beginDelivery(work, messageId))).toBeUndefined();
    expect(await shown()).toEqual([['X12', 'DEAD', ['PRICE_BASIS_NOT_EXPRESSIBLE']]]);
  });

  it('is written anew from its order once that can be said, and only once', async () => {
    const { order, messageId } = await unwritable();
    await connection(db, world.supplier, { role: 'SUPPLIER', format: 'CXML' });
    const both = await Promise.all([resend(messageId), resend(messageId)]);
    expect(both.map((one) => (one.ok ? one.value.state : one.errors[0]?.code)).sort()).toEqual([
      'MessageNotResendable',
      'QUEUED',
    ]);
    expect(await shown()).toEqual([
      ['X12', 'DEAD', ['PRICE_BASIS_NOT_EXPRESSIBLE']],
      ['CXML', 'QUEUED', []],
    ]);
    const anew = (await logOf(db, world.supplier))[1]!;
    expect(anew.raw).toContain(`orderID="${order.number}"`);
    expect(anew.raw).toContain('<PriceBasisQuantity quantity="3" conversionFactor="1">');
    expect(codes(await resend(messageId))).toEqual(['MessageNotResendable']);
  });

  it('is nobody else’s, and needs the right', async () => {
    const { messageId } = await unwritable();
    await expect(resend(messageId, memberOf(world.stranger.orgId, ['exchange:manage']))).rejects.toThrow(NotFound);
    await expect(resend(messageId, memberOf(world.supplier.orgId, ['exchange:read']))).rejects.toThrow(Forbidden);
    expect(await shown()).toEqual([['X12', 'DEAD', ['PRICE_BASIS_NOT_EXPRESSIBLE']]]);
  });
});
