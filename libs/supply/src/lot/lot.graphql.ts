import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, errorUnion, FileUnknown, LocalDateScalar, payloadType, userError } from '#libs/platform';
import type { Trace } from './lot.entity.js';

export const TraceEnum = { YES: 'YES', NAV: 'NAV', NAP: 'NAP' } as const satisfies Record<Trace, Trace>;
registerEnumType(TraceEnum, {
  name: 'Trace',
  description: 'Whether the history of a unit is known; never blank.',
  valuesMap: {
    YES: { description: 'Traceable.' },
    NAV: { description: 'Trace is not available.' },
    NAP: { description: 'Trace does not apply.' },
  },
});
export const LotCodeListEnum = { CONDITION: 'CONDITION', CERTIFICATE: 'CERTIFICATE', TRACE: 'TRACE' } as const;
registerEnumType(LotCodeListEnum, {
  name: 'LotCodeList',
  description: 'A list of codes that lots are described by.',
  valuesMap: {
    CONDITION: { description: 'Conditions of both lists, with the map between them.' },
    CERTIFICATE: { description: 'Kinds of certificates and of other documents.' },
    TRACE: { description: 'Trace indicators.' },
  },
});

@InputType('WantedLotInput', { description: 'What units must be; everything that is said must be met. Unknown meets nothing.' })
export class WantedLotInput {
  @Field(() => [String], { nullable: true, description: 'One of these conditions, or its equal in the other list; 1 to 20.' })
  conditions?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'All of these certificates; 1 to 20.' })
  certificates?: string[] | null;
  @Field(() => TraceEnum, { nullable: true, description: 'The trace indicator.' })
  trace?: Trace | null;
  @Field(() => Int, { nullable: true, description: 'Least days of shelf life left on the day of need, 0 to 36,500.' })
  shelfDaysMin?: number | null;
}

@ObjectType('LotName', { description: 'The name of a code in one language.' })
export class LotNameType {
  @Field(() => String, { description: 'Language tag.' })
  language: string;
  @Field(() => String, { description: 'The name.' })
  name: string;
}

@ObjectType('LotCode', { description: 'A code that lots are described by.' })
export class LotCodeType {
  @Field(() => LotCodeListEnum, { description: 'Its list.' })
  list: keyof typeof LotCodeListEnum;
  @Field(() => String, { description: 'The code.' })
  code: string;
  @Field(() => [String], { description: 'Its equals in the other list.' })
  sameAs: string[];
  @Field(() => Boolean, { description: 'False: never sold from a shelf.' })
  sold: boolean;
  @Field(() => [LotNameType], { description: 'Its names.' })
  names: LotNameType[];
}

@ObjectType('LotFile', { description: 'A certificate attached to a lot; its bytes: /api/v1/files/lot/<id>.' })
export class LotFileType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Kind, of the list CERTIFICATE.' })
  kind: string;
  @Field(() => String, { nullable: true, description: 'Number on it.' })
  number: string | null;
  @Field(() => String, { nullable: true, description: 'Approval of who issued it.' })
  issuer: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on it.' })
  datedOn: string | null;
  @Field(() => String, { description: 'Name of the file.' })
  name: string;
  @Field(() => String, { description: 'What the bytes are.' })
  mediaType: string;
  @Field(() => Int, { description: 'Bytes.' })
  size: number;
  @Field(() => Boolean, { description: 'Whether whoever sees the lot sees it.' })
  shown: boolean;
}

@ObjectType('Lot', { description: 'Units of an offer that share a lot number, or the one unit of a serial number.' })
export class LotType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Where, as the supplier names it.' })
  location: string;
  @Field(() => String, { nullable: true, description: 'Lot or batch number.' })
  lotNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Serial number.' })
  serialNumber: string | null;
  @Field(() => String, { description: 'Condition, of the list CONDITION.' })
  condition: string;
  @Field(() => [String], { description: 'Certificates that come with every unit.' })
  certificates: string[];
  @Field(() => TraceEnum, { description: 'Trace.' })
  trace: Trace;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of use; null: not stated.' })
  shelfLifeOn: string | null;
  @Field(() => DecimalScalar, { description: 'What no order has taken, in order units.' })
  free: string;
  @Field(() => [LotFileType], { description: 'Certificates you may see.' })
  files: LotFileType[];
}

@InputType('LotInput', { description: 'A lot: offer, place, lot and serial name it; stated again it is replaced.' })
export class LotInput {
  @Field(() => ID, { nullable: true, description: 'Your offer; or give supplierPart.' })
  offerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Your part number; or give offerId.' })
  supplierPart?: string | null;
  @Field(() => String, { description: 'Where, up to 40 characters.' })
  location: string;
  @Field(() => String, { nullable: true, description: 'Lot or batch number, up to 60 characters; it or serialNumber.' })
  lotNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Serial number, up to 60 characters.' })
  serialNumber?: string | null;
  @Field(() => String, { description: 'Condition.' })
  condition: string;
  @Field(() => [String], { defaultValue: [], description: 'Certificates with every unit, up to 20.' })
  certificates: string[];
  @Field(() => TraceEnum, { description: 'Trace.' })
  trace: Trace;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of use.' })
  shelfLifeOn?: string | null;
  @Field(() => DecimalScalar, { description: 'Order units; 0 ends it, a serial has 1.' })
  quantity: string;
}

@InputType('SaveLotsInput', { description: 'The lots.' })
export class SaveLotsInputType {
  @Field(() => [LotInput], { description: '1 to 1,000.' })
  lots: LotInput[];
}

@InputType('PromiseCertificatesInput', { description: 'What comes with every unit of an offer.' })
export class PromiseCertificatesInputType {
  @Field(() => ID, { nullable: true, description: 'Your offer; or give supplierPart.' })
  offerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Your part number; or give offerId.' })
  supplierPart?: string | null;
  @Field(() => [String], { description: 'Kinds; empty: nothing is promised any more.' })
  certificates: string[];
}

@InputType('AttachLotCertificateInput', { description: 'A file for a lot.' })
export class AttachLotCertificateInputType {
  @Field(() => ID, { description: 'Your lot.' })
  lotId: string;
  @Field(() => ID, { description: 'The file, as POST /api/v1/files answered.' })
  fileId: string;
  @Field(() => String, { description: 'Kind.' })
  kind: string;
  @Field(() => String, { nullable: true, description: 'Number on it, up to 60 characters.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Approval of who issued it, up to 120 characters.' })
  issuer?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on it.' })
  datedOn?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether whoever sees the lot sees it.' })
  shown: boolean;
}

@InputType('ShowLotCertificateInput', { description: 'Who sees a certificate of a lot.' })
export class ShowLotCertificateInputType {
  @Field(() => ID, { description: 'The certificate.' })
  certificateId: string;
  @Field(() => Boolean, { description: 'True: whoever sees the lot; false: you alone.' })
  shown: boolean;
}

@ObjectType('ShowLotCertificatePayload', { description: 'What showLotCertificate answers.' })
export class ShowLotCertificatePayload {
  @Field(() => Boolean, { description: 'As it is now.' })
  shown: boolean;
}

const text = (description: string) => ({ type: () => String, description });
const LotOfferUnknown = userError('LotOfferUnknown', 'You have no such offer.');
const LotOfferAmbiguous = userError('LotOfferAmbiguous', 'The number stands in several of your catalogues.');
const LotCodeUnknown = userError('LotCodeUnknown', 'The code is in none of the lists that hold today.', {
  name: text('The code.'),
});
const LotNotSold = userError('LotNotSold', 'Units in this condition are not sold from a shelf.');
const LotTaken = userError('LotTaken', 'Orders have taken more of the lot than that.', { taken: text('What they have taken.') });
const LotRepeated = userError('LotRepeated', 'Another line names the same lot.');

export const SaveLotsPayload = payloadType(
  'SaveLotsPayload',
  { key: 'written', type: () => Int, description: 'How many.' },
  errorUnion('SaveLotsError', [LotOfferUnknown, LotOfferAmbiguous, LotCodeUnknown, LotNotSold, LotTaken, LotRepeated]),
);
export const PromiseCertificatesPayload = payloadType(
  'PromiseCertificatesPayload',
  { key: 'certificates', type: () => [String], description: 'As promised from now on.' },
  errorUnion('PromiseCertificatesError', [LotOfferUnknown, LotOfferAmbiguous, LotCodeUnknown]),
);
export const AttachLotCertificatePayload = payloadType(
  'AttachLotCertificatePayload',
  { key: 'file', type: () => LotFileType, description: 'The certificate.' },
  errorUnion('AttachLotCertificateError', [FileUnknown, LotCodeUnknown]),
);
