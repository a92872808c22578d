import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound } from '#libs/platform';
import { addToBasket, createBasket } from '#libs/procurement';
import {
  amendmentsOf,
  amendTender,
  cancelTender,
  changeTender,
  type DraftTenderInput,
  draftTender,
  invitationsOf,
  type LotDates,
  listTenders,
  lotStatus,
  lotStatuses,
  publishTender,
  type Tender,
  tenderEventsOf,
  tenderPrivates,
  tenderStatus,
} from '#libs/tendering';
import { codes, plantOffer, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  drafted,
  inHours,
  linesSeenBy,
  passed,
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

const draft = (input: DraftTenderInput, actor = world.buyer) => db.unitOfWork.run(actor, (work) => draftTender(work, input));
const step = (tender: Tender) => ({ tenderId: tender.id, expectedVersion: tender.edits });
const publish = (tender: Tender, actor = world.buyer) => db.unitOfWork.run(actor, (work) => publishTender(work, step(tender)));

describe('draftTender', () => {
  it('keeps what is asked for, and the target price to its buyer', async () => {
    const made = success(
      await draft({
        tender: usualTender({
          internalNote: 'Budget is tight',
          budget: '500',
          shipToSiteId: world.siteId,
          lots: ['Metal', 'Rubber'],
        }),
      }),
    );
    expect(made).toMatchObject({ status: 'DRAFT', version: 0, edits: 1, awardMode: 'LOT', formula: { kind: 'LOWEST_PRICE' } });
    expect(made.lots.map(({ title, status }) => [title, status])).toEqual([
      ['Metal', 'DRAFT'],
      ['Rubber', 'DRAFT'],
    ]);
    const lines = await linesSeenBy(db, world.buyer, made);
    expect(lines).toMatchObject([
      { number: '10', description: 'Bolt', quantity: '100', target: null, ownTarget: '0.90', shipTo: { code: 'HAM' } },
      { number: '20', description: 'Seal', ownTarget: null },
    ]);
    expect(await db.unitOfWork.read(world.buyer, (work) => tenderPrivates(work, [made.id]))).toMatchObject([
      { internalNote: 'Budget is tight', budget: '500' },
    ]);
    await expect(asSeenBy(db, world.first, made.id)).rejects.toThrow(NotFound);
  });

  it('takes lines from a file, a basket and a past tender', async () => {
    const offer = await plantOffer(db, world.first.orgId);
    const [part] = await db.admin<{ number: string }>('select number from catalog.part where id = $1', [offer.partId]);
    const bare = { tender: usualTender({ lines: [] }) };
    const file = success(await draft({ ...bare, csv: `Part,Quantity\n${part?.number},25\nUNHEARD-OF 7,3` }));
    expect(await linesSeenBy(db, world.buyer, file)).toMatchObject([
      { partId: offer.partId, quantity: '25', unit: 'EA' },
      { partId: null, description: 'UNHEARD-OF 7', quantity: '3' },
    ]);
    expect(codes(await draft({ ...bare, csv: 'ABC,"1,000"\n,5' }))).toEqual([
      'TenderFileLineUnreadable',
      'TenderFileLineUnreadable',
    ]);

    // 5 pieces and 5 boxes are not the same: the line has to say which.
    const boxed = await plantOffer(db, world.second.orgId, { orderUnit: 'XBX' });
    await db.admin('update supply.offer set part_id = $2 where id = $1', [boxed.id, offer.partId]);
    expect(await draft({ ...bare, csv: `${part?.number},5` })).toMatchObject({
      errors: [{ code: 'TenderFileUnitUnclear', path: ['csv', '1'], values: { units: 'EA, XBX' } }],
    });

    const basket = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'Hangar 3' })));
    const wanted = { basketId: basket.id, lines: [{ offerId: offer.id, quantity: '40' }] };
    success(await db.unitOfWork.run(world.buyer, (work) => addToBasket(work, wanted)));
    const fromBasket = success(await draft({ ...bare, basketId: basket.id }));
    expect(await linesSeenBy(db, world.buyer, fromBasket)).toMatchObject([{ partId: offer.partId, quantity: '40' }]);
    await expect(draft({ ...bare, basketId: randomUUID() })).rejects.toThrow(NotFound);

    const again = success(
      await draft({ tender: usualTender({ lines: [{ description: 'Washer', quantity: '1' }] }), fromTenderId: file.id }),
    );
    expect((await linesSeenBy(db, world.buyer, again)).map(({ description }) => description)).toEqual([
      'Washer',
      'Hex bolt',
      'UNHEARD-OF 7',
    ]);
    await expect(draft({ ...bare, fromTenderId: file.id }, world.stranger)).rejects.toThrow(NotFound);
  });

  it('names everything that is wrong at once, and leaves nothing behind', async () => {
    const before = await db.admin('select id from tendering.tender');
    const lines = [
      { partId: randomUUID(), quantity: '1' },
      { quantity: '1', number: 'A', shipToSiteId: randomUUID() },
      { description: 'x', quantity: '1', number: 'A', lot: 3 },
    ];
    expect(codes(await draft({ tender: usualTender({ lines }) })).sort()).toEqual([
      'TenderLineNumberTaken',
      'TenderLineUndescribed',
      'TenderLotUnknown',
      'TenderPartUnknown',
      'TenderSiteUnknown',
    ]);
    const many = Array.from({ length: 500 }, () => ({ description: 'x', quantity: '1' }));
    expect(codes(await draft({ tender: usualTender({ lines: many }), csv: 'A,1' }))).toEqual(['TenderTooLong']);
    await expect(draft({ tender: usualTender({ procedure: 'SINGLE_SOURCE' }) })).rejects.toThrow(BadInput);
    await expect(draft({ tender: usualTender({ awardMode: 'SHARES' }) })).rejects.toThrow(BadInput);
    await expect(draft({ tender: usualTender() }, world.viewer)).rejects.toThrow(Forbidden);
    expect(await db.admin('select id from tendering.tender')).toEqual(before);
  });
});

describe('changeTender', () => {
  const change = (tender: Tender, title: string, actor = world.buyer) =>
    db.unitOfWork.run(actor, (work) =>
      changeTender(work, { ...step(tender), tender: usualTender({ title, lines: [{ description: 'Nut', quantity: '7' }] }) }),
    );

  it('replaces a draft, once for two who change it at once', async () => {
    const made = await drafted(db, world);
    const both = await Promise.all([change(made, 'One'), change(made, 'Two')]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    const now = await asSeenBy(db, world.buyer, made.id);
    expect(now).toMatchObject({ edits: 2, number: made.number });
    expect(await linesSeenBy(db, world.buyer, now)).toMatchObject([{ description: 'Nut', quantity: '7' }]);
    await expect(change(now, 'x', world.viewer)).rejects.toThrow(Forbidden);
    await expect(change(now, 'x', world.stranger)).rejects.toThrow(NotFound);
    expect(codes(await change(await published(db, world), 'Late'))).toEqual(['TenderNotDraft']);
  });
});

describe('publishTender', () => {
  it('shows the tender to whom it asks and to nobody else', async () => {
    const tender = await published(db, world);
    expect(tender).toMatchObject({
      status: 'BIDDING',
      version: 1,
      lots: [{ rounds: [{ round: 1, kind: 'FIRST', bidsFrom: null }] }],
    });
    expect(await asSeenBy(db, world.first, tender.id)).toMatchObject({ number: tender.number, status: 'BIDDING' });
    expect(await linesSeenBy(db, world.first, tender)).toMatchObject([{ target: null, ownTarget: null }, { ownTarget: null }]);
    await expect(asSeenBy(db, world.stranger, tender.id)).rejects.toThrow(NotFound);
    expect(await linesSeenBy(db, world.stranger, tender)).toEqual([]);
    const invitations = (actor = world.first) => db.unitOfWork.read(actor, (work) => invitationsOf(work, [tender.id]));
    expect((await invitations())[0]?.map(({ supplierId }) => supplierId)).toEqual([world.first.orgId]);
    expect((await invitations(world.buyer))[0]).toHaveLength(2);
    expect(await db.unitOfWork.read(world.first, (work) => tenderEventsOf(work, [tender.id]))).toEqual([[]]);

    const open = await published(
      db,
      world,
      { procedure: 'OPEN', lines: [{ description: 'Bolt', quantity: '1', target: '3', targetShown: true }] },
      [],
    );
    expect(await asSeenBy(db, world.stranger, open.id)).toMatchObject({ procedure: 'OPEN' });
    expect(await linesSeenBy(db, world.stranger, open)).toMatchObject([{ target: '3', ownTarget: null }]);
    const seen = await db.unitOfWork.read(world.stranger, (work) =>
      listTenders(work, { filter: { side: 'SELL', statuses: ['BIDDING'] } }),
    );
    expect(seen.nodes.map(({ id }) => id)).toEqual([open.id]);
    const own = await db.unitOfWork.read(world.buyer, (work) =>
      listTenders(work, { first: 2, filter: { side: 'BUY', text: 'fast' } }),
    );
    expect(own.nodes).toHaveLength(2);
    expect(own.pageInfo.hasNextPage).toBe(true);
  });

  it('names everything that is missing, and publishes once', async () => {
    const bare = success(
      await draft({
        tender: {
          title: 'Empty',
          currency: 'USD',
          awardMode: 'SHARES',
          shares: ['60', '30'],
          formula: { kind: 'RELATIVE_LOW_BID', weights: { quality: '0.5', price: '0.4' } },
        },
      }),
    );
    expect(codes(await publish(bare)).sort()).toEqual([
      'FormulaUnsound',
      'FormulaUnsound',
      'TenderNeedsInvitations',
      'TenderSharesNotWhole',
      'TenderWithoutDeadline',
      'TenderWithoutLines',
    ]);
    const past = await drafted(db, world, { procedure: 'OPEN', closesAt: inHours(-1), questionsCloseAt: inHours(1) });
    expect(codes(await publish(past)).sort()).toEqual(['TenderClosesTooSoon', 'TenderQuestionsCloseLate']);
    const ready = await drafted(db, world, { procedure: 'OPEN' });
    await expect(publish(ready, world.viewer)).rejects.toThrow(Forbidden);
    await expect(publish(ready, world.stranger)).rejects.toThrow(NotFound);
    const both = await Promise.all([publish(ready), publish(ready)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(codes(await publish(await asSeenBy(db, world.buyer, ready.id)))).toEqual(['TenderNotDraft']);
    expect(await db.admin('select round from tendering.lot_round where tender_id = $1', [ready.id])).toEqual([{ round: 1 }]);
  });
});

describe('amendTender', () => {
  it('makes a version, lets bids wait and pushes a near deadline', async () => {
    const tender = await published(db, world, { closesAt: inHours(5) });
    const [bolt, seal] = await linesSeenBy(db, world.buyer, tender);
    const amend = {
      ...step(tender),
      reason: 'Another drawing',
      changeLines: [{ lineId: bolt!.id, quantity: '120', revision: 'B' }],
      dropLineIds: [seal!.id],
    };
    await expect(db.unitOfWork.run(world.viewer, (work) => amendTender(work, amend))).rejects.toThrow(Forbidden);
    await expect(db.unitOfWork.run(world.stranger, (work) => amendTender(work, amend))).rejects.toThrow(NotFound);
    const both = await Promise.all([1, 2].map(() => db.unitOfWork.run(world.buyer, (work) => amendTender(work, amend))));
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    const now = await asSeenBy(db, world.first, tender.id);
    expect(now).toMatchObject({ version: 2, lots: [{ confirmFrom: 2 }] });
    expect(now.lots[0]!.rounds[0]!.closesAt.getTime()).toBeGreaterThan(inHours(23).getTime());
    expect(now.closesAt).toEqual(now.lots[0]!.rounds[0]!.closesAt);
    expect(
      (await linesSeenBy(db, world.buyer, now)).map(({ quantity, ownTarget, droppedIn }) => [quantity, ownTarget, droppedIn]),
    ).toEqual([
      ['120', '0.90', null],
      ['10', null, 2],
    ]);
    const [versions = []] = await db.unitOfWork.read(world.first, (work) => amendmentsOf(work, [tender.id]));
    expect(versions).toMatchObject([
      { version: 1, confirm: false },
      { version: 2, confirm: true, changes: ['line 10: quantity', 'line 10: revision', 'line 20 dropped'] },
    ]);
  });

  it('moves a deadline only to later, and does nothing to what is closed', async () => {
    const tender = await published(db, world);
    const amend = (given: object, of = tender) =>
      db.unitOfWork.run(world.buyer, (work) => amendTender(work, { ...step(of), reason: 'x', ...given }));
    const [bolt, seal] = await linesSeenBy(db, world.buyer, tender);
    expect(codes(await amend({ closesAt: inHours(1) }))).toEqual(['TenderClosesEarlier']);
    expect(codes(await amend({ dropLineIds: [bolt!.id, seal!.id] }))).toEqual(['TenderLotEmpty']);
    expect(codes(await amend({ dropLineIds: [randomUUID()] }))).toEqual(['TenderLineUnknown']);
    expect(
      codes(await amend({ addLines: [{ lotId: randomUUID(), quantity: '1', description: 'x', number: '10' }] })).sort(),
    ).toEqual(['TenderLineNumberTaken', 'TenderLotUnknown']);
    await expect(amend({})).rejects.toThrow(BadInput);
    const later = success(await amend({ closesAt: inHours(72) }));
    expect(later).toMatchObject({ version: 2, lots: [{ confirmFrom: 1 }] });
    const added = success(await amend({ addLines: [{ lotId: later.lots[0]!.id, quantity: '4', description: 'Pin' }] }, later));
    expect((await linesSeenBy(db, world.first, added)).map(({ number, description }) => `${number} ${description}`)).toEqual([
      '10 Bolt',
      '20 Seal',
      '30 Pin',
    ]);
    await passed(db, added);
    expect(codes(await amend({ title: 'Too late' }, added))).toEqual(['TenderNotOpen']);
  });
});

describe('cancelTender', () => {
  it('is for good, and keeps unopened bids closed', async () => {
    const tender = await published(db, world);
    await bids(db, world.first, tender, ['1', '1']);
    const cancel = (actor = world.buyer) =>
      db.unitOfWork.run(actor, (work) => cancelTender(work, { tenderId: tender.id, reason: 'No budget' }));
    await expect(cancel(world.viewer)).rejects.toThrow(Forbidden);
    await expect(cancel(world.stranger)).rejects.toThrow(NotFound);
    const both = await Promise.all([cancel(), cancel()]);
    expect(both.flatMap((result) => codes(result))).toEqual(['TenderNotCancellable']);
    expect(await asSeenBy(db, world.first, tender.id)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'No budget',
      lots: [{ status: 'CANCELLED' }],
    });
    await passed(db, tender);
    expect(
      await db.unitOfWork.read(world.buyer, (work) =>
        work.tx.query('select id from tendering.bid where tender_id = $1', [tender.id]),
      ),
    ).toEqual([]);
  });
});

describe('the status', () => {
  it('is the same in SQL and here for every combination of dates', async () => {
    const now = new Date('2027-03-01T12:00:00Z');
    const at = [null, new Date('2027-03-01T11:00:00Z'), now, new Date('2027-03-01T13:00:00Z')];
    const some = [null, at[1]!];
    const all: LotDates[] = [];
    for (const publishedAt of some)
      for (const tenderCancelledAt of some)
        for (const cancelledAt of some)
          for (const [awardedAt, heldAt] of some.flatMap((one) => some.map((other) => [one, other] as const)))
            for (const unsuccessfulAt of some)
              for (const opensAt of at)
                for (const closesAt of at)
                  for (const closedAt of some)
                    for (const bidsFrom of some)
                      all.push({
                        publishedAt,
                        tenderCancelledAt,
                        cancelledAt,
                        awardedAt,
                        heldAt,
                        unsuccessfulAt,
                        opensAt,
                        closesAt,
                        closedAt,
                        bidsFrom,
                      });
    const told = await db.admin<{ status: string }>(
      'select tendering.lot_status(x, $2) as status from jsonb_array_elements($1::jsonb) with ordinality as t (x, n) order by n',
      [JSON.stringify(all), now],
    );
    expect(all).toHaveLength(4096);
    expect(told.map(({ status }) => status)).toEqual(all.map((lot) => lotStatus(lot, now)));
    for (const one of lotStatuses)
      for (const other of lotStatuses)
        for (const publishedAt of some)
          for (const cancelledAt of some) {
            const [row] = await db.admin<{ status: string }>('select tendering.tender_status($1, $2, $3) as status', [
              publishedAt,
              cancelledAt,
              [one, other],
            ]);
            expect(row?.status).toBe(tenderStatus({ publishedAt, cancelledAt }, [one, other]));
          }
  });
});
