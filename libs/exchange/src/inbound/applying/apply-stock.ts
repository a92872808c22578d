import type { Problem, StockLine, StockReport } from '#libs/documents';
import { add, errorCode } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import { type SetStockInput, setStock } from '#libs/supply';
import { unitWords } from '../../translate/price-compare.js';
import type { Outcome } from '../applied-document.js';
import { Refused } from '../refused.js';

/** Lines that one call of `setStock` takes. */
const linesAtOnce = 1000;
/** Where stock stands when the report does not say. */
const onePlace = 'MAIN';
/** Letters of a place (setStock). A longer one is not cut: two that begin alike would be counted as one. */
const placeMax = 40;
/** Counts not taken that are told one by one, each a line or all lines of one part at one place; of the others the number is. */
const problemsMax = 200;

/**
 * Takes the counts of a supplier's ERP as `setStock` does: lines stand alone, and one that is refused is a warning that leaves the others. What can be ordered counts, else
 * what is on hand; lots and serials of a part at one place are one count. Levels, reservations and what is on its way are read over.
 * Throws Refused when no line is taken, Forbidden without stock:write.
 */
export async function applyStock(work: Work, report: StockReport): Promise<Outcome> {
  if (report.purpose === 'cancel')
    throw Refused.by('purpose', 'STOCK_NOT_ORIGINAL', 'A count is followed by a newer one, not cancelled.');
  const units = await orderUnits(work, report);
  const counts = new Map<string, Count>();
  const problems = report.lines.flatMap((line, n) =>
    takeCount({ line, n, units, now: work.now, asOf: countedAt(report, work.now) }, counts),
  );
  const taken = [...counts.values()];
  let written = 0;
  for (let i = 0; i < taken.length; i += linesAtOnce) {
    const part = taken.slice(i, i + linesAtOnce);
    const outcome = await setStock(work, { lines: part.map(({ counted }) => counted) });
    if (!outcome.ok) throw Refused.faults(outcome.errors);
    written += outcome.value.written;
    for (const { code, path } of outcome.value.refused)
      problems.push(lineProblem(part[Number(path[1])]?.n ?? i, errorCode(code), `The count was not taken: ${code}.`));
  }
  const told = bounded(problems);
  if (written === 0) throw new Refused(told.map((found) => ({ ...found, severity: 'error' as const })));
  return { state: 'APPLIED', problems: told };
}

function bounded(problems: readonly Problem[]): Problem[] {
  const more = problems.length - problemsMax;
  if (more <= 0) return [...problems];
  const message = `${more} more counts were not taken, for reasons that are not listed. Lines of one part at one place are one count.`;
  return [...problems.slice(0, problemsMax), { at: 'lines', code: 'MORE_LINES_NOT_TAKEN', message, severity: 'warning' }];
}

type Counted = SetStockInput['lines'][number];
interface Count {
  n: number;
  counted: Counted;
}

const lineProblem = (n: number, code: string, message: string): Problem => ({
  at: `lines[${n}]`,
  code,
  message,
  severity: 'warning',
});

/** Order units of the parts that the report names. */
async function orderUnits(work: Work, { lines }: StockReport): Promise<ReadonlyMap<string, string>> {
  const parts = [...new Set(lines.flatMap(({ item }) => item.supplierPart ?? []))];
  const found = await rows<{ part: string; unit: string }>(
    work,
    'select o.supplier_part as part, o.order_unit as unit from supply.offer o where o.org_id = $1 and o.supplier_part = any ($2)',
    [work.actor.orgId, parts],
  );
  return new Map(found.map(({ part, unit }) => [part, unit]));
}

interface PlacedLine {
  line: StockLine;
  n: number;
  units: ReadonlyMap<string, string>;
  now: Date;
  asOf: string | undefined;
}

function takeCount({ line, n, units, now, asOf }: PlacedLine, counts: Map<string, Count>): Problem[] {
  const stated =
    line.quantities.find(({ kind }) => kind === 'available') ?? line.quantities.find(({ kind }) => kind === 'onHand');
  if (!stated) return [];
  const part = line.item.supplierPart;
  if (part === undefined) return [lineProblem(n, 'PART_MISSING', `Line ${line.number} names no part of the supplier.`)];
  const unit = units.get(part);
  if (unit !== undefined && stated.quantity.unit !== unit)
    return [
      lineProblem(
        n,
        'UNIT_DIFFERS',
        `Line ${line.number} counts in ${unitWords(stated.quantity)}, but ${part} is sold by ${unit}.`,
      ),
    ];
  const location = (line.location?.identifier?.value ?? line.location?.name ?? '').trim() || onePlace;
  if (location.length > placeMax) {
    const said = `Line ${line.number} names a place of ${location.length} letters, and the hub keeps ${placeMax}: the count was not taken.`;
    return [lineProblem(n, 'PLACE_TOO_LONG', said)];
  }
  const key = `${location}\n${part}`;
  const known = counts.get(key);
  const quantity = add(known?.counted.quantity ?? '0', stated.quantity.value);
  const on = stated.on === undefined ? asOf : pastDay(stated.on, now);
  counts.set(key, { n: known?.n ?? n, counted: { supplierPart: part, location, quantity, ...(on ? { asOf: on } : {}) } });
  return [];
}

/** When the report was counted; undefined: it is of today, so it holds from now on. */
function countedAt({ period, issuedAt, issuedOn }: StockReport, now: Date): string | undefined {
  const day = period?.end ?? period?.start;
  if (day !== undefined && day.slice(0, 10) < now.toISOString().slice(0, 10)) return endOf(day.slice(0, 10));
  if (issuedAt !== undefined) return issuedAt;
  return issuedOn < now.toISOString().slice(0, 10) ? endOf(issuedOn) : undefined;
}

/** The end of a day that is over; undefined for today: it holds from now on. */
const pastDay = (day: string, now: Date): string | undefined => (day < now.toISOString().slice(0, 10) ? endOf(day) : undefined);

const endOf = (day: string): string => `${day}T23:59:59Z`;
