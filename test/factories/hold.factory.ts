import { randomUUID } from 'node:crypto';
import type { Result } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { type HoldStockInput, holdStock } from '#libs/supply';
import type { FreshDatabase } from '../support/fresh-database.js';

/** A valid call: a basket of its own holds one unit of the offer, under a key of its own. */
export function holdInput(offerId: string, override: Partial<HoldStockInput> & { quantity?: string } = {}): HoldStockInput {
  const { quantity = '1', ...rest } = override;
  return { holder: { kind: 'BASKET', id: randomUUID() }, lines: [{ offerId, quantity }], idempotencyKey: randomUUID(), ...rest };
}

/** Holds, and gives the Result. */
export function hold(db: FreshDatabase, buyer: Actor, input: HoldStockInput): Promise<Result<Held[], { code: string }>> {
  return db.unitOfWork.run(buyer, (work) => holdStock(work, input));
}

interface Held {
  holdId: string;
  line: number;
  held: string;
  expiresAt: Date;
}

/** Puts the end of holds into the past: time is the database's, so a test moves the hold and not the clock. */
export async function overdue(db: FreshDatabase, ...holdIds: string[]): Promise<void> {
  await db.admin(`update supply.stock_hold set expires_at = clock_timestamp() - interval '1 second' where id = any ($1)`, [
    holdIds,
  ]);
}

/** Holds of an offer as they lie in the table. */
export async function holdsAsStored(db: FreshDatabase, offerId: string): Promise<{ status: string; held: string }[]> {
  return db.admin(
    `select status, trim_scale(held)::text as held from supply.stock_hold where offer_id = $1 order by created_at, id`,
    [offerId],
  );
}
