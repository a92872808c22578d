import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, startWorker, type UserActor } from '#libs/platform';
import {
  type AwardTenderInput,
  awardsOf,
  awardTender,
  cancelAward,
  challengeAward,
  concludeAward,
  decideChallenge,
  declareInterests,
  publishTender,
  StandstillJobs,
  standstillsOf,
  type Tender,
} from '#libs/tendering';
import { codes, plantOffer, plantSite, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  closed,
  drafted,
  inHours,
  onceKey,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

type Lots = AwardTenderInput['lots'];
const lawful = { rulePack: 'EU_2014_24', closesAt: inHours(24 * 40), questionsCloseAt: inHours(24 * 20) } as const;
const award = (tender: Tender, lots: Lots, more: Partial<AwardTenderInput> = {}, actor: UserActor = world.buyer) =>
  db.unitOfWork.run(actor, (work) =>
    awardTender(work, { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: tender.edits, lots, ...more }),
  );
const whole = (tender: Tender, bidId: string, more: object = { statement: 'It was the lowest price.' }): Lots => [
  { lotId: tender.lots[0]!.id, mode: 'LOT', bidId, ...more },
];
const standstill = async (tender: Tender, actor: UserActor = world.buyer) =>
  (await db.unitOfWork.read(actor, (work) => standstillsOf(work, [tender.id])))[0]!.at(-1)!;
const awards = async (tender: Tender) => (await db.unitOfWork.read(world.buyer, (work) => awardsOf(work, [tender.id])))[0] ?? [];
const challenge = (standstillId: string, actor: UserActor = world.second) =>
  db.unitOfWork.run(actor, (work) => challengeAward(work, { standstillId, reason: 'My certificate was overlooked' }));
const decide = (challengeId: string, decision: 'UPHELD' | 'REJECTED', actor: UserActor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => decideChallenge(work, { challengeId, decision, answer: 'We looked again' }));
const conclude = (
  standstillId: string,
  more: { endsAt?: string; makesNothing?: boolean; shipToSiteId?: string } = {},
  actor: UserActor = world.buyer,
) => db.unitOfWork.run(actor, (work) => concludeAward(work, { standstillId, ...more }));
/** To whom letters of this kind about a tender go. */
const toldOf = async (tender: Tender, kind: string): Promise<string[]> => {
  const found = await db.admin<{ org: string }>(
    `select j.payload ->> 'orgId' as org from graphile_worker._private_jobs j where j.payload ->> 'id' = $1 and j.payload ->> 'kind' = $2 order by 1`,
    [tender.id, kind],
  );
  return found.map(({ org }) => org);
};
/** Its last moment was a second ago. */
const over = async (id: string): Promise<string> => {
  const [row] = await db.admin<{ at: string }>(
    `update tendering.standstill set decided_at = clock_timestamp() - interval '11 days', ends_at = clock_timestamp() - interval '1 second' where id = $1 returning ends_at::text as at`,
    [id],
  );
  return row!.at;
};

/** A tender of which the first bidder is the cheaper, and whose award would be an order. */
const judged = async (validUntil: string | null = null) => {
  const offer = await plantOffer(db, world.first.orgId, { stock: '100' });
  const tender = await published(db, world, { ...lawful, lines: [{ partId: offer.partId, quantity: '10' }] });
  const first = await bids(db, world.first, tender, ['3'], { bid: { validUntil } });
  const second = await bids(db, world.second, tender, ['4']);
  return { tender: await closed(db, world, tender), first, second };
};
const decided = async (makes: AwardTenderInput['makes'] = 'ORDERS', validUntil: string | null = null) => {
  const { tender, first, second } = await judged(validUntil);
  const site = makes === 'ORDERS' ? { shipToSiteId: world.siteId } : {};
  const now = success(await award(tender, whole(tender, first.bidId), { makes, ...site }));
  return { tender: now, first, second, held: await standstill(now) };
};

describe('publishTender', () => {
  it('keeps to the rules that the draft names', async () => {
    const draft = await drafted(db, world, { ...lawful, procedure: 'OPEN', closesAt: inHours(48), confidentiality: 'OPEN' });
    const publish = () =>
      db.unitOfWork.run(world.buyer, (work) => publishTender(work, { tenderId: draft.id, expectedVersion: draft.edits }));
    expect(codes(await publish()).sort()).toEqual([
      'ConfidentialityNotAllowed',
      'TenderEnquiriesTooShort',
      'TenderMustBePublic',
      'TenderPeriodTooShort',
      'TenderQuestionsCloseLate',
    ]);
    expect((await asSeenBy(db, world.buyer, draft.id)).status).toBe('DRAFT');
  });

  it('reckons by the calendar of the buyer', async () => {
    // Closed for sixty days from today: the least period ends after them.
    const days = `insert into supply.calendar_day (org_id, place, day, kind) select $1, '', current_date + n, 'CLOSED' from generate_series(0, 60) n`;
    await db.admin(
      `insert into supply.calendar (org_id, place, name, time_zone, working_days, opens, closes, cut_off) values ($1, '', 'All', 'Europe/Berlin', '{1,2,3,4,5}', '08:00', '17:00', '12:00')`,
      [world.buyer.orgId],
    );
    await db.admin(days, [world.buyer.orgId]);
    const draft = await drafted(db, world, { ...lawful, procedure: 'OPEN', isPublic: true });
    const step = { tenderId: draft.id, expectedVersion: draft.edits };
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => publishTender(work, step)))).toEqual(['TenderPeriodTooShort']);
    await db.admin('delete from supply.calendar where org_id = $1', [world.buyer.orgId]);
    success(await db.unitOfWork.run(world.buyer, (work) => publishTender(work, step)));
  });
});

describe('awardTender by rules with a standstill', () => {
  it('decides first: everybody who bid is written to, and nothing is ordered', async () => {
    const { tender, first } = await judged();
    expect(codes(await award(tender, whole(tender, first.bidId, {})))).toEqual(['AwardStatementMissing']);
    const now = success(await award(tender, whole(tender, first.bidId), { makes: 'ORDERS', shipToSiteId: world.siteId }));
    expect(now.status).toBe('STANDSTILL');
    expect((await awards(now)).map(({ orderId, cancelledAt }) => [orderId, cancelledAt])).toEqual([[null, null]]);
    const held = await standstill(now);
    expect(held.endsAt.getTime() - held.decidedAt.getTime()).toBeGreaterThan(10 * 86_400_000);
    expect(held.notices.map(({ supplierId, outcome, rank }) => [supplierId, outcome, rank]).sort()).toEqual(
      [
        [world.first.orgId, 'AWARDED', 1],
        [world.second.orgId, 'NOT_AWARDED', 2],
      ].sort(),
    );
    const letter = (await standstill(now, world.second)).notices;
    expect(letter.map(({ supplierId, winners }) => [supplierId, winners.map((one) => [one.supplierId, one.amount])])).toEqual([
      [world.second.orgId, [[world.first.orgId, null]]],
    ]);
    expect(await toldOf(now, 'AWARD_DECIDED')).toEqual([world.first.orgId, world.second.orgId].sort());
  });

  it('tells who bid on what waits of the decision, and everybody of what does not', async () => {
    const lots = ['A', 'B'];
    const lines = [1, 2].map((lot) => ({ description: 'Bolt', quantity: '1', unit: 'EA', lot }));
    const tender = await published(db, world, { ...lawful, lots, lines }, [world.first, world.second, world.stranger]);
    const first = await bids(db, world.first, tender, ['1']);
    await bids(db, world.second, tender, ['2']);
    const only = await bids(db, world.first, tender, ['1'], { lot: 1 });
    const open = await closed(db, world, tender);
    const held = { lotId: open.lots[0]!.id, mode: 'LOT' as const, bidId: first.bidId, statement: 'The lowest.' };
    const waits = success(await award(open, [held]));
    const both = [world.first.orgId, world.second.orgId].sort();
    expect([await toldOf(open, 'AWARD_DECIDED'), await toldOf(open, 'AWARDED')]).toEqual([both, []]);
    const [made] = await awards(waits);
    success(await db.unitOfWork.run(world.buyer, (work) => cancelAward(work, { awardId: made!.id, reason: 'A mistake' })));
    expect(await toldOf(open, 'AWARD_CANCELLED')).toEqual(both);
    await db.admin('delete from graphile_worker._private_jobs where payload::text like $1', [`%${open.id}%`]);
    const atOnce = { lotId: open.lots[1]!.id, mode: 'LOT' as const, bidId: only.bidId };
    success(await award(await asSeenBy(db, world.buyer, open.id), [held, atOnce]));
    expect([await toldOf(open, 'AWARD_DECIDED'), await toldOf(open, 'AWARDED')]).toEqual([
      both,
      [...both, world.stranger.orgId].sort(),
    ]);
  });

  it('needs the right to order at once, and a bid that still binds then', async () => {
    const { tender, first } = await judged();
    const orders = { makes: 'ORDERS', shipToSiteId: world.siteId } as const;
    const permissions = new Set(['tender:read', 'tender:manage', 'tender:award']);
    await expect(award(tender, whole(tender, first.bidId), orders, { ...world.buyer, permissions })).rejects.toThrow(Forbidden);
    const short = await published(db, world, lawful);
    const validUntil = inHours(24 * 45)
      .toISOString()
      .slice(0, 10);
    const bid = await bids(db, world.first, short, ['1', '1'], { bid: { validUntil } });
    await bids(db, world.second, short, ['2', '2'], { bid: { validUntil } });
    const open = await closed(db, world, short);
    await db.admin(`update tendering.bid_content set body = replace(body, $2, $3) where tender_id = $1`, [
      short.id,
      validUntil,
      inHours(24 * 5)
        .toISOString()
        .slice(0, 10),
    ]);
    expect(codes(await award(open, whole(open, bid.bidId)))).toEqual(['AwardBidExpired']);
  });

  it('refuses at once what could not be ordered later, and orders nothing by that', async () => {
    const { tender, first } = await judged();
    const orders = { makes: 'ORDERS', shipToSiteId: onceKey() } as const;
    expect(codes(await award(tender, whole(tender, first.bidId), orders))).toEqual(['AwardNotOrderable']);
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('EVALUATION');
    success(await award(tender, whole(tender, first.bidId), { ...orders, shipToSiteId: world.siteId }));
    expect(await db.admin('select 1 from procurement.purchase_order where note like $1', [`${tender.number} %`])).toEqual([]);
  });

  it('leaves interests as they were when it was made', async () => {
    const { tender } = await decided();
    const declare = () =>
      db.unitOfWork.run(world.buyer, (work) => declareInterests(work, { tenderId: tender.id, hasConflict: true }));
    expect(codes(await declare())).toEqual(['TenderNotOpen']);
  });

  it('binds at once where one bid stands or nobody gets it', async () => {
    const tender = await published(db, world, lawful);
    const only = await bids(db, world.first, tender, ['1', '1']);
    const open = await closed(db, world, tender);
    expect(success(await award(open, whole(open, only.bidId, {}))).status).toBe('AWARDED');
    const { tender: other } = await judged();
    const none = await award(other, [{ lotId: other.lots[0]!.id, mode: 'NONE', reason: 'No need any more' }]);
    expect(success(none).status).toBe('UNSUCCESSFUL');
  });

  it('shows decisions to who bid, and to nobody else', async () => {
    const { tender } = await decided();
    const seen = async (actor: UserActor) =>
      (await db.unitOfWork.read(actor, (work) => standstillsOf(work, [tender.id])))[0]!.length;
    expect(await Promise.all([world.buyer, world.first, world.second, world.stranger].map(seen))).toEqual([1, 1, 1, 0]);
    const plans = 'select count(*)::int as n from tendering.award_plan';
    const [own] = await db.unitOfWork.read(world.first, (work) => work.tx.query(plans));
    expect(own).toEqual({ n: 0 });
  });
});

describe('concludeAward', () => {
  it('makes the order once, after the last moment', async () => {
    const { tender, held } = await decided();
    expect(codes(await conclude(held.id))).toEqual(['StandstillRuns']);
    await expect(conclude(held.id, {}, world.viewer)).rejects.toThrow(Forbidden);
    await expect(conclude(held.id, {}, { ...world.first, permissions: world.buyer.permissions })).rejects.toThrow(NotFound);
    const endsAt = await over(held.id);
    expect(codes(await conclude(held.id, { endsAt: '2027-01-01 00:00:00+00' }))).toEqual(['StandstillRuns']);
    const both = await Promise.all([conclude(held.id, { endsAt }), conclude(held.id, { endsAt })]);
    expect(both.flatMap((one) => codes(one))).toEqual(['StandstillOver']);
    const [made] = await awards(tender);
    expect(made!.orderId).not.toBeNull();
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('AWARDED');
  });

  it('is done by the clock: each once, and one that cannot be made stops no other and is left to its buyer', async () => {
    const stuck = await decided();
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where org_id = $1`, [world.first.orgId]);
    const broken = await decided('NOTHING');
    await db.admin(`update tendering.award_plan set plan = '{}' where standstill_id = $1`, [broken.held.id]);
    const sound = await decided();
    const asked = await decided();
    success(await challenge(asked.held.id));
    for (const { held } of [broken, stuck, sound]) await over(held.id);
    const tasks = new StandstillJobs().tasks();
    const workers = await Promise.all(
      [1, 2].map(() => startWorker({ jobsUrl: db.jobsUrl, unitOfWork: db.unitOfWork, tasks, pollMs: 100 })),
    );
    try {
      for (const key of ['a', 'b'])
        await db.admin(`select graphile_worker.add_job('tendering.conclude-awards', '{}'::json, job_key => $1)`, [key]);
      await until(async () => (await asSeenBy(db, world.buyer, sound.tender.id)).status === 'AWARDED');
      await until(async () => (await standstill(stuck.tender)).failedAt !== null);
      await until(async () => (await standstill(broken.tender)).failedAt !== null);
    } finally {
      for (const worker of workers) await worker.stop();
    }
    const made = await awards(sound.tender);
    const orders = await db.admin('select id from procurement.purchase_order where note like $1', [`${sound.tender.number} %`]);
    expect([made.map(({ orderId }) => orderId), orders]).toEqual([[made[0]!.orderId], [{ id: made[0]!.orderId }]]);
    expect((await standstill(stuck.tender)).faults?.map(({ code }) => code)).toEqual(['AwardNotOrderable']);
    expect((await standstill(broken.tender)).faults).toEqual([{ code: 'AwardInterrupted', path: [] }]);
    expect((await standstill(stuck.tender, world.second)).faults).toBeNull();
    expect((await asSeenBy(db, world.buyer, asked.tender.id)).status).toBe('STANDSTILL');
    expect(await db.admin('select 1 from tendering.standstills_due()')).toEqual([]);
  });

  it('leaves the decision as it is when nothing can be made of it, and can be told to make nothing', async () => {
    const { tender, held } = await decided();
    await over(held.id);
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where org_id = $1`, [world.first.orgId]);
    expect(codes(await conclude(held.id))).toEqual(['AwardNotOrderable']);
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('STANDSTILL');
    expect(success(await conclude(held.id, { makesNothing: true })).status).toBe('AWARDED');
    expect((await awards(tender)).map(({ orderId }) => orderId)).toEqual([null]);
  });
});

describe('concludeAward with other choices', () => {
  it('orders to another site than was chosen', async () => {
    const { tender, held } = await decided();
    await over(held.id);
    const other = await plantSite(db, world.buyer.orgId, 'BRE');
    expect(codes(await conclude(held.id, { shipToSiteId: onceKey() }))).toEqual(['AwardNotOrderable']);
    success(await conclude(held.id, { shipToSiteId: other }));
    const [made] = await awards(tender);
    const [order] = await db.admin<{ site: string }>(
      'select ship_to::text as site from procurement.purchase_order where id = $1',
      [made!.orderId],
    );
    expect(order!.site).toContain('BRE');
  });
});

describe('concludeAward after a long challenge', () => {
  it('makes nothing of a bid that binds no longer, unless it is told that nothing is made here', async () => {
    const [day, gone] = [24 * 60, -24].map((hours) => inHours(hours).toISOString().slice(0, 10));
    const { tender, held } = await decided('ORDERS', day);
    await over(held.id);
    await db.admin('update tendering.award_plan set plan = replace(plan::text, $2, $3)::jsonb where standstill_id = $1', [
      ...[held.id, day, gone],
    ]);
    expect(codes(await conclude(held.id))).toEqual(['AwardBidExpired']);
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('STANDSTILL');
    expect(success(await conclude(held.id, { makesNothing: true })).status).toBe('AWARDED');
  });
});

describe('challengeAward', () => {
  it('stops the time; rejected, what was left of it goes on', async () => {
    const { tender, held } = await decided();
    await expect(challenge(held.id, { ...world.second, permissions: new Set<string>() })).rejects.toThrow(Forbidden);
    await expect(challenge(held.id, world.stranger)).rejects.toThrow(NotFound);
    await expect(challenge(held.id, { ...world.buyer, permissions: world.second.permissions })).rejects.toThrow(NotFound);
    const both = await Promise.all([challenge(held.id), challenge(held.id)]);
    expect(both.flatMap((one) => codes(one))).toEqual(['ChallengedBefore']);
    const stopped = await standstill(tender);
    expect(stopped.suspendedAt).not.toBeNull();
    expect(stopped.challenges.map(({ supplierId, reason, decision }) => [supplierId, reason, decision])).toEqual([
      [world.second.orgId, 'My certificate was overlooked', null],
    ]);
    // The other bidder reads that the time stands still, and not who challenged.
    expect((await standstill(tender, world.first)).challenges).toEqual([]);
    await db.admin(
      `update tendering.standstill set decided_at = decided_at - interval '20 days', ends_at = ends_at - interval '20 days', suspended_at = suspended_at - interval '20 days' where id = $1`,
      [held.id],
    );
    expect(codes(await conclude(held.id))).toEqual(['StandstillRuns']);
    const [asked] = stopped.challenges;
    await expect(decide(asked!.id, 'REJECTED', world.viewer)).rejects.toThrow(Forbidden);
    await expect(decide(asked!.id, 'REJECTED', world.stranger)).rejects.toThrow(NotFound);
    const answers = await Promise.all([decide(asked!.id, 'REJECTED'), decide(asked!.id, 'REJECTED')]);
    expect(answers.flatMap((one) => codes(one))).toEqual(['ChallengeDecided']);
    const after = await standstill(tender);
    expect(after.suspendedAt).toBeNull();
    // Twenty days passed while it stood still: as much is left as before.
    expect(Math.abs(after.endsAt.getTime() - held.endsAt.getTime())).toBeLessThan(60_000);
    expect((await standstill(tender, world.second)).challenges.map(({ decision, answer }) => [decision, answer])).toEqual([
      ['REJECTED', 'We looked again'],
    ]);
    expect((await asSeenBy(db, world.buyer, tender.id)).status).toBe('STANDSTILL');
  });

  it('comes too late after the last moment', async () => {
    const { held } = await decided();
    await over(held.id);
    expect(codes(await challenge(held.id))).toEqual(['StandstillOver']);
  });

  it('upheld, takes the award back, and the lot can be awarded again', async () => {
    const { tender, second, held } = await decided();
    success(await challenge(held.id));
    success(await challenge(held.id, world.first));
    const { challenges } = await standstill(tender);
    const mine = challenges.find(({ supplierId }) => supplierId === world.second.orgId)!;
    const back = success(await decide(mine.id, 'UPHELD'));
    expect(back.status).toBe('EVALUATION');
    const after = await standstill(tender);
    expect(after.takenBackAt).not.toBeNull();
    expect(after.challenges.map(({ decision }) => decision).sort()).toEqual(['LAPSED', 'UPHELD']);
    // Why is the challenger's to read; the winner learns that it was upheld.
    const [[lost] = []] = await db.unitOfWork.read(world.first, (work) => awardsOf(work, [tender.id]));
    expect(lost!.cancelReason).toBe('A challenge to the decision was upheld.');
    expect(await toldOf(tender, 'AWARD_CANCELLED')).toEqual([world.first.orgId, world.second.orgId].sort());
    expect(codes(await conclude(held.id))).toEqual(['StandstillOver']);
    const again = whole(back, second.bidId, { reason: 'Certificate', statement: 'The first had none.' });
    expect(success(await award(back, again)).status).toBe('STANDSTILL');
  });

  it('has no object any more when the buyer takes the award back himself', async () => {
    const { tender, held } = await decided();
    success(await challenge(held.id));
    const [made] = await awards(tender);
    const cancel = { awardId: made!.id, reason: 'A mistake' };
    expect(success(await db.unitOfWork.run(world.buyer, (work) => cancelAward(work, cancel))).status).toBe('EVALUATION');
    const after = await standstill(tender);
    expect([after.takenBackAt === null, after.challenges.map(({ decision }) => decision)]).toEqual([false, ['LAPSED']]);
  });
});
