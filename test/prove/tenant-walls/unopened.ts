import type { FreshDatabase } from '../../support/fresh-database.js';
import { canariesIn, unopened, type World } from './canaries.js';

/** What a hole would look like: the buyer reads every bid on his tenders, whenever he asks. */
export const holeForBuyers = `alter policy market on tendering.bid_content using (counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid))`;

/** Tables in which the buyer of a timed tender is shown a bid before its close: the words of it, or a row about it. */
export async function unopenedSeen(db: FreshDatabase, { victim, tables, planting }: World): Promise<string[]> {
  const { actor, org } = victim.buyer;
  const early = await db.admin<{ bid: string }>(
    `select b.id as bid from tendering.bid b join tendering.lot_round r on r.org_id = b.counterparty_id and r.lot_id = b.lot_id and r.round = b.round
     where b.counterparty_id = $1 and r.closed_at is null and r.confidentiality = 'TIMED'`,
    [org.id],
  );
  if (early.length === 0) return ['there is no bid to be seen'];
  const seen: string[] = [];
  for (const { name } of tables.filter(({ wall }) => wall !== 'system')) {
    const rows = await db.unitOfWork.read(actor, (work) => work.tx.query(`select x::text as row from ${name} x`));
    const text = rows.map(({ row }: { row: string }) => row).join('\n');
    if (canariesIn(text, planting).includes(unopened) || early.some(({ bid }) => text.includes(bid))) seen.push(name);
  }
  return seen;
}
