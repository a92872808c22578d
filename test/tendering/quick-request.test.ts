import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ordersByIds } from '#libs/procurement';
import { awardsOf, awardTender, bidText, evaluateTender, openBids, receiptsOfTenders } from '#libs/tendering';
import { plantOffer, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  bidsSeenBy,
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

describe('a quick request', () => {
  it('goes from draft to order at the price that was bid', async () => {
    const offer = await plantOffer(db, world.first.orgId, { price: '9.99', basis: '1', stock: '1000' });
    const tender = await published(db, world, { lines: [{ partId: offer.partId, quantity: '100', unit: 'EA' }] });
    expect(tender).toMatchObject({ status: 'BIDDING', version: 1, number: expect.stringMatching(/^T-\d{4}-\d{6}$/) });
    const receipt = await bids(db, world.first, tender, ['0.85']);
    await bids(db, world.second, tender, ['0.95']);
    // Nobody but the bidder reads a timed bid.
    expect(await bidsSeenBy(db, world.buyer, tender)).toEqual([]);
    expect((await bidsSeenBy(db, world.first, tender)).map(({ digest }) => digest)).toEqual([receipt.digest]);
    const text = await db.unitOfWork.read(world.first, (work) => bidText(work, receipt.bidId, 1));
    expect(createHash('sha256').update(String(text)).digest('hex')).toBe(receipt.digest);

    const open = await closed(db, world, tender);
    expect(open.status).toBe('EVALUATION');
    const seen = await bidsSeenBy(db, world.buyer, tender);
    expect(seen.map(({ orgId, content }) => [orgId, content?.lines[0]?.price.amount])).toEqual([
      [world.first.orgId, '0.85'],
      [world.second.orgId, '0.95'],
    ]);
    expect(await bidsSeenBy(db, world.second, tender)).toHaveLength(1);
    const [receipts] = await db.unitOfWork.read(world.buyer, (work) => receiptsOfTenders(work, [tender.id]));
    expect(receipts?.map(({ digest }) => digest)).toContain(receipt.digest);

    const [kept] = success(await db.unitOfWork.run(world.buyer, (work) => evaluateTender(work, { tenderId: tender.id })));
    expect(createHash('sha256').update(String(kept?.body)).digest('hex')).toBe(kept?.digest);
    expect(JSON.parse(String(kept?.body)).ranking.map(({ price }: { price: string }) => price)).toEqual(['85', '95']);

    const award = {
      idempotencyKey: onceKey(),
      tenderId: tender.id,
      expectedVersion: open.edits,
      lots: [{ lotId: open.lots[0]?.id ?? '', mode: 'LOT' as const, bidId: receipt.bidId }],
      makes: 'ORDERS' as const,
      shipToSiteId: world.siteId,
    };
    const [one, two] = await Promise.all([1, 2].map(() => db.unitOfWork.run(world.buyer, (work) => awardTender(work, award))));
    expect(success(one!).status).toBe('AWARDED');
    expect(success(two!).status).toBe('AWARDED');
    const [awards = []] = await db.unitOfWork.read(world.first, (work) => awardsOf(work, [tender.id]));
    expect(awards).toMatchObject([
      { rank: null, makes: 'ORDERS', digest: receipt.digest, lines: [{ quantity: '100', price: '0.85' }] },
    ]);
    expect(await db.unitOfWork.read(world.second, (work) => awardsOf(work, [tender.id]))).toEqual([[]]);
    const [order] = await db.unitOfWork.read(world.buyer, (work) => ordersByIds(work, [awards[0]?.orderId ?? '']));
    expect(order).toMatchObject({ total: '85.00', lines: [{ offerId: offer.id, priceSource: 'AWARD', quantity: '100' }] });
    expect(await asSeenBy(db, world.second, tender.id)).toMatchObject({ status: 'AWARDED' });
    expect(await linesSeenBy(db, world.second, tender)).toMatchObject([{ ownTarget: null, target: null }]);
    expect(success(await db.unitOfWork.run(world.buyer, (work) => openBids(work, { tenderId: tender.id }))).status).toBe(
      'AWARDED',
    );
  });
});
