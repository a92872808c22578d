import type { AwardShape, LotAwardInput } from '../../../../graphql/generated/graphql';
import type { BoughtTender } from '../bought';
import type { Compared } from '../compare/ranking';

export type Lot = BoughtTender['lots'][number];

/** What is chosen for a lot, whichever way it goes. */
export interface Choice {
  mode: AwardShape;
  bidId: string | null;
  /** Bid of each line; null leaves the line to nobody. */
  ofLine: Readonly<Record<string, string | null>>;
  keepOpen: boolean;
  reason: string;
  /** What everybody who bid reads, where a standstill follows. */
  statement: string;
}

/** The ways that the publication left open. */
export const modesOf = (tender: BoughtTender): AwardShape[] => [
  'LOT',
  ...(tender.awardMode === 'LINE' ? ['LINES' as const] : []),
  ...(tender.awardMode === 'SHARES' ? ['SHARES' as const] : []),
  'NONE',
];

export const ranked = (compared: readonly Compared[]): Compared[] =>
  compared.filter(({ rank }) => rank != null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

/** The best of everything, by the published rules: what needs no reason. */
export function bestChoice(tender: BoughtTender, lot: Lot, compared: readonly Compared[]): Choice {
  const lines = tender.lines.filter(({ lotId, droppedIn }) => lotId === lot.id && droppedIn == null);
  const bestOf = (lineId: string): string | null =>
    compared.find((bid) => bid.lines.some((line) => line.lineId === lineId && line.best))?.bidId ?? null;
  const first = ranked(compared)[0]?.bidId ?? null;
  const mode =
    first === null && tender.awardMode !== 'LINE' ? 'NONE' : (modesOf(tender)[tender.awardMode === 'LOT' ? 0 : 1] ?? 'LOT');
  return {
    mode: compared.length === 0 ? 'NONE' : mode,
    bidId: first,
    ofLine: Object.fromEntries(lines.map(({ id }) => [id, bestOf(id)])),
    keepOpen: false,
    reason: '',
    statement: '',
  };
}

/** Whether the published rules would have decided otherwise, or something looks too cheap: then a reason is asked for. */
export function needsReason(choice: Choice, compared: readonly Compared[], bestBids: Choice): boolean {
  const low = new Set(compared.filter((bid) => bid.low).map(({ bidId }) => bidId));
  if (choice.mode === 'NONE') return true;
  if (choice.mode === 'LOT')
    return choice.bidId !== null && (compared.find(({ bidId }) => bidId === choice.bidId)?.rank !== 1 || low.has(choice.bidId));
  if (choice.mode === 'SHARES') return ranked(compared).some(({ bidId }) => low.has(bidId));
  return Object.entries(choice.ofLine).some(
    ([lineId, bidId]) =>
      bidId !== null &&
      (low.has(bidId) ||
        (bidId !== bestBids.ofLine[lineId] &&
          !compared.some((bid) => bid.bidId === bidId && bid.lines.some((line) => line.lineId === lineId && line.best)))),
  );
}

/** Who gets something by a choice, by name. */
export function winnersOf(choice: Choice, compared: readonly Compared[], shares: number): string[] {
  const nameOf = (bidId: string | null): string[] =>
    compared.filter((bid) => bid.bidId === bidId).map(({ supplier }) => supplier.name);
  if (choice.mode === 'LOT') return nameOf(choice.bidId);
  if (choice.mode === 'LINES') return [...new Set(Object.values(choice.ofLine).flatMap(nameOf))];
  return choice.mode === 'SHARES'
    ? ranked(compared)
        .slice(0, shares)
        .map(({ supplier }) => supplier.name)
    : [];
}

/** What the hub takes. */
export function lotAwardOf(choice: Choice, lot: Lot): LotAwardInput {
  const common = {
    lotId: lot.id,
    mode: choice.mode,
    reason: choice.reason.trim() || null,
    statement: choice.statement.trim() || null,
  };
  if (choice.mode === 'LOT') return { ...common, bidId: choice.bidId };
  if (choice.mode !== 'LINES') return common;
  const lines = Object.entries(choice.ofLine).flatMap(([lineId, bidId]) => (bidId ? [{ lineId, bidId }] : []));
  return { ...common, lines, keepOpen: choice.keepOpen };
}
