import { type OfferOptions, plantOffer, plantOrganization } from '../../factories/order.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Random } from '../support/random.js';
import type { AskedLine, RawOffer, RawTerm, RawWorld } from './oracle.js';

export interface Market {
  supplier: string;
  buyer: string;
  offers: string[];
}

const sequences = [
  ['ITEM', 'GROUP', 'MATRIX', 'LIST'],
  ['MATRIX', 'ITEM', 'GROUP', 'LIST'],
  ['GROUP', 'ITEM', 'MATRIX', 'LIST'],
  ['MATRIX', 'GROUP', 'ITEM', 'LIST'],
  ['ITEM', 'LIST'],
  ['ITEM', 'MATRIX'],
  ['GROUP', 'MATRIX', 'ITEM'],
];
const categories = ['Bolts', 'Nuts', 'Pins'];
const quantities = ['1', '2', '5', '9', '10', '11', '49', '50', '99', '99.5', '100', '101', '2.5', '0.75', '333'];
const day = (from: number) => `(current_date at time zone 'UTC')::date + ${from}`;

/** A supplier with odd offers, agreements with one buyer, a matrix and a sequence, all by chance; rows are planted past the verbs, the tables' own constraints stand. */
export async function plantWorld(db: FreshDatabase, random: Random): Promise<Market> {
  const [supplier, buyer] = [await plantOrganization(db), await plantOrganization(db)];
  const offers: string[] = [];
  for (let i = 0; i < 8; i++) offers.push(await oddOffer(db, supplier, random));
  for (let i = 0; i < 3; i++) await oddAgreement(db, { supplier, buyer, offers }, random);
  if (random.below(4) > 0) await oddPolicy(db, { supplier, buyer, offers }, random);
  return { supplier, buyer, offers };
}

async function oddOffer(db: FreshDatabase, supplier: string, random: Random): Promise<string> {
  const stated: OfferOptions = {
    price: random.pick(['4.20', '10', '0.0375', '99.99', '1234.5']),
    basis: random.pick(['1', '1', '10', '100']),
    currency: random.pick(['USD', 'USD', 'USD', 'JPY', 'KWD']),
    factor: random.pick([
      ['1', '1'],
      ['25', '1'],
      ['10', '3'],
      ['1', '4'],
    ]) as [string, string],
    orderUnit: random.pick(['EA', 'EA', 'XBX', 'MTR']),
    priceUnit: random.pick(['EA', 'KGM', 'MTR']),
    leadDays: random.pick([null, 3, 20]),
    stock: random.pick([null, '5', '500']),
  };
  if (stated.currency === 'JPY') stated.price = random.pick(['33', '1500']);
  const { id } = await plantOffer(db, supplier, stated);
  const breaks = random.below(3) === 0 ? [] : stairs(random, stated.currency === 'JPY');
  await db.admin(
    `update supply.offer set category = $2, break_mode = $3, break_unit = $4, break_scope = $5, price_type = $6, held_until = ${random.pick(['null', day(-2), day(2)])},
       valid_from = ${random.pick(['null', 'null', day(-3), day(0), day(3)])}, valid_to = ${random.pick(['null', 'null', day(5), day(4)])}, break_count = $7,
       list_price = case when $8 then null else list_price end where id = $1`,
    [
      id,
      random.pick([...categories, null]),
      random.pick(['WHOLE', 'GRADUATED']),
      random.pick([null, 'PRICE']),
      random.pick([null, 'ORDER']),
      random.pick([null, null, null, 'BUDGET', 'QUOTE']),
      breaks.length,
      breaks.length > 0 && random.below(2) === 0,
    ],
  );
  for (const { from, price } of breaks) {
    await db.admin('insert into supply.price_break (org_id, offer_id, from_quantity, price) values ($1, $2, $3, $4)', [
      supplier,
      id,
      from,
      price,
    ]);
  }
  return id;
}

function stairs(random: Random, whole: boolean): { from: string; price: string }[] {
  const prices = whole ? ['30', '25', '7'] : ['3.9', '2.505', '0.01'];
  return random
    .pick([['10'], ['2', '50'], ['1', '10', '100'], ['0.5', '2.5', '100'], ['0.5', '1', '1.25']])
    .map((from, i) => ({ from, price: prices[i] ?? '1' }));
}

async function oddAgreement(db: FreshDatabase, { supplier, buyer, offers }: Market, random: Random): Promise<void> {
  const [from, to] = random.pick([
    [-10, 10],
    [-10, -1],
    [1, 30],
    [0, 0],
    [-5, 5],
  ]);
  const [date, best] = [random.pick(['ORDER', 'DELIVERY', 'DESPATCH']), random.below(3) === 0];
  const [agreement] = await db.admin<{ id: string }>(
    `insert into supply.agreement (org_id, counterparty_id, number, currency, valid_from, valid_to, pricing_date, best_price, signed_by)
     values ($1, $2, platform.uuid_v7()::text, 'USD', ${day(from!)}, ${day(to!)}, $3, $4, '{}') returning id`,
    [supplier, buyer, date, best],
  );
  const insert = (columns: string, values: readonly unknown[]) =>
    db
      .admin(
        `insert into supply.agreement_price (org_id, counterparty_id, agreement_id, currency, valid_from, valid_to, pricing_date, best, ${columns})
         values ($1, $2, $3, 'USD', ${day(from!)}, ${day(to!)}, $4, $5, ${values.map((_, i) => `$${i + 6}`).join(', ')})`,
        [supplier, buyer, agreement?.id, date, best, ...values],
      )
      // Two terms for one thing on one day: the table keeps the first, as it should.
      .catch((error: { code?: string }) => {
        if (error.code !== '23P01') throw error;
      });
  for (const offer of offers.filter(() => random.below(3) === 0)) {
    const breaks = random.below(2) === 0 ? [] : stairs(random, false);
    const price = breaks.length > 0 && random.below(2) === 0 ? null : random.pick(['3', '8.75', '0.02']);
    const units = await db.admin<{ unit: string }>('select price_unit as unit from supply.offer where id = $1', [offer]);
    await insert('offer_id, price, break_from, break_price, basis, price_unit, break_mode, break_unit, break_scope', [
      offer,
      price,
      breaks.length > 0 ? breaks.map((step) => step.from) : null,
      breaks.length > 0 ? breaks.map((step) => step.price) : null,
      random.pick(['1', '100']),
      random.below(8) === 0 ? 'LTR' : units[0]?.unit,
      random.pick(['WHOLE', 'GRADUATED']),
      random.pick(['ORDER', 'PRICE']),
      random.pick(['LINE', 'ORDER']),
    ]);
  }
  for (const category of categories.filter(() => random.below(2) === 0))
    await insert('category, discount_percent', [category, random.pick(['5', '12.5', '33.3333'])]);
}

async function oddPolicy(db: FreshDatabase, { supplier, buyer }: Market, random: Random): Promise<void> {
  await db.admin('insert into supply.pricing_policy (org_id, sequence, matrix, charges) values ($1, $2, true, true)', [
    supplier,
    random.pick(sequences),
  ]);
  if (random.below(4) > 0)
    await db.admin(`insert into supply.customer_category (org_id, counterparty_id, category) values ($1, $2, $3)`, [
      supplier,
      buyer,
      random.pick(['A', 'B']),
    ]);
  for (const customer of ['A', 'B']) {
    for (const product of categories) {
      const [from, to] = random.pick([
        [-1, 1],
        [1, 9],
        [-9, -1],
        [0, 0],
      ]);
      await db.admin(
        `insert into supply.discount_rule (org_id, customer_category, product_category, discount_percent, valid_from, valid_to) values ($1, $2, $3, $4, ${day(from!)}, ${day(to!)})`,
        [supplier, customer, product, random.pick(['0', '10', '7.25', '50'])],
      );
    }
  }
}

/** One to six lines about the market's offers, the same one at times twice. */
export function oddLines({ offers }: Market, today: string, random: Random): AskedLine[] {
  return Array.from({ length: 1 + random.below(6) }, () => ({
    offer: random.pick(offers),
    quantity: random.pick(quantities),
    needBy: random.below(2) === 0 ? null : new Date(Date.parse(today) + random.below(30) * 86_400_000).toISOString().slice(0, 10),
  }));
}

/** Every row that may make a price for the buyer, as the tables hold it. */
export async function rawWorld(db: FreshDatabase, { supplier, buyer }: Market): Promise<RawWorld> {
  const [policy] = await db.admin<{ sequence: string[] }>('select sequence from supply.pricing_policy where org_id = $1', [
    supplier,
  ]);
  const [customer] = await db.admin<{ category: string }>(
    'select category from supply.customer_category where org_id = $1 and counterparty_id = $2',
    [supplier, buyer],
  );
  const [clock] = await db.admin<{ today: string }>(`select (now() at time zone 'UTC')::date::text as today`);
  return {
    today: clock!.today,
    buyer,
    sequence: policy?.sequence,
    customerCategory: customer?.category,
    offers: await db.admin<RawOffer>(
      `select o.id, o.category, o.price_factor_num::text as num, o.price_factor_den::text as den, o.order_unit as "orderUnit", o.price_unit as "priceUnit", o.list_price::text as list, o.currency,
         o.basis::text, o.break_mode as mode, o.break_unit as "breakUnit", o.break_scope as "breakScope", o.valid_from::text as from, o.valid_to::text as to,
         o.price_type as type, o.held_until::text as held, o.lead_days as "leadDays",
         coalesce((select sum(greatest(s.quantity - s.reserved, 0)) from supply.stock s where s.offer_id = o.id), 0)::text as free,
         coalesce((select jsonb_agg(jsonb_build_object('from', b.from_quantity::text, 'price', b.price::text)) from supply.price_break b where b.offer_id = o.id), '[]') as breaks
       from supply.offer o where o.org_id = $1`,
      [supplier],
    ),
    terms: await db.admin<RawTerm>(
      `select p.offer_id as offer, p.category, p.price::text, p.basis::text, p.price_unit as "priceUnit", p.discount_percent::text as discount, p.currency,
         p.valid_from::text as from, p.valid_to::text as to, p.pricing_date as date, p.break_mode as mode, p.break_unit as "breakUnit", p.break_scope as "breakScope", p.best,
         coalesce((select jsonb_agg(jsonb_build_object('from', b.q::text, 'price', b.p::text)) from unnest(p.break_from, p.break_price) as b (q, p)), '[]') as breaks
       from supply.agreement_price p where p.org_id = $1 and p.counterparty_id = $2`,
      [supplier, buyer],
    ),
    matrix: await db.admin(
      `select r.customer_category as customer, r.product_category as product, r.discount_percent::text as discount, r.valid_from::text as from, r.valid_to::text as to
       from supply.discount_rule r where r.org_id = $1`,
      [supplier],
    ),
  };
}
