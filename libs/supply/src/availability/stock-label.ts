import type { StockPlace } from './availability.row.js';

/** What a figure is worth: said just now, said some time ago, or not said at all. */
export type StockLabel = 'LIVE' | 'CACHED' | 'LEAD_TIME_ONLY';

/** A place with its label and the age of its figure in whole seconds. */
export type LabelledPlace = StockPlace & { label: StockLabel; ageSeconds: number };

/** Names a figure. */
export const figureKey = (offerId: string, location: string): string => `${offerId} ${location}`;

interface Labelling {
  offerId: string;
  /** Figures that an ERP has said during this question, by `figureKey`. */
  live?: ReadonlySet<string>;
  now: number;
  /** Minutes after which an asked figure no longer counts; a day when nobody said. */
  keepMinutes?: number | undefined;
}

/**
 * LIVE is a figure that the supplier's ERP has said during this question and that is fresh by its own time, and the ledger of a place
 * that is managed here: it is the count. Everything else is CACHED with its age. A figure of an ERP that has been silent for too long is LEAD_TIME_ONLY.
 */
export function labelled(places: readonly StockPlace[], { offerId, live, now, keepMinutes = 1440 }: Labelling): LabelledPlace[] {
  return places.map((place) => {
    const ageSeconds = Math.max(0, Math.floor((now - Date.parse(place.asOf)) / 1000));
    if (place.source === 'MANAGED') return { ...place, label: 'LIVE', ageSeconds: 0 };
    if (place.source === 'ASKED' && live?.has(figureKey(offerId, place.location))) return { ...place, label: 'LIVE', ageSeconds };
    const silent = place.source === 'ASKED' && ageSeconds > keepMinutes * 60;
    return { ...place, label: silent ? 'LEAD_TIME_ONLY' : 'CACHED', ageSeconds };
  });
}

/** The label of an offer as a whole, as weak as its weakest figure that says anything. Without a figure only its lead time can be relied upon. */
export function offerLabel(places: readonly LabelledPlace[]): StockLabel {
  const telling = places.filter(({ label }) => label !== 'LEAD_TIME_ONLY');
  if (telling.length === 0) return 'LEAD_TIME_ONLY';
  return telling.every(({ label }) => label === 'LIVE') ? 'LIVE' : 'CACHED';
}
