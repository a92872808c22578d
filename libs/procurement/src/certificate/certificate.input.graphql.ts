import { Field, ID, InputType } from '@nestjs/graphql';
import { DecimalScalar, LocalDateScalar } from '#libs/platform';
import { WantedLotInput } from '#libs/supply';
import { CheckItemEnum } from './certificate.graphql.js';
import type { CheckItem } from './certificate.rules.js';

@InputType('LineRequirementsInput', { description: 'What the units of a line must be, and what papers must come with them.' })
export class LineRequirementsInput {
  @Field(() => WantedLotInput, {
    nullable: true,
    description: 'Hard: the line takes units that are so, or is not ordered. Its certificates are required, too.',
  })
  lots?: WantedLotInput | null;
  @Field(() => [String], {
    defaultValue: [],
    description: 'Certificates required of the supplier, promised or not yet; up to 20.',
  })
  certificates: string[];
  @Field(() => Boolean, { defaultValue: false, description: 'Both release blocks of them must be filled in.' })
  dualRelease: boolean;
}

@InputType('CertificateStepInput', { description: 'A certificate of an order.' })
export class CertificateStepInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => ID, { description: 'The certificate.' })
  certificateId: string;
}

@InputType('WaiveCertificateInput', { description: 'Which, and why.' })
export class WaiveCertificateInput extends CertificateStepInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
}

@InputType('AttachCertificateInput', { description: 'A file, and what stands on it.' })
export class AttachCertificateInputType extends CertificateStepInput {
  @Field(() => ID, { description: 'The file, as POST /api/v1/files answered.' })
  fileId: string;
  @Field(() => String, { nullable: true, description: 'Number on it, up to 60 characters.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Approval of who issued it, up to 120 characters.' })
  issuer?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on it.' })
  datedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Part number on it, up to 70 characters.' })
  partNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Lot on it, up to 60 characters.' })
  lotNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Serial on it, up to 60 characters.' })
  serialNumber?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether both release blocks are filled in.' })
  dualRelease: boolean;
  @Field(() => DecimalScalar, { nullable: true, description: 'Order units that it is for; the whole line when absent.' })
  quantity?: string | null;
}

@InputType('ReviewCertificateInput', { description: 'The judgement of a file.' })
export class ReviewCertificateInputType extends CertificateStepInput {
  @Field(() => ID, { description: 'The file.' })
  fileId: string;
  @Field(() => Boolean, { description: 'True: accepted; false: refused.' })
  accepted: boolean;
  @Field(() => [CheckItemEnum], { defaultValue: [], description: 'What was found right; all of it to accept.' })
  checklist: CheckItem[];
  @Field(() => String, { nullable: true, description: 'Why; needed to refuse, and to accept what is flagged.' })
  reason?: string | null;
}
