import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { NotFound, rows, type Work } from '#libs/platform';
import { basketById, type ResolvedQuickLine, resolveQuickOrder } from '#libs/procurement';
import { type CheckedLine, tenderLine } from './tender.input.js';
import { linesOf, lockTender } from './tender.reader.js';

export type SourceFault = Fault<'TenderFileLineUnreadable' | 'TenderFileUnitUnclear'>;

/** Where the lines of a draft come from. */
interface Source {
  csv?: string | null | undefined;
  basketId?: string | null | undefined;
  fromTenderId?: string | null | undefined;
}

/** Lines that a source gives, and what it was, for the buyer's own memory. */
interface Sourced {
  lines: CheckedLine[];
  source: Record<string, string>;
}

/** The lines of a file, of a basket or of a past tender; none without a source. Throws NotFound for what is not the actor's. */
export async function sourcedTerms(work: Work, given: Source): Promise<Result<Sourced, SourceFault>> {
  if (given.csv != null) return ofFile(await resolveQuickOrder(work, given.csv));
  if (given.basketId) return ok({ lines: await ofBasket(work, given.basketId), source: { kind: 'BASKET', id: given.basketId } });
  if (given.fromTenderId)
    return ok({ lines: await ofTender(work, given.fromTenderId), source: { kind: 'TENDER', id: given.fromTenderId } });
  return ok({ lines: [], source: {} });
}

/** Of what cannot be read so much is repeated. */
const shownMax = 100;

const plain = { lot: 1, alternatesAllowed: false, targetBasis: '1', targetShown: false };

/** A number that leads to one part is that part; any other stands as the text that was written. Lines that cannot be read come back all at once. */
function ofFile(read: readonly ResolvedQuickLine[]): Result<Sourced, SourceFault> {
  const unreadable = new Set(['QUANTITY_UNREADABLE', 'NUMBER_MISSING', 'TOO_MANY_LINES', 'BAR_CODE_UNREADABLE']);
  const lines = read.map(({ number, manufacturer, quantity, offers }) => {
    const parts = new Set(offers.map(({ partId }) => partId));
    const [offer] = offers;
    const described = [manufacturer, number].filter(Boolean).join(' ');
    return parts.size === 1 && offer
      ? { ...plain, quantity, partId: offer.partId, unit: offer.orderUnit }
      : { ...plain, quantity, partNumber: number, description: described, unit: 'EA' };
  });
  // What a person may not write in a form a file does not bring in either: numbers and names have their lengths.
  const faults = read.filter(
    ({ problem }, i) => (problem != null && unreadable.has(problem)) || !tenderLine.safeParse(lines[i]).success,
  );
  if (faults.length > 0)
    return fail(
      ...faults.map(({ line, number }) => ({
        code: 'TenderFileLineUnreadable' as const,
        path: ['csv', String(line)],
        values: { line, text: number.slice(0, shownMax) },
      })),
    );
  const unclear = read.flatMap(({ line, number, offers }): SourceFault[] => {
    const units = [...new Set(offers.map(({ orderUnit }) => orderUnit))].sort();
    const parts = new Set(offers.map(({ partId }) => partId));
    // 500 pieces and 500 boxes are not the same wish.
    return parts.size === 1 && units.length > 1
      ? [{ code: 'TenderFileUnitUnclear', path: ['csv', String(line)], values: { line, text: number, units: units.join(', ') } }]
      : [];
  });
  if (unclear.length > 0) return fail(...unclear);
  return ok({ lines, source: { kind: 'FILE', lines: String(lines.length) } });
}

async function ofBasket(work: Work, basketId: string): Promise<CheckedLine[]> {
  const basket = await basketById(work, basketId);
  if (!basket) throw new NotFound(`basket ${basketId}`);
  const units = await rows<{ id: string; unit: string }>(
    work,
    'select o.id, o.order_unit as unit from supply.offer o where o.id = any ($1)',
    [basket.lines.map(({ offerId }) => offerId)],
  );
  return basket.lines.map(({ offerId, partId, quantity, needBy, priceSeen }) => ({
    ...plain,
    partId,
    quantity,
    needBy: needBy ?? null,
    unit: units.find(({ id }) => id === offerId)?.unit ?? priceSeen.unit ?? 'EA',
  }));
}

/** Only what was asked for; targets and days were those of another time. */
async function ofTender(work: Work, tenderId: string): Promise<CheckedLine[]> {
  const past = await lockTender(work, tenderId);
  const lines = await linesOf(work, past);
  return lines
    .filter(({ droppedIn }) => droppedIn === null)
    .map(({ partId, partNumber, description, quantity, unit, alternatesAllowed, revision }) => ({
      ...plain,
      partId,
      partNumber,
      description,
      quantity,
      unit,
      alternatesAllowed,
      revision,
    }));
}
