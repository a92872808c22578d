import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, systemActor } from '#libs/platform';
import { orderById, placeOrder, type WholeOrder } from '#libs/procurement';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import {
  buyerRights,
  lineOf,
  memberOf,
  orderInput,
  partners,
  plantOrganization,
  plantSite,
  success,
} from '../factories/order.factory.js';
import { cxmlErp } from '../newcomer/erp-cxml.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, delivered, type ExchangeWorld, exchangeWorld, logOf } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let other: ExchangeWorld;
let erp: Actor;
let number = 0;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.supplier.orgId, ['exchange:send', 'order:confirm', 'order:read']);
  const buyer = await plantOrganization(db);
  await partners(db, buyer, world.supplier.orgId);
  await db.admin(`update organizations.organization set name = 'Southern Air', duns = '123456789' where id = $1`, [buyer]);
  const siteId = await plantSite(db, buyer, 'PAE');
  other = { ...world, buyer: memberOf(buyer, buyerRights), buyerSystem: systemActor(buyer), siteId };
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile'])
    await db.admin(`delete from exchange.${table}`);
  await connection(db, world.supplier, { role: 'SUPPLIER', format: 'CXML' });
});

/** The order of one buyer, as the supplier's ERP gets it. */
async function sent(by: ExchangeWorld, under: string): Promise<{ order: WholeOrder; text: string }> {
  const input = orderInput(by, [lineOf(by.boxes, '100', { number: '00010' })], { number: under });
  const order = success(await db.unitOfWork.run(by.buyer, (work) => placeOrder(work, input)))[0]!;
  await db.unitOfWork.run(world.supplierSystem, (work) => sendOrder(work, { orderId: order.id }));
  return { order, text: (await logOf(db, world.supplier)).at(-1)!.raw };
}

/** Both buyers begin to count at the same number. */
async function both(): Promise<Awaited<ReturnType<typeof sent>>[]> {
  const under = `PO-2026-00000${++number}`;
  return [await sent(world, under), await sent(other, under)];
}

const accepted = (text: string) =>
  cxmlErp.answer(text, new Map([['00010', [{ status: 'accept', quantity: '100' }]]]), 'ek_test').body;
const statusOf = ({ order }: { order: WholeOrder }) =>
  db.unitOfWork.read(world.supplierSystem, (work) => orderById(work, order.id)).then((found) => found?.status);
const fromOf = (text: string) => /<From>\s*<Credential domain="([^"]*)">\s*<Identity>([^<]*)</.exec(text)?.slice(1);

describe('two buyers with the same order number', () => {
  it('are told apart by the document that an answer in cXML refers to', async () => {
    const [first, second] = await both();
    await delivered(db, erp, accepted(second!.text));
    expect([await statusOf(first!), await statusOf(second!)]).toEqual(['SENT', 'CONFIRMED']);
    await delivered(db, erp, accepted(first!.text));
    expect([await statusOf(first!), await statusOf(second!)]).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('speak each in their own name, so that an answer to them is told apart by it as well', async () => {
    const [first, second] = await both();
    expect([fromOf(first!.text), fromOf(second!.text)]).toEqual([
      ['DUNS', '081466849'],
      ['DUNS', '123456789'],
    ]);
    const lost = accepted(second!.text).replace(/<DocumentReference payloadID="[^"]*"/, '<DocumentReference payloadID="lost"');
    await delivered(db, erp, lost);
    expect((await logOf(db, erp)).at(-1)?.codes).toContain('ORDER_AMBIGUOUS');
    const named = /<Credential domain="NetworkId"><Identity>ENTREPOT</;
    const to = '<Credential domain="DUNS"><Identity>123456789<';
    expect(lost).toMatch(named);
    await delivered(db, erp, lost.replace(named, to).replace(/payloadID="[^"]*@cxml/, 'payloadID="another@cxml'));
    expect([await statusOf(first!), await statusOf(second!)]).toEqual(['SENT', 'CONFIRMED']);
  });

  it('and a reference to the document of one under the number of another order is not followed', async () => {
    const [first, second] = await both();
    await delivered(db, erp, accepted(second!.text).replace(/orderID="[^"]*"/, 'orderID="PO-NOBODY"'));
    expect((await logOf(db, erp)).at(-1)?.codes).toContain('ORDER_UNKNOWN');
    expect([await statusOf(first!), await statusOf(second!)]).toEqual(['SENT', 'SENT']);
  });
});
