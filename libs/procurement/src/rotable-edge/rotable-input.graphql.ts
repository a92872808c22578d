import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar } from '#libs/platform';
import { CoreRejectionEnum, DispositionEnum } from './rotable.graphql.js';

@InputType({ isAbstract: true })
class RotableStepInput {
  @Field(() => ID, { description: 'The core or repair.' })
  rotableId: string;
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType({ isAbstract: true })
class CertificateInput extends RotableStepInput {
  @Field(() => String, { description: 'Kind of the certificate, such as FAA 8130-3, EASA Form 1; up to 40 characters.' })
  certificate: string;
  @Field(() => String, { description: 'Its number, up to 60 characters.' })
  certificateNumber: string;
}

@InputType({ isAbstract: true })
class UnitInput extends RotableStepInput {
  @Field(() => String, { nullable: true, description: 'Serial of the unit, up to 40 characters; as known when absent.' })
  serial?: string | null;
  @Field(() => String, { nullable: true, description: 'Its part number, when it is another than that of the offer.' })
  partNumber?: string | null;
}

@InputType({ isAbstract: true })
class ReasonInput extends RotableStepInput {
  @Field(() => String, { description: 'Why; up to 500 characters.' })
  reason: string;
}

@InputType('SendExchangeUnitInput', { description: 'Which unit left in exchange.' })
export class SendExchangeUnitInputType extends CertificateInput {
  @Field(() => String, { description: 'Serial of the unit, up to 40 characters.' })
  serial: string;
  @Field(() => String, { nullable: true, description: 'Waybill, up to 60 characters.' })
  waybill?: string | null;
}

@InputType('ShipUnitInput', { description: 'Which unit of yours is on its way.' })
export class ShipUnitInputType extends UnitInput {
  @Field(() => String, { nullable: true, description: 'Waybill, up to 60 characters.' })
  waybill?: string | null;
}

@InputType('ReceiveUnitInput', { description: 'What you have in your hands.' })
export class ReceiveUnitInputType extends UnitInput {}

@InputType('InspectCoreInput', { description: 'What you found.' })
export class InspectCoreInputType extends RotableStepInput {
  @Field(() => String, { description: 'Up to 2,000 characters.' })
  findings: string;
}

@InputType('JudgeCoreInput', { description: 'Whether you take the core.' })
export class JudgeCoreInputType extends RotableStepInput {
  @Field(() => Boolean, { description: 'Whether it settles the exchange.' })
  accept: boolean;
  @Field(() => CoreRejectionEnum, { nullable: true, description: 'Without accept.' })
  reasonCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Without accept; up to 500 characters.' })
  reason?: string | null;
}

@InputType('BillCoreInput', { description: 'Which core you no longer wait for.' })
export class BillCoreInputType extends ReasonInput {}

@InputType('ExtendCoreInput', { description: 'Until when the buyer has time.' })
export class ExtendCoreInputType extends ReasonInput {
  @Field(() => LocalDateScalar, { description: 'Until the end of this day of yours; later than the due date.' })
  dueOn: string;
}

@InputType('RepairTermsSeenInput', { description: 'The terms of the repair that you saw.' })
class RepairTermsSeenInput {
  @Field(() => Int, { description: 'Their version.' })
  version: number;
  @Field(() => CurrencyCodeScalar, { description: 'Their currency.' })
  currency: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The fixed price; absent with a quote.' })
  price?: string | null;
}

@InputType('OrderRepairInput', { description: 'The unit to be repaired.' })
export class OrderRepairInputType {
  @Field(() => String, { description: 'A key of yours, up to 255 characters; the same key orders once.' })
  idempotencyKey: string;
  @Field(() => ID, { description: 'The offer whose supplier repairs such units.' })
  offerId: string;
  @Field(() => String, { description: 'Serial of your unit, up to 40 characters.' })
  serial: string;
  @Field(() => String, { nullable: true, description: 'Its part number, when it is another than that of the offer.' })
  partNumber?: string | null;
  @Field(() => String, { description: 'What is wrong with it, up to 2,000 characters.' })
  complaint: string;
  @Field(() => ID, { description: 'Where it comes back to: a site of yours.' })
  shipTo: string;
  @Field(() => RepairTermsSeenInput, { description: 'What you saw; refused when it has changed.' })
  termsSeen: RepairTermsSeenInput;
}

@InputType('CancelRepairInput', { description: 'Which repair is called off.' })
export class CancelRepairInputType extends ReasonInput {}

@InputType('QuoteRepairInput', { description: 'What the repair costs.' })
export class QuoteRepairInputType extends RotableStepInput {
  @Field(() => DecimalScalar, { description: 'Above zero, in the currency of the terms.' })
  amount: string;
  @Field(() => String, { description: 'What you found, up to 2,000 characters.' })
  findings: string;
}

@InputType('AnswerQuoteInput', { description: 'Whether you agree.' })
export class AnswerQuoteInputType extends RotableStepInput {
  @Field(() => Boolean, { description: 'Whether it is to be repaired.' })
  approve: boolean;
  @Field(() => DecimalScalar, { nullable: true, description: 'With approve: the amount that you saw.' })
  amountSeen?: string | null;
  @Field(() => DispositionEnum, { nullable: true, description: 'Without approve.' })
  disposition?: string | null;
  @Field(() => String, { nullable: true, description: 'Without approve; up to 500 characters.' })
  reason?: string | null;
}

@InputType('FinishRepairInput', { description: 'The certificate of the repair.' })
export class FinishRepairInputType extends CertificateInput {}

@InputType('ReturnUnitInput', { description: 'Which unit is on its way back.' })
export class ReturnUnitInputType extends RotableStepInput {
  @Field(() => String, { nullable: true, description: 'Waybill, up to 60 characters.' })
  waybill?: string | null;
}

@InputType('ScrapUnitInput', { description: 'Which unit was scrapped.' })
export class ScrapUnitInputType extends RotableStepInput {}
