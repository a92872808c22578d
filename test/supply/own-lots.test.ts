import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor, pageOf } from '#libs/platform';
import { type OwnLotFilter, ownLots, type PromisedOffer, promiseCertificates, promisedOffers, saveLots } from '#libs/supply';
import {
  codes,
  memberOf,
  type PlantedOffer,
  plantOffer,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
const keeper = () => memberOf(world.supplier.orgId, ['stock:write']);
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const page = (size: number) => pageOf({ first: size }, { name: 'own-lots', columns: [{ sql: 'l.id', cast: 'uuid' }] });
const promisedPage = (size = 100, after?: PromisedOffer) => {
  const cursor = after && encodeCursor('promised-offers', [after.supplierPart, after.offerId]);
  const columns = [{ sql: 'o.supplier_part', cast: 'text' } as const, { sql: 'o.id', cast: 'uuid' } as const];
  return pageOf({ first: size, ...(cursor ? { after: cursor } : {}) }, { name: 'promised-offers', columns });
};
const own = (filter: OwnLotFilter = {}, size = 20, actor = keeper()) =>
  db.unitOfWork.read(actor, (work) => ownLots(work, filter, page(size)));
const lot = (given: object) => ({ location: 'MAIN', condition: 'OH', trace: 'YES' as const, quantity: '5', ...given });
const save = (lots: object[]) =>
  db.unitOfWork.run(keeper(), (work) => saveLots(work, { lots } as Parameters<typeof saveLots>[1]));
const twin = async (offer: PlantedOffer): Promise<void> => {
  const other = await plantOffer(db, world.supplier.orgId);
  await db.admin('update supply.offer set supplier_part = $2 where id = $1', [other.id, offer.supplierPart]);
};

describe('own lots', () => {
  it('are named by the own number, and read by it, by lot and by day, by their supplier alone', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const { supplierPart } = offer;
    success(
      await save([
        lot({ supplierPart, lotNumber: 'L1', shelfLifeOn: '2031-01-31' }),
        lot({ supplierPart, lotNumber: 'L2', shelfLifeOn: '2099-01-31' }),
        lot({ supplierPart, serialNumber: 'S9', quantity: '1' }),
        lot({ supplierPart, lotNumber: 'GONE', quantity: '0' }),
      ]),
    );
    const called = (found: Awaited<ReturnType<typeof own>>) => found.map((one) => one.serialNumber ?? one.lotNumber).sort();
    expect(called(await own({ supplierPart }))).toEqual(['L1', 'L2', 'S9']);
    expect(called(await own({ supplierPart: `${supplierPart}-none` }))).toEqual([]);
    expect(called(await own({ number: 'S9' }))).toEqual(['S9']);
    expect(called(await own({ endsBy: '2031-12-31' }))).toEqual(['L1']);
    expect(await own({ supplierPart }, 1)).toHaveLength(2);
    expect((await own({ number: 'L1' }))[0]).toMatchObject({ offerId: offer.id, partId: offer.partId, supplierPart, free: '5' });
    expect(await own({}, 20, world.buyer)).toEqual([]);
    expect(await own({}, 20, memberOf(world.stranger.orgId, ['stock:write']))).toEqual([]);
  });

  it('are refused for a number that is unknown or stands twice', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    await twin(offer);
    const { supplierPart } = offer;
    expect(
      codes(await save([lot({ supplierPart, lotNumber: 'L1' }), lot({ supplierPart: randomUUID(), lotNumber: 'L1' })])),
    ).toEqual(['LotOfferAmbiguous', 'LotOfferUnknown']);
    expect(await own({ supplierPart })).toEqual([]);
    expect(success(await save([lot({ offerId: offer.id, lotNumber: 'L1' })]))).toBe(1);
  });
});

describe('certificates that come with every unit', () => {
  it('are listed page by page to the last', async () => {
    const offers = await Promise.all(Array.from({ length: 5 }, () => plantOffer(db, world.supplier.orgId)));
    for (const { id: offerId } of offers)
      success(await db.unitOfWork.run(keeper(), (work) => promiseCertificates(work, { offerId, certificates: ['COFC'] })));
    const seen: string[] = [];
    for (let after: PromisedOffer | undefined; ; ) {
      const found = await db.unitOfWork.read(keeper(), (work) => promisedOffers(work, promisedPage(2, after)));
      seen.push(...found.slice(0, 2).map(({ offerId }) => offerId));
      if (found.length < 3) break;
      after = found[1];
    }
    expect([...seen].sort()).toEqual(offers.map(({ id }) => id).sort());
  });

  it('are promised by the own number and listed until nothing is promised', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const promise = (named: object, certificates: string[]) =>
      db.unitOfWork.run(keeper(), (work) => promiseCertificates(work, { ...named, certificates }));
    const listed = async (actor = keeper()) =>
      (await db.unitOfWork.read(actor, (work) => promisedOffers(work, promisedPage()))).filter(
        ({ offerId }) => offerId === offer.id,
      );
    success(await promise({ supplierPart: offer.supplierPart }, ['COFC', 'ATA_106']));
    expect(await listed()).toMatchObject([{ supplierPart: offer.supplierPart, certificates: ['ATA_106', 'COFC'] }]);
    expect(await listed(world.buyer)).toEqual([]);
    success(await promise({ offerId: offer.id }, []));
    expect(await listed()).toEqual([]);
    expect(codes(await promise({ supplierPart: randomUUID() }, ['COFC']))).toEqual(['LotOfferUnknown']);
    await twin(offer);
    expect(codes(await promise({ supplierPart: offer.supplierPart }, ['COFC']))).toEqual(['LotOfferAmbiguous']);
  });
});
