import { describedEnum } from '../described-enum.graphql.js';

export const TenderSideEnum = describedEnum('TenderSide', 'Which tenders are meant.', {
  BUY: 'Your own, drafts too.',
  SELL: 'Those of others that are open to all or to which you are invited.',
});
export const TenderOrderEnum = describedEnum('TenderOrder', 'How a list of tenders is sorted.', {
  LATEST: 'The latest first: drafted, or of others published.',
  CLOSES_AT_ASC: 'The nearest deadline of a first lot first; those without one last.',
  CLOSES_AT_DESC: 'The other way round.',
});
export const TenderStatusEnum = describedEnum('TenderStatus', 'Where a tender or lot stands; derived from its dates.', {
  DRAFT: 'Only its buyer sees it.',
  ANNOUNCED: 'Bids are taken later.',
  BIDDING: 'Bids are taken.',
  CLOSED: 'The deadline has passed; the bids are not open yet.',
  EVALUATION: 'The buyer reads the bids.',
  STANDSTILL: 'The award is decided and waits before it becomes contracts; bidders may challenge it.',
  AWARDED: 'It is awarded.',
  UNSUCCESSFUL: 'It is awarded to nobody.',
  CANCELLED: 'It was called off.',
});
export const ProcedureEnum = describedEnum('TenderProcedure', 'Who may bid.', {
  OPEN: 'Every supplier.',
  SELECTIVE: 'Who is invited.',
  SINGLE_SOURCE: 'The one who is invited, for a reason.',
});
export const RulePackEnum = describedEnum('RulePack', 'The rules by which a tender is held.', {
  PRIVATE: 'Those of the buyer himself: nothing is required, and an award binds at once.',
  EU_2014_24: 'Directive 2014/24/EU, public contracts.',
  EU_2014_25: 'Directive 2014/25/EU, utilities.',
  PROZORRO: 'The Ukrainian law on public procurement.',
});
export const ConfidentialityEnum = describedEnum('TenderConfidentiality', 'When the buyer reads bids.', {
  OPEN: 'As they arrive.',
  TIMED: 'From the close of the round, by the clock of the database; not a microsecond before.',
  SEALED: 'When the deadline has passed and enough officers have opened them; nobody can before.',
});
export const AwardModeEnum = describedEnum('AwardMode', 'How a tender may be awarded.', {
  LOT: 'Each lot whole.',
  LINE: 'Each lot whole or line by line.',
  SHARES: 'Each lot whole or by fixed shares.',
});
export const RoundKindEnum = describedEnum('TenderRoundKind', 'What a round is for.', {
  FIRST: 'The first bids.',
  ROUND: 'Bids again, among some.',
  BEST_AND_FINAL: 'The last offers; nothing follows.',
});
export const FormulaKindEnum = describedEnum('FormulaKind', 'How bids become one number each, F1 to F13 of the reference.', {
  LOWEST_PRICE: 'F1: the price itself.',
  FEATURES: 'F2: price by a coefficient of features.',
  LIFE_CYCLE_COST: 'F3: price and all cost answers.',
  MIXED: 'F4: F2 and F3 together, to two places.',
  RELATIVE_LOW_BID: 'F6: quality and the ratio to the best price. Relative.',
  ABSOLUTE_LIMITS: 'F7: quality and the place between two prices.',
  AWARD_ON_VALUE: 'F8: price less what the quality is worth.',
  LOGARITHMIC: 'F9: quality and the logarithm of the price.',
  VALUE_FOR_MONEY: 'F10: quality by price.',
  UTILITY_INDEX: 'F11: a price corrected by quality. Relative.',
  SUPER_FORMULA: 'F12: the power mean of quality and price.',
  WEIGHTED_SCORE: 'F13: price per point of the weighted score.',
});
export const CriterionKindEnum = describedEnum('CriterionKind', 'What a criterion asks for.', {
  MANDATORY: 'Yes, or the bid is refused.',
  SCORED: 'Points, weighted.',
  FEATURE: 'One of the options.',
  COST: 'Money, over the life of what is bought.',
  WORTH: 'Points that are worth money.',
});
export const TieBreakEnum = describedEnum('TieBreakStep', 'What parts bids of the same value.', {
  TIME: 'The earlier one goes first.',
  CRITERION: 'The better one in a criterion goes first.',
  LOT: 'By lot, with a seed that is drawn after the close and published.',
});
export const BestEnum = describedEnum('BestValue', 'Which value is the better one.', {
  LOWEST: 'The lowest.',
  HIGHEST: 'The highest.',
});
