import { randomUUID } from 'node:crypto';
import type { Actor, Work } from '#libs/platform';
import { type RaiseUrgentInput, raiseUrgent, type UrgentRequest } from '#libs/procurement';
import type { FreshDatabase } from '../support/fresh-database.js';
import {
  memberOf,
  type OfferOptions,
  type PlantedOffer,
  plantOffer,
  success,
  type TradeWorld,
  tradeWorld,
} from './order.factory.js';

export const deskRights = ['order:read', 'order:place', 'order:change', 'order:cancel', 'price:read'];

/** Two desks in partnership, a stranger and a viewer without rights. */
export async function desks(db: FreshDatabase): Promise<TradeWorld> {
  const world = await tradeWorld(db);
  return {
    ...world,
    buyer: memberOf(world.buyer.orgId, deskRights),
    supplier: memberOf(world.supplier.orgId, ['order:read', 'order:confirm', 'agreement:manage', 'stock:write', 'price:read']),
    stranger: memberOf(world.stranger.orgId, [...deskRights, 'order:confirm', 'agreement:manage']),
  };
}

/** A complete intake of an aircraft on ground. */
export function intake(world: TradeWorld, offer: PlantedOffer, override: Partial<RaiseUrgentInput> = {}): RaiseUrgentInput {
  return {
    idempotencyKey: randomUUID(),
    priority: 'AOG',
    offerId: offer.id,
    quantity: '2',
    needAt: new Date(Date.now() + 86_400_000),
    shipTo: world.siteId,
    tail: 'D-AIMA',
    groundedAt: 'EDDF stand V112',
    contact: 'Desk, +49 69 1',
    ...override,
  };
}

/** The same work at another time: what the clock of the hub shows then. */
export function at<T>(db: FreshDatabase, actor: Actor, when: Date, verb: (work: Work) => Promise<T>): Promise<T> {
  return db.unitOfWork.run(actor, (work) =>
    verb({ actor: work.actor, now: when, tx: work.tx, emit: (e) => work.emit(e), notify: (...n) => work.notify(...n) }),
  );
}

/** An open request for 2 of an offer with 5 in stock, raised then. */
export async function raised(
  db: FreshDatabase,
  world: TradeWorld,
  given: { offer?: OfferOptions; input?: Partial<RaiseUrgentInput>; when?: Date } = {},
): Promise<{ request: UrgentRequest; offer: PlantedOffer }> {
  const offer = await plantOffer(db, world.supplier.orgId, { stock: '5', leadDays: null, ...given.offer });
  const request = success(
    await at(db, world.buyer, given.when ?? new Date(), (work) => raiseUrgent(work, intake(world, offer, given.input))),
  );
  return { request, offer };
}
