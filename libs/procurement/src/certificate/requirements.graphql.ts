import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TraceEnum } from '#libs/supply';

@ObjectType('WantedLot', { description: 'What units must be; everything that is said must be met. Since 0.2.' })
export class WantedLotType {
  @Field(() => [String], { nullable: true, description: 'One of these conditions, or its equal in the other list.' })
  conditions?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'All of these certificates.' })
  certificates?: string[] | null;
  @Field(() => TraceEnum, { nullable: true, description: 'The trace indicator.' })
  trace?: keyof typeof TraceEnum | null;
  @Field(() => Int, { nullable: true, description: 'Least days of shelf life left on the day of need.' })
  shelfDaysMin?: number | null;
}

@ObjectType('LineRequirements', {
  description: 'What the units of a line must be, and what papers must come with them. Since 0.2.',
})
export class LineRequirementsType {
  @Field(() => WantedLotType, { nullable: true, description: 'Hard: the line takes units that are so, or is not ordered.' })
  lots?: WantedLotType | null;
  @Field(() => [String], { description: 'Certificates required of the supplier, promised or not yet.' })
  certificates: string[];
  @Field(() => Boolean, { description: 'Whether both release blocks of them must be filled in.' })
  dualRelease: boolean;
}
