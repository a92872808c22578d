import { rows, type Work } from '#libs/platform';
import type { HeldMovement, Moved } from './release-stock.js';

/**
 * Takes held stock from the shelf because it is shipped: both the hold and the quantity fall. Only the acting supplier ships.
 * The quantity never falls below zero: a report that came meanwhile may have counted the units away already.
 */
export async function consumeStock(work: Work, movements: readonly Omit<HeldMovement, 'supplierId'>[]): Promise<Moved[]> {
  const asked = movements.map(({ buyerId, ...rest }) => ({ ...rest, buyer: buyerId }));
  return rows<Moved>(work, 'select line, moved from supply.consume_stock($1)', [JSON.stringify(asked)]);
}
