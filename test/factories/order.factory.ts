import { randomUUID } from 'node:crypto';
import type { UserActor } from '#libs/platform';
import { type PlaceOrderInput, placeOrder, type WholeOrder } from '#libs/procurement';
import type { FreshDatabase } from '../support/fresh-database.js';

/** A member of an organisation with these permissions. */
export function memberOf(orgId: string, permissions: readonly string[]): UserActor {
  return {
    kind: 'user',
    orgId,
    userId: randomUUID(),
    memberId: randomUUID(),
    sessionId: randomUUID(),
    permissions: new Set(permissions),
    roles: ['BUYER', 'SUPPLIER'],
  };
}

export const buyerRights = ['basket:edit', 'order:read', 'order:place', 'order:change', 'order:cancel'];
export const supplierRights = ['order:read', 'order:confirm'];

/** A buyer and a supplier in an active partnership, a stranger who is both, and the buyer's site. */
export interface TradeWorld {
  buyer: UserActor;
  supplier: UserActor;
  /** A buyer and supplier of his own, partner of neither. */
  stranger: UserActor;
  /** Of the buyer's organisation, without any permission. */
  viewer: UserActor;
  siteId: string;
}

const address = { lines: ['1 Hangar Road'], city: 'Everett', region: 'WA', postalCode: '98203', country: 'US' };

/** Plants two trading organisations past every wall: what is under test here begins with an order. */
export async function tradeWorld(db: FreshDatabase): Promise<TradeWorld> {
  const [buyer, supplier, stranger] = [await plantOrganization(db), await plantOrganization(db), await plantOrganization(db)];
  await partners(db, buyer, supplier);
  const siteId = await plantSite(db, buyer, 'EVT');
  return {
    buyer: memberOf(buyer, buyerRights),
    supplier: memberOf(supplier, supplierRights),
    stranger: memberOf(stranger, [...buyerRights, ...supplierRights]),
    viewer: memberOf(buyer, []),
    siteId,
  };
}

export async function plantOrganization(db: FreshDatabase): Promise<string> {
  const id = randomUUID();
  await db.admin(
    `insert into organizations.organization (id, name, roles, country, currency) values ($1, $2, '{BUYER,SUPPLIER}', 'US', 'USD')`,
    [id, `Company ${id.slice(0, 8)}`],
  );
  return id;
}

export async function plantSite(db: FreshDatabase, orgId: string, code: string): Promise<string> {
  const id = randomUUID();
  await db.admin(
    `insert into organizations.site (org_id, id, code, name, kinds, address) values ($1, $2, $3, $3, '{SHIP_TO,BILL_TO}', $4)`,
    [orgId, id, code, address],
  );
  return id;
}

export async function partners(db: FreshDatabase, buyer: string, supplier: string): Promise<void> {
  await db.admin(
    `insert into organizations.partnership (org_id, counterparty_id, status, proposed_by, payment_terms, delivery_terms)
     values ($1, $2, 'ACTIVE', $1, 'NET30', '{"code":"FCA","place":"Everett"}')`,
    [buyer, supplier],
  );
}

/** What an offer may differ in: EA priced at 4.20 per 100 from 500 in stock, lead time 10 days, unless said. `stock` null: no row. */
export interface OfferOptions {
  price?: string;
  basis?: string;
  currency?: string;
  orderUnit?: string;
  priceUnit?: string;
  factor?: [string, string];
  minimum?: string;
  multiple?: string;
  leadDays?: number | null;
  ncnr?: boolean;
  stock?: string | null;
  charges?: unknown;
}

export interface PlantedOffer {
  id: string;
  partId: string;
  supplierPart: string;
  priceSeen: { amount: string; currency: string; basis: string };
}

/** One published offer of a part of its own. */
export async function plantOffer(db: FreshDatabase, supplier: string, given: OfferOptions = {}): Promise<PlantedOffer> {
  const [id, partId, catalogueId, makerId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const number = `PN-${id.slice(0, 8).toUpperCase()}`;
  const { price = '4.20', basis = '100', currency = 'USD', orderUnit = 'EA', factor = ['1', '1'], stock = '500' } = given;
  await db.admin(`insert into catalog.manufacturer (id, code_kind, code, name) values ($1, 'NAME', $2, 'Acme Fasteners')`, [
    makerId,
    `ACME ${id.slice(0, 8)}`,
  ]);
  await db.admin(
    `insert into catalog.part (id, manufacturer_id, number, key, name, source_org, source_rank) values ($1, $2, $3, catalog.part_key($3), 'Hex bolt', $4, 1)`,
    [partId, makerId, number, supplier],
  );
  await db.admin(`insert into supply.catalogue (org_id, id, name, currency) values ($1, $2, $3, $4)`, [
    supplier,
    catalogueId,
    `Catalogue ${id.slice(0, 8)}`,
    currency,
  ]);
  await db.admin(
    `insert into supply.offer (org_id, id, catalogue_id, part_id, supplier_part, name, order_unit, price_unit, price_factor_num, price_factor_den, list_price, currency,
       basis, minimum, multiple, lead_days, lead_kind, ncnr, charges, digest, from_version)
     values ($1, $2, $3, $4, $5, 'Hex bolt', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'CALENDAR', $16, $17, '\\x00', 1)`,
    [
      supplier,
      id,
      catalogueId,
      partId,
      `S-${number}`,
      orderUnit,
      given.priceUnit ?? orderUnit,
      factor[0],
      factor[1],
      price,
      currency,
      basis,
      given.minimum ?? '1',
      given.multiple ?? '1',
      given.leadDays === undefined ? 10 : given.leadDays,
      given.ncnr ?? false,
      given.charges === undefined ? null : JSON.stringify(given.charges),
    ],
  );
  if (stock !== null) {
    await db.admin(
      `insert into supply.stock (org_id, offer_id, location, quantity, as_of, source) values ($1, $2, 'MAIN', $3, now(), 'MANUAL')`,
      [supplier, id, stock],
    );
  }
  return { id, partId, supplierPart: `S-${number}`, priceSeen: { amount: price, currency, basis } };
}

/** A valid line of `quantity` of an offer. */
export function lineOf(
  offer: PlantedOffer,
  quantity: string,
  override: Partial<NonNullable<PlaceOrderInput['lines']>[number]> = {},
) {
  return { offerId: offer.id, quantity, priceSeen: offer.priceSeen, ...override };
}

/** A valid call with these lines, under a key of its own. */
export function orderInput(
  world: TradeWorld,
  lines: PlaceOrderInput['lines'],
  override: Partial<PlaceOrderInput> = {},
): PlaceOrderInput {
  return { idempotencyKey: randomUUID(), shipTo: { siteId: world.siteId }, lines, ...override };
}

/** A placed order of one line, 100 of an offer in stock unless said otherwise. */
export async function placedOrder(
  db: FreshDatabase,
  world: TradeWorld,
  given: {
    offer?: OfferOptions;
    quantity?: string;
    line?: Partial<NonNullable<PlaceOrderInput['lines']>[number]>;
    input?: Partial<PlaceOrderInput>;
  } = {},
): Promise<{ order: WholeOrder; offer: PlantedOffer }> {
  const offer = await plantOffer(db, world.supplier.orgId, given.offer);
  const line = lineOf(offer, given.quantity ?? '100', given.line);
  const [order] = success(
    await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [line], given.input))),
  );
  if (!order) throw new Error('no order was placed');
  return { order, offer };
}

/** The value of a Result that must be a success; throws with its errors otherwise. */
export function success<T>(result: { ok: true; value: T } | { ok: false; errors: readonly unknown[] }): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.errors)}`);
}

/** The codes of a Result that must have failed. */
export function codes(result: { ok: boolean; errors?: readonly { code: string }[] }): string[] {
  return (result.errors ?? []).map((error) => error.code);
}

/** Stock of an offer as it lies in the table. */
export async function stockOf(
  db: FreshDatabase,
  offer: PlantedOffer,
): Promise<{ quantity: string; reserved: string; ledger: string }> {
  const [row] = await db.admin<{ quantity: string; reserved: string; ledger: string }>(
    `select s.quantity::text, s.reserved::text, coalesce((select sum(g.reserved_delta) from supply.stock_ledger g where g.offer_id = s.offer_id), 0)::text as ledger
     from supply.stock s where s.offer_id = $1`,
    [offer.id],
  );
  if (!row) throw new Error('the offer has no stock');
  return row;
}
