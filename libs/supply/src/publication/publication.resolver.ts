import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  PageArgs,
  type Payload,
  payload,
  RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Publication } from './publication.entity.js';
import {
  PublicationConnection,
  PublicationType,
  RollbackCatalogueInputType,
  RollbackCataloguePayload,
} from './publication.graphql.js';
import { publicationsOf } from './publication.reader.js';
import { rollbackCatalogue } from './rollback-catalogue.js';

/** Versions of a catalogue. */
@Resolver(() => PublicationType)
export class PublicationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => PublicationConnection, {
    description: 'Versions of a catalogue of this organisation, newest first. Needs catalogue:read. Since 0.1.',
  })
  @Allow(permissions.readCatalogues)
  publications(
    @CurrentActor() actor: Actor,
    @Args('catalogueId', { type: () => ID, description: 'Which catalogue.' }) catalogueId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<Publication>> {
    return this.unitOfWork.read(actor, (work) => publicationsOf(work, catalogueId, page));
  }

  @Mutation(() => RollbackCataloguePayload, {
    description:
      'Publishes the content of an earlier version as a new one; stock, agreements and orders stay. Needs catalogue:publish. Since 0.1.',
  })
  @Allow(permissions.publishCatalogues)
  async rollbackCatalogue(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'To which version.' }) input: RollbackCatalogueInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'publication', Publication>> {
    return payload(await this.unitOfWork.run(actor, (work) => rollbackCatalogue(work, input)), 'publication', ctx);
  }
}
