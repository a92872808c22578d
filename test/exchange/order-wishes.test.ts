import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { memberOf } from '../factories/order.factory.js';
import { cxmlErp } from '../newcomer/erp-cxml.js';
import { ublErp } from '../newcomer/erp-ubl.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import {
  boxLine,
  delivered,
  type ExchangeWorld,
  exchangeWorld,
  logOf,
  orderCount,
  orderNumbered,
  wantedOrder,
} from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message'])
    await db.admin(`delete from exchange.${table}`);
});

/** An 850 of two lines, each with its own N1 loop of the ship-to. */
function placesAtLines(codes: readonly [string, string], header: boolean): { body: string; number: string } {
  const wanted = wantedOrder(world, { lines: [boxLine(world), boxLine(world, { number: '00020', quantity: '4' })] });
  const { body } = x12Erp.order(wanted, 'ek_test');
  const place = /N1\*ST[^~]*~\nN3[^~]*~\nN4[^~]*~\n/.exec(body)![0];
  const [first, second] = codes.map((code) => place.replace('*92*EVT', `*92*${code}`));
  const placed = (header ? body : body.replace(place, ''))
    .replace('PO1*00020', () => `${first}PO1*00020`)
    .replace('CTT*', () => `${second}CTT*`);
  const segments = placed.slice(placed.indexOf('ST*850'), placed.search(/SE\*\d/)).split('~\n').length;
  return { body: placed.replace(/\nSE\*\d+/, `\nSE*${segments}`), number: wanted.number };
}
const said = async () => (await logOf(db, erp)).map(({ state, codes }) => [state, codes]);

describe('what an order asks for and the hub does not do is told, not dropped', () => {
  it('a line that goes to another place', async () => {
    const before = await orderCount(db);
    await delivered(db, erp, placesAtLines(['EVT', 'PAE'], true).body);
    expect(await said()).toEqual([['REFUSED', ['SHIP_TO_DIFFERS']]]);
    await delivered(db, erp, placesAtLines(['EVT', 'PAE'], false).body);
    expect((await said())[1]).toEqual(['REFUSED', ['SHIP_TO_DIFFERS']]);
    expect(await orderCount(db)).toBe(before);
  });

  it('and lines that all go to one place go there', async () => {
    const alike = placesAtLines(['PAE', 'PAE'], false);
    await delivered(db, erp, alike.body);
    expect(await said()).toEqual([['APPLIED', []]]);
    expect((await orderNumbered(db, world, alike.number))?.shipTo).toMatchObject({ code: 'PAE' });
  });

  it('an allowance of the whole order', async () => {
    const before = await orderCount(db);
    const { body } = ublErp.order(wantedOrder(world), 'ek_test');
    const allowance =
      '<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Discount</cbc:AllowanceChargeReason><cbc:Amount currencyID="USD">105.00</cbc:Amount></cac:AllowanceCharge>';
    const at = body.includes('<cac:AnticipatedMonetaryTotal>') ? '<cac:AnticipatedMonetaryTotal>' : '<cac:OrderLine>';
    await delivered(db, erp, body.replace(at, `${allowance}${at}`));
    expect(await said()).toEqual([['REFUSED', ['CHARGE_NOT_AGREED']]]);
    expect(await orderCount(db)).toBe(before);
  });

  it.each([
    ['beside prices that hold is a warning', true, 'APPLIED', 1],
    ['that is the only price must be right', false, 'REFUSED', 0],
  ] as const)('a sum %s', async (_, priced, state, more) => {
    const before = await orderCount(db);
    const { body } = cxmlErp.order(wantedOrder(world), 'ek_test');
    const wrong = body.replace('>1050.00<', '>1000.00<');
    const bare = wrong.replace(/<UnitPrice>.*?<\/UnitPrice>/, '').replace(/<PriceBasisQuantity.*?<\/PriceBasisQuantity>/, '');
    await delivered(db, erp, priced ? wrong : bare);
    expect((await said()).map(([was, codes]) => [was, codes!.includes('TOTAL_DIFFERS')])).toEqual([[state, true]]);
    expect(await orderCount(db)).toBe(before + more);
  });

  it('another agreement than the one that holds', async () => {
    const { body } = cxmlErp.order(wantedOrder(world), 'ek_test');
    await delivered(db, erp, body.replace('type="new"', 'type="new" agreementID="A-4711"'));
    expect(await said()).toEqual([['APPLIED', ['AGREEMENT_DIFFERS']]]);
  });
});
