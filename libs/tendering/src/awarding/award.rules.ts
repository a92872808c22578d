import {
  compare,
  type DecimalText,
  exact,
  type Fault,
  isInteger,
  minus,
  per,
  plus,
  ratio,
  rounded,
  roundedDown,
  times,
} from '#libs/kernel';
import { amountFor } from '../bid/bid.rules.js';
import type { ComparedBid } from '../judging/comparison.js';
import type { JudgedLot } from '../judging/evaluation.js';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import type { AwardLine } from './award.entity.js';
import type { LotAward } from './award.input.js';

export type AwardRuleFault = Fault<
  | 'BidsNotOpen'
  | 'AwardBidUnknown'
  | 'AwardLineNotOffered'
  | 'AwardReasonMissing'
  | 'LowBidNotExplained'
  | 'AwardSplitNotPublished'
  | 'AwardSharesNotFilled'
  | 'AwardQuantityNotOffered'
>;

/** What one bidder gets of one lot. */
export interface DraftAward {
  lotId: string;
  compared: ComparedBid;
  rank: number | null;
  reason: string | null;
  lines: (AwardLine & {
    breaks: { from: DecimalText; price: DecimalText }[];
    charges: { code: string; amount: DecimalText }[];
  })[];
}

interface Part {
  bidId: string;
  line: TenderLine;
  quantity: DecimalText;
}

/** Decimal places to which shares of what is not counted in pieces are cut. */
const sharePlaces = 4;

/** What a lot is awarded as, or everything that stands against it. Who is not the best by what was published is awarded with a reason only. */
export function draftAwards(
  tender: Tender,
  judged: JudgedLot,
  wish: LotAward,
): { awards: DraftAward[]; faults: AwardRuleFault[] } {
  const path = ['lots', judged.lot.title];
  if (judged.lot.status !== 'EVALUATION')
    return { awards: [], faults: [{ code: 'BidsNotOpen', path, values: { status: judged.lot.status } }] };
  if (wish.mode === 'NONE')
    return { awards: [], faults: wish.reason ? [] : [{ code: 'AwardReasonMissing', path, values: { lot: judged.lot.title } }] };
  const split =
    (wish.mode === 'LINES' && tender.awardMode === 'LOT') || (wish.mode === 'SHARES' && tender.awardMode !== 'SHARES');
  if (split) return { awards: [], faults: [{ code: 'AwardSplitNotPublished', path, values: { mode: tender.awardMode } }] };

  const chosen = partsOf(tender, judged, wish);
  if ('faults' in chosen) return { awards: [], faults: chosen.faults.map((fault) => ({ ...fault, path })) };
  const awards = gathered(judged, chosen.parts, wish.reason ?? null);
  const faults = [
    ...unknownBids(judged, chosen.parts),
    ...notOffered(judged, chosen.parts),
    ...reasonFaults(judged, { wish, parts: chosen.parts }),
  ];
  return { awards, faults: faults.map((fault) => ({ ...fault, path })) };
}

type Chosen = { parts: Part[] } | { faults: AwardRuleFault[] };

function partsOf(tender: Tender, judged: JudgedLot, wish: Exclude<LotAward, { mode: 'NONE' }>): Chosen {
  if (wish.mode === 'LOT') return { parts: judged.lines.map((line) => ({ bidId: wish.bidId, line, quantity: line.quantity })) };
  if (wish.mode === 'LINES') {
    const parts = wish.lines.flatMap(({ lineId, bidId, quantity }) => {
      const line = judged.lines.find(({ id }) => id === lineId);
      return line ? [{ bidId, line, quantity: quantity ?? line.quantity }] : [];
    });
    return parts.length === wish.lines.length
      ? { parts }
      : { faults: [{ code: 'AwardLineNotOffered', path: [], values: { line: '' } }] };
  }
  const ranked = judged.evaluation.ranking.map(({ bid }) => bid.bidId);
  const bidIds = wish.bidIds?.length ? wish.bidIds : ranked.slice(0, tender.shares.length);
  if (bidIds.length < tender.shares.length)
    return {
      faults: [{ code: 'AwardSharesNotFilled', path: [], values: { bids: bidIds.length, shares: tender.shares.length } }],
    };
  return {
    parts: judged.lines
      .flatMap((line) =>
        sharesOf(line.quantity, tender.shares).map((quantity, i) => ({ bidId: bidIds[i] ?? '', line, quantity })),
      )
      .filter(({ quantity }) => compare(quantity, '0') > 0),
  };
}

/** A quantity by shares in per cent: pieces stay whole, what is left over goes to the first. */
export function sharesOf(quantity: DecimalText, shares: readonly DecimalText[]): DecimalText[] {
  const scale = isInteger(quantity) ? 0 : sharePlaces;
  const cut = shares.map((share) => roundedDown(times(exact(quantity), per(exact(share), ratio(100n))), scale)).map(plainDecimal);
  const others = plus(...cut.slice(1).map((text) => exact(text)));
  return [plainDecimal(rounded(minus(exact(quantity), others), 10)), ...cut.slice(1)];
}

const plainDecimal = (text: DecimalText): DecimalText => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** One award per bidder, its lines as its bid has them. */
function gathered({ lot, bids, evaluation }: JudgedLot, parts: readonly Part[], reason: string | null): DraftAward[] {
  return [...new Set(parts.map(({ bidId }) => bidId))].flatMap((bidId) => {
    const compared = bids.find(({ bid }) => bid.id === bidId);
    if (!compared) return [];
    const rank = evaluation.ranking.find(({ bid }) => bid.bidId === bidId)?.rank ?? null;
    const lines = parts.filter((part) => part.bidId === bidId).flatMap((part) => lineOf(compared, part));
    return [{ lotId: lot.id, compared, rank, reason, lines }];
  });
}

function lineOf({ bid, lines }: ComparedBid, { line, quantity }: Part): DraftAward['lines'] {
  const offered = lines.find(({ lineId }) => lineId === line.id)?.offered;
  if (!offered || !bid.content) return [];
  const { price, factor, breaks, leadDays, offerId, alternate, addends } = offered;
  return [
    {
      lineId: line.id,
      quantity,
      unit: line.unit,
      price: amountFor(offered, quantity),
      basis: price.basis,
      priceUnit: price.unit,
      factorNum: factor?.numerator ?? '1',
      factorDen: factor?.denominator ?? '1',
      currency: bid.content.currency,
      leadDays,
      offerId,
      alternate: alternate?.description ?? null,
      breaks: breaks.map(({ from, amount }) => ({ from, price: amount })),
      charges: addends.filter(({ amount }) => compare(amount, '0') > 0).map(({ kind, amount }) => ({ code: kind, amount })),
    },
  ];
}

function unknownBids({ bids }: JudgedLot, parts: readonly Part[]): AwardRuleFault[] {
  return parts.some(({ bidId }) => !bids.some(({ bid }) => bid.id === bidId)) ? [{ code: 'AwardBidUnknown', path: [] }] : [];
}

function notOffered({ bids }: JudgedLot, parts: readonly Part[]): AwardRuleFault[] {
  return parts.flatMap(({ bidId, line, quantity }): AwardRuleFault[] => {
    const compared = bids.find(({ bid }) => bid.id === bidId);
    if (!compared) return [];
    const offered = compared.lines.find(({ lineId }) => lineId === line.id)?.offered;
    if (!offered) return [{ code: 'AwardLineNotOffered', path: [], values: { line: line.number } }];
    const { minQuantity, maxQuantity } = offered;
    const outside = (minQuantity && compare(quantity, minQuantity) < 0) || (maxQuantity && compare(quantity, maxQuantity) > 0);
    return outside ? [{ code: 'AwardQuantityNotOffered', path: [], values: { line: line.number, quantity } }] : [];
  });
}

/** Without a reason only the first of the ranking, the shares in its order, or the cheapest of a line; and nobody whose bid set off an alarm. */
function reasonFaults(judged: JudgedLot, { wish, parts }: { wish: LotAward; parts: readonly Part[] }): AwardRuleFault[] {
  if (wish.reason) return [];
  const { evaluation, alarms, best, lot } = judged;
  const rankOf = (bidId: string) => evaluation.ranking.find(({ bid }) => bid.bidId === bidId)?.rank;
  const ids = [...new Set(parts.map(({ bidId }) => bidId))];
  const ranks = ids.map(rankOf);
  const astray =
    wish.mode === 'LINES'
      ? parts.some(({ line, bidId }) => !best.get(line.id)?.includes(bidId))
      : ranks.some((rank, i) => rank === undefined || (i === 0 ? rank !== 1 : rank < (ranks[i - 1] ?? 0) || rank > i + 1));
  const low = ids.some((bidId) => alarms.some((alarm) => alarm.bidId === bidId));
  return [
    ...(astray ? [{ code: 'AwardReasonMissing' as const, path: [], values: { lot: lot.title } }] : []),
    ...(low ? [{ code: 'LowBidNotExplained' as const, path: [], values: { lot: lot.title } }] : []),
  ];
}
