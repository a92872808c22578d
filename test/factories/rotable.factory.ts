import { randomUUID } from 'node:crypto';
import type { UserActor, Work } from '#libs/platform';
import {
  type Core,
  coresOfOrders,
  type OrderRepairInput,
  orderRepair,
  placeOrder,
  type Rotable,
  receiveUnit,
  sendExchangeUnit,
  shipUnit,
  type WholeOrder,
} from '#libs/procurement';
import { type SaveExchangeTermsInput, type SaveRepairTermsInput, saveExchangeTerms, saveRepairTerms } from '#libs/supply';
import type { FreshDatabase } from '../support/fresh-database.js';
import { lineOf, orderInput, type PlantedOffer, plantOffer, success, type TradeWorld } from './order.factory.js';
import { at } from './urgent.factory.js';

/** Monday, 1 March 2027, noon in UTC. */
export const monday = new Date(Date.UTC(2027, 2, 1, 12));
export const afterDays = (days: number, from: Date = monday): Date => new Date(from.getTime() + days * 86_400_000);

/** A core worth 8,000 with a deposit of 1,000, due in ten days; 150 for each begun week, billed four weeks later. */
export const usualCore: Omit<SaveExchangeTermsInput, 'offerId' | 'supplierPart'> = {
  currency: 'USD',
  coreValue: '8000',
  deposit: '1000',
  outrightPrice: '11000',
  coreDays: 10,
  lateFee: '150',
  billDays: 28,
};
export const usualRepair: Omit<SaveRepairTermsInput, 'offerId' | 'supplierPart'> = {
  currency: 'USD',
  pricing: 'QUOTE',
  evaluationFee: '250',
  quoteDays: 5,
  approveDays: 14,
  turnDays: 20,
};

/** An offer of units at 3,000 in exchange. */
export async function exchangeOffer(
  db: FreshDatabase,
  world: TradeWorld,
  terms: Partial<SaveExchangeTermsInput> = {},
): Promise<PlantedOffer> {
  const offer = await plantOffer(db, world.supplier.orgId, { price: '3000', basis: '1', stock: '50', leadDays: null });
  const seller = { ...world.supplier, permissions: new Set(['agreement:manage']) };
  success(await db.unitOfWork.run(seller, (work) => saveExchangeTerms(work, { ...usualCore, ...terms, offerId: offer.id })));
  return offer;
}

/** What a buyer has seen of those terms. */
export const coreSeen = (terms: Partial<SaveExchangeTermsInput> = {}) => {
  const { coreValue, currency, coreDays } = { ...usualCore, ...terms };
  return { version: 1, coreValue, currency, coreDays };
};

/** An order of units in exchange, with its cores. */
export async function exchanged(
  db: FreshDatabase,
  world: TradeWorld,
  given: { quantity?: string; terms?: Partial<SaveExchangeTermsInput>; offer?: PlantedOffer } = {},
): Promise<{ order: WholeOrder; cores: Core[]; offer: PlantedOffer }> {
  const offer = given.offer ?? (await exchangeOffer(db, world, given.terms));
  const line = lineOf(offer, given.quantity ?? '1', { exchangeSeen: coreSeen(given.terms) });
  const [order] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [line]))));
  if (!order) throw new Error('no order was placed');
  const [cores = []] = await db.unitOfWork.read(world.buyer, (work) => coresOfOrders(work, [order.id]));
  return { order, cores: cores as Core[], offer };
}

const serialOf = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 8).toUpperCase()}`;
const papers = { certificate: 'FAA 8130-3', certificateNumber: '27-100' };

/** The hands of both sides at any instant: each takes the unit as it is and gives it as it then is. */
export function hands(db: FreshDatabase, world: TradeWorld) {
  const by =
    <T extends object>(
      actor: UserActor,
      verb: (work: Work, which: { rotableId: string; expectedVersion: number }) => Promise<T>,
    ) =>
    (unit: Rotable, when: Date): Promise<T> =>
      at(db, actor, when, (work) => verb(work, { rotableId: unit.id, expectedVersion: unit.version }));
  return {
    by,
    send: (unit: Rotable, when: Date = monday, serial = serialOf('OUT')) =>
      by(world.supplier, (work, which) => sendExchangeUnit(work, { ...which, serial, ...papers }))(unit, when),
    ship: (unit: Rotable, when: Date = monday, serial: string | null = serialOf('IN')) =>
      by(world.buyer, (work, which) => shipUnit(work, { ...which, serial, waybill: '020-1' }))(unit, when),
    receive: (unit: Rotable, when: Date = monday, serial: string | null = null) =>
      by(world.supplier, (work, which) => receiveUnit(work, { ...which, serial }))(unit, when),
  };
}

/** A core that is owed since that Monday. */
export async function owedCore(
  db: FreshDatabase,
  world: TradeWorld,
  given: { terms?: Partial<SaveExchangeTermsInput>; offer?: PlantedOffer } = {},
): Promise<Rotable> {
  const {
    cores: [core],
  } = await exchanged(db, world, given);
  if (!core) throw new Error('no core was opened');
  return success(await hands(db, world).send(core));
}

/** An order for a repair on the usual terms, as input. */
export async function repairInput(
  db: FreshDatabase,
  world: TradeWorld,
  terms: Partial<SaveRepairTermsInput> = {},
): Promise<OrderRepairInput> {
  const offer = await plantOffer(db, world.supplier.orgId, { price: '9000', basis: '1', stock: '1' });
  const seller = { ...world.supplier, permissions: new Set(['agreement:manage']) };
  const given = { ...usualRepair, ...terms };
  success(await db.unitOfWork.run(seller, (work) => saveRepairTerms(work, { ...given, offerId: offer.id })));
  return {
    idempotencyKey: randomUUID(),
    offerId: offer.id,
    serial: serialOf('REP'),
    complaint: 'No output at 28 V',
    shipTo: world.siteId,
    termsSeen: { version: 1, currency: given.currency, price: given.price ?? null },
  };
}

/** A repair that is ordered, on its way and in the shop since that Monday. */
export async function inShop(db: FreshDatabase, world: TradeWorld, terms: Partial<SaveRepairTermsInput> = {}): Promise<Rotable> {
  const input = await repairInput(db, world, terms);
  const ordered = success(await at(db, world.buyer, monday, (work) => orderRepair(work, input)));
  const { ship, receive } = hands(db, world);
  return success(await receive(success(await ship(ordered, monday, null))));
}
