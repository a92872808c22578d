import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartType, partLoader } from '#libs/catalog';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  DecimalScalar,
  LocalDateScalar,
  NotFound,
  PriceType,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import type { OfferCard } from '../availability/availability.reader.js';
import { type LabelledPlace, labelled } from '../availability/stock-label.js';
import { BreakModeEnum, BreakScopeEnum, BreakUnitEnum, OfferChargeType, PriceBreakType } from '../price/price.graphql.js';
import { shownCharges } from '../price/price.js';
import { StockPlaceType } from '../stock/stock.graphql.js';
import { OfferType } from './offer.graphql.js';
import { offerLoader, offerTermsLoader } from './offer.loader.js';
import type { OfferTerms } from './offer.reader.js';

/** An offer and what everybody who sees it may know of it; everything beyond the card is read when asked for, once per request. */
@Resolver(() => OfferType)
export class OfferResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => OfferType, {
    nullable: true,
    description: 'An offer you may see, withdrawn ones too; else null. Needs part:read. Since 0.1.',
  })
  @Allow('part:read')
  async offer(
    @CurrentActor() _actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID, description: 'UUID.' }) id: string,
  ): Promise<OfferCard | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
    return offerLoader(context, this.unitOfWork)
      .load(id.toLowerCase())
      .catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
  }

  @ResolveField(() => OrganizationType, { description: 'Who sells it.' })
  supplier(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(offer.supplierId);
  }

  @ResolveField(() => PartType, { description: 'What it is.' })
  part(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<object> {
    return partLoader(context, this.unitOfWork).load(offer.partId);
  }

  @ResolveField(() => PriceType, {
    nullable: true,
    description: 'List price below the smallest break, or of any quantity; not what an agreement gives you.',
  })
  async listPrice(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<PriceType | null> {
    const { listPrice, currency, basis, priceUnit } = await this.terms(offer, context);
    return listPrice === null ? null : { amount: listPrice, currency, basis, unit: priceUnit };
  }

  @ResolveField(() => [PriceBreakType], { description: 'Quantity breaks, smallest first.' })
  async breaks(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<PriceBreakType[]> {
    const { breaks, currency, basis, priceUnit } = await this.terms(offer, context);
    return breaks.map(({ from, price }) => ({ from, price: { amount: price, currency, basis, unit: priceUnit } }));
  }

  @ResolveField(() => BreakModeEnum, { description: 'What a break holds for.' })
  async breakMode(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<OfferTerms['breakMode']> {
    return (await this.terms(offer, context)).breakMode;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Revision of the part that is offered; a field, never part of the number. Since 0.2.',
  })
  async revision(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<string | null> {
    return (await this.terms(offer, context)).revision;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Who makes what is offered, where the part is a standard of its issuing body; as the supplier gives it. Since 0.2.',
  })
  async actualMaker(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<string | null> {
    return (await this.terms(offer, context)).actualMaker;
  }

  @ResolveField(() => BreakUnitEnum, { description: 'What the quantities of breaks count. Since 0.2.' })
  async breakUnit(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<OfferTerms['breakUnit']> {
    return (await this.terms(offer, context)).breakUnit;
  }

  @ResolveField(() => BreakScopeEnum, { description: 'What reaches a break. Since 0.2.' })
  async breakScope(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<OfferTerms['breakScope']> {
    return (await this.terms(offer, context)).breakScope;
  }

  @ResolveField(() => String, { nullable: true, description: 'The supplier own group of goods.' })
  async category(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<string | null> {
    return (await this.terms(offer, context)).category;
  }

  @ResolveField(() => [OfferChargeType], { description: 'Charges besides the price.' })
  async charges(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<OfferChargeType[]> {
    const { charges, currency } = await this.terms(offer, context);
    return shownCharges(charges ?? [], currency);
  }

  @ResolveField(() => LocalDateScalar, { nullable: true, description: 'First day of its prices.' })
  async validFrom(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<string | null> {
    return (await this.terms(offer, context)).validFrom;
  }

  @ResolveField(() => LocalDateScalar, { nullable: true, description: 'Last day of its prices.' })
  async validTo(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<string | null> {
    return (await this.terms(offer, context)).validTo;
  }

  @ResolveField(() => [StockPlaceType], { description: 'Free stock by location with its age.' })
  async stock(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<LabelledPlace[]> {
    return labelled((await this.terms(offer, context)).stock, { offerId: offer.id, now: Date.now() });
  }

  @ResolveField(() => DecimalScalar, { description: 'Free at all locations together, in order units.' })
  async available(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<string> {
    return (await this.terms(offer, context)).available;
  }

  private terms(offer: OfferCard, context: RequestContext): Promise<OfferTerms> {
    return offerTermsLoader(context, this.unitOfWork).load(offer.id);
  }
}
