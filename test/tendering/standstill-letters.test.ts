import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AwardTenderInput,
  awardTender,
  challengeAward,
  judgeEnvelope,
  openEnvelopes,
  standstillsOf,
  type Tender,
} from '#libs/tendering';
import { success } from '../factories/order.factory.js';
import {
  bidsSealed,
  type Committee,
  committeeOf,
  passedSealed,
  publishedSealed,
  releases,
  unwrapped,
} from '../factories/sealing.factory.js';
import {
  asSeenBy,
  bids,
  closed,
  inHours,
  linesSeenBy,
  onceKey,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
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

const days = { closesAt: inHours(24 * 40), questionsCloseAt: inHours(24 * 20) };
const award = (tender: Tender, lots: AwardTenderInput['lots']) =>
  db.unitOfWork.run(world.buyer, (work) =>
    awardTender(work, { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: tender.edits, lots }),
  );
const standstill = async (tender: Tender, actor = world.buyer) =>
  (await db.unitOfWork.read(actor, (work) => standstillsOf(work, [tender.id])))[0]!.at(-1)!;

/** A sealed tender by rules with a standstill: both bid, and the second is shut out before his prices are opened. */
async function halfOpened(shutOut: 'FAILED' | 'UNOPENABLE') {
  const [terms, officer] = [{ ...days, rulePack: 'EU_2014_24' as const }, committee.officers[1].actor];
  const tender = await publishedSealed(db, world, { committee, envelopes: ['QUALIFICATION', 'COMMERCIAL'], terms });
  const first = await bidsSealed(db, world.first, { tender, prices: ['2', '3'] });
  const second = await bidsSealed(db, world.second, { tender, prices: ['1', '1'] });
  await passedSealed(db, tender, committee);
  const lot = { tenderId: tender.id, lotId: tender.lots[0]!.id };
  const open = async (envelope: 'QUALIFICATION' | 'COMMERCIAL') => {
    await releases(db, tender, { committee, envelope });
    const keys = (await unwrapped(db, tender, { committee, envelope })).map(({ bidId, contentKey }) => ({
      bidId,
      contentKey: shutOut === 'UNOPENABLE' && bidId === second.receipt.bidId ? null : contentKey,
    }));
    success(await db.unitOfWork.run(officer, (work) => openEnvelopes(work, { ...lot, envelope, keys })));
  };
  const judge = async (bidId: string, passed: boolean) => {
    const verdict = { ...lot, bidId, envelope: 'QUALIFICATION' as const, passed, reason: passed ? null : 'No certificate' };
    success(await db.unitOfWork.run(world.buyer, (work) => judgeEnvelope(work, verdict)));
  };
  await open('QUALIFICATION');
  await judge(first.receipt.bidId, true);
  if (shutOut === 'FAILED') await judge(second.receipt.bidId, false);
  await open('COMMERCIAL');
  return { tender: await asSeenBy(db, world.buyer, tender.id), bidId: first.receipt.bidId };
}

describe('letters about a decision', () => {
  it.each([
    ['FAILED', 'ENVELOPE_FAILED'],
    ['UNOPENABLE', 'UNOPENABLE'],
  ] as const)(
    'go to a bidder who was shut out before his prices (%s), and his exclusion ends no standstill',
    async (how, reason) => {
      const { tender, bidId } = await halfOpened(how);
      const lots = [{ lotId: tender.lots[0]!.id, mode: 'LOT' as const, bidId, statement: 'The only one left.' }];
      expect(success(await award(tender, lots)).status).toBe('STANDSTILL');
      const held = await standstill(tender, world.second);
      expect(held.notices).toMatchObject([
        { supplierId: world.second.orgId, outcome: 'NOT_AWARDED', rank: null, refused: [reason] },
      ]);
      success(
        await db.unitOfWork.run(world.second, (work) => challengeAward(work, { standstillId: held.id, reason: 'It was there' })),
      );
      expect((await standstill(tender)).suspendedAt).not.toBeNull();
    },
  );

  it('name the amount of what is awarded, to the places of its currency', async () => {
    const tender = await published(db, world, { ...days, rulePack: 'PROZORRO', awardMode: 'LINE', currency: 'JPY' });
    const first = await bids(db, world.first, tender, ['3', '50'], { bid: { currency: 'JPY' } });
    const second = await bids(db, world.second, tender, ['4', '20'], { bid: { currency: 'JPY' } });
    const open = await closed(db, world, tender);
    const [bolt, seal] = await linesSeenBy(db, world.buyer, open);
    const lines = [
      { lineId: bolt!.id, bidId: first.bidId },
      { lineId: seal!.id, bidId: second.bidId },
    ];
    success(await award(open, [{ lotId: open.lots[0]!.id, mode: 'LINES', lines, statement: 'Line by line.' }]));
    const [letter] = (await standstill(open, world.second)).notices;
    expect(new Map(letter!.winners.map(({ supplierId, amount }) => [supplierId, amount]))).toEqual(
      new Map([
        [world.first.orgId, '300'],
        [world.second.orgId, '200'],
      ]),
    );
  });
});
