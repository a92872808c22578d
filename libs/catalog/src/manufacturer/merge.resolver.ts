import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext, UnitOfWork } from '#libs/platform';
import type { Manufacturer } from '../part/part.entity.js';
import { ManufacturerType } from '../part/part.graphql.js';
import { manufacturerLoader } from '../part/part.loader.js';
import type { ManufacturerMerge } from './manufacturer.entity.js';
import { ManufacturerMergeType } from './manufacturer.graphql.js';

/** Both sides of a merge. */
@Resolver(() => ManufacturerMergeType)
export class ManufacturerMergeResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => ManufacturerType, { description: 'The one that ended.' })
  from(@Parent() merge: ManufacturerMerge, @Context() ctx: RequestContext): Promise<Manufacturer> {
    return manufacturerLoader(ctx, this.unitOfWork).load(merge.fromId);
  }

  @ResolveField(() => ManufacturerType, { description: 'The one that stayed.' })
  into(@Parent() merge: ManufacturerMerge, @Context() ctx: RequestContext): Promise<Manufacturer> {
    return manufacturerLoader(ctx, this.unitOfWork).load(merge.intoId);
  }
}
