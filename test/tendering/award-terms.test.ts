import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ordersByIds, type WholeOrder } from '#libs/procurement';
import { type AwardTenderInput, awardsOf, awardTender, submitBid, type Tender } from '#libs/tendering';
import { codes, plantOffer, plantSite, success } from '../factories/order.factory.js';
import {
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
const ordersOf = async (tender: Tender): Promise<WholeOrder[]> => {
  const ids = (await awards(tender)).flatMap(({ orderId }) => orderId ?? []);
  return db.unitOfWork.read(world.buyer, (work) => ordersByIds(work, ids));
};
const orders = (): Partial<AwardTenderInput> => ({ makes: 'ORDERS', shipToSiteId: world.siteId });
const submit = async (tender: Tender, line: object, actor = world.first) => {
  const [asked] = await linesSeenBy(db, actor, tender);
  const bid = bidOf([asked!], ['1']);
  const step = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: 0, tenderVersion: 1 };
  return db.unitOfWork.run(actor, (work) =>
    submitBid(work, { ...step, bid: { ...bid, lines: [{ ...bid.lines[0]!, ...line }] } }),
  );
};

describe('a bid', () => {
  it('names offers of the part that is asked for, or of the alternate that it says', async () => {
    const asked = await plantOffer(db, world.first.orgId);
    const other = await plantOffer(db, world.first.orgId);
    const strict = await published(db, world, { lines: [{ partId: asked.partId, quantity: '1' }] });
    expect(codes(await submit(strict, { offerId: other.id }))).toEqual(['BidOfferOfOtherPart']);
    const free = await published(db, world, { lines: [{ partId: asked.partId, quantity: '1', alternatesAllowed: true }] });
    const alternate = { partId: other.partId, description: 'The same from another maker' };
    expect(codes(await submit(free, { offerId: asked.id, alternate }))).toEqual(['BidOfferOfOtherPart']);
    expect(codes(await submit(free, { offerId: other.id, alternate }))).toEqual([]);
    expect(codes(await submit(strict, { offerId: asked.id }))).toEqual([]);
  });

  it('converts only between units that differ, by whole numbers that sums can bear', async () => {
    const tender = await published(db, world);
    const factor = { numerator: '1', denominator: '100' };
    expect(codes(await submit(tender, { factor }))).toEqual(['BidFactorNotNeeded']);
    const price = { amount: '1', unit: 'CEN' };
    for (const denominator of ['0.5', '1000001', '123456789012.0000000001'])
      await expect(submit(tender, { price, factor: { ...factor, denominator } })).rejects.toThrow('bad input');
    await expect(submit(tender, { price: { amount: '1', unit: 'EA', basis: '1000001' } })).rejects.toThrow('bad input');
    expect(codes(await submit(tender, { price, factor }))).toEqual([]);
  });
});

describe('an order out of an award', () => {
  it('carries the terms of the bid, goes where its lines go, and pays what is payable to the bidder, by its part', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '1000' });
    const far = await plantSite(db, world.buyer.orgId, 'MUC');
    const tender = await published(db, world, {
      awardMode: 'LINE',
      lines: [
        { partId: offer.partId, quantity: '30' },
        { partId: offer.partId, quantity: '5', shipToSiteId: far },
      ],
    });
    const asked = await linesSeenBy(db, world.first, tender);
    const addends = [
      { kind: 'FREIGHT' as const, amount: '10' },
      { kind: 'DUTY' as const, amount: '7' },
      { kind: 'DELIVERY_TERM' as const, amount: '500' },
    ];
    const priced = bidOf(asked, ['2', '3']);
    const bid = await bids(db, world.first, tender, [], {
      bid: { paymentDays: 60, deliveryTerm: 'FCA 2020 Hamburg', lines: priced.lines.map((line) => ({ ...line, addends })) },
    });
    const open = await closed(db, world, tender);
    const wish = {
      lotId: open.lots[0]!.id,
      mode: 'LINES' as const,
      lines: asked.map(({ id }, i) => ({ lineId: id, bidId: bid.bidId, ...(i === 0 ? { quantity: '10' } : {}) })),
    };
    // A part of a line is no award that was published.
    expect(codes(await award(open, [wish], orders()))).toEqual(['AwardReasonMissing']);
    success(await award(open, [{ ...wish, reason: 'The rest is in stock' }], orders()));
    const made = (await ordersOf(open)).sort((a, b) => a.lines[0]!.quantity.length - b.lines[0]!.quantity.length);
    expect(made).toMatchObject([
      { shipTo: { code: 'MUC' }, lines: [{ quantity: '5', charges: [{ code: 'FREIGHT', amount: '10.00' }] }], total: '25.00' },
      { shipTo: { code: 'HAM' }, lines: [{ quantity: '10', charges: [{ code: 'FREIGHT', amount: '3.33' }] }], total: '23.33' },
    ]);
    for (const order of made)
      expect(order).toMatchObject({ paymentTerms: 'NET 60', deliveryTerms: { code: 'FCA', edition: 2020, place: 'Hamburg' } });
  });

  it('of what cannot be cancelled needs the tick', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '100', ncnr: true });
    const tender = await published(db, world, { lines: [{ partId: offer.partId, quantity: '1' }] });
    const bid = await bids(db, world.first, tender, ['2']);
    const open = await closed(db, world, tender);
    const refused = await award(open, [whole(open, bid.bidId)], orders());
    expect(refused).toMatchObject({ ok: false, errors: [{ code: 'AwardNotOrderable' }] });
    expect(await awards(open)).toEqual([]);
    success(await award(open, [whole(open, bid.bidId)], { ...orders(), ncnrAccepted: true }));
    expect(await awards(open)).toHaveLength(1);
  });

  it('counts as the offer does', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '1000' });
    const tender = await published(db, world, { lines: [{ partId: offer.partId, quantity: '10', unit: 'XBX' }] });
    const boxed = await submit(tender, {
      price: { amount: '1', unit: 'EA' },
      factor: { numerator: '25', denominator: '1' },
      offerId: offer.id,
    });
    const open = await closed(db, world, tender);
    expect(codes(await award(open, [whole(open, success(boxed).bidId)], orders()))).toEqual(['AwardUnitDiffers']);
  });
});

describe('an agreement out of an award', () => {
  it('is made only on days that were published, at the price of any quantity with the breaks beside it', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '1000' });
    const lines = [{ partId: offer.partId, quantity: '100' }];
    const breaks = [{ from: '100', amount: '4' }];
    const silent = await published(db, world, { lines });
    const bound = await submit(silent, { price: { amount: '5', unit: 'EA' }, breaks });
    const openSilent = await closed(db, world, silent);
    const agreement = { validFrom: '2030-01-01', validTo: '2030-12-31' };
    const made = { makes: 'AGREEMENTS' as const, agreement };
    expect(codes(await award(openSilent, [whole(openSilent, success(bound).bidId)], made))).toEqual([
      'AwardAgreementNotPublished',
    ]);

    const tender = await published(db, world, { lines, agreement: { from: '2030-01-01', to: '2030-12-31' } });
    const bid = success(await submit(tender, { price: { amount: '5', unit: 'EA' }, breaks })).bidId;
    const open = await closed(db, world, tender);
    const longer = { ...made, agreement: { ...agreement, validTo: '2031-01-01' } };
    expect(codes(await award(open, [whole(open, bid)], longer))).toEqual(['AwardAgreementNotPublished']);
    success(await award(open, [whole(open, bid)], made));
    const [signed] = await awards(open);
    const [price] = await db.admin(
      `select a.number, a.payment_terms, p.price::text, p.break_from::text[] as "from", p.break_price::text[] as prices from supply.agreement_price p
       join supply.agreement a on a.id = p.agreement_id where a.id = $1`,
      [signed!.agreementId],
    );
    expect(price).toEqual({
      number: `${open.number}-${signed!.id.slice(-12)}`,
      payment_terms: 'NET 30',
      price: '5',
      from: ['100'],
      prices: ['4'],
    });
  });

  it('carries no addends, and counts as the offer does', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '1000' });
    const announced = { agreement: { from: '2030-01-01', to: '2030-12-31' }, lines: [{ partId: offer.partId, quantity: '1' }] };
    const made = { makes: 'AGREEMENTS' as const, agreement: { validFrom: '2030-01-01', validTo: '2030-12-31' } };
    const tender = await published(db, world, announced);
    const bid = success(await submit(tender, { addends: [{ kind: 'FREIGHT', amount: '5' }] })).bidId;
    const open = await closed(db, world, tender);
    expect(codes(await award(open, [whole(open, bid)], made))).toEqual(['AwardAddendsNotAgreed']);
    const priced = await published(db, world, announced);
    const hundreds = { price: { amount: '1', unit: 'CEN' }, factor: { numerator: '1', denominator: '100' } };
    const least = await published(db, world, announced);
    const atLeast = success(await submit(least, { minQuantity: '1' })).bidId;
    const openLeast = await closed(db, world, least);
    expect(codes(await award(openLeast, [whole(openLeast, atLeast)], made))).toEqual(['AwardAddendsNotAgreed']);
    const other = success(await submit(priced, hundreds)).bidId;
    const openPriced = await closed(db, world, priced);
    expect(codes(await award(openPriced, [whole(openPriced, other)], made))).toEqual(['AwardUnitDiffers']);
    expect(await awards(open)).toEqual([]);
  });
});

describe('an award', () => {
  it('keeps to what was published: bids needed, shares, the days of a bid, alternates', async () => {
    const lonely = await published(db, world, { bidsMin: 2 });
    const only = await bids(db, world.first, lonely, ['1', '1']);
    const openLonely = await closed(db, world, lonely);
    expect(codes(await award(openLonely, [whole(openLonely, only.bidId)]))).toEqual(['TooFewBids']);

    const shared = await published(db, world, { awardMode: 'SHARES', shares: ['60', '40'] });
    const best = await bids(db, world.first, shared, ['1', '1']);
    await bids(db, world.second, shared, ['2', '2']);
    const openShared = await closed(db, world, shared);
    const all = whole(openShared, best.bidId);
    expect(codes(await award(openShared, [all]))).toEqual(['AwardReasonMissing']);
    const [line] = await linesSeenBy(db, world.buyer, openShared);
    const split: Lots = [{ lotId: all.lotId, mode: 'LINES', lines: [{ lineId: line!.id, bidId: best.bidId }] }];
    expect(codes(await award(openShared, split))).toEqual(['AwardSplitNotPublished']);
    success(await award(openShared, [{ ...all, reason: 'The second cannot deliver in time' }]));

    const late = await published(db, world);
    const stale = await bids(db, world.first, late, ['1', '1'], {
      bid: { validUntil: late.closesAt!.toISOString().slice(0, 10) },
    });
    const openLate = await closed(db, world, late);
    await db.admin(`update tendering.bid_content set body = replace(body, $2, '2020-01-01'), digest = digest where bid_id = $1`, [
      stale.bidId,
      late.closesAt!.toISOString().slice(0, 10),
    ]);
    expect(codes(await award(openLate, [whole(openLate, stale.bidId)]))).toEqual(['AwardBidExpired']);
  });

  it('goes to the best of those who meet the requirements, without a reason', async () => {
    const tender = await published(db, world, { awardMode: 'LINE', criteria: [{ id: 'iso', kind: 'MANDATORY' }] });
    const cheap = await bids(db, world.first, tender, ['1', '1'], { bid: { answers: { iso: { passed: false } } } });
    const good = await bids(db, world.second, tender, ['2', '2'], { bid: { answers: { iso: { passed: true } } } });
    const open = await closed(db, world, tender);
    const lineIds = (await linesSeenBy(db, world.buyer, open)).map(({ id }) => id);
    const to = (bidId: string): Lots => [
      { lotId: open.lots[0]!.id, mode: 'LINES', lines: lineIds.map((lineId) => ({ lineId, bidId })) },
    ];
    expect(codes(await award(open, to(cheap.bidId)))).toEqual(['AwardReasonMissing']);
    success(await award(open, to(good.bidId)));
  });

  it('may give the same bidder more of a lot later, and says why to the buyer alone', async () => {
    const tender = await published(db, world, { awardMode: 'LINE' });
    const bid = await bids(db, world.first, tender, ['1', '1']);
    const other = await bids(db, world.second, tender, ['0.5', '2']);
    const open = await closed(db, world, tender);
    const [bolt, seal] = await linesSeenBy(db, world.buyer, open);
    const line = (id: string, more: object = {}): Lots => [
      {
        lotId: open.lots[0]!.id,
        mode: 'LINES',
        lines: [{ lineId: id, bidId: bid.bidId }],
        reason: 'The other is late, always',
        ...more,
      },
    ];
    const twice = {
      lines: [
        { lineId: bolt!.id, bidId: bid.bidId },
        { lineId: bolt!.id, bidId: bid.bidId },
      ],
    };
    await expect(award(open, line(bolt!.id, twice))).rejects.toThrow('bad input');
    const part = success(await award(open, line(bolt!.id, { keepOpen: true })));
    success(await award(part, line(seal!.id)));
    expect((await awards(open)).map(({ reason, rank, round }) => [reason, rank, round])).toEqual([
      ['The other is late, always', 2, 1],
      ['The other is late, always', 2, 1],
    ]);
    expect((await awards(open, world.first)).map(({ reason, rank }) => [reason, rank])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(other.bidId).not.toBe(bid.bidId);
  });

  it('gives a bid no more of a line than it offers, by all its awards together', async () => {
    const tender = await published(db, world, {
      awardMode: 'LINE',
      lines: [{ description: 'Bolt', quantity: '100', unit: 'EA' }],
    });
    const [bolt] = await linesSeenBy(db, world.first, tender);
    const line = { lineId: bolt!.id, price: { amount: '1', unit: 'EA' }, maxQuantity: '60' };
    const few = await bids(db, world.first, tender, [], { bid: { lines: [line] } });
    await bids(db, world.second, tender, ['2']);
    const open = await closed(db, world, tender);
    const some = (quantity: string): Lots => [
      {
        lotId: open.lots[0]!.id,
        mode: 'LINES',
        lines: [{ lineId: bolt!.id, bidId: few.bidId, quantity }],
        keepOpen: true,
        reason: 'In parts',
      },
    ];
    expect(codes(await award(open, some('61')))).toEqual(['AwardQuantityNotOffered']);
    const part = success(await award(open, some('40')));
    expect(codes(await award(part, some('21')))).toEqual(['AwardQuantityNotOffered']);
    const full = success(await award(part, some('20')));
    expect(codes(await award(full, some('1')))).toEqual(['AwardQuantityNotOffered']);
    expect((await awards(full)).flatMap(({ lines: got }) => got.map(({ quantity }) => quantity)).sort()).toEqual(['20', '40']);
  });
});
