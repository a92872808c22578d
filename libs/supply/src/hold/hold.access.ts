import { Forbidden, type Work } from '#libs/platform';

/** Buyers and suppliers act on the same hold, each by his own right; the wall shows it to these two alone. */
export function requireHoldParty(work: Pick<Work, 'actor'>): void {
  const { permissions } = work.actor;
  if (!permissions.has('basket:edit') && !permissions.has('stock:write')) throw new Forbidden('basket:edit or stock:write');
}
