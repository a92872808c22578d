import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ApprovalBasis, ApprovalBasisEnum, PartType } from '#libs/catalog';
import { connectionOf, PriceType } from '#libs/platform';
import type { MatchedBy } from './search.reader.js';

export const MatchedByEnum = {
  EXACT: 'EXACT',
  OWN_NUMBER: 'OWN_NUMBER',
  COMMON_NUMBER: 'COMMON_NUMBER',
  NORMALISED: 'NORMALISED',
  PREFIX: 'PREFIX',
  FRAGMENT: 'FRAGMENT',
  TEXT: 'TEXT',
} as const satisfies Record<MatchedBy, MatchedBy>;
registerEnumType(MatchedByEnum, {
  name: 'MatchedBy',
  description: 'How a search found what it found; the first way that finds something answers.',
  valuesMap: {
    EXACT: { description: 'The number as written.' },
    OWN_NUMBER: { description: 'Your own number.' },
    COMMON_NUMBER: { description: 'A number that everybody knows it by: NSN, GTIN, a former one.' },
    NORMALISED: { description: 'The letters and digits of the number; several parts may share them.' },
    PREFIX: { description: 'The beginning of a number.' },
    FRAGMENT: { description: 'A piece of a number.' },
    TEXT: { description: 'Words in English or Chinese.' },
  },
});

@ObjectType('PartHit', { description: 'A part with what you may buy of it.' })
export class PartHitType {
  @Field(() => PartType, { description: 'The part.' })
  part: PartType;

  @Field(() => Int, { description: 'Offers you may see.' })
  offerCount: number;

  @Field(() => Int, { description: 'Suppliers of them.' })
  supplierCount: number;

  @Field(() => Boolean, { description: 'Whether one of them has free stock.' })
  inStock: boolean;

  @Field(() => [PriceType], {
    description:
      'The lowest you pay for one base unit at the smallest orderable quantity, per currency and unit, for comparing; orders keep the price basis of the offer.',
  })
  lowestPrices: PriceType[];
}

@ObjectType('FacetCount', { description: 'How many of the first candidates fall under a value.' })
export class FacetCountType {
  @Field(() => String, { description: 'For the filter.' })
  id: string;

  @Field(() => String, { description: 'For people.' })
  name: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('SearchFacets', { description: 'What could narrow the search, counted over its first candidates.' })
export class SearchFacetsType {
  @Field(() => Int, { description: 'Over how many candidates was counted; at most 500.' })
  firstN: number;

  @Field(() => Boolean, { description: 'Whether there are more candidates than were counted.' })
  capped: boolean;

  @Field(() => Int, { description: 'Parts with a public offer in stock.' })
  inStock: number;

  @Field(() => [FacetCountType], { description: 'Suppliers with public offers, up to 20.' })
  suppliers: FacetCountType[];

  @Field(() => [FacetCountType], { description: 'Manufacturers, up to 20.' })
  manufacturers: FacetCountType[];

  @Field(() => [FacetCountType], { description: 'Classes, up to 20.' })
  classifications: FacetCountType[];

  @Field(() => [FacetCountType], { description: 'Approval bases of the parts. Since 0.2.' })
  approvalBases: FacetCountType[];
}

@ObjectType('ClassCount', { description: 'A class of a tree with what falls under it.' })
export class ClassCountType {
  @Field(() => String, { description: 'System and code, for the filter and as parent of others, such as UNSPSC:31160000.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The class above; null at the top.' })
  parent: string | null;

  @Field(() => String, { nullable: true, description: 'Name in your language; null where the operator has loaded no tree.' })
  name: string | null;

  @Field(() => Int, { description: 'Candidates in it and below it.' })
  count: number;
}

@ObjectType('PartSearchConnection', { description: 'A page of a search, best first.' })
export class PartSearchConnection extends connectionOf('PartHit', () => PartHitType) {
  @Field(() => MatchedByEnum, {
    nullable: true,
    description: 'How it was found; null when nothing was, or nothing was asked for.',
  })
  matchedBy: MatchedBy | null;

  @Field(() => SearchFacetsType, { nullable: true, description: 'On the first page.' })
  facets: SearchFacetsType | null;

  @Field(() => Int, { nullable: true, description: 'On the first page: how many were found, counted up to 500.' })
  totalEstimate: number | null;

  @Field(() => [PartType], { description: 'When nothing was found: up to 5 parts whose numbers look alike. Never an answer.' })
  suggestions: PartType[];
}

@InputType('PartSearchFilter', { description: 'What narrows a search; all conditions hold.' })
export class PartSearchFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Offered by one of these suppliers, up to 50.' })
  suppliers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Made by one of these, up to 50.' })
  manufacturers?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A class as the facets name it, such as UNSPSC:31161500, with all below it in its tree and what other systems call them.',
  })
  classification?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is in stock somewhere.' })
  inStock?: boolean | null;

  @Field(() => [ApprovalBasisEnum], {
    nullable: true,
    description:
      'A hard filter: only parts on one of these approval bases, or offered on one; what is on none known does not pass. Since 0.2.',
  })
  approvalBases?: ApprovalBasis[] | null;
}

@ArgsType()
export class SearchPartsArgs {
  @Field(() => String, { description: 'A number, a piece of one, or words; at most 200 characters. Empty: browse by number.' })
  query: string;

  @Field(() => PartSearchFilterInput, { nullable: true, description: 'What narrows it.' })
  filter?: PartSearchFilterInput | null;

  @Field(() => Int, { nullable: true, description: 'At most this many, up to 100; 20 when absent.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' })
  after?: string | null;
}
