import { Forbidden, type Work } from '#libs/platform';
import type { StockHold } from './hold.entity.js';

/** Buyers and suppliers act on the same hold, each by the right of his side; the wall shows it to these two alone. */
export function requireHoldParty(work: Pick<Work, 'actor'>, holds: readonly Pick<StockHold, 'orgId' | 'counterpartyId'>[]): void {
  const { orgId, permissions } = work.actor;
  const [stock, basket] = [permissions.has('stock:write'), permissions.has('basket:edit')];
  const mayAll = holds.every((hold) => (hold.orgId === orgId && stock) || (hold.counterpartyId === orgId && basket));
  if (!(stock || basket) || !mayAll) throw new Forbidden('basket:edit or stock:write');
}
