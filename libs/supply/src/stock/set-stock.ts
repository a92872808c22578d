import { z } from 'zod';
import { type Fault, isDecimal, isNegative, ok, type Result } from '#libs/kernel';
import { affected, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';

/** Lines of one call at most. */
export const stockLinesMax = 1000;
/** Clocks of suppliers may run ahead by this much; a count from later than that is a mistake and would block every true one. */
const clockSkewMs = 5 * 60_000;

const line = z
  .strictObject({
    offerId: z.uuid().nullish(),
    /** The supplier's own part number, as in his catalogue. */
    supplierPart: z.string().trim().min(1).max(70).nullish(),
    location: z.string().trim().min(1).max(40),
    quantity: z
      .string()
      .refine((text) => isDecimal(text) && !isNegative(text), 'a decimal of at most 13 and 10 digits, not below zero'),
    asOf: z.coerce.date().nullish(),
  })
  .refine((given) => (given.offerId == null) !== (given.supplierPart == null), 'give offerId or supplierPart, not both');

const input = z.strictObject({ lines: z.array(line).min(1).max(stockLinesMax) });

export type SetStockInput = z.input<typeof input>;
export type StockFault = Fault<
  'StockOfferUnknown' | 'StockOfferAmbiguous' | 'StockOutdated' | 'StockFromFuture' | 'StockLineRepeated' | 'StockManagedHere'
>;

/** What became of the lines: `written` were taken, the others are refused with their reasons. */
export interface StockReport {
  written: number;
  refused: readonly StockFault[];
}

interface Asked {
  n: number;
  offer?: string;
  part?: string;
  location: string;
  quantity: string;
  asOf: string;
}

/**
 * Takes the acting supplier's own counts of up to 1,000 offer locations, in order units, and tells the watchers. Lines stand alone:
 * a refused one leaves the others. Refused: StockOfferUnknown, StockOfferAmbiguous (the number stands in several catalogues),
 * StockOutdated (a newer count is known), StockManagedHere (the place is corrected, not counted), StockFromFuture, StockLineRepeated. What orders hold stays held, also when the count falls below it.
 * Throws Forbidden without stock:write, BadInput.
 */
export async function setStock(work: Work, given: SetStockInput): Promise<Result<StockReport, StockFault>> {
  requirePermission(work, 'stock:write');
  const { lines } = checkInput(input, given);
  const refused: StockFault[] = [];
  const seen = new Set<string>();
  const asked = lines.flatMap((one, n): Asked[] => {
    const fault = lineFault(
      { n, key: `${one.offerId ?? ''} ${one.supplierPart ?? ''} ${one.location}`, asOf: one.asOf ?? work.now },
      { seen, now: work.now },
    );
    if (fault) refused.push(fault);
    const asOf = (one.asOf ?? work.now).toISOString();
    return fault
      ? []
      : [
          {
            n,
            offer: one.offerId ?? undefined,
            part: one.supplierPart ?? undefined,
            location: one.location,
            quantity: one.quantity,
            asOf,
          },
        ];
  });
  await keepShown(work);
  const answers = asked.length > 0 ? await write(work, asked) : [];
  for (const { n, outcome } of answers)
    if (outcome !== 'StockWritten') refused.push({ code: outcome, path: ['lines', String(n)] });
  const parts = [...new Set(answers.flatMap(({ outcome, partId }) => (outcome === 'StockWritten' && partId ? [partId] : [])))];
  if (parts.length > 0) await tellStockChanged(work, parts);
  return ok({ written: answers.filter(({ outcome }) => outcome === 'StockWritten').length, refused: refused.sort(byLine) });
}

/** Brings the summary of the parts up to date and tells whoever watches them, when the work is committed. */
export async function tellStockChanged(work: Work, parts: readonly string[]): Promise<void> {
  await affected(work, 'select supply.refresh_part_supply($1)', [parts]);
  await affected(work, 'select supply.tell_stock_changed($1, $2)', [work.actor.orgId, parts]);
}

function lineFault(
  line: { n: number; key: string; asOf: Date },
  { seen, now }: { seen: Set<string>; now: Date },
): StockFault | undefined {
  const path = ['lines', String(line.n)];
  if (line.asOf.getTime() > now.getTime() + clockSkewMs) return { code: 'StockFromFuture', path: [...path, 'asOf'] };
  if (seen.has(line.key)) return { code: 'StockLineRepeated', path };
  seen.add(line.key);
  return undefined;
}

function byLine(a: StockFault, b: StockFault): number {
  return Number(a.path[1]) - Number(b.path[1]);
}

interface Written {
  n: number;
  outcome: 'StockWritten' | Exclude<StockFault['code'], 'StockFromFuture'>;
  partId: string | null;
}

/** One statement: resolve, write what is not older than what is known, answer every line. Rows are taken in the order that orders lock them. */
async function write(work: Work, asked: readonly Asked[]): Promise<Written[]> {
  return rows<Written>(
    work,
    `with asked as (select * from jsonb_to_recordset($2) as a (n int, offer uuid, part text, location text, quantity numeric, "asOf" timestamptz)),
     found as (
       select a.*, o.id as offer_id, o.part_id, o.audience, count(*) over (partition by a.n) as hits
       from asked a cross join lateral (
         select o.id, o.part_id, o.audience from supply.offer o where o.org_id = $1 and o.id = a.offer
         union all
         select o.id, o.part_id, o.audience from supply.offer o where o.org_id = $1 and o.supplier_part = a.part) o),
     once as (
       select distinct on (f.offer_id, f.location) f.* from found f where f.hits = 1 order by f.offer_id, f.location, f."asOf" desc, f.n),
     written as (
       insert into supply.stock as k (org_id, offer_id, location, audience, quantity, as_of, source)
       select $1, f.offer_id, f.location, f.audience, f.quantity, f."asOf", $3 from once f
       where not exists (select from supply.managed_location m where m.org_id = $1 and m.location = f.location) order by f.offer_id, f.location
       on conflict (org_id, offer_id, location) do update set quantity = excluded.quantity, as_of = excluded.as_of, source = excluded.source
         where k.as_of <= excluded.as_of
       returning k.offer_id, k.location)
     select a.n, max(f.part_id::text) as "partId",
       case when count(f.n) = 0 then 'StockOfferUnknown' when count(f.n) > 1 then 'StockOfferAmbiguous' when count(c.n) = 0 then 'StockLineRepeated'
         when bool_or(m.location is not null) then 'StockManagedHere' when count(w.offer_id) = 0 then 'StockOutdated' else 'StockWritten' end as outcome
     from asked a left join found f on f.n = a.n left join once c on c.n = a.n
     left join supply.managed_location m on m.org_id = $1 and m.location = a.location
     left join written w on w.offer_id = c.offer_id and w.location = c.location
     group by a.n order by a.n`,
    [work.actor.orgId, JSON.stringify(asked), work.actor.kind === 'user' ? 'MANUAL' : 'API'],
  );
}
