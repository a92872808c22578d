import { NotFound, type RequestContext, type UnitOfWork } from '#libs/platform';
import type { OfferCard } from '../availability/availability.reader.js';
import { type OfferTerms, offersById, offersOfParts, offerTerms } from './offer.reader.js';

/** Offers of one request by id, fetched together: for order lines, baskets and their like. Unknown and hidden ids reject with NotFound. */
export function offerLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, OfferCard>('supply.offer', async (ids) => {
    const found = await unitOfWork.read(actorOf(ctx), (work) => offersById(work, ids));
    return inOrder(ids, found);
  });
}

/** Published terms and stock of offers by id. */
export function offerTermsLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, OfferTerms>('supply.offer-terms', async (ids) => {
    const found = await unitOfWork.read(actorOf(ctx), (work) => offerTerms(work, ids));
    return inOrder(ids, found);
  });
}

/** Visible offers of parts. */
export function partOffersLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, OfferCard[]>('supply.part-offers', (ids) =>
    unitOfWork.read(actorOf(ctx), (work) => offersOfParts(work, ids)),
  );
}

function actorOf(ctx: RequestContext) {
  if (!ctx.actor) throw new Error('a loader was asked without an actor');
  return ctx.actor;
}

function inOrder<T extends { id: string }>(ids: readonly string[], found: readonly T[]): T[] {
  const known = new Map(found.map((thing) => [thing.id, thing]));
  return ids.map((id) => known.get(id) ?? (new NotFound('offer') as never));
}
