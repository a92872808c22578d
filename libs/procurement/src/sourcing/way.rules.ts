import type { Alternative } from '#libs/catalog';
import { compare, type DecimalText, type LocalDate, type Money, multiply } from '#libs/kernel';
import type { GivenPromise, OfferAnswer, UnitTerms } from '#libs/supply';

/** Whether a part as it comes can be fitted: by its condition code (parts-model 5.3). */
const airworthy = new Set(['NU', 'FN', 'NE', 'NS', 'OH', 'US', 'SV', 'RP', 'IN', 'MD']);
/** Stolen, missing and scrap are never offered; "on request" is not in stock. */
const never = new Set(['ST', 'XX']);

export type WayKind = 'SAME_PART' | 'ALTERNATE' | 'EXCHANGE' | 'REPAIR';

export type WayRisk =
  | 'LATE'
  | 'DATE_UNKNOWN'
  | 'ESTIMATED_DATE'
  | 'STOCK_NOT_FRESH'
  | 'CONDITION_UNKNOWN'
  | 'NOT_AIRWORTHY_AS_IS'
  | 'ON_REQUEST'
  | 'CONSENT_NEEDED'
  | 'CORE_RETURN'
  | 'NO_PRICE'
  | 'NOT_ORDERABLE_ALONE'
  | 'NON_RETURNABLE'
  | 'OWN_UNIT_NEEDED';

/** One way to get the part to the place. */
export interface Way {
  kind: WayKind;
  partId: string;
  answer: OfferAnswer;
  /** null: a repair, which begins when the unit is sent. */
  promise: GivenPromise | null;
  /** Of a repair: when the unit can be on its way back, if it were in the shop today. */
  readyOn: LocalDate | null;
  /** Of the quantity, without charges; of a repair its fixed price. */
  lineAmount: Money | null;
  price: OfferAnswer['price'];
  /** Why another part is offered; null for the part itself. */
  alternate: Alternative | null;
  condition: string | null;
  /** Whether it meets the day; null: no day is known. */
  inTime: boolean | null;
  risks: readonly WayRisk[];
}

interface Found {
  answer: OfferAnswer;
  promise: GivenPromise;
  alternate: Alternative | null;
  needBy: LocalDate;
  partId: string;
  units: UnitTerms;
}

/** The way that an offer is, or none when nobody may be offered it. */
export function wayOf({ answer, promise, alternate, needBy, partId, units }: Found): Way[] {
  const { condition } = answer.offer;
  if (promise.problem !== null || (condition !== null && never.has(condition))) return [];
  const kind = units.exchange ? 'EXCHANGE' : kindOf(condition, alternate);
  const inTime = promise.arriveOn === null ? null : promise.arriveOn <= needBy;
  return [
    {
      kind,
      partId,
      answer,
      promise,
      readyOn: null,
      price: answer.price,
      lineAmount: answer.lineAmount,
      alternate,
      condition,
      inTime,
      risks: risksOf({ answer, promise, alternate }, { inTime, kind }),
    },
  ];
}

/** The way of sending a unit of one's own for repair, where its supplier repairs such units. How long it travels nobody has said. */
export function repairWayOf(
  { answer, alternate, needBy, partId, units }: Omit<Found, 'promise'>,
  { quantity, readyOn }: { quantity: DecimalText; readyOn: LocalDate },
): Way[] {
  const { repair } = units;
  const { condition } = answer.offer;
  if (!repair || (condition !== null && never.has(condition))) return [];
  const late = readyOn > needBy;
  const risks: [WayRisk, boolean][] = [
    ['LATE', late],
    ['DATE_UNKNOWN', !late],
    ['ESTIMATED_DATE', true],
    ['OWN_UNIT_NEEDED', true],
    ['CONSENT_NEEDED', alternate?.qualified ?? false],
    ['NO_PRICE', repair.price === null],
  ];
  return [
    {
      kind: 'REPAIR',
      partId,
      answer,
      promise: null,
      readyOn,
      price: null,
      lineAmount: repair.price === null ? null : { amount: multiply(repair.price, quantity), currency: repair.currency },
      alternate,
      condition,
      inTime: late ? false : null,
      risks: risks.filter(([, holds]) => holds).map(([risk]) => risk),
    },
  ];
}

function kindOf(condition: string | null, alternate: Alternative | null): WayKind {
  if (condition === 'EX') return 'EXCHANGE';
  if (condition === 'AR') return 'REPAIR';
  return alternate ? 'ALTERNATE' : 'SAME_PART';
}

function risksOf(
  { answer, promise, alternate }: Pick<Found, 'answer' | 'promise' | 'alternate'>,
  { inTime, kind }: Pick<Way, 'inTime' | 'kind'>,
): WayRisk[] {
  const { condition, ncnr } = answer.offer;
  const risks: [WayRisk, boolean][] = [
    ['LATE', inTime === false],
    ['DATE_UNKNOWN', inTime === null],
    ['ESTIMATED_DATE', promise.confidence === 'ESTIMATE'],
    ['STOCK_NOT_FRESH', promise.confidence === 'LIKELY' && promise.basis === 'STOCK'],
    ['CONDITION_UNKNOWN', condition === null],
    ['NOT_AIRWORTHY_AS_IS', condition !== null && kind !== 'EXCHANGE' && !airworthy.has(condition)],
    ['ON_REQUEST', condition === 'CR'],
    ['CONSENT_NEEDED', alternate?.qualified ?? false],
    ['CORE_RETURN', kind === 'EXCHANGE'],
    ['NO_PRICE', answer.price === null],
    [
      'NOT_ORDERABLE_ALONE',
      answer.obstacles.some((obstacle) => obstacle === 'QUANTITY_OFF_PACK' || obstacle === 'BELOW_SMALLEST_BREAK'),
    ],
    ['NON_RETURNABLE', ncnr],
  ];
  return risks.filter(([, holds]) => holds).map(([risk]) => risk);
}

/**
 * In time first, then what can be fitted as it comes, then the part itself before others, then the earlier, then the cheaper where
 * both stand in one currency; equal ways stand by offer. A way nobody has dated comes after one that is late by a known day.
 */
export function byWorth(a: Way, b: Way): number {
  const grade = ({ inTime }: Way): number => (inTime === true ? 0 : inTime === false ? 1 : 2);
  const grounded = ({ risks }: Way): number =>
    risks.some((risk) => risk === 'NOT_AIRWORTHY_AS_IS' || risk === 'ON_REQUEST' || risk === 'OWN_UNIT_NEEDED') ? 1 : 0;
  return (
    grade(a) - grade(b) ||
    grounded(a) - grounded(b) ||
    Number(a.alternate !== null) - Number(b.alternate !== null) ||
    order(dayOf(a), dayOf(b)) ||
    byPrice(a, b) ||
    order(a.answer.offer.id, b.answer.offer.id) ||
    Number(a.promise === null) - Number(b.promise === null)
  );
}

const dayOf = ({ promise, readyOn }: Way): string => promise?.arriveOn ?? promise?.shipOn ?? readyOn ?? '';
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byPrice(a: Pick<Way, 'lineAmount'>, b: Pick<Way, 'lineAmount'>): number {
  const [mine, his]: (DecimalText | undefined)[] = [a.lineAmount?.amount, b.lineAmount?.amount];
  if (mine === undefined || his === undefined) return Number(mine === undefined) - Number(his === undefined);
  return a.lineAmount?.currency === b.lineAmount?.currency ? compare(mine, his) : 0;
}
