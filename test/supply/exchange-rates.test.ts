import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, NotFound, pageOf } from '#libs/platform';
import {
  exchangeRatesOf,
  importExchangeRates,
  type OfferAnswer,
  rateOrdering,
  readAvailability,
  removeExchangeRate,
  saveExchangeRates,
} from '#libs/supply';
import { dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolt, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let offerId: string;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = (await publishedCatalogue(db, { rows: [bolt(1, { listPrice: '10', basis: '1', currency: 'USD' })] })).actor;
  offerId = (await db.admin<{ id: string }>('select id from supply.offer'))[0]?.id ?? '';
});
beforeEach(async () => {
  buyer = await organization(db, { roles: ['BUYER'] });
  await partners(db, buyer, supplier);
});
afterAll(() => db.close());

const day = (over: object = {}) => ({
  kind: 'DAY' as const,
  from: 'EUR',
  to: 'USD',
  rate: '1.25',
  source: 'ECB',
  validFrom: dayFromNow(-1),
  ...over,
});
const save = (rates: object[], actor = buyer) =>
  db.unitOfWork.run(actor, (work) => saveExchangeRates(work, { rates: rates as never }));
const list = (actor: Actor) => db.unitOfWork.read(actor, (work) => exchangeRatesOf(work, {}, pageOf({}, rateOrdering)));
async function shown(displayCurrency: string, quantity = '3'): Promise<OfferAnswer['converted'] | undefined> {
  const [line] = await readAvailability(db.hot, buyer, { lines: [{ offerId, quantity }], displayCurrency });
  return line?.offers[0]?.converted;
}
const powerless = (): Actor => ({ ...buyer, permissions: new Set<string>() }) as Actor;

describe('saveExchangeRates', () => {
  it('records rates with source and day; the rate of a day recorded again is the later one', async () => {
    value(await save([day(), day({ rate: '1.2' }), day({ to: 'GBP' })]));
    value(await save([day({ rate: '1.3' })]));
    expect((await list(buyer)).map(({ to, rate, source, validFrom }) => [to, rate, source, validFrom]).sort()).toEqual([
      ['GBP', '1.25', 'ECB', dayFromNow(-1)],
      ['USD', '1.3', 'ECB', dayFromNow(-1)],
    ]);
    expect(await list(supplier)).toEqual([]);
  });

  it('refuses periods that meet, also in the table, partners that are none, and writes nothing then', async () => {
    const frozen = day({ kind: 'FROZEN', validFrom: dayFromNow(0), validTo: dayFromNow(9) });
    value(await save([frozen]));
    const contract = { ...frozen, kind: 'CONTRACT', partnerId: (await organization(db)).orgId };
    expect(await save([day(), frozen, contract])).toEqual({
      ok: false,
      errors: [
        { code: 'RatePartnerUnknown', path: ['rates', '2', 'partnerId'] },
        { code: 'RateOverlaps', path: ['rates', '1'] },
      ],
    });
    expect(
      await save([
        { ...frozen, to: 'GBP' },
        { ...frozen, to: 'GBP' },
      ]),
    ).toMatchObject({ errors: [{ code: 'RateOverlaps', path: ['rates', '1'] }] });
    await expect(
      db.admin(
        `insert into supply.exchange_rate (org_id, counterparty_id, kind, from_currency, to_currency, rate, source, valid_from, valid_to)
         values ($1, $1, 'FROZEN', 'EUR', 'USD', 1, 'x', current_date, current_date)`,
        [buyer.orgId],
      ),
    ).rejects.toMatchObject({ code: '23P01' });
    expect(await list(buyer)).toHaveLength(1);
    const both = await Promise.all([save([{ ...frozen, to: 'CHF' }]), save([{ ...frozen, to: 'CHF' }])]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is for buyers and sellers by their built-in roles', async () => {
    const held = await db.admin<{ role: string }>(
      `select kind || ' ' || name as role from organizations.default_role where 'rate:manage' = any (permissions) order by 1`,
    );
    expect(held.map(({ role }) => role)).toEqual(['BUYER ADMIN', 'BUYER BUYER', 'SUPPLIER ADMIN', 'SUPPLIER SELLER']);
  });

  it('refuses what is no rate, and an actor without rate:manage', async () => {
    for (const bad of [
      day({ to: 'EUR' }),
      day({ rate: '0' }),
      day({ validTo: dayFromNow(1) }),
      day({ kind: 'FROZEN' }),
      day({ kind: 'CONTRACT', validTo: dayFromNow(1) }),
    ]) {
      await expect(save([bad])).rejects.toBeInstanceOf(BadInput);
    }
    await expect(save([day()], powerless())).rejects.toBeInstanceOf(Forbidden);
    expect(await list(buyer)).toEqual([]);
  });
});

describe('importExchangeRates', () => {
  it('records a file of daily rates, and says line by line what is wrong with one', async () => {
    const load = (csv: string, actor = buyer) => db.unitOfWork.run(actor, (work) => importExchangeRates(work, { csv }));
    expect(
      value(await load(`date,from,to,rate,source\n${dayFromNow(0)},EUR,USD,1.1,ECB\n${dayFromNow(0)},GBP,USD,1.3,ECB\n`)),
    ).toEqual({ written: 2 });
    expect(await load(`date,from,to,rate,source\n${dayFromNow(0)},EUR,USD,zero,ECB\n\n31.12.2026,EUR,USD,1,ECB`)).toMatchObject({
      ok: false,
      errors: [
        { code: 'RateLineInvalid', path: ['csv', '2'], values: { line: 2, column: 'rate' } },
        { code: 'RateLineInvalid', path: ['csv', '4'], values: { line: 4, column: 'validFrom' } },
      ],
    });
    expect(await load('from,to,rate\n')).toMatchObject({ errors: [{ code: 'RateLineUnreadable' }] });
    await expect(load('x', powerless())).rejects.toBeInstanceOf(Forbidden);
    expect(await list(buyer)).toHaveLength(2);
  });
});

describe('prices in another currency', () => {
  it('are labelled with the rate, its kind, source and day; orders stay in the currency of the offer', async () => {
    expect(await shown('EUR')).toBeNull();
    expect(await shown('USD')).toEqual({
      price: { amount: '10', currency: 'USD', basis: '1', unit: 'EA' },
      lineAmount: { amount: '30.00', currency: 'USD' },
      rate: null,
    });
    value(
      await save([
        day({ validFrom: dayFromNow(-9), rate: '1' }),
        day({ rate: '1.5' }),
        day({ validFrom: dayFromNow(1), rate: '9' }),
      ]),
    );
    // 10 / 1.5 and 30 / 1.5; the newest day that has come counts.
    expect(await shown('EUR')).toEqual({
      price: { amount: '6.6666666667', currency: 'EUR', basis: '1', unit: 'EA' },
      lineAmount: { amount: '20.00', currency: 'EUR' },
      rate: { kind: 'DAY', rate: '1.5', from: 'EUR', to: 'USD', source: 'ECB', date: dayFromNow(-1) },
    });
    value(await save([day({ from: 'USD', to: 'JPY', rate: '149.55' })]));
    expect((await shown('JPY', '1'))?.lineAmount).toEqual({ amount: '1496', currency: 'JPY' });
  });

  it('go by a rate agreed with the supplier before a frozen one, and that before a day, and by nobody else his', async () => {
    value(await save([day()]));
    value(await save([day({ kind: 'FROZEN', rate: '2', validFrom: dayFromNow(-1), validTo: dayFromNow(1) })]));
    expect((await shown('EUR'))?.rate).toMatchObject({ kind: 'FROZEN', rate: '2' });
    const agreed = day({ kind: 'CONTRACT', rate: '4', source: 'contract 7', validFrom: dayFromNow(-1), validTo: dayFromNow(1) });
    const other = await organization(db, { roles: ['BUYER'] });
    await partners(db, other, supplier);
    value(await save([{ ...agreed, partnerId: other.orgId, rate: '8' }], supplier));
    expect((await shown('EUR'))?.rate).toMatchObject({ kind: 'FROZEN' });
    value(await save([{ ...agreed, partnerId: buyer.orgId }], supplier));
    expect((await shown('EUR'))?.rate).toMatchObject({ kind: 'CONTRACT', rate: '4', source: 'contract 7' });
  });
});

describe('removeExchangeRate', () => {
  it("takes back one's own rate only", async () => {
    value(await save([day()]));
    const [rate] = await list(buyer);
    const remove = (actor: Actor) => db.unitOfWork.run(actor, (work) => removeExchangeRate(work, { rateId: rate?.id ?? '' }));
    await expect(remove(supplier)).rejects.toBeInstanceOf(NotFound);
    await expect(remove(powerless())).rejects.toBeInstanceOf(Forbidden);
    expect(await list(buyer)).toHaveLength(1);
    const both = await Promise.allSettled([remove(buyer), remove(buyer)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await list(buyer)).toEqual([]);
  });
});
