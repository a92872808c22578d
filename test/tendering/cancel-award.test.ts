import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound } from '#libs/platform';
import { cancelOrder, ordersByIds, rejectOrder, type WholeOrder } from '#libs/procurement';
import { type AwardTenderInput, awardsOf, awardTender, cancelAward, submitBid, type Tender } from '#libs/tendering';
import { codes, memberOf, plantOffer, plantSite, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bidOf,
  bids,
  closed,
  linesSeenBy,
  onceKey,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

type Lots = AwardTenderInput['lots'];
const award = (tender: Tender, lots: Lots, more: Partial<AwardTenderInput> = {}) =>
  db.unitOfWork.run(world.buyer, (work) =>
    awardTender(work, { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: tender.edits, lots, ...more }),
  );
const whole = (tender: Tender, bidId: string, lot = 0): Lots[number] => ({ lotId: tender.lots[lot]!.id, mode: 'LOT', bidId });
const awards = async (tender: Tender, actor = world.buyer) =>
  (await db.unitOfWork.read(actor, (work) => awardsOf(work, [tender.id])))[0] ?? [];
const _ordersOf = async (tender: Tender): Promise<WholeOrder[]> => {
  const ids = (await awards(tender)).flatMap(({ orderId }) => orderId ?? []);
  return db.unitOfWork.read(world.buyer, (work) => ordersByIds(work, ids));
};
const orders = (): Partial<AwardTenderInput> => ({ makes: 'ORDERS', shipToSiteId: world.siteId });
const _submit = async (tender: Tender, line: object, actor = world.first) => {
  const [asked] = await linesSeenBy(db, actor, tender);
  const bid = bidOf([asked!], ['1']);
  const step = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: 0, tenderVersion: 1 };
  return db.unitOfWork.run(actor, (work) =>
    submitBid(work, { ...step, bid: { ...bid, lines: [{ ...bid.lines[0]!, ...line }] } }),
  );
};

describe('cancelAward', () => {
  it('takes the order with it and goes to the next bid', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '100' });
    const tender = await published(db, world, { lines: [{ partId: offer.partId, quantity: '10' }] });
    const first = await bids(db, world.first, tender, ['3']);
    const second = await bids(db, world.second, tender, ['4']);
    const open = await closed(db, world, tender);
    success(await award(open, [whole(open, first.bidId)], { makes: 'ORDERS', shipToSiteId: world.siteId }));
    const [made] = await awards(open);
    const cancel = (actor = world.buyer) =>
      db.unitOfWork.run(actor, (work) => cancelAward(work, { awardId: made!.id, reason: 'He cannot deliver' }));
    await expect(cancel(world.viewer)).rejects.toThrow(Forbidden);
    await expect(cancel(world.stranger)).rejects.toThrow(NotFound);
    await expect(cancel({ ...world.first, permissions: world.buyer.permissions })).rejects.toThrow(NotFound);
    const both = await Promise.all([cancel(), cancel()]);
    expect(both.flatMap((result) => codes(result))).toEqual(['AwardStands']);
    const [order] = await db.unitOfWork.read(world.buyer, (work) => ordersByIds(work, [made!.orderId ?? '']));
    expect(order?.status).toBe('CANCELLED');
    const now = await asSeenBy(db, world.buyer, tender.id);
    expect(now.status).toBe('EVALUATION');
    expect(codes(await award(now, [whole(now, second.bidId)]))).toEqual(['AwardReasonMissing']);
    expect(success(await award(now, [{ ...whole(now, second.bidId), reason: 'The first cannot deliver' }])).status).toBe(
      'AWARDED',
    );
    expect((await awards(now)).map(({ cancelReason }) => cancelReason)).toEqual(['He cannot deliver', null]);
  });

  const ordered = async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '100' });
    const asked = { partId: offer.partId, quantity: '10' };
    const tender = await published(db, world, {
      lots: ['One', 'Two'],
      lines: [
        { ...asked, lot: 1 },
        { ...asked, lot: 2 },
      ],
    });
    const one = await bids(db, world.first, tender, ['3'], { lot: 0 });
    const two = await bids(db, world.first, tender, ['3'], { lot: 1 });
    const open = await closed(db, world, tender);
    success(await award(open, [whole(open, one.bidId), whole(open, two.bidId, 1)], orders()));
    return { tender: open, made: await awards(open) };
  };
  const takeBack = (awardId: string) =>
    db.unitOfWork.run(world.buyer, (work) => cancelAward(work, { awardId, reason: 'Next please' }));
  const seller = () => memberOf(world.first.orgId, ['order:read', 'order:confirm']);

  it('leaves the other lots of the same bidder alone, whose order is another', async () => {
    const { tender, made } = await ordered();
    expect(new Set(made.map(({ orderId }) => orderId)).size).toBe(2);
    success(await takeBack(made[0]!.id));
    const after = await asSeenBy(db, world.buyer, tender.id);
    expect(after.lots.map(({ status }) => status).sort()).toEqual(['AWARDED', 'EVALUATION']);
  });

  it('opens the lot when its order has ended already', async () => {
    const { made } = await ordered();
    const reject = { orderId: made[0]!.orderId ?? '', reason: 'Out of production' };
    success(await db.unitOfWork.run(seller(), (work) => rejectOrder(work, reject)));
    success(await takeBack(made[0]!.id));
    const stop = { orderId: made[1]!.orderId ?? '', reason: 'By hand' };
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, stop)));
    success(await takeBack(made[1]!.id));
  });

  it('hands out what no award has that stands', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '100' });
    const far = await plantSite(db, world.buyer.orgId, `S${onceKey().slice(0, 5)}`);
    const asked = { partId: offer.partId, quantity: '10' };
    const tender = await published(db, world, { lines: [asked, { ...asked, shipToSiteId: far }] });
    const first = await bids(db, world.first, tender, ['3', '3']);
    const second = await bids(db, world.second, tender, ['4', '4']);
    const open = await closed(db, world, tender);
    success(await award(open, [whole(open, first.bidId)], orders()));
    const [one, two] = await awards(open);
    const again = success(await takeBack(one!.id));
    const done = success(await award(again, [{ ...whole(again, second.bidId), reason: 'The first refused' }]));
    expect(done.status).toBe('AWARDED');
    const standing = (await awards(done)).filter(({ cancelledAt }) => cancelledAt === null);
    expect(standing.map(({ id, lines }) => [id === two!.id, lines.map(({ quantity }) => quantity)])).toEqual([
      [true, ['10']],
      [false, ['10']],
    ]);
    // Nobody gets the rest: what stands stands, and the lot has not failed.
    const later = success(await takeBack(standing[1]!.id));
    const none = await award(later, [{ lotId: later.lots[0]!.id, mode: 'NONE', reason: 'Bought elsewhere' }]);
    expect(success(none).status).toBe('AWARDED');
  });

  it('leaves the lot awarded while anything of the order stands', async () => {
    const { tender, made } = await ordered();
    const [order] = await db.unitOfWork.read(world.buyer, (work) => ordersByIds(work, [made[0]!.orderId ?? '']));
    await db.admin(`update procurement.schedule_line set status = 'CONFIRMED' where order_id = $1`, [order!.id]);
    expect(codes(await takeBack(made[0]!.id))).toEqual(['AwardOrderStands']);
    const after = await asSeenBy(db, world.buyer, tender.id);
    expect(after.lots.map(({ status }) => status)).toEqual(['AWARDED', 'AWARDED']);
    const [still] = await db.unitOfWork.read(world.buyer, (work) => ordersByIds(work, [order!.id]));
    expect(still!.version).toBe(order!.version);
  });
});
