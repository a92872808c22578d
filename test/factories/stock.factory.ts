import type { Actor } from '#libs/platform';
import { setStock } from '#libs/supply';
import type { FreshDatabase } from '../support/fresh-database.js';
import { value } from './catalogue.factory.js';

/** Reports `quantity` of an offer of the supplier at one location; throws when the line is refused. */
export async function stocked(
  db: FreshDatabase,
  supplier: Actor,
  line: { offerId: string; quantity: string; location?: string; asOf?: string },
): Promise<void> {
  const { location = 'MAIN', ...rest } = line;
  const report = value(await db.unitOfWork.run(supplier, (work) => setStock(work, { lines: [{ location, ...rest }] })));
  if (report.written !== 1) throw new Error(`refused: ${JSON.stringify(report.refused)}`);
}

/** Quantity and reserved of an offer at its locations, past every wall, with the sum of its ledger. */
export async function stockAsStored(
  db: FreshDatabase,
  offerId: string,
): Promise<{ location: string; quantity: string; reserved: string; ledger: string }[]> {
  return db.admin(
    `select s.location, trim_scale(s.quantity)::text as quantity, trim_scale(s.reserved)::text as reserved,
       (select trim_scale(coalesce(sum(l.reserved_delta), 0))::text from supply.stock_ledger l
        where l.org_id = s.org_id and l.offer_id = s.offer_id and l.location = s.location) as ledger
     from supply.stock s where s.offer_id = $1 order by s.location`,
    [offerId],
  );
}
