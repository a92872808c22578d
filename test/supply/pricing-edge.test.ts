import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { supplyRoom } from '#libs/supply';
import { dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolt, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom];
let hub: TestHub;
let buyer: SignedIn;
let seller: SignedIn;
let offerId: string;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  const supplier = await organization(hub.db, { name: 'Fasteners' });
  const airline = await organization(hub.db, { name: 'Airline', roles: ['BUYER'] });
  await publishedCatalogue(hub.db, {
    actor: supplier,
    rows: [bolt(1, { listPrice: '10', basis: '1', breaks: [{ from: '100', price: '8' }] })],
  });
  offerId = (await hub.db.admin<{ id: string }>('select id from supply.offer'))[0]?.id ?? '';
  await partners(hub.db, airline, supplier);
  buyer = await hub.signedIn({ orgId: airline.orgId, permissions: ['price:read', 'part:read', 'rate:manage'], roles: ['BUYER'] });
  seller = await hub.signedIn({
    orgId: supplier.orgId,
    permissions: ['agreement:manage', 'price:read', 'part:read'],
    roles: ['SUPPLIER'],
  });
});
afterAll(() => hub.close());

const errors = 'errors { ... on UserError { code path message } }';
const policy =
  '{ pricingPolicy { sequence version matrix { customerCategory productCategory discountPercent } charges { code per applies amount { amount currency } below { amount } } customers { category buyer { name } } } }';
const price = `query ($input: AvailabilityInput!) { availability(input: $input) { lines { offers { price { amount } priceSource priceType heldUntil cancelDays
  explanation { rule text before { amount } after { amount } amount { amount currency } } converted { price { amount currency } lineAmount { amount currency } rate { kind rate from to source date } } } } } }`;
const asked = (quantity: string, more = {}) => ({ input: { lines: [{ offerId, quantity }], ...more } });
const period = { validFrom: dayFromNow(0), validTo: dayFromNow(9) };

describe('prices over GraphQL', () => {
  it('are declared by the supplier and explained to the buyer, in his language', async () => {
    const matrix = await hub.ask(
      `mutation ($input: SaveDiscountMatrixInput!) { saveDiscountMatrix(input: $input) { policy { version } ${errors} } }`,
      {
        input: {
          rows: [{ customerCategory: 'A', productCategory: 'Bolts', discountPercent: '12.5', ...period }],
          expectedVersion: 0,
        },
      },
      seller,
    );
    expect(matrix.data.saveDiscountMatrix).toEqual({ policy: { version: 1 }, errors: [] });
    const customer = await hub.ask(
      `mutation ($input: SetCustomerCategoryInput!) { setCustomerCategory(input: $input) { customer { category buyer { name } } ${errors} } }`,
      { input: { buyerId: buyer.actor.orgId, category: 'A' } },
      seller,
    );
    expect(customer.data.setCustomerCategory).toEqual({ customer: { category: 'A', buyer: { name: 'Airline' } }, errors: [] });
    const charges = await hub.ask(
      `mutation ($input: SaveChargeRulesInput!) { saveChargeRules(input: $input) { policy { version } ${errors} } }`,
      {
        input: {
          rules: [{ code: 'MIN', per: 'ORDER', applies: 'ORDER_BELOW', amount: '25', currency: 'USD', below: '250', ...period }],
          expectedVersion: 1,
        },
      },
      seller,
    );
    expect(charges.data.saveChargeRules).toEqual({ policy: { version: 2 }, errors: [] });
    expect((await hub.ask(policy, {}, seller)).data.pricingPolicy).toEqual({
      sequence: ['ITEM', 'GROUP', 'MATRIX', 'LIST'],
      version: 2,
      matrix: [{ customerCategory: 'A', productCategory: 'Bolts', discountPercent: '12.5' }],
      charges: [
        {
          code: 'MIN',
          per: 'ORDER',
          applies: 'ORDER_BELOW',
          amount: { amount: '25', currency: 'USD' },
          below: { amount: '250' },
        },
      ],
      customers: [{ category: 'A', buyer: { name: 'Airline' } }],
    });
    const { data } = await hub.ask(price, asked('100'), buyer);
    expect(data.availability.lines[0].offers[0]).toMatchObject({
      price: { amount: '7' },
      priceSource: 'MATRIX',
      priceType: 'FIRM',
      converted: null,
      explanation: [
        { rule: 'LIST_PRICE', text: 'List price: 10 USD per 1 EA.', before: null, after: { amount: '10' }, amount: null },
        {
          rule: 'QUANTITY_BREAK',
          text: 'Break from 100 EA, 100 counted: 8 USD.',
          before: { amount: '10' },
          after: { amount: '8' },
        },
        {
          rule: 'MATRIX_DISCOUNT',
          text: 'Your customer category A has 12.5 % off these goods: 7 USD.',
          before: { amount: '8' },
          after: { amount: '7' },
        },
        {
          rule: 'LINE_AMOUNT',
          text: '100 EA × 1 / 1 × 7 = 700.00 USD, rounded once.',
          amount: { amount: '700.00', currency: 'USD' },
        },
      ],
    });
  });

  it('say what stands against a change, and keep strangers to it out', async () => {
    const set = `mutation ($input: SetAccessSequenceInput!) { setAccessSequence(input: $input) { policy { sequence } ${errors} } }`;
    const input = { sequence: ['LIST'], expectedVersion: 0 };
    expect((await hub.ask(set, { input }, seller)).data.setAccessSequence).toMatchObject({
      policy: null,
      errors: [{ code: 'PRICING_VERSION_CONFLICT' }],
    });
    expect((await hub.ask(set, { input }, buyer)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await hub.ask(policy, {}, buyer)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('are shown in another currency by rates from a file, labelled', async () => {
    const load = `mutation ($input: ImportExchangeRatesInput!) { importExchangeRates(input: $input) { written ${errors} } }`;
    const csv = `date;from;to;rate;source\n${dayFromNow(0)};EUR;USD;1.25;ECB\n`;
    expect((await hub.ask(load, { input: { csv } }, buyer)).data.importExchangeRates).toEqual({ written: 1, errors: [] });
    expect((await hub.ask(load, { input: { csv: 'x' } }, buyer)).data.importExchangeRates).toMatchObject({
      written: null,
      errors: [{ code: 'RATE_LINE_UNREADABLE' }],
    });
    const { data } = await hub.ask(price, asked('1', { displayCurrency: 'EUR' }), buyer);
    expect(data.availability.lines[0].offers[0].converted).toEqual({
      price: { amount: '7', currency: 'EUR' },
      lineAmount: { amount: '7.00', currency: 'EUR' },
      rate: { kind: 'DAY', rate: '1.25', from: 'EUR', to: 'USD', source: 'ECB', date: dayFromNow(0) },
    });
    const { data: list } = await hub.ask('{ exchangeRates { nodes { from to rate own partner { name } } } }', {}, buyer);
    expect(list.exchangeRates.nodes).toEqual([{ from: 'EUR', to: 'USD', rate: '1.25', own: true, partner: null }]);
  });

  it('of an agreement are signed by part number, followed and ended', async () => {
    const terms = {
      currency: 'USD',
      validFrom: dayFromNow(0),
      validTo: dayFromNow(99),
      incoterm: { code: 'FCA', place: 'Hamburg' },
    };
    const sign = `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { agreement { id version incoterm { code edition place } } ${errors} } }`;
    const signed = (
      await hub.ask(
        sign,
        { input: { ...terms, buyerId: buyer.actor.orgId, number: 'E-1', items: [{ supplierPart: 'B-000001', price: '6' }] } },
        seller,
      )
    ).data.signAgreement;
    expect(signed).toMatchObject({
      agreement: { version: 1, incoterm: { code: 'FCA', edition: 2020, place: 'Hamburg' } },
      errors: [],
    });
    const replace = `mutation ($input: ReplaceAgreementInput!) { replaceAgreement(input: $input) { agreement { id number version } ${errors} } }`;
    const next = { ...terms, agreementId: signed.agreement.id, validFrom: dayFromNow(20), items: [{ offerId, price: '5' }] };
    const replaced = (await hub.ask(replace, { input: next }, seller)).data.replaceAgreement;
    expect(replaced).toMatchObject({ agreement: { number: 'E-1', version: 2 }, errors: [] });
    const end = `mutation ($input: EndAgreementInput!) { endAgreement(input: $input) { agreement { validTo endReason } ${errors} } }`;
    const ended = (
      await hub.ask(end, { input: { agreementId: replaced.agreement.id, lastDay: dayFromNow(30), reason: 'sold' } }, seller)
    ).data.endAgreement;
    expect(ended).toEqual({ agreement: { validTo: dayFromNow(30), endReason: 'sold' }, errors: [] });
    const { data } = await hub.ask(
      'query ($id: ID!) { agreement(id: $id) { number validTo terms { breakMode breakUnit breakScope } } }',
      { id: signed.agreement.id },
      buyer,
    );
    expect(data.agreement).toEqual({
      number: 'E-1',
      validTo: dayFromNow(19),
      terms: [{ breakMode: 'WHOLE', breakUnit: 'ORDER', breakScope: 'LINE' }],
    });
  });
});
