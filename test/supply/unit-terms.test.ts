import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden } from '#libs/platform';
import { removeUnitTerms, saveExchangeTerms, saveRepairTerms, unitOffers, unitTermsOf } from '#libs/supply';
import { codes, plantOffer, success, type TradeWorld } from '../factories/order.factory.js';
import { usualCore, usualRepair } from '../factories/rotable.factory.js';
import { desks } from '../factories/urgent.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await desks(db);
});
afterAll(() => db.close());

const exchange = (input: object, actor = world.supplier) =>
  db.unitOfWork.run(actor, (work) => saveExchangeTerms(work, { ...usualCore, ...input }));
const repair = (input: object, actor = world.supplier) =>
  db.unitOfWork.run(actor, (work) => saveRepairTerms(work, { ...usualRepair, ...input }));
const read = async (offerId: string, actor = world.buyer) =>
  (await db.unitOfWork.read(actor, (work) => unitTermsOf(work, [offerId])))[0];

describe('saveExchangeTerms and saveRepairTerms', () => {
  it('are said of an offer by id or number, and changed by their version', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const made = success(await exchange({ offerId: offer.id }));
    expect(made).toMatchObject({
      coreValue: '8000',
      deposit: '1000',
      billedAt: 'CORE_VALUE',
      lateDays: 7,
      replaceDays: 0,
      version: 1,
    });
    expect(codes(await exchange({ offerId: offer.id }))).toEqual(['VersionConflict']);
    const twice = await Promise.all(
      [1, 2].map(() => exchange({ supplierPart: offer.supplierPart, coreValue: '8500.50', expectedVersion: 1 })),
    );
    expect(twice.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    const fixed = success(await repair({ supplierPart: offer.supplierPart, pricing: 'FIXED', price: '640' }));
    expect(fixed).toMatchObject({ pricing: 'FIXED', price: '640', version: 1 });
    expect(codes(await repair({ offerId: offer.id, expectedVersion: 4 }))).toEqual(['VersionConflict']);
    const seen = await read(offer.id);
    expect([seen?.exchange?.coreValue, seen?.exchange?.version, seen?.repair?.price]).toEqual(['8500.5', 2, '640']);
    expect((await db.unitOfWork.read(world.supplier, unitOffers)).map(({ id }) => id)).toEqual([offer.id]);
    expect(await db.unitOfWork.read(world.stranger, unitOffers)).toEqual([]);
  });

  it('refuse what is not his, what contradicts itself, and whoever may not', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const other = await plantOffer(db, world.supplier.orgId);
    await db.admin('update supply.offer set supplier_part = $2 where id = $1', [other.id, offer.supplierPart]);
    await expect(exchange({ offerId: offer.id }, world.viewer)).rejects.toThrow(Forbidden);
    await expect(repair({ offerId: offer.id }, world.viewer)).rejects.toThrow(Forbidden);
    expect(codes(await exchange({ offerId: offer.id }, world.stranger))).toEqual(['UnitOfferUnknown']);
    expect(codes(await repair({ supplierPart: 'NOPE' }))).toEqual(['UnitOfferUnknown']);
    expect(codes(await exchange({ supplierPart: offer.supplierPart }))).toEqual(['UnitOfferAmbiguous']);
    await expect(exchange({ offerId: offer.id, billedAt: 'OUTRIGHT', outrightPrice: null })).rejects.toThrow(BadInput);
    await expect(repair({ offerId: offer.id, price: '1' })).rejects.toThrow(BadInput);
    await expect(exchange({})).rejects.toThrow(BadInput);
    expect(await read(offer.id)).toEqual({ exchange: null, repair: null });
  });

  it('are seen by those who see the offer', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    success(await exchange({ offerId: offer.id }));
    const audience = offer.partId;
    await db.admin('update supply.offer set audience = $2 where id = $1', [offer.id, audience]);
    expect(await read(offer.id)).toEqual({ exchange: null, repair: null });
    await db.admin('insert into supply.audience_member (org_id, audience, counterparty_id) values ($1, $2, $3)', [
      world.supplier.orgId,
      audience,
      world.buyer.orgId,
    ]);
    expect((await read(offer.id))?.exchange?.coreValue).toBe('8000');
    expect(await read(offer.id, world.stranger)).toEqual({ exchange: null, repair: null });
  });
});

describe('removeUnitTerms', () => {
  it('takes back what is named, as often as one likes', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    success(await exchange({ offerId: offer.id }));
    success(await repair({ offerId: offer.id }));
    const remove = (actor = world.supplier) =>
      db.unitOfWork.run(actor, (work) => removeUnitTerms(work, { offerId: offer.id, exchange: true }));
    await expect(remove(world.viewer)).rejects.toThrow(Forbidden);
    expect(codes(await remove(world.stranger))).toEqual(['UnitOfferUnknown']);
    expect((await Promise.all([remove(), remove()])).map(success)).toEqual([offer.id, offer.id]);
    const left = await read(offer.id);
    expect([left?.exchange, left?.repair?.pricing]).toEqual([null, 'QUOTE']);
  });
});
