import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  payloadType,
  userError,
  VersionConflict,
} from '#libs/platform';
import { TraceEnum } from '#libs/supply';
import { CertificateSideEnum } from '../certificate/certificate.graphql.js';
import { describedEnum } from '../described-enum.graphql.js';
import { CertificateUnknown } from '../order-edge/order-errors.graphql.js';
import type { GateVoice } from './gate.entity.js';
import type { GateKind, GateOutcome } from './gate.rules.js';

export const GateKindEnum = describedEnum('GateKind', 'What a rule is about.', {
  HAZMAT: 'Dangerous goods.',
  SHELF_LIFE: 'Shelf life at delivery.',
  EXPORT: 'Export class and destination.',
});
export const GateOutcomeEnum = describedEnum('GateOutcome', 'What a rule does where it bites.', {
  HOLD: 'The line waits until somebody releases it.',
  REFUSE: 'The order is not placed.',
  DOCUMENT: 'The line waits until a document was accepted, or somebody releases it.',
});
export const GateResultEnum = describedEnum('GateResult', 'What a rule decided of a line.', {
  PASS: 'It does not bite.',
  HOLD: 'It holds the line.',
  DOCUMENT: 'It asks for a document.',
});
export const GateReasonEnum = describedEnum('GateReason', 'Why a rule decided so.', {
  NOT_MET: 'Its conditions are not met.',
  CLASS: 'Hazard class.',
  UN_NUMBER: 'UN number.',
  HAZARD_UNKNOWN: 'Dangerous, of a class or number that nobody knows.',
  SHELF_LIFE_SHORT: 'Too little shelf life is left on the day of need.',
  SHELF_LIFE_UNKNOWN: 'Nobody knows how much is left.',
  ECCN: 'Export class.',
  ECCN_UNKNOWN: 'Of an export class that nobody knows.',
});
export const GateStatusEnum = describedEnum('GateStatus', 'Where a decision stands.', {
  PASSED: 'Nothing to do.',
  OPEN: 'The line waits.',
  SATISFIED: 'The document was accepted.',
  RELEASED: 'A person let it pass, with a reason.',
});
export const GateVoiceEnum = describedEnum('GateVoice', 'For whom a rule speaks.', {
  OPERATOR: 'The operator: it binds every order.',
  BUYER: 'A buyer: it binds his own orders, and nobody else sees it.',
  SUPPLIER: 'A supplier: it binds the orders he gets.',
});

@ObjectType('GateFacts', { description: 'What of a line was judged, as it was then. Since 0.2.' })
export class GateFactsType {
  @Field(() => Boolean, { description: 'Whether anything says that the part is dangerous.' })
  hazardous: boolean;
  @Field(() => String, { nullable: true, description: 'UN number.' })
  unNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Hazard class.' })
  hazardClass: string | null;
  @Field(() => String, { nullable: true, description: 'ECCN.' })
  eccn: string | null;
  @Field(() => Int, { nullable: true, description: 'Shelf life of the part, in days.' })
  shelfLifeDays: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of use of the earliest unit.' })
  shelfLifeOn: string | null;
  @Field(() => LocalDateScalar, { description: 'The day of need, else when it can leave, else the day of the order.' })
  deliverOn: string;
  @Field(() => String, { nullable: true, description: 'Country of the supplier.' })
  shipFrom: string | null;
  @Field(() => String, { nullable: true, description: 'Country it goes to.' })
  shipTo: string | null;
}

@ObjectType('GateCheck', { description: 'What a version of a rule decided of an order line. Since 0.2.' })
export class GateCheckType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => ID, { description: 'The version of the rule.' })
  ruleId: string;
  @Field(() => String, { description: 'Code of the rule.' })
  code: string;
  @Field(() => Int, { description: 'Its version.' })
  version: number;
  @Field(() => GateKindEnum, { description: 'What it is about.' })
  kind: string;
  @Field(() => GateResultEnum, { description: 'What it decided.' })
  result: string;
  @Field(() => GateReasonEnum, { description: 'Why.' })
  reason: string;
  @Field(() => GateFactsType, { description: 'From what.' })
  facts: GateFactsType;
  @Field(() => String, { description: 'What the rule says.' })
  sentence: string;
  @Field(() => CertificateSideEnum, { description: 'Whose people may let it pass.' })
  releaser: string;
  @Field(() => ID, { nullable: true, description: 'The document it asks for, among the certificates of the order.' })
  certificateId: string | null;
  @Field(() => GateStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => DateTimeScalar, { description: 'When it was judged.' })
  judgedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was released.' })
  releasedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was released.' })
  releaseReason: string | null;
}

@ObjectType('GateRule', { description: 'A version of a rule. It is never changed: a new version ends it. Since 0.2.' })
export class GateRuleType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Its code.' })
  code: string;
  @Field(() => Int, { description: 'Its version, from 1.' })
  version: number;
  @Field(() => GateVoiceEnum, { description: 'For whom it speaks.' })
  speaksFor: string;
  @Field(() => GateKindEnum, { description: 'What it is about.' })
  kind: string;
  @Field(() => GateOutcomeEnum, { description: 'What it does.' })
  outcome: string;
  @Field(() => String, { nullable: true, description: 'The document it asks for.' })
  document: string | null;
  @Field(() => CertificateSideEnum, { nullable: true, description: 'Who brings it.' })
  provider: string | null;
  @Field(() => CertificateSideEnum, { description: 'Whose people may let a line pass.' })
  releaser: string;
  @Field(() => String, { description: 'When it bites, as JSON.' })
  conditions: string;
  @Field(() => String, { description: 'What it says to people.' })
  sentence: string;
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  validFrom: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when.' })
  endedAt: Date | null;
}

@ObjectType('TakenLot', {
  description: 'Units of a lot that an order line has taken, or that have left with it, as they were then. Since 0.2.',
})
export class TakenLotType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => String, { nullable: true, description: 'Lot or batch number.' })
  lotNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Serial number.' })
  serialNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Condition; null: its supplier states no lots of the offer.' })
  condition: string | null;
  @Field(() => [String], { description: 'Certificates with every unit.' })
  certificates: string[];
  @Field(() => TraceEnum, { nullable: true, description: 'Trace; null like the condition.' })
  trace: keyof typeof TraceEnum | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of use.' })
  shelfLifeOn: string | null;
  @Field(() => String, { nullable: true, description: 'Where; null like the condition.' })
  location: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'In order units; null: named without a quantity.' })
  quantity: string | null;
  @Field(() => Boolean, { description: 'Whether it has left the supplier.' })
  hasLeft: boolean;
}

@InputType('SaveGateRuleInput', { description: 'A rule as it shall be from now on.' })
export class SaveGateRuleInputType {
  @Field(() => String, { description: 'Its code: 2 to 40 letters, digits and hyphens.' })
  code: string;
  @Field(() => GateVoiceEnum, { description: 'For whom it speaks.' })
  speaksFor: GateVoice;
  @Field(() => GateKindEnum, { description: 'What it is about.' })
  kind: GateKind;
  @Field(() => GateOutcomeEnum, { description: 'What it does.' })
  outcome: GateOutcome;
  @Field(() => String, { nullable: true, description: 'With DOCUMENT: which.' })
  document?: string | null;
  @Field(() => CertificateSideEnum, { nullable: true, description: 'With DOCUMENT: who brings it.' })
  provider?: 'BUYER' | 'SUPPLIER' | null;
  @Field(() => CertificateSideEnum, { description: 'Whose people may let a line pass.' })
  releaser: 'BUYER' | 'SUPPLIER';
  @Field(() => String, {
    description:
      'When it bites, as JSON. HAZMAT: hazardClasses, unNumbers, destinations, unknown. SHELF_LIFE: daysMin, percentMin, unknown. EXPORT: eccns, destinations, exceptDestinations, unknown.',
  })
  conditions: string;
  @Field(() => String, { description: 'What it says to people, up to 300 characters.' })
  sentence: string;
  @Field(() => Int, { description: 'The version that was read; 0 for a new code.' })
  expectedVersion: number;
}
@InputType('EndGateRuleInput', { description: 'Which.' })
export class EndGateRuleInput {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}
@ObjectType('EndGateRulePayload', { description: 'What endGateRule answers.' })
export class EndGateRulePayload {
  @Field(() => String, { description: 'The code that no longer holds.' })
  code: string;
}
@InputType('ReleaseGateInput', { description: 'Which line passes which rule, and why.' })
export class ReleaseGateInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => ID, { description: 'The version of the rule.' })
  ruleId: string;
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
}

const text = (description: string) => ({ type: () => String, description });
const VoiceNotYours = userError('VoiceNotYours', 'Your organisation cannot speak so.');
const GateNotOpen = userError('GateNotOpen', 'The rule holds the line no more.', {
  rule: text('Code of the rule.'),
  status: text('Where it stands.'),
});
export const SaveGateRulePayload = payloadType(
  'SaveGateRulePayload',
  { key: 'rule', type: () => GateRuleType, description: 'The version that holds now.' },
  errorUnion('SaveGateRuleError', [VoiceNotYours, CertificateUnknown, VersionConflict]),
);
export const ReleaseGatePayload = payloadType(
  'ReleaseGatePayload',
  { key: 'check', type: () => GateCheckType, description: 'As it is now.' },
  errorUnion('ReleaseGateError', [GateNotOpen]),
);
