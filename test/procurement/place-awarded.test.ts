import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden } from '#libs/platform';
import { type AwardedLine, placeAwarded } from '#libs/procurement';
import {
  codes,
  type PlantedOffer,
  plantOffer,
  stockOf,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const line = (offer: PlantedOffer, override: Partial<AwardedLine> = {}): AwardedLine => ({
  offerId: offer.id,
  quantity: '10',
  needBy: null,
  note: null,
  price: { amount: '2.5', basis: '1', currency: 'USD', unit: 'EA' },
  factor: { numerator: '1', denominator: '1' },
  leadDays: 3,
  charges: [{ code: 'FREIGHT', amount: '4' }],
  ...override,
});
const place = (lines: AwardedLine[], actor = world.buyer, ncnrAccepted = true) =>
  db.unitOfWork.run(actor, (work) =>
    placeAwarded(work, {
      shipTo: { siteId: world.siteId },
      paymentTerms: 'NET 45',
      deliveryTerms: { code: 'DAP', place: 'Hamburg' },
      ncnrAccepted,
      lines,
    }),
  );

describe('placeAwarded', () => {
  it('orders at the price and charges that were awarded, whatever the offer says', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { price: '99', basis: '1', ncnr: true });
    const [order] = success(await place([line(offer), line(offer, { quantity: '2', charges: [] })]));
    expect(order).toMatchObject({
      total: '34.00',
      currency: 'USD',
      agreementId: null,
      paymentTerms: 'NET 45',
      deliveryTerms: { code: 'DAP', place: 'Hamburg' },
    });
    expect(order?.lines).toMatchObject([
      { priceSource: 'AWARD', lineAmount: '25.00', leadDays: 3, charges: [{ code: 'FREIGHT', amount: '4.00' }] },
      { priceSource: 'AWARD', lineAmount: '5.00', charges: [] },
    ]);
    expect(await stockOf(db, offer)).toMatchObject({ reserved: '12' });
  });

  it('still refuses what cannot be had, to whoever may not, and lets two at once have no more than there is', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '15', leadDays: null });
    await expect(place([line(offer)], world.viewer)).rejects.toThrow(Forbidden);
    expect(codes(await place([line(offer, { quantity: '16' })]))).toEqual(['OutOfStock']);
    expect(codes(await place([line(offer)], world.stranger))).toContain('PartnershipInactive');
    const both = await Promise.all([place([line(offer)]), place([line(offer)])]);
    expect(both.flatMap((result) => codes(result))).toEqual(['OutOfStock']);
    expect(await stockOf(db, offer)).toMatchObject({ reserved: '10' });
    const packed = await plantOffer(db, world.supplier.orgId, { minimum: '100', multiple: '100' });
    expect(codes(await place([line(packed)]))).toEqual(['QuantityOffPack']);
  });
});
