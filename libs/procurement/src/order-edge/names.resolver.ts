import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { divideExact, normalise, scaleMax } from '#libs/kernel';
import { organizationLoader } from '#libs/organizations';
import { type Actor, CurrentActor, CurrentContext, QuantityType, type RequestContext, rows, UnitOfWork } from '#libs/platform';
import { PricedOfferType } from '../basket/basket.graphql.js';
import { OrderEventType } from './order.graphql.js';
import { NeedType } from './order-list.graphql.js';

/** The name beside the supplier's id. */
@Resolver(() => PricedOfferType)
export class PricedOfferNames {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => String, { description: 'Name of the supplier.' })
  async supplierName(@Parent() offer: { supplierId: string }, @CurrentContext() context: RequestContext): Promise<string> {
    return (await organizationLoader(context, this.unitOfWork).load(offer.supplierId)).name;
  }

  @ResolveField(() => QuantityType, {
    nullable: true,
    description: 'What one order unit holds, counted in price units; null when both units are the same.',
  })
  content(@Parent() offer: PackedOffer): { value: string; unit: string } | null {
    if (offer.priceUnit === offer.minimum.unit) return null;
    return { value: normalise(divideExact(offer.factorNum, offer.factorDen, scaleMax)), unit: offer.priceUnit };
  }
}

/** The part of a priced line that tells what an order unit holds. */
interface PackedOffer {
  priceUnit: string;
  factorNum: string;
  factorDen: string;
  minimum: { unit: string };
}

/** The name beside the partner's id. */
@Resolver(() => NeedType)
export class NeedNames {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => String, { description: 'Name of the other party.' })
  async partnerName(@Parent() need: { partnerId: string }, @CurrentContext() context: RequestContext): Promise<string> {
    return (await organizationLoader(context, this.unitOfWork).load(need.partnerId)).name;
  }
}

/** The name beside the member's id; members of the other party stay without one, their rows are walled. */
@Resolver(() => OrderEventType)
export class OrderEventNames {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => String, { nullable: true, description: 'Name of the member, when he is one of yours.' })
  async memberName(
    @Parent() event: { memberId: string | null },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    if (!event.memberId) return null;
    const loader = context.loader<string, string | null>('procurement.memberName', async (ids) => {
      const members = await this.unitOfWork.read(actor, (work) =>
        rows<{ id: string; name: string }>(
          work,
          'select m.id, m.name from organizations.member m where m.org_id = $1 and m.id = any ($2)',
          [actor.orgId, ids],
        ),
      );
      return ids.map((wanted) => members.find((member) => member.id === wanted)?.name ?? null);
    });
    return loader.load(event.memberId);
  }
}
