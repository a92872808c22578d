import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, UnitOfWork } from '#libs/platform';
import { sourcePart } from './source-part.js';
import { AogSourcingInputType, AogSourcingType } from './sourcing.graphql.js';

/** Ranked ways to a part for whoever cannot wait. */
@Resolver()
export class SourcingResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => AogSourcingType, {
    description:
      'The ways to get an airworthy part to a place by a time, ranked: the part and its alternates, every supplier, place and condition, exchange or repair, each with price, date and risks. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  async aogSourcing(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What, where and when.' }) input: AogSourcingInputType,
  ): Promise<object> {
    const { ways, problem, ...asked } = await this.unitOfWork.run(actor, (work) => sourcePart(work, input));
    const shown = ways.map(({ answer, ...way }, i) => ({
      ...way,
      rank: i + 1,
      offer: answer.offer,
    }));
    return { ...asked, ways: shown, problem: problem?.code ?? null, choices: problem?.choices ?? [] };
  }
}
