import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, errorUnion, FileUnknown, LocalDateScalar, payloadType, userError } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import { CertificateUnknown } from '../order-edge/order-errors.graphql.js';
import type { CertificateFlag, CertificateSource } from './certificate.entity.js';
import type { CertificateStatus } from './certificate.lifecycle.js';
import type { CheckItem } from './certificate.rules.js';

export const CertificateStatusEnum = describedEnum('CertificateStatus', 'How far a required certificate is.', {
  REQUIRED: 'Required, nothing is said about it.',
  PROMISED: 'Whoever brings it has promised it.',
  ATTACHED: 'A file waits for its review.',
  ACCEPTED: 'Accepted files cover the line.',
  REFUSED: 'The last file was refused.',
  WAIVED: 'The buyer does without it.',
} as const satisfies Record<CertificateStatus, string>);
export const CertificateSourceEnum = describedEnum('CertificateSource', 'By whose word a certificate is required.', {
  LINE: 'The line says so.',
  BUYER: 'The buyer requires it of all he orders.',
  AGREEMENT: 'The agreement says so.',
  GATE: 'A rule on dangerous goods, shelf life or export asks for it.',
} as const satisfies Record<CertificateSource, string>);
export const CertificateFlagEnum = describedEnum('CertificateFlag', 'What is odd about a file.', {
  PART_DIFFERS: 'Another part number than the line has.',
  SERIAL_DIFFERS: 'Another serial than the line has taken.',
  LOT_DIFFERS: 'Another lot than the line has taken.',
  QUANTITY_ABOVE_LINE: 'More than the line orders.',
  QUANTITY_ABOVE_LOT: 'More than the line has of the lot.',
  DUAL_RELEASE_MISSING: 'Both release blocks are required.',
  NUMBER_MISSING: 'A release certificate without its number.',
  ISSUER_MISSING: 'A release certificate without the approval of who issued it.',
  DATE_MISSING: 'A release certificate without its day.',
  DATED_IN_FUTURE: 'Dated in the future.',
} as const satisfies Record<CertificateFlag, string>);
export const CheckItemEnum = describedEnum('CertificateCheckItem', 'What a review looks at.', {
  STATUS_BLOCK: 'The status block says what the unit is.',
  PART_NUMBER: 'The part number is that of the line.',
  SERIAL: 'The serial or lot is that of the unit.',
  QUANTITY: 'The quantity is right.',
  APPROVAL_NUMBER: 'The approval of the issuer is valid.',
  SIGNATURE: 'It is signed.',
  DATE: 'It is dated.',
  DUAL_RELEASE: 'Both release blocks are filled in.',
} as const satisfies Record<CheckItem, string>);
export const CertificateSideEnum = describedEnum('CertificateSide', 'A party of the order.', {
  BUYER: 'Who ordered.',
  SUPPLIER: 'Who delivers.',
});
export const FileReviewEnum = describedEnum('CertificateFileStatus', 'How a file was judged.', {
  ATTACHED: 'Not yet.',
  ACCEPTED: 'Accepted.',
  REFUSED: 'Refused.',
});

@ObjectType('CertificateFile', {
  description: 'A file attached for a certificate; its bytes: /api/v1/files/order/<id>. Since 0.2.',
})
export class CertificateFileType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Name of the file.' })
  name: string;
  @Field(() => String, { description: 'What the bytes are.' })
  mediaType: string;
  @Field(() => Int, { description: 'Bytes.' })
  size: number;
  @Field(() => String, { nullable: true, description: 'Number on it.' })
  number: string | null;
  @Field(() => String, { nullable: true, description: 'Approval of who issued it.' })
  issuer: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on it.' })
  datedOn: string | null;
  @Field(() => String, { nullable: true, description: 'Part number on it.' })
  partNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Lot on it.' })
  lotNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Serial on it.' })
  serialNumber: string | null;
  @Field(() => Boolean, { description: 'Whether both release blocks are filled in.' })
  dualRelease: boolean;
  @Field(() => DecimalScalar, { description: 'Order units of the line that it is for.' })
  quantity: string;
  @Field(() => [CertificateFlagEnum], { description: 'What is odd about it.' })
  flags: CertificateFlag[];
  @Field(() => FileReviewEnum, { description: 'How it was judged.' })
  status: string;
  @Field(() => [CheckItemEnum], { nullable: true, description: 'What the reviewer found right.' })
  checklist: string[] | null;
  @Field(() => String, { nullable: true, description: 'Why it was judged so.' })
  reason: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was attached.' })
  attachedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was judged.' })
  reviewedAt: Date | null;
}

@ObjectType('LineCertificate', { description: 'A certificate that an order line requires. Since 0.2.' })
export class LineCertificateType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => String, { description: 'Kind, of the list CERTIFICATE.' })
  kind: string;
  @Field(() => CertificateSourceEnum, { description: 'By whose word.' })
  source: CertificateSource;
  @Field(() => CertificateSideEnum, { description: 'Who brings it; the other side reviews it.' })
  provider: string;
  @Field(() => Boolean, { description: 'Whether both release blocks are required.' })
  dualRelease: boolean;
  @Field(() => CertificateStatusEnum, { description: 'How far it is.' })
  status: CertificateStatus;
  @Field(() => String, { nullable: true, description: 'Why it was refused or waived.' })
  reason: string | null;
  @Field(() => [CertificateFileType], { description: 'Its files, oldest first.' })
  files: CertificateFileType[];
}

@ObjectType('CertificateNeed', { description: 'A certificate that you require of all you order. Since 0.2.' })
export class CertificateNeedType {
  @Field(() => String, { description: 'Kind, of the list CERTIFICATE.' })
  kind: string;
  @Field(() => ID, { nullable: true, description: 'Of this supplier; null: of every one.' })
  supplierId: string | null;
  @Field(() => Boolean, { description: 'Whether both release blocks are required.' })
  dualRelease: boolean;
}

@InputType('CertificateNeedInput', { description: 'A certificate that you require of all you order.' })
export class CertificateNeedInput {
  @Field(() => String, { description: 'Kind.' })
  kind: string;
  @Field(() => ID, { nullable: true, description: 'Of this supplier; null: of every one.' })
  supplierId?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether both release blocks are required.' })
  dualRelease: boolean;
}
@InputType('SaveCertificateNeedsInput', { description: 'All of them; they replace what was there.' })
export class SaveCertificateNeedsInputType {
  @Field(() => [CertificateNeedInput], { description: 'Up to 100.' })
  needs: CertificateNeedInput[];
}

const text = (description: string) => ({ type: () => String, description });
const CertificateSettled = userError('CertificateSettled', 'The certificate stands where this can no longer be done.', {
  status: text('Where it stands.'),
});
const ChecklistIncomplete = userError('ChecklistIncomplete', 'To accept it, everything on the checklist must be found right.', {
  missing: text('What is missing, parted by commas.'),
});
const ReviewReasonMissing = userError('ReviewReasonMissing', 'To refuse it, or to accept what is flagged, say why.');
const CertificateRepeated = userError('CertificateRepeated', 'Another line requires the same of the same supplier.');

const certificate = { key: 'certificate' as const, type: () => LineCertificateType, description: 'As it is now.' };
export const PromiseCertificatePayload = payloadType(
  'PromiseCertificatePayload',
  certificate,
  errorUnion('PromiseCertificateError', [CertificateSettled]),
);
export const WaiveCertificatePayload = payloadType(
  'WaiveCertificatePayload',
  certificate,
  errorUnion('WaiveCertificateError', [CertificateSettled]),
);
export const AttachCertificatePayload = payloadType(
  'AttachCertificatePayload',
  certificate,
  errorUnion('AttachCertificateError', [FileUnknown, CertificateSettled]),
);
export const ReviewCertificatePayload = payloadType(
  'ReviewCertificatePayload',
  certificate,
  errorUnion('ReviewCertificateError', [ChecklistIncomplete, ReviewReasonMissing, CertificateSettled]),
);
export const SaveCertificateNeedsPayload = payloadType(
  'SaveCertificateNeedsPayload',
  { key: 'needs', type: () => [CertificateNeedType], description: 'As they are now.' },
  errorUnion('SaveCertificateNeedsError', [CertificateUnknown, CertificateRepeated]),
);
