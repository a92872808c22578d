import { rounded } from '#libs/kernel';
import { announcedOf } from '../auction-edge/announced.view.js';
import type { Criterion } from '../evaluation/criterion.js';
import { flipExample } from '../evaluation/flip-example.js';
import type { Formula } from '../evaluation/formula.js';
import type { DraftTenderInput } from '../tender/draft-tender.js';
import type { Tender, TenderEvent, TenderLine } from '../tender/tender.entity.js';
import type { TenderInputType } from './tender-input.graphql.js';
import type { CriterionType, FlipExampleType, FormulaType, TieBreakType } from './terms.graphql.js';

/** A formula with its numbers side by side. */
export function formulaView(formula: Formula): FormulaType {
  if (!('weights' in formula)) return formula;
  const { weights, ...rest } = formula;
  return { ...rest, weightQuality: weights.quality, weightPrice: weights.price };
}

/** Options of a feature as a list. */
export const criterionView = (criterion: Criterion): CriterionType =>
  criterion.kind === 'FEATURE'
    ? { ...criterion, options: Object.entries(criterion.options).map(([name, value]) => ({ name, value })) }
    : { ...criterion, options: null };

/** The reversal that a relative formula allows; null for one that allows none. */
export function flipView(tender: Tender): FlipExampleType | null {
  const found = flipExample(tender.formula);
  if (!found) return null;
  const bids = [...found.bids, found.added].map(({ bidId, price, quality }) => ({
    name: bidId,
    price: rounded(price, 2),
    quality: rounded(quality ?? { over: 0n, under: 1n }, 2),
  }));
  return { winnerBefore: found.winnerBefore, winnerAfter: found.winnerAfter, bids };
}

export const lineView = ({ quantity, unit, shipTo, ...line }: TenderLine) => ({
  ...line,
  quantity: { value: quantity, unit },
  shipTo: shipTo === null ? null : JSON.stringify(shipTo),
});

export const eventView = (event: TenderEvent) => ({ ...event, detail: JSON.stringify(event.detail) });

/** What a client sent, as the verb takes it: lists become records, and what is null of a formula is absent. */
export function tenderOf({ formula, criteria, rates, lowBid, tieBreak, ...input }: TenderInputType): DraftTenderInput['tender'] {
  const terms = {
    ...input,
    criteria: criteria.map(criterionOf),
    rates: Object.fromEntries(rates.map(({ currency, rate }) => [currency, rate])),
    lowBid: lowBid ? given(lowBid) : null,
    auction: input.auction ? announcedOf(input.auction) : null,
    agreement: input.agreement ? { ...input.agreement } : null,
    lines: input.lines.map((line) => ({ ...line })),
    ...(formula ? { formula: formulaOf(formula) } : {}),
    ...(tieBreak ? { tieBreak: tieBreak.map(tieBreakOf) } : {}),
  };
  return terms as unknown as DraftTenderInput['tender'];
}

/** The numbers of each formula; whatever else a client sends with it says nothing. */
const numbersOf: Readonly<Record<string, readonly string[]>> = {
  FEATURES: ['featuresMax'],
  MIXED: ['featuresMax'],
  RELATIVE_LOW_BID: ['weights'],
  ABSOLUTE_LIMITS: ['weights', 'priceMin', 'priceMax'],
  LOGARITHMIC: ['weights', 'base'],
  VALUE_FOR_MONEY: ['factor'],
  UTILITY_INDEX: ['weights'],
  SUPER_FORMULA: ['exponent', 'qualityReference', 'priceReference'],
};

function formulaOf({ weightQuality, weightPrice, ...rest }: FormulaType): object {
  const weights = { quality: weightQuality ?? '0', price: weightPrice ?? '0' };
  return { kind: rest.kind, ...picked({ ...rest, weights }, numbersOf[rest.kind] ?? []) };
}

/** The fields of each kind of criterion. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  SCORED: ['weight', 'scoreMax', 'scoreMin'],
  FEATURE: ['options'],
  WORTH: ['scoreMax', 'worthMax'],
};

function criterionOf({ options, ...rest }: CriterionType): object {
  const values = Object.fromEntries((options ?? []).map(({ name, value }) => [name, value]));
  return { id: rest.id, kind: rest.kind, ...picked({ ...rest, options: values }, fieldsOf[rest.kind] ?? []) };
}

const picked = (thing: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(given(thing)).filter(([name]) => names.includes(name)));

const tieBreakOf = ({ by, ...rest }: TieBreakType): object => ({ by, ...(by === 'CRITERION' ? given(rest) : {}) });

const given = (thing: object): object =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== null && value !== undefined));
