import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  PageArgs,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { OfferType } from '../offer/offer.graphql.js';
import { attachLotCertificate, showLotCertificate } from './attach-lot-certificate.js';
import type { Lot, LotFile } from './lot.entity.js';
import * as types from './lot.graphql.js';
import { lotCodes, lotsOfOffers } from './lot.reader.js';
import { OwnLotArgs, OwnLotConnection, PromisedOfferConnection } from './own-lots.graphql.js';
import {
  type OwnLot,
  ownLotKey,
  ownLotOrdering,
  ownLots,
  type PromisedOffer,
  promisedKey,
  promisedOffers,
  promisedOrdering,
} from './own-lots.reader.js';
import { promiseCertificates } from './promise-certificates.js';
import { saveLots } from './save-lots.js';

/** What the units of an offer are. */
@Resolver(() => OfferType)
export class LotResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.LotCodeType], {
    description: 'The codes that hold today: conditions, certificates, trace. Needs part:read. Since 0.2.',
  })
  @Allow('part:read')
  async lotCodes(@CurrentActor() actor: Actor): Promise<types.LotCodeType[]> {
    const found = await this.unitOfWork.read(actor, lotCodes);
    return found.map((code) => ({
      ...code,
      names: Object.entries(code.names).map(([language, name]) => ({ language, name })),
    }));
  }

  @Query(() => OwnLotConnection, {
    description: 'Your lots and serials by part number and place. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async ownLots(@CurrentActor() actor: Actor, @Args() args: OwnLotArgs): Promise<Connection<OwnLot>> {
    const page = pageOf(args, ownLotOrdering);
    const found = await this.unitOfWork.read(actor, (work) => ownLots(work, args.filter ?? {}, page));
    return connection(found, page, ownLotKey);
  }

  @Query(() => PromisedOfferConnection, {
    description: 'Your offers with what you promise with every unit of them, by part number. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async promisedOffers(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<PromisedOffer>> {
    const page = pageOf(args, promisedOrdering);
    const found = await this.unitOfWork.read(actor, (work) => promisedOffers(work, page));
    return connection(found, page, promisedKey);
  }

  @Mutation(() => types.SaveLotsPayload, {
    description: 'States lots and serials of your offers, up to 1,000, all or none. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async saveLots(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The lots.' }) input: types.SaveLotsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'written', number>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveLots(work, input)), 'written', context);
  }

  @Mutation(() => types.PromiseCertificatesPayload, {
    description: 'Says which certificates come with every unit of an offer of yours. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async promiseCertificates(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The kinds.' }) input: types.PromiseCertificatesInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'certificates', string[]>> {
    return payload(await this.unitOfWork.run(actor, (work) => promiseCertificates(work, { ...input })), 'certificates', context);
  }

  @Mutation(() => types.AttachLotCertificatePayload, {
    description: 'Attaches a file to a lot of yours. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async attachLotCertificate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The file.' }) input: types.AttachLotCertificateInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'file', LotFile>> {
    return payload(await this.unitOfWork.run(actor, (work) => attachLotCertificate(work, { ...input })), 'file', context);
  }

  @Mutation(() => types.ShowLotCertificatePayload, {
    description: 'Says who sees a certificate of a lot of yours. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async showLotCertificate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.ShowLotCertificateInputType,
  ): Promise<types.ShowLotCertificatePayload> {
    await this.unitOfWork.run(actor, (work) => showLotCertificate(work, { ...input }));
    return { shown: input.shown };
  }

  @ResolveField(() => [types.LotType], {
    description: 'Its lots and serials that you may see, what expires first in front, at most 100. Since 0.2.',
  })
  lots(@Parent() offer: { id: string }, @CurrentActor() actor: Actor, @CurrentContext() context: RequestContext): Promise<Lot[]> {
    return context
      .loader<string, Lot[]>('supply.lots', async (ids) => {
        const found = await this.unitOfWork.read(actor, (work) => lotsOfOffers(work, ids));
        return ids.map((id) => found.filter(({ offerId }) => offerId === id));
      })
      .load(offer.id);
  }
}
