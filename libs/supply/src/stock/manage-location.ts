import { z } from 'zod';
import { ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, rows, type Work } from '#libs/platform';

const input = z.strictObject({ location: z.string().trim().min(1).max(40), managed: z.boolean() });

/** A place of the own stock, and whether its ledger is the count. */
export interface StockLocation {
  location: string;
  managed: boolean;
  /** How many offers have stock there. */
  offers: number;
}

/**
 * From now on the stock of a place is managed here: its quantities are what the ledger sums to, reports by file, API or hand leave it
 * alone, and corrections move it. Or it is reported again, from what the ledger says. Said again it changes nothing. Throws Forbidden without stock:write, BadInput.
 */
export async function manageLocation(work: Work, given: z.input<typeof input>): Promise<Result<StockLocation, never>> {
  requirePermission(work, 'stock:write');
  const { location, managed } = checkInput(input, given);
  const moved = await one<{ offers: number }>(work, 'select supply.manage_location($1, $2) as offers', [location, managed]);
  await audit(work, { action: 'stock:write', subject: `stock-location:${location}`, detail: { managed, offers: moved?.offers } });
  const [found] = await stockLocations(work, location);
  return ok(found ?? { location, managed, offers: 0 });
}

/** The places of the acting supplier's stock by name, at most 500; or one of them. */
export async function stockLocations(work: Work, location?: string): Promise<StockLocation[]> {
  return rows<StockLocation>(
    work,
    `select l.location, bool_or(l.managed) as managed, sum(l.offers)::int as offers from (
       select s.location, false as managed, count(*) as offers from supply.stock s where s.org_id = $1 and ($2::text is null or s.location = $2) group by s.location
       union all select m.location, true, 0 from supply.managed_location m where m.org_id = $1 and ($2::text is null or m.location = $2)) l
     group by l.location order by l.location limit 500`,
    [work.actor.orgId, location ?? null],
  );
}
