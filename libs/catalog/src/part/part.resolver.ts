import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, RequestContext, UnitOfWork } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Manufacturer, Part } from './part.entity.js';
import { LocalNameType, ManufacturerType, PartClassificationType, PartType } from './part.graphql.js';
import { manufacturerLoader } from './part.loader.js';
import { partById, partsByNumber } from './part.reader.js';

/** What parts there are. Prices and stock are the supply room's fields of the same type. */
@Resolver(() => PartType)
export class PartResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => PartType, { nullable: true, description: 'A part; null when there is none. Needs part:read. Since 0.1.' })
  @Allow(permissions.readParts)
  async part(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'UUID.' }) id: string,
  ): Promise<Part | null> {
    if (!uuid.test(id)) return null;
    return (await this.unitOfWork.read(actor, (work) => partById(work, id))) ?? null;
  }

  @Query(() => [PartType], {
    description:
      'Parts a number may mean, up to 20: exactly so written first, then with the same letters and digits. Several are a choice. Needs part:read. Since 0.1.',
  })
  @Allow(permissions.readParts)
  partByNumber(
    @CurrentActor() actor: Actor,
    @Args('number', { description: 'Part number, with or without its punctuation.' }) number: string,
    @Args('manufacturer', { type: () => String, nullable: true, description: 'Code or name; narrows the choice.' }) manufacturer?:
      | string
      | null,
  ): Promise<Part[]> {
    return this.unitOfWork.read(actor, (work) => partsByNumber(work, { number, ...(manufacturer ? { manufacturer } : {}) }));
  }

  @ResolveField(() => ManufacturerType, { description: 'Whose number it is.' })
  manufacturer(@Parent() part: Part, @Context() ctx: RequestContext): Promise<Manufacturer> {
    return manufacturerLoader(ctx, this.unitOfWork).load(part.manufacturerId);
  }

  @ResolveField(() => [LocalNameType], { description: 'Names by language.' })
  names(@Parent() part: Part): LocalNameType[] {
    return Object.entries(part.names).map(([language, name]) => ({ language, name }));
  }

  @ResolveField(() => [PartClassificationType], { description: 'Classes in published systems.' })
  classifications(@Parent() part: Part): PartClassificationType[] {
    const own = [
      ...(part.unspsc ? [{ system: 'UNSPSC', code: part.unspsc }] : []),
      ...(part.ata ? [{ system: 'ATA', code: part.ata }] : []),
    ];
    return [
      ...own,
      ...part.classifications.filter(({ system, code }) => !own.some((known) => known.system === system && known.code === code)),
    ];
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
