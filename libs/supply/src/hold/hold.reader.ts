import { type Keyset, keyset, NotFound, type Ordering, one, type Page, requirePermission, rows, type Work } from '#libs/platform';
import type { HoldPolicy, HoldStatus, StockHold } from './hold.entity.js';

/** Columns of a hold under the names of its entity; the table is `h`. */
export const holdColumns = `h.org_id as "orgId", h.id, h.counterparty_id as "counterpartyId", h.offer_id as "offerId", h.part_id as "partId",
  h.holder_kind as "holderKind", h.holder_id as "holderId", h.label, h.quantity, h.held, h.places, h.status, h.expires_at as "expiresAt",
  h.created_at as "createdAt", h.ended_at as "endedAt", h.consumed_by as "consumedBy", h.reason, h.idem_key as "idemKey", h.line, h.version`;

/** Which holds: all conditions hold together. */
export interface HoldFilter {
  /** SUPPLIER: on the own stock; BUYER: those that one's organisation has. */
  side: 'SUPPLIER' | 'BUYER';
  status?: HoldStatus | null;
  offerId?: string | null;
  holderId?: string | null;
}

/** Those that end first come first. */
export const holdOrdering: Ordering = {
  name: 'holds',
  columns: [
    { sql: 'h.expires_at', cast: 'timestamptz' },
    { sql: 'h.id', cast: 'uuid' },
  ],
};

/** Sort values of a row, for its cursor. */
export function holdKey(hold: StockHold): string[] {
  return [hold.expiresAt.toISOString(), hold.id];
}

/** A page of the holds of one side, one row more than asked for. Throws Forbidden without stock:write for the supplier's, basket:edit for the buyer's. */
export async function listHolds(work: Work, filter: HoldFilter, page: Page): Promise<StockHold[]> {
  requirePermission(work, filter.side === 'SUPPLIER' ? 'stock:write' : 'basket:edit');
  const { where, orderBy, limit, values }: Keyset = keyset(page, holdOrdering, 5);
  return rows<StockHold>(
    work,
    `select ${holdColumns} from supply.stock_hold h where ${filter.side === 'SUPPLIER' ? 'h.org_id' : 'h.counterparty_id'} = $1
       and ($2::text is null or h.status = $2) and ($3::uuid is null or h.offer_id = $3) and ($4::uuid is null or h.holder_id = $4) and ${where}
     order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, filter.status ?? null, filter.offerId ?? null, filter.holderId ?? null, ...values],
  );
}

/** Holds of which the acting organisation is a party, in the order of their ids. */
export async function holdsByIds(work: Work, ids: readonly string[]): Promise<StockHold[]> {
  return rows<StockHold>(work, `select ${holdColumns} from supply.stock_hold h where h.id = any ($1) order by h.id`, [ids]);
}

/** One hold. Throws NotFound. */
export async function holdById(work: Work, id: string): Promise<StockHold> {
  const [hold] = await holdsByIds(work, [id]);
  if (!hold) throw new NotFound(`hold ${id}`);
  return hold;
}

/** What holders of the acting buyer hold now, or the holds of these ids: in time, so an order can use them up. */
export async function liveHolds(
  work: Work,
  of: { holderIds?: readonly string[]; holdIds?: readonly string[] },
): Promise<StockHold[]> {
  return rows<StockHold>(
    work,
    `select ${holdColumns} from supply.stock_hold h where h.counterparty_id = $1 and h.status = 'HELD' and h.expires_at > clock_timestamp()
       and (h.holder_id = any ($2) or h.id = any ($3)) order by h.id`,
    [work.actor.orgId, of.holderIds ?? [], of.holdIds ?? []],
  );
}

const byDefault: HoldPolicy = { basketMinutes: 30, quoteHours: 72, approvalHours: 168, namedMinutes: 30, version: 0 };

/** What the acting supplier grants; the hub's defaults while he has said nothing. */
export async function holdPolicy(work: Work): Promise<HoldPolicy> {
  const found = await one<HoldPolicy>(
    work,
    `select p.basket_minutes as "basketMinutes", p.quote_hours as "quoteHours", p.approval_hours as "approvalHours", p.named_minutes as "namedMinutes", p.version
     from supply.hold_policy p where p.org_id = $1`,
    [work.actor.orgId],
  );
  return found ?? byDefault;
}
