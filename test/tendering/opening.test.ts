import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound } from '#libs/platform';
import { readEnvelope } from '#libs/sealing';
import {
  amendTender,
  armHalf,
  awardTender,
  type BidEnvelope,
  closeRound,
  evaluateTender,
  judgeEnvelope,
  openEnvelopes,
  openingsOfTenders,
  openRound,
  rebutOpening,
  releasedEnvelopes,
  releaseHalf,
  type Tender,
} from '#libs/tendering';
import { codes, success } from '../factories/order.factory.js';
import {
  bidsSealed,
  type Committee,
  committeeOf,
  passedSealed,
  publishedSealed,
  releases,
  sealsOf,
  unwrapped,
} from '../factories/sealing.factory.js';
import { asSeenBy, bidsSeenBy, inHours, onceKey, passed, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
let committee: Committee;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
  committee = await committeeOf(db, world);
});
afterAll(() => db.close());

const lotOf = (tender: Tender) => ({ tenderId: tender.id, lotId: tender.lots[0]!.id });
const second = () => committee.officers[1].actor;
const release = async (
  tender: Tender,
  given: { envelope?: BidEnvelope; clock?: () => number; seals?: Committee['seals'] } = {},
) => {
  const { envelope = 'WHOLE', seals = committee.seals, clock } = given;
  const hub = { seals, ...(clock ? { clock } : {}) };
  const tried = success(await db.unitOfWork.run(second(), (work) => releaseHalf(work, { ...lotOf(tender), envelope }, hub)));
  return 'refused' in tried ? `${tried.refused.code} ${tried.refused.values?.['reason'] ?? ''}`.trim() : tried.done.envelopes;
};
const open = (
  tender: Tender,
  keys: { bidId: string; contentKey: string | null }[],
  envelope: BidEnvelope = 'WHOLE',
  actor = second(),
) =>
  db.unitOfWork.run(actor, (work) =>
    openEnvelopes(work, { ...lotOf(tender), envelope, keys: keys.map(({ bidId, contentKey }) => ({ bidId, contentKey })) }),
  );
const judge = (tender: Tender, bidId: string, passes: boolean, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) =>
    judgeEnvelope(work, {
      ...lotOf(tender),
      bidId,
      envelope: 'QUALIFICATION',
      passed: passes,
      reason: passes ? null : 'No certificate',
    }),
  );
const events = async (tender: Tender, kind: string) =>
  db.admin<{ detail: { reason?: string } }>(
    'select detail from tendering.tender_event where tender_id = $1 and kind = $2 order by seq',
    [tender.id, kind],
  );

describe('releaseHalf', () => {
  it('gives its part once, after the deadline, and each try before is noted', async () => {
    const tender = await publishedSealed(db, world, { committee });
    await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
    expect(await release(tender)).toBe('OpeningTooEarly');
    expect(await release(tender, { envelope: 'COMMERCIAL' })).toBe('TenderNotSealed');
    expect((await events(tender, 'OPENING_REFUSED')).map(({ detail }) => detail.reason)).toEqual(['EARLY', 'NOT_SEALED']);
    await passedSealed(db, tender, committee);
    const both = await Promise.all([release(tender), release(tender)]);
    expect(both.map(String).sort()).toEqual(['1', 'ReleasedBefore']);
    const [secret] = await db.admin(
      'select sealed, spent_at is not null as spent from tendering.hub_secret s join tendering.lot_round r using (org_id, lot_id, round) where r.tender_id = $1',
      [tender.id],
    );
    expect(secret).toEqual({ sealed: null, spent: true });
    expect((await events(tender, 'HALF_RELEASED')).length).toBe(1);
    const trail = await db.admin(`select 1 from platform.audit_event where action = 'tender:release-refused' and subject = $1`, [
      `tender:${tender.id}`,
    ]);
    expect(trail).toHaveLength(3);
  });

  it('believes no deadline that was put back, no clock that was put forward, and no half that was changed', async () => {
    const tender = await publishedSealed(db, world, { committee });
    await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
    // What a database administrator can do: every date of the tender set back.
    await passed(db, tender);
    expect(await release(tender)).toBe('OpeningTampered DEADLINE_TAMPERED');
    await db.admin(
      'update tendering.hub_secret set armed_for = (select closes_at from tendering.lot_round r where r.lot_id = hub_secret.lot_id) where lot_id = $1',
      [tender.lots[0]!.id],
    );
    expect(await release(tender)).toBe('OpeningTampered DEADLINE_TAMPERED');
    await db.admin(`update tendering.hub_secret set sealed = 's1.00000000.AAAA' where lot_id = $1`, [tender.lots[0]!.id]);
    expect(await release(tender)).toBe('OpeningTampered KEY_UNREADABLE');
    const other = await publishedSealed(db, world, { committee });
    await passedSealed(db, other, committee);
    expect(await release(other, { clock: () => Date.now() - 3 * 86_400_000 })).toBe('OpeningTampered CLOCKS_APART');
    expect(await release(other, { seals: sealsOf() })).toBe('OpeningTampered KEY_UNREADABLE');
    expect((await events(tender, 'OPENING_REFUSED')).map(({ detail }) => detail.reason)).toEqual([
      'DEADLINE_TAMPERED',
      'DEADLINE_TAMPERED',
      'KEY_UNREADABLE',
    ]);
    expect(await release(other)).toBe(0);
    expect((await asSeenBy(db, world.buyer, other.id)).status).toBe('EVALUATION');
  });

  it('is armed anew when the deadline moves, and notes one that went back', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const arm = () =>
      db.unitOfWork.run(world.buyer, (work) => armHalf(work, { lotId: tender.lots[0]!.id, round: 1 }, committee.seals));
    expect(await arm()).toBe('NOTHING');
    const [first] = await db.admin<{ closes_at: string }>(
      'select closes_at::text from tendering.lot_round where tender_id = $1',
      [tender.id],
    );
    const later = { tenderId: tender.id, expectedVersion: tender.edits, reason: 'Later', closesAt: inHours(96) };
    success(await db.unitOfWork.run(world.buyer, (work) => amendTender(work, later)));
    const due = await db.admin<{ lot_id: string }>(
      'select lot_id from tendering.hub_secret s join tendering.lot_round r using (org_id, lot_id, round) where s.armed_for <> r.closes_at and r.tender_id = $1',
      [tender.id],
    );
    expect(due).toHaveLength(1);
    expect([await arm(), await arm()]).toEqual(['ARMED', 'NOTHING']);
    // Back to what was published first: the hub knows better.
    await db.admin('update tendering.lot_round set closes_at = $2 where tender_id = $1', [tender.id, first!.closes_at]);
    expect([await arm(), await arm()]).toEqual(['TAMPERED', 'TAMPERED']);
    expect(await events(tender, 'DEADLINE_TAMPERED')).toHaveLength(1);
  });

  it('is for who may open, and for the buyer', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const input = { ...lotOf(tender), envelope: 'WHOLE' as const };
    const hub = { seals: committee.seals };
    await expect(db.unitOfWork.run(world.buyer, (work) => releaseHalf(work, input, hub))).rejects.toThrow(Forbidden);
    for (const actor of [world.first, world.stranger])
      await expect(
        db.unitOfWork.run({ ...actor, permissions: second().permissions }, (work) => releaseHalf(work, input, hub)),
      ).rejects.toThrow(NotFound);
    await expect(db.unitOfWork.run(second(), (work) => releaseHalf(work, { ...input, lotId: tender.id }, hub))).rejects.toThrow(
      NotFound,
    );
    expect(await events(tender, 'OPENING_REFUSED')).toEqual([]);
  });
});

describe('openEnvelopes', () => {
  it('opens bids into what an open bid would say, and they are evaluated and awarded', async () => {
    const tender = await publishedSealed(db, world, { committee });
    await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
    const { receipt } = await bidsSealed(db, world.second, { tender, prices: ['1.5', '3'] });
    await passedSealed(db, tender, committee);
    expect(await releases(db, tender, { committee })).toBe(2);
    const keys = await unwrapped(db, tender, { committee });
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('CLOSED');
    expect(codes(await open(tender, [{ ...keys[0]!, contentKey: keys[1]!.contentKey }]))).toEqual(['ContentKeyWrong']);
    expect(codes(await open(tender, [{ bidId: tender.id, contentKey: keys[0]!.contentKey }]))).toEqual(['EnvelopeNotReleased']);
    await expect(open(tender, keys, 'WHOLE', world.buyer)).rejects.toThrow(Forbidden);
    await expect(open(tender, keys, 'WHOLE', { ...world.first, permissions: second().permissions })).rejects.toThrow(NotFound);
    const twice = await Promise.all([open(tender, keys), open(tender, keys)]);
    expect(twice.map((result) => success(result).length)).toEqual([2, 2]);
    const seen = await bidsSeenBy(db, world.buyer, tender);
    expect(seen.map(({ orgId, content }) => [orgId, content?.lines[0]?.price.amount]).sort()).toEqual(
      [
        [world.first.orgId, '2'],
        [world.second.orgId, '1.5'],
      ].sort(),
    );
    expect(seen.find(({ id }) => id === receipt.bidId)?.digest).toBe(receipt.digest);
    expect(await bidsSeenBy(db, world.first, tender)).toMatchObject([{ orgId: world.first.orgId, content: { currency: 'USD' } }]);
    const now = await asSeenBy(db, world.buyer, tender.id);
    expect(now.status).toBe('EVALUATION');
    success(await db.unitOfWork.run(world.buyer, (work) => evaluateTender(work, { tenderId: tender.id })));
    const award = { tenderId: tender.id, expectedVersion: now.edits, idempotencyKey: onceKey(), makes: 'NOTHING' as const };
    const lots = [{ lotId: tender.lots[0]!.id, mode: 'LOT' as const, bidId: receipt.bidId, reason: null }];
    expect(success(await db.unitOfWork.run(world.buyer, (work) => awardTender(work, { ...award, lots }))).status).toBe('AWARDED');
  });

  it('keeps what does not open with its reason; the bidder shows by his key that it did', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const { receipt, sealed } = await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
    await bidsSealed(db, world.second, { tender, prices: ['0', '3'] });
    await passedSealed(db, tender, committee);
    await releases(db, tender, { committee });
    const keys = await unwrapped(db, tender, { committee });
    const bad = keys.find(({ supplierId }) => supplierId === world.second.orgId)!;
    const openings = success(await open(tender, [{ bidId: receipt.bidId, contentKey: null }, bad]));
    expect(openings.map(({ outcome, reason, body }) => [outcome, reason, body]).sort()).toEqual([
      ['UNOPENABLE', 'BidPriceMissing', null],
      ['UNOPENABLE', 'REPORTED', null],
    ]);
    expect((await bidsSeenBy(db, world.buyer, tender)).map(({ content }) => content)).toEqual([null, null]);
    const rebut = (actor: typeof world.first, bidId: string, contentKey: string) =>
      db.unitOfWork.run(actor, (work) => rebutOpening(work, { tenderId: tender.id, bidId, envelope: 'WHOLE', contentKey }));
    const { contentKey } = sealed.kept[0]!;
    expect(codes(await rebut(world.first, receipt.bidId, bad.contentKey))).toEqual(['ContentKeyWrong']);
    expect(codes(await rebut(world.second, bad.bidId, bad.contentKey))).toEqual(['EnvelopeNotRebuttable']);
    await expect(rebut(world.second, receipt.bidId, contentKey)).rejects.toThrow(NotFound);
    await expect(rebut(world.viewer, receipt.bidId, contentKey)).rejects.toThrow(Forbidden);
    const both = await Promise.all([
      rebut(world.first, receipt.bidId, contentKey),
      rebut(world.first, receipt.bidId, contentKey),
    ]);
    expect(both.flatMap((result) => codes(result))).toEqual(['EnvelopeNotRebuttable']);
    const shown = (await bidsSeenBy(db, world.buyer, tender)).find(({ id }) => id === receipt.bidId);
    expect(shown?.content?.lines.map(({ price }) => price.amount)).toEqual(['2', '3']);
  });

  it('takes by the bidder’s own key no bid that the officers’ key would not have opened', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const { receipt, sealed } = await bidsSealed(db, world.first, { tender, prices: ['0', '3'] });
    await passedSealed(db, tender, committee);
    await releases(db, tender, { committee });
    success(await open(tender, [{ bidId: receipt.bidId, contentKey: null }]));
    const { contentKey } = sealed.kept[0]!;
    const rebuttal = { tenderId: tender.id, bidId: receipt.bidId, envelope: 'WHOLE' as const, contentKey };
    const tried = await db.unitOfWork.run(world.first, (work) => rebutOpening(work, rebuttal));
    expect(tried).toMatchObject({ ok: false, errors: [{ code: 'EnvelopeHoldsNoBid', values: { reason: 'BidPriceMissing' } }] });
    const [[opening] = []] = await db.unitOfWork.read(world.buyer, (work) => openingsOfTenders(work, [tender.id]));
    expect(opening).toMatchObject({ outcome: 'UNOPENABLE', reason: 'REPORTED', body: null });
  });

  it('opens no withdrawn bid and none that waits for its confirmation', async () => {
    const tender = await publishedSealed(db, world, { committee });
    await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
    success(
      await db.unitOfWork.run(world.buyer, (work) =>
        amendTender(work, { tenderId: tender.id, expectedVersion: tender.edits, reason: 'Other', description: 'Other' }),
      ),
    );
    await bidsSealed(db, world.second, { tender, prices: ['2', '3'] });
    await passedSealed(db, tender, committee);
    expect(await releases(db, tender, { committee })).toBe(1);
    expect((await unwrapped(db, tender, { committee })).map(({ supplierId }) => supplierId)).toEqual([world.second.orgId]);
  });
});

describe('judgeEnvelope', () => {
  const criteria = [
    { id: 'iso', kind: 'MANDATORY' as const },
    { id: 'warranty', kind: 'SCORED' as const, weight: '1', scoreMax: '10' },
  ];
  const terms = { criteria, formula: { kind: 'RELATIVE_LOW_BID' as const, weights: { quality: '0.5', price: '0.5' } } };
  const answers = { iso: { passed: true }, warranty: { score: '7' } };

  it('leaves the prices of a bid that failed sealed for ever', async () => {
    const tender = await publishedSealed(db, world, { committee, envelopes: ['QUALIFICATION', 'COMMERCIAL'], terms });
    const one = await bidsSealed(db, world.first, { tender, prices: ['2', '3'], bid: { answers } });
    const two = await bidsSealed(db, world.second, { tender, prices: ['1', '1'], bid: { answers } });
    await passedSealed(db, tender, committee);
    expect(await release(tender, { envelope: 'COMMERCIAL' })).toBe('EnvelopeNotNext OUT_OF_TURN');
    expect(await releases(db, tender, { committee, envelope: 'QUALIFICATION' })).toBe(2);
    const keys = await unwrapped(db, tender, { committee, envelope: 'QUALIFICATION' });
    success(await open(tender, keys, 'QUALIFICATION'));
    const [opened] = await db.unitOfWork.read(world.buyer, (work) => openingsOfTenders(work, [tender.id]));
    expect(opened?.map(({ body }) => JSON.parse(body ?? ''))).toEqual([{ answers }, { answers }]);
    expect((await bidsSeenBy(db, world.buyer, tender)).map(({ content }) => content)).toEqual([null, null]);

    expect(
      codes(
        await db.unitOfWork.run(world.buyer, (work) =>
          judgeEnvelope(work, { ...lotOf(tender), bidId: two.receipt.bidId, envelope: 'QUALIFICATION', passed: false }),
        ),
      ),
    ).toEqual(['VerdictReasonMissing']);
    await expect(judge(tender, two.receipt.bidId, false, world.viewer)).rejects.toThrow(Forbidden);
    await expect(judge(tender, two.receipt.bidId, false, world.stranger)).rejects.toThrow(NotFound);
    const both = await Promise.all([judge(tender, two.receipt.bidId, false), judge(tender, two.receipt.bidId, false)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['EnvelopeNotJudgeable']);
    expect(await release(tender, { envelope: 'COMMERCIAL' })).toBe('EnvelopeNotNext NOT_JUDGED');
    success(await judge(tender, one.receipt.bidId, true));
    expect(await releases(db, tender, { committee, envelope: 'COMMERCIAL' })).toBe(1);
    const prices = await unwrapped(db, tender, { committee, envelope: 'COMMERCIAL' });
    success(await open(tender, prices, 'COMMERCIAL'));
    const seen = await bidsSeenBy(db, world.buyer, tender);
    expect(seen.find(({ id }) => id === one.receipt.bidId)?.content).toMatchObject({
      answers,
      lines: [{ price: { amount: '2' } }, {}],
    });
    expect(seen.find(({ id }) => id === two.receipt.bidId)?.content).toBeNull();
    // The envelope is there; the hub has no half any more that could help to open it.
    const [left] = await db.admin<{ sealed: string }>(
      `select convert_from(sealed, 'UTF8') as sealed from tendering.bid_content where bid_id = $1 and envelope = 'COMMERCIAL'`,
      [two.receipt.bidId],
    );
    expect(readEnvelope(left!.sealed).header.envelope).toBe('COMMERCIAL');
    expect(
      await db.admin('select 1 from tendering.half_part where bid_id = $1 and envelope = $2', [two.receipt.bidId, 'COMMERCIAL']),
    ).toEqual([]);
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('EVALUATION');
    const theirs = await db.unitOfWork.read(world.second, (work) => openingsOfTenders(work, [tender.id]));
    expect(theirs[0]).toMatchObject([{ bidId: two.receipt.bidId, verdict: 'FAILED', verdictReason: 'No certificate' }]);
    expect(await db.unitOfWork.read(world.stranger, (work) => openingsOfTenders(work, [tender.id]))).toEqual([[]]);
  });

  it('goes on to a further sealed round with a half of its own', async () => {
    const tender = await publishedSealed(db, world, { committee });
    await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
    await passedSealed(db, tender, committee);
    await releases(db, tender, { committee });
    success(await open(tender, await unwrapped(db, tender, { committee })));
    const now = await asSeenBy(db, world.buyer, tender.id);
    const round = {
      ...lotOf(tender),
      expectedVersion: now.edits,
      kind: 'ROUND' as const,
      closesAt: inHours(5),
      supplierIds: [world.first.orgId],
    };
    success(await db.unitOfWork.run(world.buyer, (work) => openRound(work, round, committee.seals)));
    await bidsSealed(db, world.first, { tender, prices: ['1.9', '3'] });
    expect(await release(tender)).toBe('OpeningTooEarly');
    await passedSealed(db, tender, committee);
    await db.unitOfWork.run(world.buyer, (work) => closeRound(work, lotOf(tender)));
    expect(await releases(db, tender, { committee })).toBe(1);
    const lotId = tender.lots[0]!.id;
    expect(await db.unitOfWork.read(world.buyer, (work) => releasedEnvelopes(work, { lotId, envelope: 'WHOLE' }))).toHaveLength(
      1,
    );
    success(await open(tender, await unwrapped(db, tender, { committee })));
    const bids = await bidsSeenBy(db, world.buyer, tender);
    expect(bids.map(({ content }) => content?.lines[0]?.price.amount)).toEqual(['2', '1.9']);
  });
});
