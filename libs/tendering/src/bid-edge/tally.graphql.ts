import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#libs/platform';

@ObjectType('TenderTally', {
  description: 'What a list says of a tender besides its terms, as far as you may know it. Since 0.2.',
})
export class TenderTallyType {
  @Field(() => Int, {
    nullable: true,
    description: 'For the buyer: suppliers whose bids stand; null where he may not read them yet, and for everybody else.',
  })
  bidders: number | null;
  @Field(() => Int, { description: 'Lots on which a bid of yours stands.' })
  lotsBid: number;
  @Field(() => Int, { description: 'Of these, lots whose bid waits for your confirmation after an amendment.' })
  lotsToConfirm: number;
  @Field(() => Int, { description: 'Lots for which you keep a bid that is not submitted.' })
  lotsDrafted: number;
  @Field(() => Int, { description: 'Lots of which something was awarded to you.' })
  lotsWon: number;
  @Field(() => Int, { description: 'For the buyer: questions without an answer.' })
  questionsOpen: number;
  @Field(() => Boolean, { description: 'Whether you were invited.' })
  invited: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The next deadline: of the lots whose round is not closed the nearest, else that of the first lot.',
  })
  closesNext: Date | null;
}
