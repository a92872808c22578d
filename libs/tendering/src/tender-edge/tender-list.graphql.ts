import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#libs/platform';
import type { TenderFilter, TenderOrder } from '../tender/tender-list.reader.js';
import { TenderType } from './tender.graphql.js';
import { TenderOrderEnum, TenderSideEnum, TenderStatusEnum } from './tender-enums.graphql.js';

@ObjectType('TenderConnection', { description: 'Tenders, the latest first.' })
export class TenderConnection extends connectionOf('Tender', () => TenderType) {}

@ArgsType()
export class TendersArgs extends PageArgs {
  @Field(() => TenderSideEnum, { description: 'Yours, or those you may bid for.' })
  side: TenderFilter['side'];
  @Field(() => [TenderStatusEnum], { nullable: true, description: 'Only these.' })
  status?: TenderFilter['statuses'];
  @Field(() => String, { nullable: true, description: 'Beginning of number or title, up to 200 characters.' })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those to which you were invited. Since 0.2.' })
  invited?: boolean | null;
  @Field(() => TenderOrderEnum, { defaultValue: 'LATEST', description: 'In which order. Since 0.2.' })
  orderBy: TenderOrder;
}
