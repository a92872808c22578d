import { type DecimalText, fail, type LocalDate, ok, type Result } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import {
  type CandidateLot,
  type LeavingLot,
  type LeavingLotFault,
  layOnLots,
  type NamedLine,
  type NamedLot,
} from './leaving-lots.rules.js';
import type { AskedLot } from './wanted-lot.js';

/** Lots that are shown of one line at most: those that it has taken first, then what expires first. */
export const shippableLotsMax = 200;

/** A line of an order of the acting supplier whose units leave. */
export interface LeavingLine {
  line: string;
  buyer: string;
  /** null: no offer of his that the hub knows. */
  offer: string | null;
  want?: AskedLot | undefined;
}

/** A line that leaves, with the lots and serials that its supplier names of it. */
export interface ShippedLine extends LeavingLine, Omit<NamedLine, 'named' | 'line'> {
  lots: readonly NamedLot[];
}

/** A lot on the acting supplier's shelf beside a line that may take of it. */
export interface ShippableLot {
  line: string;
  id: string;
  lotNumber: string | null;
  serialNumber: string | null;
  condition: string;
  shelfLifeOn: LocalDate | null;
  location: string;
  /** What the line has taken of it. */
  own: DecimalText;
  /** What nobody has taken. */
  free: DecimalText;
}

const lots = (row: string): string =>
  `left join supply.lot_claim c on (c.org_id, c.lot_id, c.counterparty_id, c.reference) = (l.org_id, l.id, ${row}.buyer, ${row}.line) and c.quantity > 0`;
/** Lots that are as lines of `q` require, asked once for each requirement. */
const fitting = `fitting as materialized (select d.offer, d.want, f.lot_id from (select distinct q.offer, q.want from q where q.want is not null) d cross join lateral supply.fitting_lots($1, d.offer, d.want) f)`;
const asWanted = 'left join fitting f on (f.offer, f.want, f.lot_id) = (q.offer, q.want, l.id)';
const fits = '(q.want is null or c.quantity is not null or f.lot_id is not null)';

/** What may leave for lines of the acting supplier's orders: what they have taken, and what is free and as they require. */
export async function shippableLots(work: Pick<Work, 'tx' | 'actor'>, lines: readonly LeavingLine[]): Promise<ShippableLot[]> {
  return rows<ShippableLot>(
    work,
    `with q as materialized (select * from jsonb_to_recordset($2) as q (line text, buyer uuid, offer uuid, want jsonb)), ${fitting}
     select q.line, l.id, l."lotNumber", l."serialNumber", l.condition, l."shelfLifeOn", l.location, l.own, l.free from q cross join lateral (
       select l.id, l.lot_number as "lotNumber", l.serial_number as "serialNumber", l.condition, l.shelf_life_on as "shelfLifeOn", l.location,
         trim_scale(coalesce(c.quantity, 0))::text as own, trim_scale(greatest(l.quantity - l.taken, 0))::text as free,
         row_number() over (order by c.quantity is null, l.shelf_life_on nulls last, l.location, l.lot_number, l.serial_number, l.id) as place
       from supply.lot l ${lots('q')} ${asWanted} where l.org_id = $1 and l.offer_id = q.offer and l.quantity > 0 and (l.quantity > l.taken or c.quantity is not null) and ${fits}
       order by place limit ${shippableLotsMax}) l order by q.line, l.place`,
    [work.actor.orgId, JSON.stringify(lines)],
  );
}

/**
 * Which units leave when the acting supplier names them: of his lots of the line's offer, of those that the line has taken before those that are free,
 * each unit once. Of an offer without a single lot only the names are kept. Nothing moves here, and nothing is locked: the database looks again as it moves.
 * Errors, all at once with `path` to the name: LotUnknown (not of the offer, or not on the shelf), LotNotFree (orders have taken it), LotNotAsRequired,
 * LotsDiffer (they make more than leaves, or two go without a quantity).
 */
export async function leavingLots(
  work: Pick<Work, 'tx' | 'actor'>,
  lines: readonly ShippedLine[],
): Promise<Result<LeavingLot[], LeavingLotFault>> {
  const asked = lines.flatMap(({ line, buyer, offer, want, lots }) =>
    lots.map(({ lotNumber, serialNumber }) => ({ line, buyer, offer, want, lotNumber, serialNumber })),
  );
  if (asked.length === 0) return ok([]);
  const candidates: CandidateLot[][] = asked.map(() => []);
  for (const found of await candidateLots(work, asked)) candidates[found.n]?.push(found);
  let n = 0;
  const named = lines.map(({ lots, ...line }) => ({
    ...line,
    named: lots.map((lot) => ({ ...lot, candidates: candidates[n++] ?? [] })),
  }));
  const { leaving, faults } = layOnLots(named);
  return faults.length > 0 ? fail(...faults) : ok(leaving);
}

/** The lots that names may mean, by the place `n` of the name, the line's own first, then what expires first. */
async function candidateLots(
  work: Pick<Work, 'tx' | 'actor'>,
  named: readonly (LeavingLine & NamedLot)[],
): Promise<CandidateLot[]> {
  return rows<CandidateLot>(
    work,
    `with q as materialized (select * from jsonb_to_recordset($2) as q (n integer, line text, buyer uuid, offer uuid, want jsonb, "lotNumber" text, "serialNumber" text)), ${fitting}
     select q.n, exists (select from supply.lot t where t.org_id = $1 and t.offer_id = q.offer) as tracked, l.id,
       l.serial_number is not distinct from q."serialNumber" as exact,
       trim_scale(coalesce(c.quantity, 0))::text as own, trim_scale(greatest(l.quantity - l.taken, 0))::text as free, ${fits} as fits
     from q left join supply.lot l on l.org_id = $1 and l.offer_id = q.offer and l.quantity > 0
       and (l.serial_number = q."serialNumber" and (q."lotNumber" is null or l.lot_number is null or l.lot_number = q."lotNumber")
         or l.lot_number = q."lotNumber" and (q."serialNumber" is null or l.serial_number is null))
     ${lots('q')} ${asWanted} order by q.n, exact desc, c.quantity is null, l.shelf_life_on nulls last, l.id`,
    [work.actor.orgId, JSON.stringify(named.map((name, n) => ({ ...name, n })))],
  );
}
