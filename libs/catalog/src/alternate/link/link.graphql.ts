import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, LocalDateScalar } from '#libs/platform';
import type { LinkCapacity, LinkEffect, LinkMeaning, LinkStanding } from './link.entity.js';

export const LinkMeaningEnum = {
  ONE_WAY: 'ONE_WAY',
  TWO_WAY: 'TWO_WAY',
  NOT: 'NOT',
  SET: 'SET',
  QUALIFIED: 'QUALIFIED',
  REIDENTIFIED: 'REIDENTIFIED',
} as const satisfies Record<LinkMeaning, LinkMeaning>;
registerEnumType(LinkMeaningEnum, {
  name: 'LinkMeaning',
  description: 'What an interchangeability code means to the search.',
  valuesMap: {
    ONE_WAY: { description: 'The new part replaces the old one, never the reverse.' },
    TWO_WAY: { description: 'Each replaces the other.' },
    NOT: { description: 'Neither replaces the other, whatever other links say.' },
    SET: { description: 'All parts of the set together replace the old one.' },
    QUALIFIED: { description: 'The new part or set replaces the old one in some applications.' },
    REIDENTIFIED: { description: 'The same article under another number. Histories belong together, stocks do not.' },
  },
});

export const LinkEffectEnum = {
  NONE: 'NONE',
  KEEP: 'KEEP',
  CHECK: 'CHECK',
  BLOCK: 'BLOCK',
} as const satisfies Record<LinkEffect, LinkEffect>;
registerEnumType(LinkEffectEnum, {
  name: 'LinkEffect',
  description: 'What the class of a link does.',
  valuesMap: {
    NONE: { description: 'Nothing beyond the code.' },
    KEEP: { description: 'The old part stays active.' },
    CHECK: { description: 'The application decides, as for qualified links.' },
    BLOCK: { description: 'The old part is not sold any more.' },
  },
});

export const LinkCapacityEnum = {
  MANUFACTURER: 'MANUFACTURER',
  OPERATOR: 'OPERATOR',
  BUYER: 'BUYER',
  SUPPLIER: 'SUPPLIER',
} as const satisfies Record<LinkCapacity, LinkCapacity>;
registerEnumType(LinkCapacityEnum, {
  name: 'LinkCapacity',
  description: 'In what capacity somebody asserts a link.',
  valuesMap: {
    MANUFACTURER: { description: 'As maker of the part: it counts for everybody who needs that part.' },
    OPERATOR: { description: 'As operator of the hub: it counts for everybody.' },
    BUYER: { description: "As a buyer's engineering: it counts for that buyer, and nobody else sees it." },
    SUPPLIER: { description: 'As a supplier: a claim, until the maker or a buyer for himself approves it.' },
  },
});

export const LinkStandingEnum = {
  OPERATOR: 'OPERATOR',
  OWN: 'OWN',
  MANUFACTURER: 'MANUFACTURER',
  MANUFACTURER_APPROVED: 'MANUFACTURER_APPROVED',
  OWN_APPROVED: 'OWN_APPROVED',
  CLAIM: 'CLAIM',
} as const satisfies Record<LinkStanding, LinkStanding>;
registerEnumType(LinkStandingEnum, {
  name: 'LinkStanding',
  description: 'From whose word a link may be used by your organisation today.',
  valuesMap: {
    OPERATOR: { description: 'The operator says so.' },
    OWN: { description: 'Your own engineering says so.' },
    MANUFACTURER: { description: 'The maker of the replaced part says so.' },
    MANUFACTURER_APPROVED: { description: 'The maker of the replaced part approved it.' },
    OWN_APPROVED: { description: 'Your own engineering approved it, perhaps for one fleet.' },
    CLAIM: { description: 'Nobody whose word counts for you: shown, never followed.' },
  },
});

@ObjectType('LinkApplication', { description: 'An application a link is limited to; what is absent is not limited.' })
export class LinkApplicationType {
  @Field(() => String, { nullable: true, description: 'Model, in capitals.' })
  model: string | null;

  @Field(() => Int, { nullable: true, description: 'First serial number of the model.' })
  msnFrom: number | null;

  @Field(() => Int, { nullable: true, description: 'Last serial number of the model.' })
  msnTo: number | null;

  @Field(() => String, { nullable: true, description: 'Modification that must be in.' })
  modification: string | null;
}

@ObjectType('LinkApproval', { description: "Somebody's word behind a link." })
export class LinkApprovalType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => LinkCapacityEnum, { description: 'MANUFACTURER: for everybody. BUYER: for your own organisation.' })
  kind: 'MANUFACTURER' | 'BUYER';

  @Field(() => String, { nullable: true, description: 'The fleet it is for; null: all.' })
  fleet: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: until revoked.' })
  validTo: string | null;

  @Field(() => String, { nullable: true, description: 'What the approver noted.' })
  note: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  approvedAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  revokedAt: string | null;

  @Field(() => Boolean, { description: 'Whether it is your own, so that you may revoke it.' })
  mine: boolean;
}

@ObjectType('InterchangeLink', {
  description: 'One direction of interchangeability as somebody asserts it: a part, or a whole set, that may stand for another.',
})
export class InterchangeLinkType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { description: 'Organisation that asserts it; with `id` the key of the link.' })
  orgId: string;

  @Field(() => String, { nullable: true, description: 'Name of the set.' })
  setNumber: string | null;

  @Field(() => String, { description: 'Interchangeability code, as in `interchangeCodes` of list INC.' })
  code: string;

  @Field(() => LinkMeaningEnum, { description: 'What the code means.' })
  meaning: LinkMeaning;

  @Field(() => String, { nullable: true, description: 'Class, as in `interchangeCodes` of list D590.' })
  class: string | null;

  @Field(() => LinkEffectEnum, { description: 'What the class does.' })
  effect: LinkEffect;

  @Field(() => LinkCapacityEnum, { description: 'In what capacity it is asserted.' })
  assertedAs: LinkCapacity;

  @Field(() => LinkStandingEnum, { description: 'From whose word you may follow it.' })
  standing: LinkStanding;

  @Field(() => LinkStandingEnum, {
    nullable: true,
    description: 'The same in the other direction; null where the code has none.',
  })
  reverseStanding: LinkStanding | null;

  @Field(() => [LinkApplicationType], { description: 'Where it holds, at most 50; empty: everywhere.' })
  applicability: LinkApplicationType[];

  @Field(() => LocalDateScalar, { description: 'First day.' })
  effectiveFrom: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: open.' })
  effectiveTo: string | null;

  @Field(() => String, { nullable: true, description: 'Bulletin, directive, manual or catalogue that says so.' })
  authority: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asserted.' })
  assertedAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; then nobody follows it.' })
  withdrawnAt: string | null;
}

@ObjectType('InterchangeCode', { description: 'A code of the lists that hold today.' })
export class InterchangeCodeType {
  @Field(() => String, { description: 'INC or D590.' })
  list: string;

  @Field(() => String, { description: 'Version of the list.' })
  version: string;

  @Field(() => String, { description: 'The code.' })
  code: string;
}

@InputType('LinkApplicationInput', { description: 'An application; what is absent is not limited.' })
export class LinkApplicationInput {
  @Field(() => String, { nullable: true, description: 'Model, up to 40 characters.' })
  model?: string | null;

  @Field(() => Int, { nullable: true, description: 'First serial number, 0 or more.' })
  msnFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Last serial number, not below the first.' })
  msnTo?: number | null;

  @Field(() => String, { nullable: true, description: 'Modification, up to 60 characters.' })
  modification?: string | null;
}

@InputType('LinkMemberInput', { description: 'A part of a set.' })
export class LinkMemberInput {
  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => DecimalScalar, { description: 'How many of it stand for one of the old part, above zero.' })
  quantity: string;
}
