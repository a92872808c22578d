import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { fail, type Result } from '#libs/kernel';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, UnitOfWork } from '#libs/platform';
import { shownToOf } from '../audience/shown-to.graphql.js';
import { permissions } from '../permissions.js';
import type { Catalogue } from './catalogue.entity.js';
import {
  CatalogueType,
  ChangeCatalogueInputType,
  ChangeCataloguePayload,
  CreateCatalogueInputType,
  CreateCataloguePayload,
  type MakerInputType,
  SaveMappingInputType,
  SaveMappingPayload,
} from './catalogue.graphql.js';
import { activeOffersOf, catalogueById, cataloguesOf } from './catalogue.reader.js';
import { type CatalogueChange, type ChangeCatalogueError, changeCatalogue } from './change-catalogue.js';
import { createCatalogue, type MakerRule } from './create-catalogue.js';

/** Catalogues of the acting supplier. */
@Resolver(() => CatalogueType)
export class CatalogueResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [CatalogueType], {
    description: 'Catalogues of this organisation by name, up to 200. Needs catalogue:read. Since 0.1.',
  })
  @Allow(permissions.readCatalogues)
  catalogues(@CurrentActor() actor: Actor): Promise<Catalogue[]> {
    return this.unitOfWork.read(actor, cataloguesOf);
  }

  @Query(() => CatalogueType, {
    nullable: true,
    description: 'A catalogue of this organisation. Needs catalogue:read. Since 0.1.',
  })
  @Allow(permissions.readCatalogues)
  catalogue(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'UUID.' }) id: string): Promise<Catalogue> {
    return this.unitOfWork.read(actor, (work) => catalogueById(work, id));
  }

  @Mutation(() => CreateCataloguePayload, { description: 'Opens an empty catalogue. Needs catalogue:upload. Since 0.1.' })
  @Allow(permissions.uploadCatalogues)
  async createCatalogue(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The catalogue as it shall be.' }) input: CreateCatalogueInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'catalogue', Catalogue>> {
    const { name, currency, maker, withdrawPercentMax, shownTo } = input;
    const wanted = {
      name,
      currency,
      ...(maker ? { maker: makerOf(maker) } : {}),
      ...(withdrawPercentMax ? { withdrawPercentMax } : {}),
      ...(shownTo ? { shownTo: shownToOf(shownTo) } : {}),
    };
    return payload(await this.unitOfWork.run(actor, (work) => createCatalogue(work, wanted)), 'catalogue', ctx);
  }

  @Mutation(() => ChangeCataloguePayload, {
    description: 'Changes the settings of a catalogue. Needs catalogue:upload. Since 0.1.',
  })
  @Allow(permissions.uploadCatalogues)
  async changeCatalogue(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What shall change.' }) input: ChangeCatalogueInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'catalogue', Catalogue>> {
    const { catalogueId, expectedRevision, name, currency, maker, withdrawPercentMax } = input;
    const change: CatalogueChange = {
      catalogueId,
      expectedRevision,
      ...(name == null ? {} : { name }),
      ...(currency == null ? {} : { currency }),
      ...(maker ? { maker: makerOf(maker) } : {}),
      ...(withdrawPercentMax == null ? {} : { withdrawPercentMax }),
    };
    return payload(await this.unitOfWork.run(actor, (work) => changeCatalogue(work, change)), 'catalogue', ctx);
  }

  @Mutation(() => SaveMappingPayload, {
    description: 'Remembers how the CSV files of a catalogue are read. Needs catalogue:upload. Since 0.1.',
  })
  @Allow(permissions.uploadCatalogues)
  async saveMapping(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The mapping.' }) input: SaveMappingInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'catalogue', Catalogue>> {
    const columns = objectOf(input.mapping);
    const { catalogueId, expectedRevision, headersHash } = input;
    const result: Result<Catalogue, ChangeCatalogueError | { code: 'MappingInvalid'; path: string[] }> = columns
      ? await this.unitOfWork.run(actor, (work) =>
          changeCatalogue(work, {
            catalogueId,
            expectedRevision,
            mapping: { columns, ...(headersHash ? { headersHash: headersHash.slice(0, 128) } : {}) },
          }),
        )
      : fail({ code: 'MappingInvalid', path: ['input', 'mapping'] });
    return payload(result, 'catalogue', ctx);
  }

  @ResolveField(() => String, { nullable: true, description: 'Remembered mapping of its CSV files, as JSON.' })
  mapping(@Parent() catalogue: Catalogue): string | null {
    return catalogue.mapping === null ? null : JSON.stringify(catalogue.mapping);
  }

  @ResolveField(() => Int, { description: 'Offers of it that can be ordered now.' })
  activeOffers(@CurrentActor() actor: Actor, @Parent() { id }: Catalogue, @Context() ctx: RequestContext): Promise<number> {
    const loader = ctx.loader<string, number>('supply.active-offers', async (ids) => {
      const active = await this.unitOfWork.read(actor, (work) => activeOffersOf(work, ids));
      return ids.map((one) => active.get(one) ?? 0);
    });
    return loader.load(id);
  }
}

const mappingMax = 64 * 1024;

function objectOf(text: string): object | undefined {
  if (text.length > mappingMax || text.includes('\\u0000')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function makerOf({ rule, code, name }: MakerInputType): MakerRule {
  return rule === 'FIXED' ? { rule, code: code ?? '', ...(name ? { name } : {}) } : { rule };
}
