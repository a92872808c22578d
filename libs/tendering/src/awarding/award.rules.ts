import {
  add,
  compare,
  type DecimalText,
  exact,
  type Fault,
  isInteger,
  minorUnits,
  minus,
  per,
  plus,
  ratio,
  rounded,
  roundedDown,
  subtract,
  times,
} from '#libs/kernel';
import { amountFor } from '../bid/bid.rules.js';
import type { ComparedBid } from '../judging/comparison.js';
import { type JudgedLot, scoresMissing, tooFew } from '../judging/evaluation.js';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import type { AwardLine, AwardProduct } from './award.entity.js';
import type { LotAward } from './award.input.js';
import { heldKey } from './award.reader.js';

export type AwardRuleFault = Fault<
  | 'BidsNotOpen'
  | 'AwardBidUnknown'
  | 'AwardLineNotOffered'
  | 'AwardReasonMissing'
  | 'LowBidNotExplained'
  | 'AwardSplitNotPublished'
  | 'AwardSharesNotFilled'
  | 'AwardQuantityNotOffered'
  | 'AwardBidExpired'
  | 'TooFewBids'
  | 'ScoresMissing'
  | 'AuctionOutstanding'
>;

/** What one bidder gets of one lot. */
export interface DraftAward {
  lotId: string;
  compared: ComparedBid;
  rank: number | null;
  reason: string | null;
  /** The code of the site where its lines go; null: to the site that the award names. */
  shipTo: string | null;
  lines: (AwardLine & {
    breaks: { from: DecimalText; price: DecimalText }[];
    charges: { code: string; amount: DecimalText }[];
    /** Whether the bid has a least or largest quantity. */
    bounded: boolean;
  })[];
}

interface Part {
  bidId: string;
  line: TenderLine;
  quantity: DecimalText;
}

/** Decimal places to which shares of what is not counted in pieces are cut. */
const sharePlaces = 4;

/** What is to become of a lot, and what its lines are made into on which day. */
export interface Wish {
  lot: LotAward;
  makes: AwardProduct;
  today: string;
  now: Date;
  /** How much of lines awards that stand have already. */
  taken: ReadonlyMap<string, DecimalText>;
  /** How much of a line they have from one bid (`heldKey`). */
  held: ReadonlyMap<string, DecimalText>;
}

/** What a lot is awarded as, or everything that stands against it. Who is not the best by what was published is awarded with a reason only. */
export function draftAwards(tender: Tender, judged: JudgedLot, given: Wish): { awards: DraftAward[]; faults: AwardRuleFault[] } {
  const { lot: wish } = given;
  const path = ['lots', judged.lot.title];
  if (judged.lot.status !== 'EVALUATION')
    return { awards: [], faults: [{ code: 'BidsNotOpen', path, values: { status: judged.lot.status } }] };
  if (wish.mode === 'NONE')
    return { awards: [], faults: wish.reason ? [] : [{ code: 'AwardReasonMissing', path, values: { lot: judged.lot.title } }] };
  const split =
    (wish.mode === 'LINES' && tender.awardMode !== 'LINE') || (wish.mode === 'SHARES' && tender.awardMode !== 'SHARES');
  if (split) return { awards: [], faults: [{ code: 'AwardSplitNotPublished', path, values: { mode: tender.awardMode } }] };

  const openOf = (line: TenderLine): DecimalText => subtract(line.quantity, given.taken.get(line.id) ?? '0');
  const chosen = partsOf(tender, judged, { wish, openOf });
  if ('faults' in chosen) return { awards: [], faults: chosen.faults.map((fault) => ({ ...fault, path })) };
  const awards = gathered(judged, chosen.parts, given);
  const faults = [
    ...unknownBids(judged, chosen.parts),
    ...notOffered(judged, chosen.parts, given.held),
    ...tooFew(tender, judged),
    ...scoresMissing(judged),
    ...outstanding(tender, judged, given.now),
    ...expired(judged, chosen.parts, given.today),
    ...reasonFaults(judged, { tender, wish, parts: chosen.parts, openOf }),
  ];
  return { awards, faults: faults.map((fault) => ({ ...fault, path })) };
}

type Chosen = { parts: Part[] } | { faults: AwardRuleFault[] };

interface Choosing {
  wish: Exclude<LotAward, { mode: 'NONE' }>;
  /** What of a line no award has that stands: after one was taken back the others keep theirs. */
  openOf(line: TenderLine): DecimalText;
}

function partsOf(tender: Tender, judged: JudgedLot, { wish, openOf }: Choosing): Chosen {
  if (wish.mode === 'LOT')
    return {
      parts: judged.lines
        .map((line) => ({ bidId: wish.bidId, line, quantity: openOf(line) }))
        .filter(({ quantity }) => compare(quantity, '0') > 0),
    };
  if (wish.mode === 'LINES') {
    const parts = wish.lines.flatMap(({ lineId, bidId, quantity }) => {
      const line = judged.lines.find(({ id }) => id === lineId);
      return line ? [{ bidId, line, quantity: quantity ?? openOf(line) }] : [];
    });
    return parts.length === wish.lines.length
      ? { parts }
      : { faults: [{ code: 'AwardLineNotOffered', path: [], values: { line: '' } }] };
  }
  const ranked = judged.evaluation.ranking.map(({ bid }) => bid.bidId);
  const bidIds = wish.bidIds?.length ? wish.bidIds : ranked.slice(0, tender.shares.length);
  if (bidIds.length !== tender.shares.length)
    return {
      faults: [{ code: 'AwardSharesNotFilled', path: [], values: { bids: bidIds.length, shares: tender.shares.length } }],
    };
  return { parts: sharedOut(judged.lines, bidIds, tender.shares) };
}

/** Every bid's share of every line, bid by bid; a line of few pieces leaves the smaller shares without any. */
const sharedOut = (lines: readonly TenderLine[], bidIds: readonly string[], shares: readonly DecimalText[]): Part[] =>
  bidIds
    .flatMap((bidId, i) => lines.map((line) => ({ bidId, line, quantity: sharesOf(line.quantity, shares)[i] ?? '0' })))
    .filter(({ quantity }) => compare(quantity, '0') > 0);

/** A quantity by shares in per cent: pieces stay whole, what is left over goes to the first. */
export function sharesOf(quantity: DecimalText, shares: readonly DecimalText[]): DecimalText[] {
  const scale = isInteger(quantity) ? 0 : sharePlaces;
  const cut = shares.map((share) => roundedDown(times(exact(quantity), per(exact(share), ratio(100n))), scale)).map(plainDecimal);
  const others = plus(...cut.slice(1).map((text) => exact(text)));
  return [plainDecimal(rounded(minus(exact(quantity), others), 10)), ...cut.slice(1)];
}

const plainDecimal = (text: DecimalText): DecimalText => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** One award per bidder and place of delivery, since each becomes one order; its lines as its bid has them. */
function gathered({ lot, bids, evaluation }: JudgedLot, parts: readonly Part[], { lot: wish, makes }: Wish): DraftAward[] {
  const placeOf = ({ line }: Part): string | null => (makes === 'ORDERS' ? siteOf(line) : null);
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.bidId} ${placeOf(part)}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].flatMap((ofOne) => {
    const [first] = ofOne;
    const compared = bids.find(({ bid }) => bid.id === first?.bidId);
    if (!first || !compared) return [];
    const rank = evaluation.ranking.find(({ bid }) => bid.bidId === first.bidId)?.rank ?? null;
    const lines = ofOne.flatMap((part) => lineOf(compared, part, makes));
    return [{ lotId: lot.id, compared, rank, reason: wish.reason ?? null, shipTo: placeOf(first), lines }];
  });
}

/** The code of the buyer's site to which a line goes, where it names one of its own. */
const siteOf = ({ shipTo }: TenderLine): string | null => (typeof shipTo?.['code'] === 'string' ? shipTo['code'] : null);

/** What the buyer adds to come to the basis of the comparison, and owes to nobody who bids. */
const notPayable = new Set(['DUTY', 'DELIVERY_TERM']);

function lineOf({ bid, lines }: ComparedBid, { line, quantity }: Part, makes: AwardProduct): DraftAward['lines'] {
  const offered = lines.find(({ lineId }) => lineId === line.id)?.offered;
  if (!offered || !bid.content) return [];
  const { price, factor, breaks, leadDays, offerId, alternate, addends, minQuantity, maxQuantity } = offered;
  const { currency } = bid.content;
  const share = per(exact(quantity), exact(line.quantity));
  return [
    {
      lineId: line.id,
      quantity,
      unit: line.unit,
      // An agreement has the price of any quantity, and the breaks beside it.
      price: makes === 'AGREEMENTS' ? price.amount : amountFor(offered, quantity),
      basis: price.basis,
      priceUnit: price.unit,
      factorNum: factor?.numerator ?? '1',
      factorDen: factor?.denominator ?? '1',
      currency,
      leadDays,
      offerId,
      alternate: alternate?.description ?? null,
      breaks: breaks.map(({ from, amount }) => ({ from, price: amount })),
      bounded: minQuantity !== null || maxQuantity !== null,
      // An addend is for the whole line; a part of it bears its part.
      charges: addends
        .filter(({ kind, amount }) => !notPayable.has(kind) && compare(amount, '0') > 0)
        .map(({ kind, amount }) => ({ code: kind, amount: rounded(times(exact(amount), share), minorUnits(currency)) })),
    },
  ];
}

function unknownBids({ bids }: JudgedLot, parts: readonly Part[]): AwardRuleFault[] {
  return parts.some(({ bidId }) => !bids.some(({ bid }) => bid.id === bidId)) ? [{ code: 'AwardBidUnknown', path: [] }] : [];
}

/** The most that is offered is for all that the bid gets of a line, by whatever awards; the least for each of them. */
function notOffered({ bids }: JudgedLot, parts: readonly Part[], held: Wish['held']): AwardRuleFault[] {
  const inAll = new Map(held);
  return parts.flatMap(({ bidId, line, quantity }): AwardRuleFault[] => {
    const compared = bids.find(({ bid }) => bid.id === bidId);
    if (!compared) return [];
    const offered = compared.lines.find(({ lineId }) => lineId === line.id)?.offered;
    if (!offered) return [{ code: 'AwardLineNotOffered', path: [], values: { line: line.number } }];
    // The line was amended after the bid.
    if (offered.alternate !== null && !line.alternatesAllowed)
      return [{ code: 'AwardLineNotOffered', path: [], values: { line: line.number } }];
    const { minQuantity, maxQuantity } = offered;
    const key = heldKey(bidId, line.id);
    inAll.set(key, add(inAll.get(key) ?? '0', quantity));
    const outside =
      (minQuantity && compare(quantity, minQuantity) < 0) ||
      (maxQuantity && compare(inAll.get(key) ?? quantity, maxQuantity) > 0);
    return outside ? [{ code: 'AwardQuantityNotOffered', path: [], values: { line: line.number, quantity } }] : [];
  });
}

/** An announced auction is held, or made void with its reason, before anything of its lot is awarded; who took part may object until its day. */
function outstanding(tender: Tender, { auction, evaluation }: JudgedLot, now: Date): AwardRuleFault[] {
  const reason =
    auction === null
      ? tender.auction !== null && evaluation.ranking.length > 1 && 'NOT_HELD'
      : auction.stage === 'RUNS'
        ? 'RUNS'
        : auction.stage === 'SETTLED' && auction.appealUntil !== null && now < auction.appealUntil && 'APPEAL_RUNS';
  return reason ? [{ code: 'AuctionOutstanding', path: [], values: { reason } }] : [];
}

/** A bid binds until its day, and no longer. */
function expired({ bids }: JudgedLot, parts: readonly Part[], today: string): AwardRuleFault[] {
  return bids.flatMap(({ bid }): AwardRuleFault[] => {
    const until = bid.content?.validUntil;
    const isChosen = parts.some(({ bidId }) => bidId === bid.id);
    return isChosen && until != null && until < today ? [{ code: 'AwardBidExpired', path: [], values: { until } }] : [];
  });
}

/** Without a reason only the first of the ranking, the shares in its order, or the cheapest of a line; and nobody whose bid set off an alarm. */
function reasonFaults(
  judged: JudgedLot,
  { tender, wish, parts, openOf }: Choosing & { tender: Tender; parts: readonly Part[] },
): AwardRuleFault[] {
  if (wish.reason) return [];
  const { evaluation, alarms, best, lot } = judged;
  const rankOf = (bidId: string) => evaluation.ranking.find(({ bid }) => bid.bidId === bidId)?.rank;
  const ids = [...new Set(parts.map(({ bidId }) => bidId))];
  const ranks = ids.map(rankOf);
  // Published shares are given up only for a reason.
  const whole = wish.mode === 'LOT' && tender.awardMode === 'SHARES';
  const astray =
    whole ||
    (wish.mode === 'LINES'
      ? // The best is so for the whole line; a part of it is another comparison.
        parts.some(({ line, bidId, quantity }) => !best.get(line.id)?.includes(bidId) || compare(quantity, openOf(line)) !== 0)
      : ranks.some((rank, i) => rank === undefined || (i === 0 ? rank !== 1 : rank < (ranks[i - 1] ?? 0) || rank > i + 1)));
  const low = ids.some((bidId) => alarms.some((alarm) => alarm.bidId === bidId));
  return [
    ...(astray ? [{ code: 'AwardReasonMissing' as const, path: [], values: { lot: lot.title } }] : []),
    ...(low ? [{ code: 'LowBidNotExplained' as const, path: [], values: { lot: lot.title } }] : []),
  ];
}
