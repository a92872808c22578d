import type { DecimalText, LocalDate, Money, Price } from '#libs/kernel';
import type { PriceKind, PriceSource } from '../price/price.js';

/** What `supply.read_availability` says of a price, as far as it explains it. */
export interface PriceFacts {
  /** The asked quantity, in order units. */
  quantity: DecimalText;
  orderUnit: string;
  amount: DecimalText | null;
  currency: string;
  basis: DecimalText;
  priceUnit: string;
  factorNum: DecimalText;
  factorDen: DecimalText;
  priceSource: PriceSource | null;
  breakFrom: DecimalText | null;
  smallestBreak: DecimalText | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  lineAmount: DecimalText | null;
  /** Codes parted by blanks. */
  obstacles: string | null;
  /** The price before the discount, at this quantity. */
  baseAmount: DecimalText | null;
  /** The price below the smallest break, or of any quantity. */
  firstAmount: DecimalText | null;
  discount: DecimalText | null;
  customerCategory: string | null;
  breakMode: 'WHOLE' | 'GRADUATED' | null;
  breakUnit: 'PRICE' | null;
  breakQuantity: DecimalText | null;
  otherAmount: DecimalText | null;
  bestPrice: boolean;
  priceType: PriceKind | null;
  heldUntil: LocalDate | null;
}

/** The rule behind a step; its sentence is `Step` + the rule in PascalCase in the messages of supply. */
export const priceRules = {
  LIST_PRICE: 'The list price of the offer.',
  AGREEMENT_PRICE: 'The price that an agreement names for the offer.',
  QUANTITY_BREAK: 'The break that the quantity reaches; it holds for all of it.',
  GRADUATED_BREAK: 'Each unit at the price of its own break; the average is shown.',
  CATEGORY_DISCOUNT: 'The discount of an agreement on the category of the goods.',
  MATRIX_DISCOUNT: "The discount of the supplier's matrix for the category of the buyer and that of the goods.",
  BEST_PRICE: 'The agreement says best price: the lowest of all sources won.',
  BUDGET_PRICE: 'The price is an estimate.',
  HELD_FIRM: 'The price is firm up to a day.',
  LINE_AMOUNT: 'Quantity x factor / basis x price, rounded once.',
  BELOW_SMALLEST_BREAK: 'There is no price below the smallest break.',
  NOT_YET_VALID: 'The price begins on a later day.',
  EXPIRED: 'The price has ended.',
  QUOTE_ONLY: 'The supplier prices it by quote only.',
  NO_PRICE: 'No source covers it.',
} as const;
export type PriceRule = keyof typeof priceRules;

/** One step from the first price to the line amount: what it made of what. `values` fill its sentence. */
export interface PriceStep {
  rule: PriceRule;
  before: Price | null;
  after: Price | null;
  amount: Money | null;
  values: Readonly<Record<string, string>>;
}

type StepOf = (rule: PriceRule, parts?: Partial<Omit<PriceStep, 'rule'>>) => PriceStep;
const step: StepOf = (rule, parts = {}) => ({ rule, before: null, after: null, amount: null, values: {}, ...parts });

/**
 * Why a price is what it is, in the order in which it came about: the first price, break, discount, what it is worth, the line.
 * Without a price one step says why there is none. The amounts are those the database answered with; nothing is computed here.
 */
export function priceSteps(facts: PriceFacts): PriceStep[] {
  if (facts.amount === null || facts.baseAmount === null) return [missing(facts)];
  const at = (amount: DecimalText | null): Price | null =>
    amount === null ? null : { amount, currency: facts.currency, basis: facts.basis, unit: facts.priceUnit };
  return [
    ...beginning(facts, at),
    ...discounted(facts, at),
    ...(facts.bestPrice ? [step('BEST_PRICE', { values: { currency: facts.currency, other: facts.otherAmount ?? '-' } })] : []),
    ...worth(facts),
    step('LINE_AMOUNT', {
      amount: facts.lineAmount === null ? null : { amount: facts.lineAmount, currency: facts.currency },
      values: {
        quantity: facts.quantity,
        unit: facts.orderUnit,
        factor: facts.factorDen === '1' ? facts.factorNum : `${facts.factorNum}/${facts.factorDen}`,
        basis: facts.basis,
        price: facts.amount,
        amount: facts.lineAmount ?? '',
        currency: facts.currency,
      },
    }),
  ];
}

type PriceAt = (amount: DecimalText | null) => Price | null;

function beginning(facts: PriceFacts, at: PriceAt): PriceStep[] {
  const agreed = facts.priceSource === 'AGREEMENT';
  const stated = { price: facts.firstAmount ?? '', currency: facts.currency, basis: facts.basis, unit: facts.priceUnit };
  const steps =
    facts.firstAmount === null
      ? []
      : [step(agreed ? 'AGREEMENT_PRICE' : 'LIST_PRICE', { after: at(facts.firstAmount), values: stated })];
  if (facts.breakFrom === null) return steps;
  return [
    ...steps,
    step(facts.breakMode === 'GRADUATED' ? 'GRADUATED_BREAK' : 'QUANTITY_BREAK', {
      before: at(facts.firstAmount),
      after: at(facts.baseAmount),
      values: {
        from: facts.breakFrom,
        unit: facts.breakUnit === 'PRICE' ? facts.priceUnit : facts.orderUnit,
        counted: facts.breakQuantity ?? facts.quantity,
        price: facts.baseAmount ?? '',
        currency: facts.currency,
      },
    }),
  ];
}

function discounted(facts: PriceFacts, at: PriceAt): PriceStep[] {
  if (facts.discount === null) return [];
  const values = { percent: facts.discount, price: facts.amount ?? '', currency: facts.currency };
  const parts = { before: at(facts.baseAmount), after: at(facts.amount) };
  return facts.priceSource === 'MATRIX'
    ? [step('MATRIX_DISCOUNT', { ...parts, values: { ...values, category: facts.customerCategory ?? '' } })]
    : [step('CATEGORY_DISCOUNT', { ...parts, values })];
}

function worth(facts: PriceFacts): PriceStep[] {
  if (facts.priceSource === 'AGREEMENT') return [];
  if (has(facts, 'BUDGET_PRICE')) return [step('BUDGET_PRICE')];
  return facts.heldUntil === null ? [] : [step('HELD_FIRM', { values: { until: facts.heldUntil } })];
}

function missing(facts: PriceFacts): PriceStep {
  if (has(facts, 'QUOTE_ONLY')) return step('QUOTE_ONLY');
  if (has(facts, 'NOT_YET_VALID')) return step('NOT_YET_VALID', { values: { from: facts.validFrom ?? '' } });
  if (has(facts, 'EXPIRED')) return step('EXPIRED', { values: { to: facts.validTo ?? '' } });
  if (has(facts, 'BELOW_SMALLEST_BREAK')) {
    const unit = facts.breakUnit === 'PRICE' ? facts.priceUnit : facts.orderUnit;
    return step('BELOW_SMALLEST_BREAK', {
      values: { smallest: facts.smallestBreak ?? '', unit, quantity: facts.breakQuantity ?? facts.quantity },
    });
  }
  return step('NO_PRICE');
}

function has(facts: PriceFacts, obstacle: string): boolean {
  return (facts.obstacles ?? '').split(' ').includes(obstacle);
}

/** The code of a step's sentence: StepListPrice. */
export function stepSentence(rule: PriceRule): string {
  return `Step${rule.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}
