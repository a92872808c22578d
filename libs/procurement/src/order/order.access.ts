import { NotFound, type Work } from '#libs/platform';
import type { Order } from './order.entity.js';
import type { Side } from './schedule-status.js';

/** Which party of the order the actor speaks for; undefined: neither, and then the order does not exist for him. */
export function sideOf(work: Pick<Work, 'actor'>, order: Pick<Order, 'orgId' | 'counterpartyId'>): Side | undefined {
  if (work.actor.orgId === order.orgId) return 'BUYER';
  return work.actor.orgId === order.counterpartyId ? 'SUPPLIER' : undefined;
}

/** Throws NotFound unless the actor is that party: to the other one the step looks absent, not forbidden. */
export function requireSide(work: Pick<Work, 'actor'>, order: Pick<Order, 'orgId' | 'counterpartyId'>, side: Side): void {
  if (sideOf(work, order) !== side) throw new NotFound('order');
}
