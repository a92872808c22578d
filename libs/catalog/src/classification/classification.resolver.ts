import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, RequestContext, UnitOfWork } from '#libs/platform';
import { LocalNameType, PartClassificationType } from '../part/part.graphql.js';
import { permissions } from '../permissions.js';
import { ClassesArgs, ClassificationReleaseType, ClassType } from './classification.graphql.js';
import { type ClassificationRelease, classesUnder, classificationReleases, classNames } from './classification.reader.js';

const local = (names: Readonly<Record<string, string>>): LocalNameType[] =>
  Object.entries(names).map(([language, name]) => ({ language, name }));

/** Trees of classes, as the operator loaded them. */
@Resolver(() => PartClassificationType)
export class ClassificationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [ClassificationReleaseType], {
    description: 'Classifications that the operator has loaded, by system. Needs part:read. Since 0.2.',
  })
  @Allow(permissions.readParts)
  classificationReleases(@CurrentActor() actor: Actor): Promise<ClassificationRelease[]> {
    return this.unitOfWork.read(actor, (work) => classificationReleases(work));
  }

  @Query(() => [ClassType], {
    description: 'Classes directly below one, or the top of a tree, up to 1000 by code. Needs part:read. Since 0.2.',
  })
  @Allow(permissions.readParts)
  async classes(@CurrentActor() actor: Actor, @Args() asked: ClassesArgs): Promise<ClassType[]> {
    const found = await this.unitOfWork.read(actor, (work) => classesUnder(work, asked));
    return found.map((node) => ({ ...node, names: local(node.names) }));
  }

  @ResolveField(() => [LocalNameType], {
    description: 'Names of the class by language; empty where the operator has loaded no tree. Since 0.2.',
  })
  async names(@Parent() { system, code }: PartClassificationType, @Context() ctx: RequestContext): Promise<LocalNameType[]> {
    const named = ctx.loader<string, Record<string, string>>('catalog.class-names', async (keys) => {
      if (!ctx.actor) return keys.map(() => ({}));
      const known = await this.unitOfWork.read(ctx.actor, (work) => classNames(work, keys));
      return keys.map((key) => known.get(key) ?? {});
    });
    return local(await named.load(`${system}:${code}`));
  }
}
