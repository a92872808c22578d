import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, errorUnion, payloadType } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import * as e from '../tender-edge/tender-errors.graphql.js';
import { ScenarioRuleType, SupplierCostType } from './scenario-input.graphql.js';

const ScenarioStatusEnum = describedEnum('ScenarioStatus', 'Whether a scenario is answered.', {
  ASKED: 'The answer is being worked out.',
  SOLVED: 'It is answered.',
  FAILED: 'It could not be answered: ask anew.',
});
const ScenarioOutcomeEnum = describedEnum('ScenarioOutcome', 'What the solver found.', {
  OPTIMAL: 'Proved to be the best.',
  WITHIN_GAP: 'Proved to be within a thousandth of the best.',
  UNFINISHED: 'The time ended; `gap` says how far from the best it can be.',
  INFEASIBLE: 'Proved that the rules cannot be met together.',
});
@ObjectType('AllocatedPart', { description: 'What a bidder gets in a scenario.' })
class AllocatedPartType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => ID, { nullable: true, description: 'The line; null: the whole lot.' })
  lineId: string | null;
  @Field(() => ID, { description: 'By this bid.' })
  bidId: string;
  @Field(() => ID, { description: 'Who.' })
  supplierId: string;
  @Field(() => DecimalScalar, { description: 'In the unit of the line; 1 of a whole lot.' })
  quantity: string;
  @Field(() => DecimalScalar, { description: 'On the basis of comparison, to 4 places.' })
  amount: string;
}

@ObjectType('AllocatedSupplier', { description: 'What a supplier gets in all.' })
class AllocatedSupplierType {
  @Field(() => ID, { description: 'Who.' })
  supplierId: string;
  @Field(() => DecimalScalar, { description: 'For goods, to 4 places.' })
  spend: string;
  @Field(() => DecimalScalar, { description: 'What it costs to have him.' })
  fixedCost: string;
}

@ObjectType('Allocation', { description: 'One way to hand out the tender. Amounts are in its currency.' })
class AllocationType {
  @Field(() => DecimalScalar, { description: 'With fixed costs, to 4 places.' })
  total: string;
  @Field(() => [AllocatedPartType], { description: 'Who gets what.' })
  parts: AllocatedPartType[];
  @Field(() => [AllocatedSupplierType], { description: 'Who is chosen.' })
  suppliers: AllocatedSupplierType[];
}

@ObjectType('ScenarioRuleCost', { description: 'What a rule costs: without it the best costs so much less.' })
class ScenarioRuleCostType {
  @Field(() => Int, { nullable: true, description: 'Its place among the rules, from 0; null: that no line is parted.' })
  rule: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'To 4 places; null: the time ended before.' })
  cost: string | null;
  @Field(() => Boolean, { description: 'Whether both awards are proved to be the best.' })
  proved: boolean;
}

@ObjectType('ScenarioConflict', { description: 'What cannot be met together; without any one of it the rest can.' })
class ScenarioConflictType {
  @Field(() => [Int], { description: 'Places of rules, from 0.' })
  rules: number[];
  @Field(() => Boolean, { description: 'Whether it belongs to it that no line is parted.' })
  undivided: boolean;
  @Field(() => [ID], { description: 'Lines, or lots, that cannot be covered.' })
  lineIds: string[];
}

@ObjectType('ScenarioReport', { description: 'The answer to a scenario; amounts recomputed exactly from the allocation.' })
class ScenarioReportType {
  @Field(() => ScenarioOutcomeEnum, { description: 'What was found.' })
  outcome: string;
  @Field(() => AllocationType, { nullable: true, description: 'The best that was found.' })
  best: object | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Nothing costs less.' })
  bound: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: '(total - bound) / total.' })
  gap: string | null;
  @Field(() => DecimalScalar, { description: 'Seconds for the first answer.' })
  seconds: string;
  @Field(() => [ScenarioRuleCostType], { description: 'What each rule costs.' })
  ruleCosts: ScenarioRuleCostType[];
  @Field(() => AllocationType, { nullable: true, description: 'The best that gives up at least one part of the best.' })
  nextBest: object | null;
  @Field(() => ScenarioConflictType, { nullable: true, description: 'Where there is none: why.' })
  conflict: object | null;
}

@ObjectType('AwardScenario', { description: 'A question how a tender is best handed out, and its answer. For the buyer alone.' })
export class AwardScenarioType {
  @Field(() => ID, { description: 'The scenario.' })
  id: string;
  @Field(() => String, { description: 'What the buyer calls it.' })
  name: string;
  @Field(() => CurrencyCodeScalar, { description: 'Of all amounts.' })
  currency: string;
  @Field(() => [ID], { description: 'Lots that are handed out; empty: all whose bids are open.' })
  lotIds: string[];
  @Field(() => [ScenarioRuleType], { description: 'What is asked beside a low price.' })
  rules: ScenarioRuleType[];
  @Field(() => [SupplierCostType], { description: 'What suppliers cost by themselves.' })
  fixedCosts: SupplierCostType[];
  @Field(() => Boolean, { description: 'Whether a line may be parted between suppliers.' })
  splitLines: boolean;
  @Field(() => Int, { description: 'Seconds for the first answer.' })
  seconds: number;
  @Field(() => ScenarioStatusEnum, { description: 'Whether it is answered.' })
  status: string;
  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  solvedAt: Date | null;
  @Field(() => Boolean, { description: 'Whether the tender has moved since: ask anew.' })
  stale: boolean;
  @Field(() => ScenarioReportType, { nullable: true, description: 'The answer.' })
  report: object | null;
}

const scenarios = { key: 'scenarios' as const, type: () => [AwardScenarioType], description: 'All scenarios of the tender.' };
export const SaveScenarioPayload = payloadType(
  'SaveScenarioPayload',
  scenarios,
  errorUnion('SaveScenarioError', [
    e.BidsNotOpen,
    e.AwardSplitNotPublished,
    e.TenderLotUnknown,
    e.ScenarioUnfit,
    e.TooManyScenarios,
    e.ScenarioUnknown,
  ]),
);
export const RemoveScenarioPayload = payloadType(
  'RemoveScenarioPayload',
  scenarios,
  errorUnion('RemoveScenarioError', [e.ScenarioUnknown]),
);
