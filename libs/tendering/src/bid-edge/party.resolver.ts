import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import { type Actor, CurrentActor, CurrentContext, type RequestContext, UnitOfWork } from '#libs/platform';
import { type TenderTally, talliesOf } from '../bid/tally.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { InvitationType, TenderType } from '../tender-edge/tender.graphql.js';
import { AwardType, ComparedBidType } from './award.graphql.js';
import { BidType } from './bid.graphql.js';
import { TenderTallyType } from './tally.graphql.js';

interface OfSupplier {
  supplierId: string;
}
const supplier = { description: 'The supplier by name. Since 0.2.' };

/** Counts of a tender for lists. */
@Resolver(() => TenderType)
export class TallyResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => TenderTallyType, { description: 'Counts for lists and work lists. Since 0.2.' })
  tally(
    @Parent() { id, edits }: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<TenderTally> {
    const loader = context.loader<string, TenderTally>('tendering.tally', (keys) =>
      this.unitOfWork.read(actor, (work) =>
        talliesOf(
          work,
          keys.map((key) => key.slice(0, 36)),
        ),
      ),
    );
    return loader.load(`${id} ${edits}`);
  }
}

/** Who was invited, by name. */
@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, supplier)
  supplier(@Parent() { supplierId }: OfSupplier, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}

/** Who bids, by name. */
@Resolver(() => BidType)
export class BidderResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, supplier)
  supplier(@Parent() { supplierId }: OfSupplier, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}

/** Who stands in a comparison, by name. */
@Resolver(() => ComparedBidType)
export class ComparedBidderResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, supplier)
  supplier(@Parent() { supplierId }: OfSupplier, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}

/** Who was awarded, by name. */
@Resolver(() => AwardType)
export class AwardedResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, supplier)
  supplier(@Parent() { supplierId }: OfSupplier, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}
