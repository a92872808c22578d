import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, type Work } from '#libs/platform';
import {
  customerCategories,
  ownCharges,
  ownMatrix,
  pricingPolicy,
  saveChargeRules,
  saveDiscountMatrix,
  setAccessSequence,
  setCustomerCategory,
} from '#libs/supply';
import { dayFromNow, partners } from '../factories/agreement.factory.js';
import { organization, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function fresh(): Promise<void> {
  supplier = await organization(db);
  buyer = await organization(db, { roles: ['BUYER'] });
  await partners(db, buyer, supplier);
}
const powerless = (actor: Actor): Actor => ({ ...actor, permissions: new Set<string>() }) as Actor;
const row = (over: object = {}) => ({
  customerCategory: 'A',
  productCategory: 'Bolts',
  discountPercent: '10',
  validFrom: dayFromNow(0),
  validTo: dayFromNow(10),
  ...over,
});
const rule = (over: object = {}) => ({
  code: 'HAZ',
  per: 'LINE' as const,
  amount: '35',
  currency: 'USD',
  validFrom: dayFromNow(0),
  validTo: dayFromNow(10),
  ...over,
});
const run = <T>(verb: (work: Work) => Promise<T>, actor = supplier): Promise<T> => db.unitOfWork.run(actor, verb);

describe('setAccessSequence', () => {
  beforeAll(fresh);

  it('declares the order, counted by versions; two at once do not both hold', async () => {
    expect(await db.unitOfWork.read(supplier, pricingPolicy)).toEqual({
      sequence: ['ITEM', 'GROUP', 'MATRIX', 'LIST'],
      version: 0,
    });
    const both = await Promise.all([
      db.unitOfWork.run(supplier, (work) => setAccessSequence(work, { sequence: ['MATRIX', 'LIST'], expectedVersion: 0 })),
      db.unitOfWork.run(supplier, (work) => setAccessSequence(work, { sequence: ['ITEM'], expectedVersion: 0 })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      errors: [{ code: 'PricingVersionConflict', path: ['expectedVersion'] }],
    });
    expect(await db.unitOfWork.read(supplier, pricingPolicy)).toMatchObject({ version: 1 });
  });

  it('refuses an order that is none, a stranger to agreements, and leaves the policy alone', async () => {
    for (const sequence of [[], ['LIST', 'ITEM'], ['ITEM', 'ITEM'], ['BEST']]) {
      await expect(
        run((work) => setAccessSequence(work, { sequence: sequence as never, expectedVersion: 1 })),
      ).rejects.toBeInstanceOf(BadInput);
    }
    await expect(
      run((work) => setAccessSequence(work, { sequence: ['ITEM'], expectedVersion: 1 }), powerless(supplier)),
    ).rejects.toBeInstanceOf(Forbidden);
    expect(await db.unitOfWork.read(supplier, pricingPolicy)).toMatchObject({ version: 1 });
    await expect(
      db.admin(`update supply.pricing_policy set sequence = '{LIST,ITEM}' where org_id = $1`, [supplier.orgId]),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

describe('saveDiscountMatrix', () => {
  beforeAll(fresh);

  it('replaces the whole matrix', async () => {
    value(
      await db.unitOfWork.run(supplier, (work) =>
        saveDiscountMatrix(work, { rows: [row(), row({ customerCategory: 'B' })], expectedVersion: 0 }),
      ),
    );
    value(
      await db.unitOfWork.run(supplier, (work) =>
        saveDiscountMatrix(work, {
          rows: [row({ discountPercent: '12.5' }), row({ validFrom: dayFromNow(11), validTo: dayFromNow(20) })],
          expectedVersion: 1,
        }),
      ),
    );
    const found = await db.unitOfWork.read(supplier, ownMatrix);
    expect(found.map(({ customerCategory, discountPercent }) => [customerCategory, discountPercent])).toEqual([
      ['A', '12.5'],
      ['A', '10'],
    ]);
  });

  it('refuses rows that share a day, in the table too, and a version that is not the newest', async () => {
    expect(
      await db.unitOfWork.run(supplier, (work) =>
        saveDiscountMatrix(work, {
          rows: [row(), row({ productCategory: 'Nuts' }), row({ validFrom: dayFromNow(10), validTo: dayFromNow(20) })],
          expectedVersion: 0,
        }),
      ),
    ).toEqual({
      ok: false,
      errors: [
        { code: 'MatrixRowsOverlap', path: ['rows', '2'] },
        { code: 'PricingVersionConflict', path: ['expectedVersion'] },
      ],
    });
    expect(await db.unitOfWork.read(supplier, ownMatrix)).toHaveLength(2);
    const again = db.admin(
      `insert into supply.discount_rule (org_id, customer_category, product_category, discount_percent, valid_from, valid_to) values ($1, 'A', 'Bolts', 1, current_date, current_date)`,
      [supplier.orgId],
    );
    await expect(again).rejects.toMatchObject({ code: '23P01' });
  });

  it('is shown to the customers of a category only, and changed by its owner only', async () => {
    const rules = (actor: Actor) =>
      db.unitOfWork.read(actor, (work) => work.tx.query('select customer_category as c from supply.discount_rule'));
    expect(await rules(buyer)).toEqual([]);
    value(await db.unitOfWork.run(supplier, (work) => setCustomerCategory(work, { buyerId: buyer.orgId, category: 'A' })));
    expect(await rules(buyer)).toEqual([{ c: 'A' }, { c: 'A' }]);
    expect(await rules(await organization(db))).toEqual([]);
    await expect(
      run((work) => saveDiscountMatrix(work, { rows: [], expectedVersion: 2 }), powerless(supplier)),
    ).rejects.toBeInstanceOf(Forbidden);
    for (const bad of [row({ discountPercent: '100.5' }), row({ validTo: dayFromNow(-1) }), row({ customerCategory: ' ' })]) {
      await expect(run((work) => saveDiscountMatrix(work, { rows: [bad], expectedVersion: 2 }))).rejects.toBeInstanceOf(BadInput);
    }
    expect(await db.unitOfWork.read(supplier, ownMatrix)).toHaveLength(2);
  });
});

describe('setCustomerCategory', () => {
  beforeAll(fresh);

  it('counts a buyer among one category at a time, or among none', async () => {
    const set = (category: string | null, buyerId = buyer.orgId) =>
      db.unitOfWork.run(supplier, (work) => setCustomerCategory(work, { buyerId, category }));
    await Promise.all([set('A'), set('B')]);
    value(await set('C'));
    expect(await db.unitOfWork.read(supplier, customerCategories)).toEqual([{ buyerId: buyer.orgId, category: 'C' }]);
    expect(await set('A', (await organization(db)).orgId)).toEqual({
      ok: false,
      errors: [{ code: 'AgreementPartnerInactive', path: ['buyerId'] }],
    });
    await expect(
      run((work) => setCustomerCategory(work, { buyerId: buyer.orgId, category: null }), powerless(supplier)),
    ).rejects.toBeInstanceOf(Forbidden);
    await expect(run((work) => setCustomerCategory(work, { buyerId: 'x', category: null }))).rejects.toBeInstanceOf(BadInput);
    expect(await db.unitOfWork.read(supplier, customerCategories)).toHaveLength(1);
    value(await set(null));
    expect(await db.unitOfWork.read(supplier, customerCategories)).toEqual([]);
  });
});

describe('saveChargeRules', () => {
  beforeAll(fresh);

  it('replaces all charges, and refuses one code twice for the same goods on a day, in the table too', async () => {
    const save = (rules: object[], expectedVersion: number, actor = supplier) =>
      db.unitOfWork.run(actor, (work) => saveChargeRules(work, { rules: rules as never, expectedVersion }));
    value(await save([rule(), rule({ category: 'Nuts' }), rule({ currency: 'EUR' })], 0));
    expect(await save([rule(), rule({ amount: '1' })], 7)).toEqual({
      ok: false,
      errors: [
        { code: 'ChargeRulesOverlap', path: ['rules', '1'] },
        { code: 'PricingVersionConflict', path: ['expectedVersion'] },
      ],
    });
    const again = db.admin(
      `insert into supply.charge_rule (org_id, code, per, applies, amount, currency, valid_from, valid_to) values ($1, 'HAZ', 'LINE', 'ALWAYS', 1, 'USD', current_date, current_date)`,
      [supplier.orgId],
    );
    await expect(again).rejects.toMatchObject({ code: '23P01' });
    for (const bad of [
      rule({ applies: 'ORDER_BELOW' }),
      rule({ applies: 'ORDER_BELOW', below: '5' }),
      rule({ below: '5' }),
      rule({ amount: '-1' }),
      rule({ currency: 'XXXX' }),
    ]) {
      await expect(save([bad], 1)).rejects.toBeInstanceOf(BadInput);
    }
    await expect(save([], 1, powerless(supplier))).rejects.toBeInstanceOf(Forbidden);
    expect(
      (await db.unitOfWork.read(supplier, ownCharges)).map(({ code, currency, category }) => [code, currency, category]),
    ).toEqual([
      ['HAZ', 'EUR', null],
      ['HAZ', 'USD', null],
      ['HAZ', 'USD', 'Nuts'],
    ]);
    const both = await Promise.all([save([], 1), save([rule()], 1)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
