import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import { bidDigest, openEnvelope, type SealedBid } from '#libs/sealing';
import {
  amendTender,
  type BidEnvelope,
  confirmBid,
  linesOf,
  ownBid,
  receiptsOfTenders,
  saveBid,
  submitBid,
  submitSealedBid,
  type Tender,
  withdrawBid,
} from '#libs/tendering';
import { codes, success } from '../factories/order.factory.js';
import {
  bidsSealed,
  type Committee,
  committeeOf,
  passedSealed,
  publishedSealed,
  sealedFor,
} from '../factories/sealing.factory.js';
import {
  asSeenBy,
  bidOf,
  bidsSeenBy,
  inHours,
  linesSeenBy,
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

type Envelopes = { envelope: BidEnvelope; sealed: string }[];
const submit = (actor: UserActor, tender: Tender, envelopes: SealedBid['envelopes'], more: object = {}) =>
  db.unitOfWork.run(actor, (work) =>
    submitSealedBid(work, {
      tenderId: tender.id,
      lotId: tender.lots[0]!.id,
      expectedVersion: 0,
      tenderVersion: tender.version,
      envelopes: envelopes as Envelopes,
      ...more,
    }),
  );
const counted = async (table: string, tender: Tender): Promise<number> => {
  const [row] = await db.admin<{ n: string }>(`select count(*) as n from tendering.${table} where tender_id = $1`, [tender.id]);
  return Number(row?.n);
};

describe('submitSealedBid', () => {
  it('takes a bid that nobody here reads, replaces it, confirms and withdraws it', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const { receipt, sealed } = await bidsSealed(db, world.first, { tender, prices: ['739142755.123', '2'] });
    expect(receipt).toMatchObject({ seq: 1, kind: 'SUBMITTED', digest: sealed.digest, supplierId: world.first.orgId });
    expect(receipt.acceptedText).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const second = await bidsSealed(db, world.first, { tender, prices: ['3', '2'], expectedVersion: 1 });
    expect(second.receipt).toMatchObject({ bidId: receipt.bidId, seq: 2 });
    for (const table of ['bid', 'bid_content', 'bid_receipt', 'bid_version', 'envelope_opening', 'half_part']) {
      const seen = await db.unitOfWork.read(world.buyer, (work) => work.tx.query(`select * from tendering.${table}`));
      expect([table, seen]).toEqual([table, []]);
    }
    // What is kept is what was sent, and its bidder reads it again by his own key.
    const [kept] = await db.admin<{ sealed: string }>(
      `select convert_from(sealed, 'UTF8') as sealed from tendering.bid_content where bid_id = $1`,
      [receipt.bidId],
    );
    expect(await bidDigest([{ envelope: 'WHOLE', text: kept!.sealed }])).toBe(second.receipt.digest);
    expect((await openEnvelope(kept!.sealed, second.sealed.kept[0]!.contentKey)).content).toMatchObject({ currency: 'USD' });
    expect((await ownBidOf(world.first, tender))?.content).toBeNull();
    const lines = await linesSeenBy(db, world.buyer, tender);
    const change = { lineId: lines[0]!.id, quantity: '120' };
    success(
      await db.unitOfWork.run(world.buyer, (work) =>
        amendTender(work, { tenderId: tender.id, expectedVersion: tender.edits, reason: 'More', changeLines: [change] }),
      ),
    );
    const which = { tenderId: tender.id, lotId: tender.lots[0]!.id };
    expect((await ownBidOf(world.first, tender))?.counts).toBe(false);
    success(await db.unitOfWork.run(world.first, (work) => confirmBid(work, { ...which, expectedVersion: 2, tenderVersion: 2 })));
    expect((await ownBidOf(world.first, tender))?.counts).toBe(true);
    success(await db.unitOfWork.run(world.first, (work) => withdrawBid(work, { ...which, expectedVersion: 3 })));
    expect([await counted('bid_content', tender), await counted('bid_version', tender)]).toEqual([0, 4]);
    const [receipts] = await db.unitOfWork.read(world.first, (work) => receiptsOfTenders(work, [tender.id]));
    expect(receipts?.map(({ kind }) => kind)).toEqual(['SUBMITTED', 'SUBMITTED', 'CONFIRMED', 'WITHDRAWN']);
  });

  it('takes no envelope that could not be opened as part of this bid', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const other = await publishedSealed(db, world, { committee });
    const bid = bidOf(await linesSeenBy(db, world.first, tender), ['1', '1']);
    const of = async (actor: UserActor, at: Tender) => (await sealedFor(db, actor, { tender: at, bid })).envelopes;
    const good = await of(world.first, tender);
    const reason = async (actor: UserActor, envelopes: SealedBid['envelopes'], more: object = {}) => {
      const result = await submit(actor, tender, envelopes, more);
      return result.ok ? [] : result.errors.map(({ code, values }) => [code, values?.['reason']].filter(Boolean).join(' '));
    };
    const changed = (from: string, to: string) => good.map((one) => ({ ...one, sealed: one.sealed.replace(from, to) }));
    expect(await reason(world.second, good)).toEqual(['EnvelopeUnsound OTHER_BIDDER']);
    expect(await reason(world.first, await of(world.first, other))).toEqual(['EnvelopeUnsound OTHER_TENDER']);
    expect(await reason(world.first, changed('"round":1', '"round":2'))).toEqual(['EnvelopeUnsound OTHER_ROUND']);
    expect(await reason(world.first, changed('"version":1', '"version":2'))).toEqual(['EnvelopeUnsound OTHER_VERSION']);
    expect(await reason(world.first, changed('WHOLE', 'TECHNICAL'))).toEqual(['EnvelopeUnsound OTHER_ENVELOPE']);
    expect(await reason(world.first, [{ envelope: 'WHOLE', sealed: '{}' }])).toEqual(['EnvelopeUnsound MALFORMED']);
    const keys = JSON.parse(good[0]!.sealed).header.keys as string[];
    expect(await reason(world.first, changed(keys[0]!, keys[1]!))).toEqual(['EnvelopeUnsound OTHER_KEYS']);
    expect(await reason(world.first, [{ ...good[0]!, envelope: 'COMMERCIAL' }])).toEqual(['EnvelopeUnsound OTHER_ENVELOPE']);
    expect(await reason(world.first, [good[0]!, good[0]!])).toEqual(['BidEnvelopesDiffer']);
    expect(await reason(world.first, good, { tenderVersion: 2 })).toEqual(['TenderAmended']);
    expect(await reason(world.first, good, { expectedVersion: 1 })).toEqual(['VersionConflict']);
    await expect(submit(world.viewer, tender, good)).rejects.toThrow(Forbidden);
    await expect(submit(world.stranger, tender, good)).rejects.toThrow(NotFound);
    await expect(submit({ ...world.buyer, permissions: world.first.permissions }, tender, good)).rejects.toThrow(NotFound);
    await expect(submit(world.first, tender, [])).rejects.toThrow(BadInput);
    expect(await counted('bid', tender)).toBe(0);
    const twins = await Promise.all([submit(world.first, tender, good), submit(world.first, tender, good)]);
    expect(twins.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    await passedSealed(db, tender, committee);
    expect(codes(await submit(world.second, tender, await of(world.second, tender).catch(() => good)))).toEqual(['BidsClosed']);
    expect(await counted('bid', tender)).toBe(1);
  });

  it('is the only way into a sealed tender, and into no other', async () => {
    const tender = await publishedSealed(db, world, { committee });
    const timed = await published(db, world);
    const bid = bidOf(await linesSeenBy(db, world.first, tender), ['1', '1']);
    const which = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: 0 };
    expect(codes(await db.unitOfWork.run(world.first, (work) => submitBid(work, { ...which, tenderVersion: 1, bid })))).toEqual([
      'BidMustBeSealed',
    ]);
    expect(codes(await db.unitOfWork.run(world.first, (work) => saveBid(work, { ...which, bid })))).toEqual(['BidMustBeSealed']);
    const { envelopes } = await sealedFor(db, world.first, { tender, bid });
    expect(codes(await submit(world.first, timed, envelopes))).toEqual(['TenderNotSealed']);
    // Not even past the verb: the database takes nothing in clear for a sealed round, and nothing sealed for another.
    const moved = async (at: Tender, envelope: object) => {
      const p = {
        kind: 'SUBMITTED',
        buyerId: at.orgId,
        lotId: at.lots[0]!.id,
        round: 1,
        bidId: at.id,
        expectedSeq: 0,
        tenderVersion: 1,
        envelopes: [envelope],
        member: null,
      };
      const [row] = await db.unitOfWork.run(world.first, (work) =>
        work.tx.query('select tendering.move_bid($1) as answer', [JSON.stringify(p)]),
      );
      return row.answer.outcome;
    };
    expect(await moved(tender, { envelope: 'WHOLE', body: '{"price": 1}' })).toBe('OTHER_ENVELOPES');
    expect(await moved(tender, { envelope: 'WHOLE', body: '{"price": 1}', sealed: 'AAAA' })).toBe('OTHER_ENVELOPES');
    expect(await moved(tender, { envelope: 'COMMERCIAL', sealed: 'AAAA' })).toBe('OTHER_ENVELOPES');
    expect(await moved(timed, { envelope: 'WHOLE', sealed: 'AAAA' })).toBe('OTHER_ENVELOPES');
    expect([await counted('bid', tender), await counted('bid_draft', tender)]).toEqual([0, 0]);
    expect(await bidsSeenBy(db, world.buyer, timed)).toEqual([]);
  });

  it('is as long for one line as for many, whoever bids', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => ({ description: `Part ${i}`, quantity: '5' }));
    const tender = await publishedSealed(db, world, { committee, terms: { lines, closesAt: inHours(4) } });
    const asked = await db.unitOfWork.read(world.first, (work) => linesOf(work, tender));
    const one = await sealedFor(db, world.first, { tender, bid: bidOf(asked, ['1']) });
    const all = await sealedFor(db, world.first, {
      tender,
      bid: bidOf(
        asked,
        asked.map((_, i) => `${i + 1}.125`),
      ),
    });
    expect(one.envelopes[0]!.sealed.length).toBe(all.envelopes[0]!.sealed.length);
    expect((await asSeenBy(db, world.first, tender.id)).confidentiality).toBe('SEALED');
  });
});

const ownBidOf = (actor: UserActor, tender: Tender) => db.unitOfWork.read(actor, (work) => ownBid(work, tender.lots[0]!.id, 1));
