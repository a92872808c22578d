import { type Keyset, keyset, type Ordering, type Page, rows, type Work } from '#libs/platform';
import type { MovementKind } from './stock.entity.js';

/** One movement of the acting supplier's stock at a place. */
export interface OwnMovement {
  id: string;
  at: Date;
  kind: MovementKind;
  reservedDelta: string;
  quantityDelta: string;
  /** The buyer for whom it moved; null when the supplier moved it himself. */
  buyerId: string | null;
  reference: string;
  reason: string | null;
  note: string | null;
  memberId: string | null;
}

/** The newest first. Ids are made in the order of the moves, as their row was locked. */
export const movementOrdering: Ordering = { name: 'movements', columns: [{ sql: 'g.id', cast: 'uuid', descending: true }] };

/** Sort values of a row, for its cursor. */
export function movementKey(movement: OwnMovement): string[] {
  return [movement.id];
}

/** A page of the ledger of one offer at one place of the acting supplier, one row more than asked for. */
export async function stockMovements(work: Work, of: { offerId: string; location: string }, page: Page): Promise<OwnMovement[]> {
  const { where, orderBy, limit, values }: Keyset = keyset(page, movementOrdering, 4);
  return rows<OwnMovement>(
    work,
    `select g.id, g.at, g.kind, g.reserved_delta as "reservedDelta", g.quantity_delta as "quantityDelta",
       nullif(g.counterparty_id, g.org_id) as "buyerId", g.reference, g.reason, g.note, g.member_id as "memberId"
     from supply.stock_ledger g where g.org_id = $1 and g.offer_id = $2 and g.location = $3 and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, of.offerId, of.location, ...values],
  );
}
