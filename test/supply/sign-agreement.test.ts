import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Result } from '#libs/kernel';
import { type Actor, BadInput, Forbidden, pageOf } from '#libs/platform';
import { type Agreement, agreementOrdering, agreementsOf, type SignAgreementInput, signAgreement, termsOf } from '#libs/supply';
import { dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  supplier = (await publishedCatalogue(db, { rows: bolts(20) })).actor;
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
  await partners(db, buyer, supplier);
});
afterAll(() => db.close());

const terms = (over: Partial<SignAgreementInput>): SignAgreementInput => ({
  buyerId: buyer.orgId,
  number: `N-${randomUUID().slice(0, 8)}`,
  currency: 'USD',
  validFrom: dayFromNow(0),
  validTo: dayFromNow(100),
  ...over,
});
const sign = (over: Partial<SignAgreementInput>, actor = supplier): Promise<Result<Agreement, { code: string }>> =>
  db.unitOfWork.run(actor, (work) => signAgreement(work, terms(over)));
const item = (offer: number, price = '1.10') => ({ offerId: offers[offer] ?? '', price, basis: '100' });
const count = async (): Promise<number | undefined> =>
  (await db.admin<{ n: number }>('select count(*)::int as n from supply.agreement_price'))[0]?.n;

describe('signAgreement', () => {
  it('writes prices and discounts as they were given, with the price unit of the offer', async () => {
    const signed = value(
      await sign({
        number: 'A-1',
        items: [
          item(0),
          {
            offerId: offers[1] ?? '',
            basis: '1',
            breaks: [
              { from: '10', price: '2.50' },
              { from: '100', price: '2' },
            ],
          },
        ],
        categories: [{ category: 'Nuts', discountPercent: '12.5' }],
      }),
    );
    expect(signed).toMatchObject({ orgId: supplier.orgId, counterpartyId: buyer.orgId, number: 'A-1', pricingDate: 'ORDER' });
    const [found] = await db.unitOfWork.read(buyer, (work) => termsOf(work, [signed.id]));
    expect(
      found?.map(({ offerId, category, price, basis, priceUnit, breakFrom, breakPrice, discountPercent }) => [
        offerId,
        category,
        price,
        basis,
        priceUnit,
        breakFrom,
        breakPrice,
        discountPercent,
      ]),
    ).toEqual([
      [offers[0], null, '1.10', '100', 'EA', null, null, null],
      [offers[1], null, null, '1', 'EA', ['10', '100'], ['2.50', '2'], null],
      [null, 'Nuts', null, null, null, null, null, '12.5'],
    ]);
  });

  it('refuses what another agreement prices on one of the days, and takes the day after it', async () => {
    value(await sign({ number: 'B-1', items: [item(2)], categories: [{ category: 'Pins', discountPercent: '5' }] }));
    expect(
      await sign({
        items: [item(3), item(2)],
        categories: [{ category: 'Pins', discountPercent: '6' }],
        validFrom: dayFromNow(100),
        validTo: dayFromNow(200),
      }),
    ).toEqual({
      ok: false,
      errors: [
        { code: 'AgreementOverlaps', path: ['items', '1'], values: { number: 'B-1' } },
        { code: 'AgreementOverlaps', path: ['categories', '0'], values: { number: 'B-1' } },
      ],
    });
    value(await sign({ items: [item(2)], validFrom: dayFromNow(101), validTo: dayFromNow(200) }));
  });

  it('refuses overlaps of two who sign at once: one of them holds', async () => {
    const both = await Promise.all([sign({ items: [item(4, '1')] }), sign({ items: [item(4, '2')] })]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ errors: [{ code: 'AgreementOverlaps' }] });
  });

  it('is kept by the table itself when the verb is passed by', async () => {
    const [known] = await db.admin<{ org_id: string; agreement_id: string; counterparty_id: string; offer_id: string }>(
      `select org_id, agreement_id, counterparty_id, offer_id from supply.agreement_price where offer_id = $1`,
      [offers[0]],
    );
    const again = db.admin(
      `insert into supply.agreement_price (org_id, agreement_id, counterparty_id, offer_id, price, basis, price_unit, currency, valid_from, valid_to, pricing_date)
       values ($1, $2, $3, $4, 1, 1, 'EA', 'USD', current_date, current_date, 'ORDER')`,
      [known?.org_id, known?.agreement_id, known?.counterparty_id, known?.offer_id],
    );
    await expect(again).rejects.toMatchObject({ code: '23P01' });
  });

  it('names every fault at once and changes nothing', async () => {
    const before = await count();
    const foreign = await publishedCatalogue(db, { count: 1 });
    const [other] = await db.admin<{ id: string }>('select id from supply.offer where org_id = $1', [foreign.actor.orgId]);
    expect(
      await sign({ number: 'A-1', items: [item(5), item(5), { offerId: other?.id ?? '', price: '1', basis: '1' }] }),
    ).toEqual({
      ok: false,
      errors: [
        { code: 'AgreementTermRepeated', path: ['items', '1'] },
        { code: 'AgreementOfferUnknown', path: ['items', '2', 'offerId'] },
        { code: 'AgreementNumberTaken', path: ['number'], values: { number: 'A-1' } },
      ],
    });
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect(await sign({ buyerId: stranger.orgId, items: [item(5)] })).toMatchObject({
      ok: false,
      errors: [{ code: 'AgreementPartnerInactive', path: ['buyerId'] }],
    });
    expect(await count()).toBe(before);
  });

  it('refuses input that is none and an actor without agreement:manage', async () => {
    for (const over of [
      {},
      { items: [item(6)], validTo: dayFromNow(-1) },
      { items: [{ ...item(6), price: '-1' }] },
      { items: [item(6)], currency: 'XXXX' },
      {
        items: [
          {
            offerId: offers[6] ?? '',
            basis: '1',
            breaks: [
              { from: '5', price: '1' },
              { from: '5', price: '2' },
            ],
          },
        ],
      },
      { categories: [{ category: 'x', discountPercent: '101' }] },
    ]) {
      await expect(sign(over)).rejects.toBeInstanceOf(BadInput);
    }
    await expect(sign({ items: [item(6)] }, { ...supplier, permissions: new Set<string>() } as Actor)).rejects.toBeInstanceOf(
      Forbidden,
    );
  });

  it('is read by its two parties and by nobody else', async () => {
    const page = pageOf({}, agreementOrdering);
    const list = (actor: Actor) => db.unitOfWork.read(actor, (work) => agreementsOf(work, {}, page));
    const stranger = await organization(db, { roles: ['BUYER'] });
    const [own, theirs, none] = [await list(supplier), await list(buyer), await list(stranger)];
    expect(own.map(({ id }) => id)).toEqual(theirs.map(({ id }) => id));
    expect(own).toHaveLength(4);
    expect(none).toEqual([]);
    expect(
      await db.unitOfWork.read(stranger, (work) =>
        termsOf(
          work,
          own.map(({ id }) => id),
        ),
      ),
    ).toEqual([[], [], [], []]);
  });
});
