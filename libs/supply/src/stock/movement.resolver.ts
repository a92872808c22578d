import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { type CorrectedStock, correctStock } from './correct-stock.js';
import { manageLocation, type StockLocation, stockLocations } from './manage-location.js';
import {
  CorrectStockInputType,
  CorrectStockPayload,
  ManageLocationInput,
  StockLocationType,
  StockMovementArgs,
  StockMovementConnection,
  StockMovementType,
} from './movement.graphql.js';
import { movementKey, movementOrdering, type OwnMovement, stockMovements } from './movement.reader.js';

/** The ledger of the own stock, its corrections, and the places that are managed here. */
@Resolver(() => StockMovementType)
export class MovementResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => StockMovementConnection, {
    description: 'What moved your stock of an offer at a place, the newest first. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async stockMovements(@CurrentActor() actor: Actor, @Args() args: StockMovementArgs): Promise<Connection<OwnMovement>> {
    const page = pageOf(args, movementOrdering);
    const { offerId, location } = args;
    const found = await this.unitOfWork.read(actor, (work) => stockMovements(work, { offerId, location }, page));
    return connection(found, page, movementKey);
  }

  @Query(() => [StockLocationType], { description: 'The places of your stock, at most 500. Needs stock:write. Since 0.2.' })
  @Allow('stock:write')
  stockLocations(@CurrentActor() actor: Actor): Promise<StockLocation[]> {
    return this.unitOfWork.read(actor, (work) => stockLocations(work));
  }

  @Mutation(() => CorrectStockPayload, {
    description: 'Corrects quantities of your stock, each with its reason; all or none. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async correctStock(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The corrections.' }) input: CorrectStockInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'corrected', CorrectedStock[]>> {
    const { idempotencyKey } = input;
    const lines = input.lines.map((line) => ({ ...line }));
    const result = await this.unitOfWork.run(actor, (work) => correctStock(work, { lines, idempotencyKey }));
    return payload(result, 'corrected', context);
  }

  @Mutation(() => StockLocationType, {
    description: 'Keeps the stock of a place in its ledger here, or by reports again. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async manageLocation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, and how.' }) input: ManageLocationInput,
  ): Promise<StockLocation> {
    const { location, managed } = input;
    const result = await this.unitOfWork.run(actor, (work) => manageLocation(work, { location, managed }));
    if (!result.ok) throw new Error('how a place is kept has no user error');
    return result.value;
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'For whom it moved; null when you moved it.' })
  async buyer(@Parent() movement: OwnMovement, @CurrentContext() context: RequestContext): Promise<object | null> {
    return movement.buyerId === null ? null : organizationLoader(context, this.unitOfWork).load(movement.buyerId);
  }
}
