import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepFile, type UserActor } from '#libs/platform';
import { placeOrder } from '#libs/procurement';
import {
  attachLotCertificate,
  createGroup,
  givePromises,
  lotCertificateFile,
  lotsOfOffers,
  promiseCertificates,
  readAvailability,
  reservePromise,
  type ShownTo,
  saveLots,
  setInbound,
  setStock,
  showCatalogue,
} from '#libs/supply';
import { agreement, dayFromNow } from '../factories/agreement.factory.js';
import {
  buyerRights,
  codes,
  lineOf,
  memberOf,
  orderInput,
  type PlantedOffer,
  plantOffer,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { stockAsStored } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let seller: UserActor;
let buyer: UserActor;
let group: ShownTo;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  seller = memberOf(world.supplier.orgId, ['stock:write', 'agreement:manage', 'catalogue:publish']);
  buyer = memberOf(world.buyer.orgId, [...buyerRights, 'price:read']);
  group = {
    to: 'GROUP',
    groupId: success(await db.unitOfWork.run(seller, (work) => createGroup(work, { name: 'Lots' }))).id,
  };
});
afterAll(() => db.close());

const state = (offer: PlantedOffer, quantity = '6') =>
  db.unitOfWork.run(seller, (work) =>
    saveLots(work, {
      lots: [{ offerId: offer.id, location: 'MAIN', lotNumber: 'L1', condition: 'OH', trace: 'YES', quantity }],
    }),
  );
const promise = (offer: PlantedOffer) =>
  db.unitOfWork.run(seller, (work) => promiseCertificates(work, { offerId: offer.id, certificates: ['COFC'] }));
/** An offer with a lot, its shown certificate, and a promised one; gives the id of the certificate. */
async function stated(offer: PlantedOffer): Promise<string> {
  success(await state(offer));
  success(await promise(offer));
  const [lot] = await db.unitOfWork.read(seller, (work) => lotsOfOffers(work, [offer.id]));
  const { id } = await db.unitOfWork.run(seller, (work) =>
    keepFile(work, { sha256: 'ab'.repeat(32), size: 9, mediaType: 'application/pdf', name: 'a.pdf' }),
  );
  return success(
    await db.unitOfWork.run(seller, (work) =>
      attachLotCertificate(work, { lotId: lot?.id ?? '', fileId: id, kind: 'EASA_FORM_1', shown: true }),
    ),
  ).id;
}
const show = async (offer: PlantedOffer, shownTo: ShownTo) => {
  const [found] = await db.admin<{ id: string; revision: number }>(
    'select c.id, c.revision from supply.catalogue c join supply.offer o on o.catalogue_id = c.id where o.id = $1',
    [offer.id],
  );
  const wanted = { catalogueId: found?.id ?? '', expectedRevision: found?.revision ?? 0, shownTo };
  return db.unitOfWork.run(seller, (work) => showCatalogue(work, wanted));
};
const read = <T>(query: string, values: readonly unknown[]): Promise<T[]> =>
  db.unitOfWork.read(buyer, (work) => work.tx.query(query, [...values]));
const asked = async (offer: PlantedOffer, more: object = {}) =>
  (await readAvailability(db.hot, buyer, { lines: [{ partId: offer.partId, quantity: '1' }], ...more }))[0]?.offers.length;
const order = (offer: PlantedOffer, more: object, quantity = '1') =>
  db.unitOfWork.run(buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, quantity, more)])));
const wanting = (condition: string) => ({ requires: { lots: { conditions: [condition] } } });

/** What a buyer learns of an offer, its units and their papers, by every question that he has and straight from the tables. */
async function learnt(offer: PlantedOffer, certificateId: string): Promise<unknown> {
  const tables = ['offer_certificates', 'lot', 'stock'].map(
    (table) => `(select count(*)::int from supply.${table} where offer_id = $1)`,
  );
  const [rows] = await read<Record<string, number>>(
    `select (select count(*)::int from supply.lot_certificate where id = $2) as papers, ${tables.map((table, n) => `${table} as t${n}`).join(', ')}`,
    [offer.id, certificateId],
  );
  const [promised] = await db.unitOfWork.run(buyer, (work) =>
    givePromises(work, { lines: [{ offerId: offer.id, quantity: '1' }], shipTo: { siteId: world.siteId } }),
  );
  return {
    offers: [await asked(offer), await asked(offer, { lots: { conditions: ['OH'] } })],
    lots: (await db.unitOfWork.read(buyer, (work) => lotsOfOffers(work, [offer.id]))).length,
    file: (await db.unitOfWork.read(buyer, (work) => lotCertificateFile(work, certificateId)))?.name ?? null,
    rows: Object.values(rows ?? {}),
    promises: promised?.promises.length,
  };
}
const all = { offers: [1, 1], lots: 1, file: 'a.pdf', rows: [1, 1, 1, 1], promises: 1 };
const nothing = { offers: [0, 0], lots: 0, file: null, rows: [0, 0, 0, 0], promises: 0 };

describe('lots and their certificates', () => {
  it('are seen by whoever sees their offer, when it moves from one group to another', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const certificate = await stated(offer);
    expect(await learnt(offer, certificate)).toEqual(all);
    success(await show(offer, group));
    expect(await learnt(offer, certificate)).toEqual(nothing);
    expect(codes(await order(offer, wanting('OH')))).toEqual(['OfferWithdrawn']);
    success(await show(offer, { to: 'EVERYBODY' }));
    expect(await learnt(offer, certificate)).toEqual(all);
    success(await show(offer, { to: 'NOBODY' }));
    expect(await learnt(offer, certificate)).toEqual(nothing);
  });

  it('are hidden with their offer after the last day of an agreement', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const certificate = await stated(offer);
    success(await show(offer, group));
    await agreement(db, { supplier: seller, buyer }, { items: [{ offerId: offer.id, price: '4.20', basis: '100' }] });
    expect(await learnt(offer, certificate)).toEqual(all);
    await db.admin('update supply.audience_member set until = $2 where counterparty_id = $1', [buyer.orgId, dayFromNow(-1)]);
    expect(await learnt(offer, certificate)).toEqual(nothing);
  });

  it('never stay behind where their offer is no longer shown, whoever writes at the same moment', async () => {
    const offers = await Promise.all([1, 2, 3].map(() => plantOffer(db, world.supplier.orgId, { stock: null })));
    for (const offer of offers) {
      const line = { offerId: offer.id, location: 'NEW', quantity: '3' };
      const written = await Promise.all([
        show(offer, group),
        state(offer),
        promise(offer),
        db.unitOfWork.run(seller, (work) => setStock(work, { lines: [line] })),
        db.unitOfWork.run(seller, (work) =>
          setInbound(work, { lines: [{ ...line, reference: 'PO', expectedOn: dayFromNow(9) }] }),
        ),
      ]);
      expect(written.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    }
    const apart = ['lot', 'offer_certificates', 'stock', 'inbound'].map(
      (table) =>
        `select '${table}' as "table", o.audience is not distinct from s.audience as same, count(*)::int as rows from supply.${table} s join supply.offer o on o.id = s.offer_id
         where o.id = any ($1) group by 1, 2`,
    );
    expect(await db.admin(`${apart.join(' union all ')} order by 1`, [offers.map(({ id }) => id)])).toEqual(
      ['inbound', 'lot', 'offer_certificates', 'stock'].map((table) => ({ table, same: true, rows: 3 })),
    );
  });
});

describe('an order that takes what a promise holds', () => {
  it('takes its lots too; one that they cannot fill leaves promise, stock and lots as they were', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '6', leadDays: null });
    success(await state(offer));
    const [line] = await db.unitOfWork.run(buyer, (work) =>
      givePromises(work, { lines: [{ offerId: offer.id, quantity: '6' }], shipTo: { siteId: world.siteId } }),
    );
    const promiseId = line?.promises[0]?.id ?? '';
    success(await db.unitOfWork.run(buyer, (work) => reservePromise(work, { promiseId })));
    const stands = async () => {
      const [lot] = await db.unitOfWork.read(seller, (work) => lotsOfOffers(work, [offer.id]));
      const [held] = await db.admin<{ status: string }>('select status from supply.promise where id = $1', [promiseId]);
      return [lot?.free, held?.status, ...(await stockAsStored(db, offer.id)).map(({ reserved }) => reserved)];
    };
    expect(await stands()).toEqual(['6', 'RESERVED', '6']);
    expect(codes(await order(offer, { promiseId, ...wanting('NE') }, '6'))).toEqual(['LotMissing']);
    expect(await stands()).toEqual(['6', 'RESERVED', '6']);
    success(await order(offer, { promiseId, ...wanting('OH') }, '6'));
    expect(await stands()).toEqual(['0', 'ORDERED', '6']);
  });
});
