import { randomUUID } from 'node:crypto';
import {
  answerQuestion,
  askQuestion,
  awardTender,
  challengeAward,
  closeRound,
  decideChallenge,
  declareInterests,
  draftTender,
  evaluateTender,
  givePoints,
  inviteSuppliers,
  linesOf,
  openEnvelopes,
  publishTender,
  saveBid,
  saveScenario,
  standstillsOf,
  submitBid,
  tenderById,
} from '#libs/tendering';
import { value } from '../../factories/catalogue.factory.js';
import type { PlantedOffer } from '../../factories/order.factory.js';
import { bidsSealed, committeeOf, passedSealed, publishedSealed, releases, unwrapped } from '../../factories/sealing.factory.js';
import { bids, closed, inHours, published, type TenderWorld, tenderWorld } from '../../factories/tender.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Trade } from './trade.js';

/**
 * A timed tender of two lots: the first is bid for, closed, ranked and awarded; the second still takes bids and has one that its buyer may not
 * read yet. Its targets are the buyer's own.
 */
export async function tenders(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const tender = {
    title: 'Overhaul of the winter',
    description: 'For two aircraft',
    currency: 'EUR',
    closesAt: new Date(Date.now() + 86_400_000),
    lots: ['Bolts', 'Seals'],
    lines: [
      { partId: offer.partId, quantity: '100', target: '3.50', revision: 'B' },
      { description: 'Seal', quantity: '10', lot: 2, target: '1.20', targetShown: true },
    ],
    criteria: [
      { id: 'iso', kind: 'MANDATORY' as const },
      { id: 'service', kind: 'SCORED' as const, weight: '1', scoreMax: '10' },
    ],
    internalNote: 'The board wants the old supplier',
    costReference: 'Cost centre 9',
    budget: '4000',
  };
  const draft = value(await unitOfWork.run(buyer.actor, (work) => draftTender(work, { tender })));
  const { id: tenderId } = draft;
  value(await unitOfWork.run(buyer.actor, (work) => inviteSuppliers(work, { tenderId, supplierIds: [supplier.org.id] })));
  const published = value(
    await unitOfWork.run(buyer.actor, (work) => publishTender(work, { tenderId, expectedVersion: draft.edits })),
  );
  const asked = value(
    await unitOfWork.run(supplier.actor, (work) => askQuestion(work, { tenderId, text: 'Is the plating new?' })),
  );
  value(await unitOfWork.run(buyer.actor, (work) => answerQuestion(work, { questionId: asked.id, answer: 'It may be' })));

  const lines = await unitOfWork.read(supplier.actor, (work) => linesOf(work, published));
  const [first, second] = published.lots.map((lot) => lot.id) as [string, string];
  const bid = (n: number) => ({
    currency: 'EUR',
    deliveryTerm: 'DAP',
    paymentDays: 30,
    note: 'With the usual discount',
    answers: { iso: { passed: true } },
    lines: [{ lineId: lines[n]!.id, price: { amount: '3.25', unit: 'EA' }, conditions: 'From stock' }],
  });
  const submitted = { tenderId, lotId: first, expectedVersion: 0, tenderVersion: 1, bid: bid(0) };
  const receipt = value(await unitOfWork.run(supplier.actor, (work) => submitBid(work, submitted)));
  value(await unitOfWork.run(supplier.actor, (work) => submitBid(work, { ...submitted, lotId: second, bid: bid(1) })));
  value(
    await unitOfWork.run(supplier.actor, (work) => saveBid(work, { tenderId, lotId: second, expectedVersion: 0, bid: bid(1) })),
  );
  await db.admin(
    `update tendering.lot_round set opens_at = clock_timestamp() - interval '1 hour', closes_at = clock_timestamp() - interval '1 second' where lot_id = $1`,
    [first],
  );
  await unitOfWork.run(buyer.actor, (work) => closeRound(work, { tenderId, lotId: first }));
  value(
    await unitOfWork.run(buyer.actor, (work) => declareInterests(work, { tenderId, hasConflict: false, note: 'None at all' })),
  );
  const { bidId } = receipt;
  const scores = [
    { bidId, criterionId: 'iso', passed: true, note: 'Seen on the spot' },
    { bidId, criterionId: 'service', score: '7.25' },
  ];
  value(await unitOfWork.run(buyer.actor, (work) => givePoints(work, { tenderId, lotId: first, scores })));
  value(await unitOfWork.run(buyer.actor, (work) => evaluateTender(work, { tenderId, lotId: first })));
  const sought = {
    tenderId,
    name: 'Two suppliers at least',
    ask: { fixedCosts: [{ supplierId: supplier.org.id, amount: '12.50' }] },
  };
  value(await unitOfWork.run(buyer.actor, (work) => saveScenario(work, sought)));
  // As its job answers it.
  await db.admin(
    `update tendering.award_scenario set status = 'SOLVED', solved_at = now(), tender_edits = 1, report = '{"outcome": "OPTIMAL", "best": null, "bound": null, "gap": null, "seconds": "1", "ruleCosts": [], "nextBest": null, "conflict": null}' where tender_id = $1`,
    [tenderId],
  );
  const { edits } = await unitOfWork.read(buyer.actor, (work) => tenderById(work, tenderId));
  const lots = [{ lotId: first, mode: 'LOT' as const, bidId: receipt.bidId, reason: 'The best' }];
  const award = { idempotencyKey: randomUUID(), tenderId, expectedVersion: edits, lots };
  value(await unitOfWork.run(buyer.actor, (work) => awardTender(work, award)));
  await sealedTender(db, { buyer, supplier });
  await challengedTender(db, { buyer, supplier });
}

/** Of two tenders by the rules of the Union: one waits with a challenge refused and contracts that could not be made, the other is challenged. */
async function challengedTender(db: FreshDatabase, { buyer, supplier }: Pick<Trade, 'buyer' | 'supplier'>): Promise<void> {
  const world: TenderWorld = { ...(await tenderWorld(db)), buyer: buyer.actor, first: supplier.actor };
  const { unitOfWork } = db;
  const dates = { closesAt: inHours(24 * 40), questionsCloseAt: inHours(24 * 20) };
  for (const isDecided of [true, false]) {
    const open = await published(db, world, { rulePack: 'EU_2014_24', ...dates });
    await bids(db, world.first, open, ['3.25', '1.10']);
    const best = await bids(db, world.second, open, ['3.10', '1.05']);
    const tender = await closed(db, world, open);
    const lots = [{ lotId: tender.lots[0]!.id, mode: 'LOT' as const, bidId: best.bidId, statement: 'The lowest price' }];
    const award = { idempotencyKey: randomUUID(), tenderId: tender.id, expectedVersion: tender.edits, lots };
    value(await unitOfWork.run(buyer.actor, (work) => awardTender(work, award)));
    const [[held] = []] = await unitOfWork.read(buyer.actor, (work) => standstillsOf(work, [tender.id]));
    const wish = { standstillId: held!.id, reason: 'Our certificate was overlooked' };
    value(await unitOfWork.run(supplier.actor, (work) => challengeAward(work, wish)));
    if (!isDecided) continue;
    const [challenge] = await db.admin<{ id: string }>('select id from tendering.challenge where standstill_id = $1', [held!.id]);
    const answer = { challengeId: challenge!.id, decision: 'REJECTED' as const, answer: 'It had lapsed' };
    value(await unitOfWork.run(buyer.actor, (work) => decideChallenge(work, answer)));
    await db.admin(
      `update tendering.award_plan set failed_at = now(), faults = '[{"code": "AwardInterrupted", "path": []}]' where standstill_id = $1`,
      [held!.id],
    );
  }
}

/** A sealed tender whose bid is open: every table of sealing has a row. */
async function sealedTender(db: FreshDatabase, { buyer, supplier }: Pick<Trade, 'buyer' | 'supplier'>): Promise<void> {
  const world = { buyer: buyer.actor } as TenderWorld;
  const committee = await committeeOf(db, world);
  const tender = await publishedSealed(db, world, { committee, invited: [supplier.actor] });
  await bidsSealed(db, supplier.actor, { tender, prices: ['3.25', '1.10'], bid: { note: 'With the usual discount' } });
  await passedSealed(db, tender, committee);
  await releases(db, tender, { committee });
  const keys = (await unwrapped(db, tender, { committee })).map(({ bidId, contentKey }) => ({ bidId, contentKey }));
  const which = { tenderId: tender.id, lotId: tender.lots[0]!.id, envelope: 'WHOLE' as const, keys };
  value(await db.unitOfWork.run(committee.officers[1].actor, (work) => openEnvelopes(work, which)));
}
