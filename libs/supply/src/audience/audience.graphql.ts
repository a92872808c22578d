import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  errorUnion,
  LocalDateScalar,
  PageArgs,
  payloadType,
  VersionConflict,
} from '#libs/platform';
import { AgreementType } from '../agreement/agreement.graphql.js';
import { CatalogueType } from '../catalogue/catalogue.graphql.js';
import { GroupBuyerUnknown, GroupInUse, GroupNameTaken, GroupUnknown, UploadsWaiting } from './audience.errors.graphql.js';
import { ShownToInput, ShownToType } from './shown-to.graphql.js';

@ObjectType('BuyerGroup', { description: 'A group of buyers that you show offers to. Only you know of it.' })
export class BuyerGroupType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name, one per organisation.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  note: string | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  createdAt: Date;
}

@ObjectType('GroupMember', { description: 'One way a buyer is in a group.' })
export class GroupMemberType {
  @Field(() => ID, { description: 'The buyer.' })
  buyerId: string;

  @Field(() => ID, { nullable: true, description: 'The agreement that opens the group to him; null: put there by hand.' })
  agreementId: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (UTC) of the agreement; null by hand.' })
  until: string | null;
}

@ObjectType('CatalogueSight', { description: 'How much of a catalogue of yours a buyer sees.' })
export class CatalogueSightType {
  @Field(() => ID, { description: 'The catalogue.' })
  catalogueId: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Offers of it that can be ordered.' })
  active: number;

  @Field(() => Int, { description: 'Those of them that he sees.' })
  seen: number;
}

@ObjectType('SightOffer', { description: 'An active offer of yours, and whether a buyer sees it.' })
export class SightOfferType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => ID, { description: 'Its catalogue.' })
  catalogueId: string;

  @Field(() => String, { description: 'Your part number.' })
  supplierPart: string;

  @Field(() => String, { description: 'What you call it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its category.' })
  category: string | null;

  @Field(() => ShownToType, { description: 'Whom it is shown.' })
  shown: ShownToType;

  @Field(() => Boolean, { description: 'Whether he sees it, with its stock and list price.' })
  seen: boolean;
}

@ObjectType('SightOfferConnection', { description: 'A page of offers by part number.' })
export class SightOfferConnection extends connectionOf('SightOffer', () => SightOfferType) {}

@InputType('SightFilter', { description: 'Which offers; all conditions hold.' })
export class SightFilterInput {
  @Field(() => ID, { description: 'The buyer through whose eyes you look.' })
  buyerId: string;

  @Field(() => ID, { nullable: true, description: 'Of this catalogue.' })
  catalogueId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what he sees, or only what he does not.' })
  seen?: boolean | null;
}

@ArgsType()
export class SightArgs extends PageArgs {
  @Field(() => SightFilterInput, { description: 'Whose sight of what.' })
  filter: SightFilterInput;
}

@InputType('CreateBuyerGroupInput', { description: 'A new group.' })
export class CreateBuyerGroupInput {
  @Field(() => String, { description: '1 to 120 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is for, up to 500 characters.' })
  note?: string | null;
}

@InputType('ChangeBuyerGroupInput', { description: 'Another name and note.' })
export class ChangeBuyerGroupInput extends CreateBuyerGroupInput {
  @Field(() => ID, { description: 'Which group.' })
  groupId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('EndBuyerGroupInput', { description: 'Which group ends.' })
export class EndBuyerGroupInput {
  @Field(() => ID, { description: 'Which group.' })
  groupId: string;
}

@InputType('SetGroupMembersInput', { description: 'Who comes and who goes.' })
export class SetGroupMembersInput {
  @Field(() => ID, { description: 'Which group.' })
  groupId: string;

  @Field(() => [ID], { defaultValue: [], description: 'Buyers to put in, up to 500; active partners of yours.' })
  add: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Buyers to take out, up to 500.' })
  remove: string[];
}

@InputType('OpenGroupsInput', { description: 'Which groups an agreement opens.' })
export class OpenGroupsInput {
  @Field(() => ID, { description: 'Which agreement.' })
  agreementId: string;

  @Field(() => [ID], { description: 'All groups that it opens besides those its terms need, up to 50.' })
  groupIds: string[];
}

@InputType('CategoryShownInput', { description: 'A category that is shown to others than the rest.' })
export class CategoryShownInput {
  @Field(() => String, { description: 'The category as your catalogue names it.' })
  category: string;

  @Field(() => ShownToInput, { description: 'Whom it is shown.' })
  shownTo: ShownToInput;
}

@InputType('ShowCatalogueInput', { description: 'Whom a catalogue is shown; replaces what was said before.' })
export class ShowCatalogueInput {
  @Field(() => ID, { description: 'Which catalogue.' })
  catalogueId: string;

  @Field(() => Int, { description: 'The revision that was read.' })
  expectedRevision: number;

  @Field(() => ShownToInput, { description: 'Whom it is shown.' })
  shownTo: ShownToInput;

  @Field(() => [CategoryShownInput], { defaultValue: [], description: 'Categories that differ, up to 500.' })
  categories: CategoryShownInput[];
}

const group = { key: 'group', type: () => BuyerGroupType, description: 'The group as it is now.' } as const;
@ObjectType('EndedGroup', { description: 'A group that is no more.' })
export class EndedGroupType {
  @Field(() => ID, { description: 'What its id was.' })
  id: string;
}
export const CreateBuyerGroupPayload = payloadType(
  'CreateBuyerGroupPayload',
  group,
  errorUnion('CreateBuyerGroupError', [GroupNameTaken]),
);
export const ChangeBuyerGroupPayload = payloadType(
  'ChangeBuyerGroupPayload',
  group,
  errorUnion('ChangeBuyerGroupError', [GroupNameTaken, VersionConflict]),
);
export const EndBuyerGroupPayload = payloadType(
  'EndBuyerGroupPayload',
  { key: 'group', type: () => EndedGroupType, description: 'What ended.' },
  errorUnion('EndBuyerGroupError', [GroupInUse]),
);
export const SetGroupMembersPayload = payloadType(
  'SetGroupMembersPayload',
  group,
  errorUnion('SetGroupMembersError', [GroupBuyerUnknown]),
);
export const OpenGroupsPayload = payloadType(
  'OpenGroupsPayload',
  { key: 'agreement', type: () => AgreementType, description: 'The agreement.' },
  errorUnion('OpenGroupsError', [GroupUnknown]),
);
export const ShowCataloguePayload = payloadType(
  'ShowCataloguePayload',
  { key: 'catalogue', type: () => CatalogueType, description: 'The catalogue as it is now.' },
  errorUnion('ShowCatalogueError', [GroupUnknown, UploadsWaiting, VersionConflict]),
);
