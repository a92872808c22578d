import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext } from '#libs/platform';
import type { UploadProblem } from '../staging/problem.reader.js';
import { UploadProblemType } from './upload.graphql.js';
import { sentenceOr } from './upload.resolver.js';

/** Sentences of row problems: made here, from code and facts. */
@Resolver(() => UploadProblemType)
export class UploadProblemResolver {
  @ResolveField(() => String, {
    description: 'A sentence in the language of the request; English where the file reader alone has one.',
  })
  message(@Parent() problem: UploadProblem, @Context() ctx: RequestContext): string {
    return sentenceOr(ctx, problem);
  }
}
