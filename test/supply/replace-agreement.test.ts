import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, NotFound } from '#libs/platform';
import { type Agreement, endAgreement, type ReplaceAgreementInput, readAvailability, replaceAgreement } from '#libs/supply';
import { agreement, dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  supplier = (await publishedCatalogue(db, { rows: bolts(9) })).actor;
  buyer = await organization(db, { roles: ['BUYER'] });
  await partners(db, buyer, supplier);
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
});
afterAll(() => db.close());

const item = (n: number, price = '1') => ({ offerId: offers[n] ?? '', price });
const signed = (n: number, over = {}): Promise<Agreement> => agreement(db, { supplier, buyer }, { items: [item(n)], ...over });
const replace = (id: string, over: Partial<ReplaceAgreementInput> = {}, actor = supplier) =>
  db.unitOfWork.run(actor, (work) =>
    replaceAgreement(work, {
      agreementId: id,
      currency: 'USD',
      validFrom: dayFromNow(10),
      validTo: dayFromNow(400),
      items: [item(0, '2')],
      ...over,
    }),
  );
const end = (id: string, lastDay: string, actor = supplier) =>
  db.unitOfWork.run(actor, (work) => endAgreement(work, { agreementId: id, lastDay, reason: 'sold out' }));
const stored = (id: string) =>
  db.admin<object>(
    `select a.version, to_char(a.valid_to, 'YYYY-MM-DD') as "validTo", (select to_char(max(p.valid_to), 'YYYY-MM-DD') from supply.agreement_price p where p.agreement_id = a.id) as "termsTo", a.end_reason as reason
     from supply.agreement a where a.id = $1`,
    [id],
  );

describe('replaceAgreement', () => {
  it('follows an agreement with its next version; the earlier one ends the day before', async () => {
    const first = await signed(0, { number: 'R-1' });
    const next = value(
      await replace(first.id, { paymentTerms: 'NET60', incoterm: { code: 'FCA', place: 'Hamburg' }, pricingDate: 'DESPATCH' }),
    );
    expect(next).toMatchObject({
      number: 'R-1',
      version: 2,
      counterpartyId: buyer.orgId,
      paymentTerms: 'NET60',
      incoterm: 'FCA',
      incotermEdition: 2020,
      incotermPlace: 'Hamburg',
    });
    expect(await stored(first.id)).toEqual([{ version: 1, validTo: dayFromNow(9), termsTo: dayFromNow(9), reason: 'version 2' }]);
    const price = async (needBy: string) =>
      (await readAvailability(db.hot, buyer, { lines: [{ offerId: offers[0] ?? '', quantity: '1', needBy }] }))[0]?.offers[0]
        ?.price?.amount;
    expect([await price(dayFromNow(9)), await price(dayFromNow(10))]).toEqual(['1', '2']);
  });

  it('refuses what begins too early, what has a newer version, and terms that are wrong, and leaves all as it was', async () => {
    const first = await signed(1);
    expect(await replace(first.id, { validFrom: dayFromNow(0) })).toMatchObject({
      errors: [{ code: 'AgreementBeginsTooEarly', path: ['validFrom'], values: { after: dayFromNow(0) } }],
    });
    const other = await signed(2, { validFrom: dayFromNow(5) });
    expect(await replace(first.id, { items: [item(2), item(3), item(3)] })).toMatchObject({
      errors: [
        { code: 'AgreementTermRepeated', path: ['items', '2'] },
        { code: 'AgreementOverlaps', values: { number: other.number } },
      ],
    });
    expect(await replace(first.id, { items: [{ offerId: buyer.orgId, price: '1' }] })).toMatchObject({
      errors: [{ code: 'AgreementOfferUnknown' }],
    });
    expect(await stored(first.id)).toEqual([{ version: 1, validTo: dayFromNow(300), termsTo: dayFromNow(300), reason: null }]);
    value(await replace(first.id, { items: [item(1)] }));
    expect(await replace(first.id, { items: [item(4)] })).toMatchObject({
      errors: [{ code: 'AgreementReplaced', values: { number: first.number } }],
    });
  });

  it('is for the supplier alone, and for one of two at once', async () => {
    const first = await signed(5);
    await expect(replace(first.id, {}, buyer)).rejects.toBeInstanceOf(NotFound);
    await expect(replace(first.id, {}, { ...supplier, permissions: new Set<string>() } as Actor)).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(replace(first.id, { items: [] })).rejects.toBeInstanceOf(BadInput);
    const both = await Promise.all([replace(first.id, { items: [item(5)] }), replace(first.id, { items: [item(5)] })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: [{ code: 'AgreementReplaced' }] });
  });
});

describe('an item by part number', () => {
  it('leads to the one offer of that number, and to none otherwise', async () => {
    const first = await agreement(db, { supplier, buyer }, { items: [{ supplierPart: 'B-000009', price: '1' }] });
    expect(await db.admin('select offer_id as id from supply.agreement_price where agreement_id = $1', [first.id])).toEqual([
      { id: offers[8] },
    ]);
    expect(
      await replace(first.id, {
        items: [
          { supplierPart: 'NOPE', price: '1' },
          { supplierPart: 'B-000009', price: '1' },
          { supplierPart: 'B-000009', price: '2' },
        ],
      }),
    ).toMatchObject({
      errors: [
        { code: 'AgreementTermRepeated', path: ['items', '2'] },
        { code: 'AgreementOfferUnknown', path: ['items', '0', 'offerId'] },
      ],
    });
  });
});

describe('endAgreement', () => {
  it('brings the last day forward for the agreement and its prices', async () => {
    const first = await signed(6);
    expect(value(await end(first.id, dayFromNow(3)))).toMatchObject({ validTo: dayFromNow(3), endReason: 'sold out' });
    expect(await stored(first.id)).toEqual([{ version: 1, validTo: dayFromNow(3), termsTo: dayFromNow(3), reason: 'sold out' }]);
    await signed(6, { validFrom: dayFromNow(4) });
  });

  it('refuses a day before today, one that changes nothing, a stranger, and changes nothing then', async () => {
    const first = await signed(7);
    expect(await end(first.id, dayFromNow(-1))).toEqual({
      ok: false,
      errors: [{ code: 'AgreementEndsTooEarly', path: ['lastDay'], values: { earliest: dayFromNow(0) } }],
    });
    expect(await end(first.id, dayFromNow(300))).toEqual({
      ok: false,
      errors: [{ code: 'AgreementOver', path: ['lastDay'], values: { lastDay: dayFromNow(300) } }],
    });
    await expect(end(first.id, dayFromNow(1), buyer)).rejects.toBeInstanceOf(NotFound);
    await expect(end(first.id, dayFromNow(1), { ...supplier, permissions: new Set<string>() } as Actor)).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(end(first.id, 'soon')).rejects.toBeInstanceOf(BadInput);
    expect(await stored(first.id)).toEqual([{ version: 1, validTo: dayFromNow(300), termsTo: dayFromNow(300), reason: null }]);
    const both = await Promise.all([end(first.id, dayFromNow(1)), end(first.id, dayFromNow(1))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
