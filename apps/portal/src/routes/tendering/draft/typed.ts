import type {
  AwardMode,
  CriterionKind,
  FormulaKind,
  RulePack,
  TenderConfidentiality,
  TenderInput,
  TenderOfBuyerFragment,
  TenderProcedure,
} from '../../../graphql/generated/graphql';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';
import { fromLocalField, toLocalField } from '../shared/dates';
import { auctionInput, noAuction, type TypedAuction, typedAuction } from './auction';
import { lineOf, type TypedLine } from './typed-line';

export interface TypedCriterion {
  key: string;
  id: string;
  kind: CriterionKind;
  weight: string;
  scoreMax: string;
  scoreMin: string;
  worthMax: string;
  /** `name = value`, parted by semicolons. */
  options: string;
}

/** The numbers that formulas take, each by its field. */
export const formulaNumbers = [
  'weightQuality',
  'weightPrice',
  'featuresMax',
  'priceMin',
  'priceMax',
  'base',
  'factor',
  'exponent',
  'qualityReference',
  'priceReference',
] as const;
export type FormulaNumber = (typeof formulaNumbers)[number];

/** A whole draft as it is typed. */
export interface TypedTender {
  title: string;
  description: string;
  procedure: TenderProcedure;
  /** Only an open procedure can be. */
  isPublic: boolean;
  rulePack: RulePack;
  singleReason: string;
  confidentiality: TenderConfidentiality;
  currency: string;
  /** `EUR = 1.08`, a line each. */
  rates: string;
  formula: FormulaKind;
  numbers: Record<FormulaNumber, string>;
  criteria: TypedCriterion[];
  deliveryTerm: string;
  paymentDays: number;
  yearlyRate: string;
  awardMode: AwardMode;
  /** Per cent by rank, parted by blanks or semicolons. */
  shares: string;
  bidsMin: number;
  /** Days of the agreement that the award may make; both or none. */
  agreementFrom: string;
  agreementTo: string;
  auction: TypedAuction;
  belowMean: string;
  questionsCloseAt: string;
  closesAt: string;
  staggerMinutes: number;
  pushHours: number;
  lots: string[];
  lines: TypedLine[];
  targetShown: boolean;
  internalNote: string;
  costReference: string;
  budget: string;
  shipToSiteId: string | null;
  /** Terms that this form does not show; they go back as they came. */
  kept: Pick<TenderInput, 'qualityMin' | 'tieBreak'> & { belowNext: string | null };
}

const weekMs = 7 * 86_400_000;
const noNumbers = Object.fromEntries(formulaNumbers.map((name) => [name, ''])) as Record<FormulaNumber, string>;

/** A quick request: timed, for invited suppliers, the lowest price, open for a week. */
export const emptyTender = (currency: string): TypedTender => ({
  title: '',
  description: '',
  procedure: 'SELECTIVE',
  isPublic: false,
  rulePack: 'PRIVATE',
  singleReason: '',
  confidentiality: 'TIMED',
  currency,
  rates: '',
  formula: 'LOWEST_PRICE',
  numbers: noNumbers,
  criteria: [],
  deliveryTerm: 'DAP',
  paymentDays: 30,
  yearlyRate: '',
  awardMode: 'LINE',
  shares: '60 40',
  bidsMin: 1,
  agreementFrom: '',
  agreementTo: '',
  auction: noAuction,
  belowMean: '',
  questionsCloseAt: '',
  closesAt: toLocalField(new Date(Math.ceil((Date.now() + weekMs) / 3_600_000) * 3_600_000).toISOString()),
  staggerMinutes: 0,
  pushHours: 24,
  lots: [],
  lines: [],
  targetShown: false,
  internalNote: '',
  costReference: '',
  budget: '',
  shipToSiteId: null,
  kept: { qualityMin: null, tieBreak: null, belowNext: null },
});

/** A saved draft as it was typed. */
export function typedOf(tender: TenderOfBuyerFragment): TypedTender {
  const positions = new Map(tender.lots.map(({ id, position }) => [id, position]));
  const { formula } = tender;
  return {
    ...emptyTender(tender.currency),
    title: tender.title,
    description: tender.description ?? '',
    procedure: tender.procedure,
    isPublic: tender.isPublic,
    rulePack: tender.rulePack,
    singleReason: tender.singleReason ?? '',
    confidentiality: tender.confidentiality,
    rates: tender.rates.map(({ currency, rate }) => `${currency} = ${rate}`).join('\n'),
    formula: formula.kind,
    numbers: Object.fromEntries(formulaNumbers.map((name) => [name, formula[name] ?? ''])) as TypedTender['numbers'],
    criteria: tender.criteria.map(typedCriterion),
    deliveryTerm: tender.deliveryTerm,
    paymentDays: tender.paymentDays,
    yearlyRate: tender.yearlyRate ?? '',
    awardMode: tender.awardMode,
    shares: tender.shares.length > 0 ? tender.shares.join(' ') : '60 40',
    bidsMin: tender.bidsMin,
    agreementFrom: tender.agreementFrom ?? '',
    agreementTo: tender.agreementTo ?? '',
    auction: typedAuction(tender.auction),
    belowMean: tender.lowBid?.belowMean ?? '',
    questionsCloseAt: toLocalField(tender.questionsCloseAt),
    closesAt: toLocalField(tender.closesAt),
    staggerMinutes: tender.staggerMinutes,
    pushHours: tender.pushHours,
    lots: tender.lots.length > 1 ? tender.lots.map(({ title }) => title) : [],
    lines: tender.lines.map((line) => lineOf(line, positions.get(line.lotId) ?? 1)),
    targetShown: tender.lines.some(({ target }) => target != null),
    internalNote: tender.private?.internalNote ?? '',
    costReference: tender.private?.costReference ?? '',
    budget: tender.private?.budget ?? '',
    shipToSiteId: tender.private?.shipToSite ?? null,
    kept: {
      qualityMin: tender.qualityMin ?? null,
      tieBreak: tender.tieBreak,
      belowNext: tender.lowBid?.belowNext ?? null,
    },
  };
}

const typedCriterion = (criterion: TenderOfBuyerFragment['criteria'][number]): TypedCriterion => ({
  key: criterion.id,
  id: criterion.id,
  kind: criterion.kind,
  weight: criterion.weight ?? '',
  scoreMax: criterion.scoreMax ?? '',
  scoreMin: criterion.scoreMin ?? '',
  worthMax: criterion.worthMax ?? '',
  options: (criterion.options ?? []).map(({ name, value }) => `${name} = ${value}`).join('; '),
});

/** `name = value` pairs of a text, parted by semicolons or lines. */
export const pairsOf = (text: string): [string, string][] =>
  text
    .split(/[;\n]/)
    .map((pair) => pair.split('=').map((side) => side.trim()))
    .flatMap(([name, value]): [string, string][] => (name ? [[name, decimalOrTyped(value ?? '')]] : []));

export const sharesOf = (text: string): string[] => text.split(/[;\s]+/).filter((share) => share !== '');

const orNull = (text: string): string | null => text.trim() || null;
const figure = (text: string): string | null => (text.trim() === '' ? null : decimalOrTyped(text));

/** One day alone is the first and the last. */
function agreementOf({ agreementFrom: from, agreementTo: to }: TypedTender): TenderInput['agreement'] {
  return from || to ? { from: from || to, to: to || from } : null;
}

const criteriaOf = ({ criteria }: TypedTender): TenderInput['criteria'] =>
  criteria.map((one) => ({
    id: one.id.trim(),
    kind: one.kind,
    weight: figure(one.weight),
    scoreMax: figure(one.scoreMax),
    scoreMin: figure(one.scoreMin),
    worthMax: figure(one.worthMax),
    options: one.kind === 'FEATURE' ? pairsOf(one.options).map(([name, value]) => ({ name, value })) : null,
  }));

/** What is sent to the hub. */
export function inputOf(typed: TypedTender): TenderInput {
  const numbers = Object.fromEntries(formulaNumbers.map((name) => [name, figure(typed.numbers[name])]));
  return {
    title: typed.title.trim(),
    description: orNull(typed.description),
    procedure: typed.procedure,
    isPublic: typed.procedure === 'OPEN' && typed.isPublic,
    rulePack: typed.rulePack,
    singleReason: typed.procedure === 'SINGLE_SOURCE' ? orNull(typed.singleReason) : null,
    confidentiality: typed.confidentiality,
    currency: typed.currency,
    rates: pairsOf(typed.rates).map(([currency, rate]) => ({ currency: currency.toUpperCase(), rate })),
    formula: { kind: typed.formula, ...numbers },
    criteria: criteriaOf(typed),
    deliveryTerm: typed.deliveryTerm.trim(),
    paymentDays: typed.paymentDays,
    yearlyRate: figure(typed.yearlyRate),
    awardMode: typed.awardMode,
    shares: typed.awardMode === 'SHARES' ? sharesOf(typed.shares) : [],
    bidsMin: typed.bidsMin,
    agreement: agreementOf(typed),
    auction: auctionInput(typed.auction),
    qualityMin: typed.kept.qualityMin,
    tieBreak: typed.kept.tieBreak,
    lowBid:
      typed.belowMean.trim() === '' && !typed.kept.belowNext
        ? null
        : { belowMean: figure(typed.belowMean), belowNext: typed.kept.belowNext },
    questionsCloseAt: fromLocalField(typed.questionsCloseAt),
    closesAt: fromLocalField(typed.closesAt),
    staggerMinutes: typed.lots.length > 1 ? typed.staggerMinutes : 0,
    pushHours: typed.pushHours,
    lots: typed.lots,
    lines: typed.lines.map((line) => ({
      number: line.kept?.number ?? null,
      revision: line.kept?.revision ?? null,
      targetBasis: line.kept?.targetBasis ?? '1',
      lot: Math.min(line.lot, Math.max(1, typed.lots.length)),
      partId: line.partId,
      partNumber: line.partId ? null : orNull(line.partNumber),
      description: orNull(line.description),
      quantity: decimalOrTyped(line.quantity),
      unit: line.unit,
      needBy: orNull(line.needBy),
      target: figure(line.target),
      targetShown: typed.targetShown && line.target.trim() !== '',
      alternatesAllowed: line.alternatesAllowed,
    })),
    internalNote: orNull(typed.internalNote),
    costReference: orNull(typed.costReference),
    budget: figure(typed.budget),
    shipToSiteId: typed.shipToSiteId,
  };
}
