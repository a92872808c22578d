import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import type { Manufacturer } from '../part/part.entity.js';
import { ManufacturerType } from '../part/part.graphql.js';
import { manufacturerLoader } from '../part/part.loader.js';
import { permissions } from '../permissions.js';
import { changeManufacturer } from './change-manufacturer.js';
import type { ManufacturerMerge } from './manufacturer.entity.js';
import {
  ChangeManufacturerInputType,
  ChangeManufacturerPayload,
  ManufacturerConnection,
  ManufacturerMergeConnection,
  ManufacturerNameType,
  ManufacturersArgs,
  MergeManufacturersInputType,
  MergeManufacturersPayload,
  NameManufacturerInputType,
  NameManufacturerPayload,
  RetireManufacturerNamePayload,
  UndoManufacturerMergeInputType,
  UndoManufacturerMergePayload,
} from './manufacturer.graphql.js';
import { listManufacturers, listMerges, type ManufacturerName, manufacturerNamesLoader } from './manufacturer.reader.js';
import { mergeManufacturers, undoManufacturerMerge } from './merge-manufacturers.js';
import { nameManufacturer, retireManufacturerName } from './name-manufacturer.js';

const input = { description: 'What to change.' };

/** Who makes parts, mapped by the operator: codes, names, successors, and which two are one. */
@Resolver(() => ManufacturerType)
export class ManufacturerResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => ManufacturerConnection, { description: 'Manufacturers by name. Needs part:read. Since 0.2.' })
  @Allow(permissions.readParts)
  manufacturers(@CurrentActor() actor: Actor, @Args() { filter, ...page }: ManufacturersArgs): Promise<Connection<Manufacturer>> {
    return this.unitOfWork.read(actor, (work) => listManufacturers(work, filter ?? {}, page));
  }

  @Query(() => ManufacturerMergeConnection, {
    description: 'Merges of manufacturers, newest first. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  manufacturerMerges(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Connection<ManufacturerMerge>> {
    return this.unitOfWork.read(actor, (work) => listMerges(work, page));
  }

  @Mutation(() => ChangeManufacturerPayload, {
    description: 'Writes name, kind and successor of a manufacturer. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async changeManufacturer(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: ChangeManufacturerInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'manufacturer', Manufacturer>> {
    return payload(await this.unitOfWork.run(actor, (work) => changeManufacturer(work, { ...given })), 'manufacturer', ctx);
  }

  @Mutation(() => NameManufacturerPayload, {
    description: 'Adds a code or name by which files may call a manufacturer. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async nameManufacturer(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: NameManufacturerInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'manufacturer', Manufacturer>> {
    return payload(await this.unitOfWork.run(actor, (work) => nameManufacturer(work, { ...given })), 'manufacturer', ctx);
  }

  @Mutation(() => RetireManufacturerNamePayload, {
    description: 'Retires a code or name of a manufacturer; it still finds. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async retireManufacturerName(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: NameManufacturerInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'manufacturer', Manufacturer>> {
    return payload(await this.unitOfWork.run(actor, (work) => retireManufacturerName(work, { ...given })), 'manufacturer', ctx);
  }

  @Mutation(() => MergeManufacturersPayload, {
    description: 'Makes two manufacturers one: codes, names and parts change hands. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async mergeManufacturers(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: MergeManufacturersInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'merge', ManufacturerMerge>> {
    return payload(await this.unitOfWork.run(actor, (work) => mergeManufacturers(work, { ...given })), 'merge', ctx);
  }

  @Mutation(() => UndoManufacturerMergePayload, {
    description: 'Parts two manufacturers again. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async undoManufacturerMerge(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: UndoManufacturerMergeInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'merge', ManufacturerMerge>> {
    return payload(await this.unitOfWork.run(actor, (work) => undoManufacturerMerge(work, { ...given })), 'merge', ctx);
  }

  @ResolveField(() => [ManufacturerNameType], { description: 'Codes and names that files use, present ones first. Since 0.2.' })
  names(@Parent() maker: Manufacturer, @Context() ctx: RequestContext): Promise<ManufacturerName[]> {
    return manufacturerNamesLoader(ctx, this.unitOfWork).load(maker.id);
  }

  @ResolveField(() => ManufacturerType, { nullable: true, description: 'Who goes on with its business. Since 0.2.' })
  async successor(@Parent() maker: Manufacturer, @Context() ctx: RequestContext): Promise<Manufacturer | null> {
    return maker.successorId ? manufacturerLoader(ctx, this.unitOfWork).load(maker.successorId) : null;
  }

  @ResolveField(() => ID, { nullable: true, description: 'The manufacturer it turned out to be. Since 0.2.' })
  mergedIntoId(@Parent() maker: Manufacturer): string | null {
    return maker.mergedInto;
  }
}
