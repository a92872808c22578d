import { compareRatios, exact, minus, per, plus, type Rational, ratio, times, zero } from '#libs/kernel';
import type { Allocation, AwardBreak, AwardOffer, AwardRule, AwardScenario } from './scenario.js';

/** What an allocation comes to, exactly. */
export interface AllocationFigures {
  /** Goods and the fixed costs of every supplier chosen. */
  total: Rational;
  goods: Rational;
  /** Spend by supplier; whoever gets nothing is not in it. */
  spend: ReadonlyMap<string, Rational>;
  /** Ids of the rules it breaks; `line:<line>` for a line that does not get its quantity, `offer:<supplier>:<line>` for an award without a price. */
  broken: readonly string[];
}

/** One part of a line: a supplier's offer, or his package. */
interface Part {
  supplierId: string;
  lineId: string;
  quantity: Rational;
}

interface Booked {
  scenario: AwardScenario;
  parts: readonly Part[];
  spend: ReadonlyMap<string, Rational>;
  goods: Rational;
}

/**
 * Recomputes an allocation in exact ratios against every rule of the scenario: what a solver finds in binary floats is
 * taken only after this. A supplier counts as chosen when he gets a quantity.
 */
export function allocationFigures(scenario: AwardScenario, allocation: Allocation): AllocationFigures {
  const unpriced: string[] = [];
  const spend = new Map<string, Rational>();
  const book = (supplierId: string, amount: Rational) => spend.set(supplierId, plus(spend.get(supplierId) ?? zero, amount));
  for (const { supplierId, lineId, quantity } of allocation.awards) {
    const offer = scenario.offers.find((o) => o.supplierId === supplierId && o.lineId === lineId);
    const price = offer && priceFor(scenario, offer, exact(quantity));
    if (price) book(supplierId, times(exact(price.price), exact(quantity)));
    else unpriced.push(`offer:${supplierId}:${lineId}`);
  }
  const packages = scenario.packages.filter(({ packageId }) => allocation.packageIds.includes(packageId));
  for (const { supplierId, amount } of packages) book(supplierId, exact(amount));
  const parts = [
    ...allocation.awards.map((award) => ({ ...award, quantity: exact(award.quantity) })),
    ...packages.flatMap(({ supplierId, quantities }) =>
      Object.entries(quantities).map(([lineId, quantity]) => ({ supplierId, lineId, quantity: exact(quantity) })),
    ),
  ];
  const goods = plus(...spend.values());
  const fixed = scenario.suppliers.filter(({ supplierId }) => spend.has(supplierId)).map(({ fixedCost }) => exact(fixedCost));
  const booked = { scenario, parts, spend, goods };
  const broken = new Set([
    ...unpriced,
    ...unmetLines(booked),
    ...scenario.rules.filter((rule) => !isKept(rule, booked)).map((r) => r.ruleId),
  ]);
  return { total: plus(goods, ...fixed), goods, spend, broken: [...broken].sort() };
}

/** The break that a quantity falls into; undefined where it has no price. */
function priceFor({ lines }: AwardScenario, offer: AwardOffer, quantity: Rational): AwardBreak | undefined {
  const quantum = lines.find(({ lineId }) => lineId === offer.lineId)?.quantum ?? '1';
  const isWhole = per(quantity, exact(quantum)).under === 1n;
  const isTooMuch = offer.quantityMax !== undefined && compareRatios(quantity, exact(offer.quantityMax)) > 0;
  return isWhole && !isTooMuch ? offer.breaks.findLast(({ from }) => compareRatios(exact(from), quantity) <= 0) : undefined;
}

function unmetLines({ scenario, parts }: Booked): string[] {
  return scenario.lines.flatMap(({ lineId, quantity }) => {
    const given = plus(...parts.filter((part) => part.lineId === lineId).map((part) => part.quantity));
    return compareRatios(given, exact(quantity)) === 0 ? [] : [`line:${lineId}`];
  });
}

function isKept(rule: AwardRule, booked: Booked): boolean {
  const { scenario, parts, spend, goods } = booked;
  const isOn = (lineIds: readonly string[] | undefined, lineId: string) => !lineIds || lineIds.includes(lineId);
  const spendOf = (ids: readonly string[]) => plus(...ids.map((id) => spend.get(id) ?? zero));
  switch (rule.kind) {
    case 'SUPPLIERS_MIN':
      return spend.size >= rule.count;
    case 'SUPPLIERS_MAX':
      return spend.size <= rule.count;
    case 'SHARE_MAX':
      return compareRatios(spendOf(rule.supplierIds), times(exact(rule.share), goods)) <= 0;
    case 'SHARE_MIN':
      return compareRatios(spendOf(rule.supplierIds), times(exact(rule.share), goods)) >= 0;
    case 'MINIMUM_ORDER':
      return [...spend].every(([id, amount]) => !isOn(rule.supplierIds, id) || compareRatios(amount, exact(rule.amount)) >= 0);
    case 'CAPACITY': {
      const taken = parts.filter((part) => part.supplierId === rule.supplierId && isOn(rule.lineIds, part.lineId));
      return compareRatios(plus(...taken.map((part) => part.quantity)), exact(rule.quantity)) <= 0;
    }
    case 'LINE_AWARDS_MAX':
      return scenario.lines.every(
        ({ lineId }) => !isOn(rule.lineIds, lineId) || parts.filter((p) => p.lineId === lineId).length <= rule.count,
      );
    case 'INCLUDE':
      return spend.has(rule.supplierId);
    case 'EXCLUDE':
      return !parts.some((part) => part.supplierId === rule.supplierId && isOn(rule.lineIds, part.lineId));
    case 'QUALITY_MIN':
      return compareRatios(qualityAbove(booked, exact(rule.quality)), zero) >= 0;
  }
}

/** Spend times what the quality lies above the floor: not below zero when the weighted mean reaches it. */
function qualityAbove({ scenario, spend }: Booked, floor: Rational): Rational {
  return plus(
    ...scenario.suppliers.map((s) => times(minus(exact(s.quality ?? '0'), floor), spend.get(s.supplierId) ?? ratio(0n))),
  );
}
