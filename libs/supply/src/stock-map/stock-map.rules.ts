import type { AlternativeReason } from '#libs/catalog';
import type { LabelledLine, LabelledOffer } from '../availability/fresh-availability.js';
import type { LabelledPlace } from '../availability/stock-label.js';
import type { PromiseInputs, TransitRow } from '../promise/promise.inputs.js';
import { waysFrom } from '../promise/promise.sources.js';

/** Stock of an offer at one place, or its lead time where no place is stated. */
export interface StockSpot {
  partId: string;
  /** Why another part is in the picture; null: the part itself. */
  reason: AlternativeReason | null;
  offer: LabelledOffer['offer'];
  /** null: the supplier states no stock, only a lead time. */
  place: LabelledPlace | null;
  label: LabelledPlace['label'];
  /** The quickest way to the ship-to that the supplier has named; null: none, or nobody asked. */
  transit: Pick<TransitRow, 'days' | 'kind' | 'method'> | null;
}

/** What suppliers say of their ways to the place that was asked about. */
export interface Ways {
  shipTo: PromiseInputs['shipTo'];
  transit: readonly (TransitRow & { orgId: string })[];
}

/** Every place that states stock of the parts asked for, in the order of the parts; an offer without one is its lead time. */
export function spotsOf(
  lines: readonly LabelledLine[],
  parts: readonly { partId: string; reason: AlternativeReason | null }[],
  ways: Ways | null,
): StockSpot[] {
  return lines.flatMap(({ line, offers }) => {
    const part = parts[line];
    if (!part) return [];
    return offers.filter(({ offer }) => offer.status === 'ACTIVE').flatMap((answer) => spotsOfOffer(answer, part, ways));
  });
}

function spotsOfOffer(
  { offer, stock }: LabelledOffer,
  part: { partId: string; reason: AlternativeReason | null },
  ways: Ways | null,
): StockSpot[] {
  const at = (place: LabelledPlace | null): StockSpot => ({
    ...part,
    offer,
    place,
    label: place?.label ?? 'LEAD_TIME_ONLY',
    transit: ways && place ? quickest(ways, offer.supplierId, place.location) : null,
  });
  if (stock.length > 0) return stock.map(at);
  return offer.leadDays === null ? [] : [at(null)];
}

/** Working days take the weekends along, so five of them are as far as seven of the calendar. */
const far = ({ days, kind }: Pick<TransitRow, 'days' | 'kind'>): number => (kind === 'WORKING' ? (days * 7) / 5 : days);

function quickest({ shipTo, transit }: Ways, supplierId: string, location: string): StockSpot['transit'] {
  const own = transit.filter(({ orgId }) => orgId === supplierId);
  const [best] = waysFrom({ shipTo, transit: own, method: null }, location).sort(
    (a, b) => far(a) - far(b) || (a.method < b.method ? -1 : 1),
  );
  return best ? { days: best.days, kind: best.kind, method: best.method } : null;
}
