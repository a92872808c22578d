import {
  compare,
  type DecimalText,
  exact,
  isInteger,
  per,
  type Rational,
  ratio,
  rounded,
  roundedDown,
  subtract,
  times,
} from '#libs/kernel';
import type { AwardLine, AwardOffer, AwardRule, AwardScenario, AwardSupplier } from '../award/scenario.js';
import { heldKey } from '../awarding/award.reader.js';
import { type ComparedBid, unitPrices } from '../judging/comparison.js';
import type { JudgedLot } from '../judging/evaluation.js';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import type { ScenarioAsk } from './scenario.input.js';

/** Places to which the price of a unit on the basis of comparison is rounded for the solver. */
const pricePlaces = 10;

/** The question as the solver takes it, and which lot and bid a part of its answer means. */
export interface LotScenario {
  scenario: AwardScenario;
  /** By line, or by lot where whole lots are awarded. */
  lotOf: ReadonlyMap<string, string>;
  /** By supplier and lot. */
  bidOf: ReadonlyMap<string, string>;
  byLots: boolean;
}

interface Given {
  ask: ScenarioAsk;
  /** What awards that stand have of lines. */
  taken: ReadonlyMap<string, DecimalText>;
  /** What they have of a line from one bid (`heldKey`). */
  held: ReadonlyMap<string, DecimalText>;
}

/**
 * Open lots of a tender as a question to the solver: lines with what of them is not awarded, in the smallest parts in which they are counted; prices by unit on the basis
 * of comparison with their breaks; bids that meet all requirements. Where whole lots are awarded each is one line of quantity 1.
 */
export function lotScenario(tender: Tender, judged: readonly JudgedLot[], given: Given): LotScenario {
  const byLots = tender.awardMode === 'LOT';
  const open = judged.map((lot) => ({ lot, bids: lot.bids.filter(({ bid }) => lot.admitted.has(bid.id)) }));
  const asked = open.map((one) => (byLots ? wholeLot(one) : linesOfLot(tender, one, given)));
  const offers = asked.flatMap((one) => one.offers);
  const ids = [...new Set(offers.map(({ supplierId }) => supplierId))].sort();
  const bidOf = new Map(open.flatMap(({ lot, bids }) => bids.map(({ bid }) => [bidKey(bid.orgId, lot.lot.id), bid.id] as const)));
  return {
    byLots,
    bidOf,
    lotOf: new Map(asked.flatMap(({ lotId, lines }) => lines.map(({ lineId }) => [lineId, lotId] as const))),
    scenario: {
      lines: asked.flatMap((one) => one.lines),
      suppliers: ids.map((supplierId) => supplierOf(supplierId, open, given.ask)),
      offers,
      packages: [],
      rules: rulesOf(given.ask, byLots),
    },
  };
}

export const bidKey = (supplierId: string, lotId: string): string => `${supplierId} ${lotId}`;
/** Names a rule by its place. */
export const ruleKey = (place: number): string => `rule-${place}`;
/** Beside the buyer's rules: lines are not parted unless he says so. */
const undivided: AwardRule = { ruleId: 'undivided', kind: 'LINE_AWARDS_MAX', count: 1 };

const rulesOf = ({ rules, splitLines }: ScenarioAsk, byLots: boolean): AwardRule[] => [
  ...rules.map((rule, i) => ({ ...rule, ruleId: ruleKey(i) }) as AwardRule),
  ...(splitLines || byLots ? [] : [undivided]),
];

interface OpenLot {
  lot: JudgedLot;
  bids: readonly ComparedBid[];
}
interface Asked {
  lotId: string;
  lines: AwardLine[];
  offers: AwardOffer[];
}

function wholeLot({ lot, bids }: OpenLot): Asked {
  const lineId = lot.lot.id;
  const offers = bids.flatMap(({ bid, total }) =>
    total === null ? [] : [{ supplierId: bid.orgId, lineId, breaks: [{ from: '1', price: rounded(total, pricePlaces) }] }],
  );
  return { lotId: lineId, lines: [{ lineId, quantity: '1', quantum: '1' }], offers };
}

function linesOfLot(tender: Tender, { lot, bids }: OpenLot, { taken, held }: Given): Asked {
  const lines = lot.lines.flatMap((line) => {
    const quantity = subtract(line.quantity, taken.get(line.id) ?? '0');
    return compare(quantity, '0') > 0 ? [{ line, lineId: line.id, quantity, quantum: quantumOf(line.quantity, quantity) }] : [];
  });
  const offers = lines.flatMap((asked) => bids.flatMap((compared) => offerOf(tender, compared, { ...asked, held })));
  return { lotId: lot.lot.id, lines: lines.map(({ line: _, ...asked }) => asked), offers };
}

function offerOf(
  tender: Tender,
  { bid, lines }: ComparedBid,
  asked: AwardLine & { line: TenderLine } & Pick<Given, 'held'>,
): AwardOffer[] {
  const offered = lines.find(({ lineId }) => lineId === asked.lineId)?.offered;
  if (!offered || !bid.content) return [];
  const { quantum } = asked;
  const start = wholeUp(offered.minQuantity ?? quantum, quantum);
  const froms = [start, ...offered.breaks.map(({ from }) => wholeUp(from, quantum)).filter((from) => compare(from, start) > 0)];
  const prices = unitPrices(tender, { line: asked.line, offered, content: bid.content }, froms);
  if (!prices) return [];
  const breaks = froms.map((from, i) => ({ from, price: rounded(prices[i]!, pricePlaces) }));
  // What the bid has of the line already counts against the most that it offers.
  const had = asked.held.get(heldKey(bid.id, asked.lineId)) ?? '0';
  const quantityMax = offered.maxQuantity === null ? undefined : wholeDown(subtract(offered.maxQuantity, had), quantum);
  if (quantityMax !== undefined && compare(quantityMax, start) < 0) return [];
  return [{ supplierId: bid.orgId, lineId: asked.lineId, breaks, ...(quantityMax === undefined ? {} : { quantityMax }) }];
}

/** Quality is the least over the lots on which he bids and is ranked. */
function supplierOf(supplierId: string, open: readonly OpenLot[], { fixedCosts }: ScenarioAsk): AwardSupplier {
  const ids = new Set(open.flatMap(({ bids }) => bids.filter(({ bid }) => bid.orgId === supplierId).map(({ bid }) => bid.id)));
  const quality = open
    .flatMap(({ lot }) => lot.evaluation.ranking.filter(({ bid }) => ids.has(bid.bidId)))
    .map(({ bid }) => rounded(bid.quality, 6))
    .sort(compare)[0];
  const fixedCost = fixedCosts.find((cost) => cost.supplierId === supplierId)?.amount ?? '0';
  return { supplierId, fixedCost, ...(quality === undefined ? {} : { quality }) };
}

/** The smallest part: a piece, or the last decimal place in which the quantity is asked for. */
function quantumOf(...quantities: readonly DecimalText[]): DecimalText {
  const places = Math.max(...quantities.map((quantity) => (isInteger(quantity) ? 0 : (quantity.split('.')[1]?.length ?? 0))));
  return places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`;
}

const wholeDown = (quantity: DecimalText, quantum: DecimalText): DecimalText =>
  inQuanta(roundedDown(per(exact(quantity), exact(quantum)), 0), quantum);

function wholeUp(quantity: DecimalText, quantum: DecimalText): DecimalText {
  const down = wholeDown(quantity, quantum);
  return compare(down, quantity) < 0 ? inQuanta(roundedDown(per(exact(quantity), exact(quantum)), 0), quantum, 1n) : down;
}

function inQuanta(count: DecimalText, quantum: DecimalText, more = 0n): DecimalText {
  const units: Rational = ratio(BigInt(count) + more);
  const text = rounded(times(units, exact(quantum)), 10);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
