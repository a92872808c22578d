import { Field, ID, InputType } from '@nestjs/graphql';
import { errorUnion, LocalDateScalar, payloadType, userError } from '#libs/platform';
import { PartUnknown } from '../../alias/alias.graphql.js';
import { InterchangeLinkType, LinkApplicationInput, LinkCapacityEnum, LinkMemberInput } from './link.graphql.js';

@InputType('AssertLinkInput', { description: 'A link: exactly one of toPartId and members.' })
export class AssertLinkInputType {
  @Field(() => ID, { description: 'The part that is replaced.' })
  fromPartId: string;

  @Field(() => ID, { nullable: true, description: 'The part that may stand for it.' })
  toPartId?: string | null;

  @Field(() => [LinkMemberInput], {
    defaultValue: [],
    description: 'The set that may stand for it, up to 50 parts; codes 4 and 5.',
  })
  members: LinkMemberInput[];

  @Field(() => String, { nullable: true, description: 'Name of the set, up to 40 characters.' })
  setNumber?: string | null;

  @Field(() => String, { description: 'Interchangeability code.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Class.' })
  class?: string | null;

  @Field(() => [LinkApplicationInput], { defaultValue: [], description: 'Up to 50 applications it is limited to.' })
  applicability: LinkApplicationInput[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; default today.' })
  effectiveFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' })
  effectiveTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Bulletin, directive, manual or catalogue, up to 200 characters.' })
  authority?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark, up to 500 characters.' })
  remark?: string | null;

  @Field(() => LinkCapacityEnum, { nullable: true, description: 'Default: the strongest you have for these parts.' })
  capacity?: keyof typeof LinkCapacityEnum | null;
}

@InputType('WithdrawLinkInput', { description: 'A link of yours to take back.' })
export class WithdrawLinkInputType {
  @Field(() => ID, { description: 'The link.' })
  linkId: string;

  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

@InputType('ApproveLinkInput', { description: 'A link to stand behind.' })
export class ApproveLinkInputType {
  @Field(() => ID, { description: 'Organisation that asserts it.' })
  linkOrg: string;

  @Field(() => ID, { description: 'The link.' })
  linkId: string;

  @Field(() => String, { nullable: true, description: 'For this fleet alone, up to 60 characters; buyers only.' })
  fleet?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; default today.' })
  validFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; absent: until revoked.' })
  validTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Note, such as the number of the engineering order; up to 500 characters.',
  })
  note?: string | null;
}

@InputType('RevokeLinkApprovalInput', { description: 'An approval of yours to take back.' })
export class RevokeLinkApprovalInputType {
  @Field(() => ID, { description: 'The approval.' })
  approvalId: string;

  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

const text = (description: string) => ({ type: () => String, description });
const near = { value: text('The code.'), nearest: text('The nearest known one.') };
const LinkWithdrawn = userError('LinkWithdrawn', 'The link was taken back.');
const link = { key: 'link', type: () => InterchangeLinkType, description: 'The link as it stands now.' } as const;

export const AssertLinkPayload = payloadType(
  'AssertLinkPayload',
  link,
  errorUnion('AssertLinkError', [
    PartUnknown,
    userError('LinkCodeUnknown', 'The list of interchangeability codes does not have it.', near),
    userError('LinkClassUnknown', 'The list of classes does not have it.', near),
    userError('LinkToItself', 'A part cannot stand for itself.'),
    userError('LinkSetMismatch', 'Only codes for sets have members, and code 4 needs them.', { value: text('The code.') }),
    userError('LinkMemberRepeated', 'The set names a part twice.'),
    userError('LinkDatesInverted', 'The last day is before the first.'),
    userError('ApplicationInverted', 'The last serial number is below the first.'),
    userError('CapacityNotYours', 'Your organisation has no such capacity for these parts.'),
    userError('LinkExists', 'Your organisation says the same already, from the same day on.'),
  ]),
);
export const WithdrawLinkPayload = payloadType('WithdrawLinkPayload', link, errorUnion('WithdrawLinkError', [LinkWithdrawn]));
export const ApproveLinkPayload = payloadType(
  'ApproveLinkPayload',
  link,
  errorUnion('ApproveLinkError', [
    LinkWithdrawn,
    userError('LinkApproved', 'You have approved it already.'),
    userError('ApprovalNotYours', 'Only the maker of the replaced part, or a buyer for himself, can approve it.'),
    userError('ApprovalDatesInverted', 'The last day is before the first.'),
  ]),
);
export const RevokeLinkApprovalPayload = payloadType(
  'RevokeLinkApprovalPayload',
  link,
  errorUnion('RevokeLinkApprovalError', [userError('ApprovalRevoked', 'The approval was taken back before.')]),
);
