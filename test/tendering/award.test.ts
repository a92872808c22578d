import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  type AwardTenderInput,
  awardsOf,
  awardTender,
  cancelAward,
  evaluateTender,
  judgedLots,
  keptEvaluations,
  openRound,
  sharesOf,
  type Tender,
} from '#libs/tendering';
import { codes, memberOf, plantOffer, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  bidsSeenBy,
  closed,
  givesPoints,
  inHours,
  linesSeenBy,
  onceKey,
  published,
  type TenderWorld,
  tenderWorld,
  usualTender,
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
const award = (tender: Tender, lots: Lots, more: Partial<AwardTenderInput> = {}, actor: UserActor = world.buyer) =>
  db.unitOfWork.run(actor, (work) =>
    awardTender(work, { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: tender.edits, lots, ...more }),
  );
const whole = (tender: Tender, bidId: string, reason?: string): Lots => [
  { lotId: tender.lots[0]!.id, mode: 'LOT', bidId, ...(reason ? { reason } : {}) },
];
const awards = async (tender: Tender, actor = world.buyer) =>
  (await db.unitOfWork.read(actor, (work) => awardsOf(work, [tender.id])))[0] ?? [];
const judged = (tender: Tender, actor = world.buyer) =>
  db.unitOfWork.read(actor, async (work) => judgedLots(work, await asSeenBy(db, actor, tender.id)));

describe('the comparison', () => {
  it('stands on one currency, unit and delivery term, each addend by itself', async () => {
    const tender = await published(db, world, {
      rates: { EUR: '1.10' },
      yearlyRate: '0.06',
      lines: [
        { description: 'Bolt', quantity: '100' },
        { description: 'Seal', quantity: '10', alternatesAllowed: true },
      ],
    });
    const [bolt, seal] = await linesSeenBy(db, world.first, tender);
    const boxed = {
      lineId: bolt!.id,
      price: { amount: '80', basis: '1', unit: 'CEN' },
      factor: { numerator: '1', denominator: '100' },
      addends: [{ kind: 'FREIGHT' as const, amount: '5' }],
    };
    await bids(db, world.first, tender, [], {
      bid: {
        currency: 'EUR',
        lines: [
          boxed,
          {
            lineId: seal!.id,
            price: { amount: '2', unit: 'EA' },
            breaks: [
              { from: '5', amount: '1.5' },
              { from: '11', amount: '1' },
            ],
          },
        ],
      },
    });
    await bids(db, world.second, tender, ['0.95', '1.7'], { bid: { paymentDays: 60 } });
    await closed(db, world, tender);
    const [lot] = await judged(tender);
    const byBidder = (orgId: string) => lot!.bids.find(({ bid }) => bid.orgId === orgId)!;
    const shown = (orgId: string) =>
      byBidder(orgId).lines.map(({ total, steps }) => [`${total?.over}/${total?.under}`, steps.map(({ kind }) => kind)]);
    // One hundred at 80 EUR and 5 EUR freight are 93.5 USD; the break of 5 holds for 10 seals.
    expect(shown(world.first.orgId)).toEqual([
      ['187/2', ['GOODS', 'FREIGHT']],
      ['33/2', ['GOODS']],
    ]);
    // 30 more days of credit at 6 % save half a per cent.
    expect(shown(world.second.orgId)).toEqual([
      ['3781/40', ['GOODS', 'PAYMENT_DAYS']],
      ['3383/200', ['GOODS', 'PAYMENT_DAYS']],
    ]);
    expect(lot!.evaluation.ranking.map(({ rank, bid }) => [rank, bid.bidId])).toEqual([
      [1, byBidder(world.first.orgId).bid.id],
      [2, byBidder(world.second.orgId).bid.id],
    ]);
    expect([...lot!.best.values()].flat()).toEqual([byBidder(world.first.orgId).bid.id, byBidder(world.first.orgId).bid.id]);
    expect(await judged(tender, world.first)).toEqual([]);
  });

  it('guesses nothing that cannot be compared', async () => {
    const tender = await published(db, world);
    await bids(db, world.first, tender, ['1', '1'], { bid: { deliveryTerm: 'EXW' } });
    await bids(db, world.second, tender, ['9']);
    await closed(db, world, tender);
    const [lot] = await judged(tender);
    expect(lot!.evaluation.ranking).toEqual([]);
    expect(lot!.incomplete).toHaveLength(2);
    expect(lot!.bids.flatMap(({ lines }) => lines.flatMap(({ reasons }) => reasons))).toEqual([
      'DELIVERY_TERM_WITHOUT_ADDEND',
      'DELIVERY_TERM_WITHOUT_ADDEND',
    ]);
  });
});

describe('evaluateTender', () => {
  const evaluate = (tender: Tender, actor = world.buyer) =>
    db.unitOfWork.run(actor, (work) => evaluateTender(work, { tenderId: tender.id }));

  it('ranks by the published formula and keeps the same text once', async () => {
    const weights = { quality: '0.4', price: '0.6' };
    const tender = await published(db, world, {
      formula: { kind: 'RELATIVE_LOW_BID', weights },
      criteria: [
        { id: 'q', kind: 'SCORED', weight: '1', scoreMax: '100', scoreMin: '10' },
        { id: 'iso', kind: 'MANDATORY' },
      ],
      lines: [{ description: 'Bolt', quantity: '1' }],
      bidsMin: 2,
    });
    const bid = (score: string) => ({ bid: { answers: { q: { score }, iso: { passed: true } } } });
    await bids(db, world.first, tender, ['100'], bid('70'));
    expect(codes(await evaluate(tender))).toEqual(['BidsNotOpen']);
    const open = await closed(db, world, tender);
    expect(codes(await evaluate(open))).toEqual(['TooFewBids', 'ScoresMissing']);
    await expect(evaluate(open, world.viewer)).rejects.toThrow(Forbidden);
    await expect(evaluate(open, world.stranger)).rejects.toThrow(NotFound);

    const full = await published(db, world, {
      formula: { kind: 'RELATIVE_LOW_BID', weights },
      criteria: [{ id: 'q', kind: 'SCORED', weight: '1', scoreMax: '100' }],
      lines: [{ description: 'Bolt', quantity: '1' }],
    });
    // What bidders claim for themselves counts for nothing.
    const seventy = await bids(db, world.first, full, ['100'], { bid: { answers: { q: { score: '100' } } } });
    const eighty = await bids(db, world.second, full, ['110']);
    await closed(db, world, full);
    expect(codes(await evaluate(full))).toEqual(['ScoresMissing']);
    await givesPoints(db, world.buyer, full, [
      [seventy.bidId, 'q', '70'],
      [eighty.bidId, 'q', '80'],
    ]);
    const twice = await Promise.all([evaluate(full), evaluate(full)]);
    const [kept] = success(twice[0]!);
    // F6 with 0.4 and 0.6: 22/25 and 0.8655 (states-and-formulas 4.6).
    expect(
      JSON.parse(kept!.body).ranking.map(({ rank, value, shown }: { rank: number; value: string; shown: string }) => [
        rank,
        value,
        shown.slice(0, 6),
      ]),
    ).toEqual([
      [1, '22/25', '0.8800'],
      [2, '238/275', '0.8654'],
    ]);
    expect(await db.unitOfWork.read(world.buyer, (work) => keptEvaluations(work, [full.id]))).toMatchObject([
      [{ n: 1, digest: kept!.digest }],
    ]);
    expect(await db.unitOfWork.read(world.first, (work) => keptEvaluations(work, [full.id]))).toEqual([[]]);
  });
});

describe('awardTender', () => {
  it('awards line by line, with a reason where it is not the cheapest, and never too much', async () => {
    const tender = await published(db, world, { awardMode: 'LINE' });
    const one = await bids(db, world.first, tender, ['1', '5']);
    const two = await bids(db, world.second, tender, ['2', '4']);
    expect(codes(await award(tender, whole(tender, one.bidId)))).toEqual(['BidsNotOpen']);
    const open = await closed(db, world, tender);
    const lotId = open.lots[0]!.id;
    const [bolt, seal] = await linesSeenBy(db, world.buyer, open);
    const lines = (list: { lineId: string; bidId: string; quantity?: string }[], more: object = {}): Lots => [
      { lotId, mode: 'LINES', lines: list, ...more },
    ];
    expect(codes(await award(open, lines([{ lineId: bolt!.id, bidId: two.bidId }])))).toEqual(['AwardReasonMissing']);
    expect(codes(await award(open, lines([{ lineId: bolt!.id, bidId: lotId }])))).toEqual([
      'AwardBidUnknown',
      'AwardReasonMissing',
    ]);
    expect(codes(await award(open, lines([{ lineId: lotId, bidId: one.bidId }])))).toEqual(['AwardLineNotOffered']);
    expect(codes(await award(open, [{ lotId: one.bidId, mode: 'LOT', bidId: one.bidId }]))).toEqual(['TenderLotUnknown']);
    expect(codes(await award(open, [{ lotId, mode: 'SHARES' }]))).toEqual(['AwardSplitNotPublished']);
    expect(codes(await award(open, [{ lotId, mode: 'NONE' }]))).toEqual(['AwardReasonMissing']);
    await expect(award(open, whole(open, one.bidId), {}, world.viewer)).rejects.toThrow(Forbidden);
    await expect(award(open, whole(open, one.bidId), {}, world.stranger)).rejects.toThrow(NotFound);
    expect(await awards(open)).toEqual([]);

    const part = success(
      await award(
        open,
        lines([{ lineId: bolt!.id, bidId: one.bidId, quantity: '60' }], { keepOpen: true, reason: 'Two sources' }),
      ),
    );
    expect(part.status).toBe('EVALUATION');
    expect(codes(await award(open, whole(open, one.bidId)))).toEqual(['VersionConflict']);
    expect(
      codes(await award(part, lines([{ lineId: bolt!.id, bidId: two.bidId, quantity: '50' }], { reason: 'Second source' }))),
    ).toEqual(['AwardTooMuch']);
    const done = success(
      await award(
        part,
        lines(
          [
            { lineId: bolt!.id, bidId: two.bidId, quantity: '40' },
            { lineId: seal!.id, bidId: two.bidId },
          ],
          { reason: 'Second source' },
        ),
      ),
    );
    expect(done.status).toBe('AWARDED');
    expect(
      (await awards(done)).map(({ supplierId, lines: got }) => [
        supplierId === world.first.orgId,
        got.map(({ quantity, price }) => `${quantity} at ${price}`).sort(),
      ]),
    ).toEqual([
      [true, ['60 at 1']],
      [false, ['10 at 4', '40 at 2']],
    ]);
    expect(codes(await award(done, whole(done, one.bidId)))).toEqual(['BidsNotOpen']);
  });

  it('splits by the published shares, pieces whole', async () => {
    expect(sharesOf('7', ['60', '40'])).toEqual(['5', '2']);
    expect(sharesOf('10.5', ['50', '30', '20'])).toEqual(['5.25', '3.15', '2.1']);
    const tender = await published(db, world, { awardMode: 'SHARES', shares: ['60', '40'] });
    await bids(db, world.first, tender, ['2', '2']);
    const best = await bids(db, world.second, tender, ['1', '1']);
    const open = await closed(db, world, tender);
    expect(codes(await award(open, [{ lotId: open.lots[0]!.id, mode: 'SHARES', bidIds: [best.bidId] }]))).toEqual([
      'AwardSharesNotFilled',
    ]);
    success(await award(open, [{ lotId: open.lots[0]!.id, mode: 'SHARES' }]));
    expect(
      (await awards(open))
        .map(({ supplierId, rank, lines }) => [supplierId, rank, lines.map(({ quantity }) => quantity).sort()])
        .sort((a, b) => Number(a[1]) - Number(b[1])),
    ).toEqual([
      [world.second.orgId, 1, ['6', '60']],
      [world.first.orgId, 2, ['4', '40']],
    ]);
    expect((await awards(open, world.first)).map(({ supplierId }) => supplierId)).toEqual([world.first.orgId]);
  });

  it('splits by the published shares in the order of the ranking, though few pieces leave a middle share without any', async () => {
    const lines = [{ description: 'Gear', quantity: '4', unit: 'EA' }, ...(usualTender().lines ?? [])];
    const terms = { awardMode: 'SHARES' as const, shares: ['50', '20', '30'], lines };
    const tender = await published(db, world, terms, [world.first, world.second, world.stranger]);
    await bids(db, world.stranger, tender, ['3', '3', '3']);
    await bids(db, world.first, tender, ['2', '2', '2']);
    await bids(db, world.second, tender, ['1', '1', '1']);
    const open = await closed(db, world, tender);
    success(await award(open, [{ lotId: open.lots[0]!.id, mode: 'SHARES' }]));
    const made = (await awards(open)).sort((a, b) => Number(a.rank) - Number(b.rank));
    expect(made.map(({ supplierId, lines }) => [supplierId, ...lines.map(({ quantity }) => quantity).sort()])).toEqual([
      [world.second.orgId, '3', '5', '50'],
      [world.first.orgId, '2', '20'],
      [world.stranger.orgId, '1', '3', '30'],
    ]);
  });

  it('of two who award at once lets one through, and asks why for a bid far below the others', async () => {
    const tender = await published(db, world, { lowBid: { belowNext: '0.3' } });
    const low = await bids(db, world.first, tender, ['0.5', '1']);
    const next = await bids(db, world.second, tender, ['1', '1']);
    const open = await closed(db, world, tender);
    expect(codes(await award(open, whole(open, low.bidId)))).toEqual(['LowBidNotExplained']);
    const both = await Promise.all([
      award(open, whole(open, low.bidId, 'He has the stock')),
      award(open, whole(open, next.bidId, 'Trusted')),
    ]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(await awards(open)).toHaveLength(1);
  });

  it('awards to nobody, and by an older bid after a round in which its bidder was silent', async () => {
    const tender = await published(db, world);
    const first = await bids(db, world.first, tender, ['1', '1']);
    await bids(db, world.second, tender, ['2', '2']);
    const open = await closed(db, world, tender);
    const lotId = open.lots[0]!.id;
    const round = {
      tenderId: open.id,
      lotId,
      expectedVersion: open.edits,
      kind: 'BEST_AND_FINAL' as const,
      closesAt: inHours(1),
      supplierIds: [world.second.orgId],
    };
    const again = success(await db.unitOfWork.run(world.buyer, (work) => openRound(work, round)));
    await bids(db, world.second, again, ['1.5', '1']);
    const last = await closed(db, world, again);
    expect((await bidsSeenBy(db, world.buyer, last)).map(({ round: n }) => n)).toEqual([1, 1, 2]);
    success(await award(last, whole(last, first.bidId)));
    expect(await awards(last)).toMatchObject([{ bidId: first.bidId, rank: 1 }]);

    const other = await closed(db, world, await published(db, world));
    expect(success(await award(other, [{ lotId: other.lots[0]!.id, mode: 'NONE', reason: 'No bids' }])).status).toBe(
      'UNSUCCESSFUL',
    );
  });

  it('makes nothing at all when an order cannot be placed', async () => {
    const stocked = await plantOffer(db, world.first.orgId, { stock: '1000' });
    const tender = await published(db, world, {
      lines: [
        { partId: stocked.partId, quantity: '10' },
        { description: 'Anything', quantity: '1' },
      ],
    });
    const bid = await bids(db, world.first, tender, ['3', '4']);
    const open = await closed(db, world, tender);
    const orders = { makes: 'ORDERS' as const, shipToSiteId: world.siteId };
    expect(codes(await award(open, whole(open, bid.bidId), orders))).toEqual(['AwardNeedsOffer']);
    const sold = await plantOffer(db, world.first.orgId, { stock: '2', leadDays: null });
    const short = await published(db, world, { lines: [{ partId: sold.partId, quantity: '10' }] });
    const other = await bids(db, world.first, short, ['3']);
    const openShort = await closed(db, world, short);
    const refused = await award(openShort, whole(openShort, other.bidId), orders);
    expect(refused).toMatchObject({ ok: false, errors: [{ code: 'AwardNotOrderable', values: { reason: 'OutOfStock' } }] });
    expect(await awards(openShort)).toEqual([]);
    expect((await asSeenBy(db, world.buyer, openShort.id)).edits).toBe(openShort.edits);
    const wrongUnit = await published(db, world, { lines: [{ partId: stocked.partId, quantity: '10', unit: 'KGM' }] });
    const third = await bids(db, world.first, wrongUnit, ['3']);
    const openThird = await closed(db, world, wrongUnit);
    expect(codes(await award(openThird, whole(openThird, third.bidId), orders))).toEqual(['AwardUnitDiffers']);
    const poor = memberOf(world.buyer.orgId, ['tender:read', 'tender:manage', 'tender:award']);
    const ready = await published(db, world, { lines: [{ partId: stocked.partId, quantity: '10' }] });
    const fourth = await bids(db, world.first, ready, ['3'], { bid: {} });
    const openReady = await closed(db, world, ready);
    await expect(award(openReady, whole(openReady, fourth.bidId), orders, poor)).rejects.toThrow(Forbidden);
    expect(await awards(openReady)).toEqual([]);
  });

  it('signs an agreement at the prices of the bid, which then holds for orders', async () => {
    const offer = await plantOffer(db, world.first.orgId, { price: '9', basis: '1' });
    const announced = { agreement: { from: '2026-01-01', to: '2031-12-31' } };
    const tender = await published(db, world, { ...announced, lines: [{ partId: offer.partId, quantity: '10' }] });
    const lines = await linesSeenBy(db, world.first, tender);
    const bid = await bids(db, world.first, tender, [], {
      bid: { lines: [{ lineId: lines[0]!.id, price: { amount: '6.5', unit: 'EA' }, offerId: offer.id }] },
    });
    const open = await closed(db, world, tender);
    const agreement = { validFrom: '2026-01-01', validTo: '2031-12-31' };
    const done = success(await award(open, whole(open, bid.bidId), { makes: 'AGREEMENTS', agreement }));
    const [made] = await awards(done);
    const [price] = await db.admin(
      `select p.price::text, a.org_id, a.counterparty_id, a.signed_by ->> 'kind' as kind from supply.agreement_price p join supply.agreement a on a.id = p.agreement_id where a.id = $1`,
      [made!.agreementId],
    );
    expect(price).toEqual({ price: '6.5', org_id: world.first.orgId, counterparty_id: world.buyer.orgId, kind: 'award' });
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => cancelAward(work, { awardId: made!.id, reason: 'x' })))).toEqual([
      'AwardStands',
    ]);
    // The app itself can sign nothing in the supplier's name.
    await expect(db.unitOfWork.run(world.buyer, (work) => work.tx.query(`select supply.sign_awarded('{}')`))).rejects.toThrow(
      /permission denied/,
    );

    const again = await published(db, world, { ...announced, lines: [{ partId: offer.partId, quantity: '10' }] });
    const other = await bids(db, world.first, again, ['6']);
    const openAgain = await closed(db, world, again);
    expect(
      await award(openAgain, whole(openAgain, other.bidId), {
        makes: 'AGREEMENTS',
        agreement,
      }),
    ).toMatchObject({
      errors: [{ code: 'AwardAgreementRefused', values: { reason: 'OVERLAPS' } }],
    });
    expect(await awards(openAgain)).toEqual([]);
  });
});
