import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { amendTender, askQuestion, closeRound, saveBid, type Tender, tenderingRoom, withdrawBid } from '#libs/tendering';
import { success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bidOf,
  bids,
  drafted,
  inHours,
  linesSeenBy,
  passed,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom];
let hub: TestHub;
let world: TenderWorld;
let buyer: SignedIn;
let supplier: SignedIn;
let rival: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tenderWorld(hub.db);
  buyer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [...world.buyer.permissions], roles: ['BUYER'] });
  supplier = await hub.signedIn({ orgId: world.first.orgId, permissions: [...world.first.permissions], roles: ['SUPPLIER'] });
  rival = await hub.signedIn({ orgId: world.second.orgId, permissions: [...world.second.permissions], roles: ['SUPPLIER'] });
});
afterAll(() => hub.close());

async function ask(text: string, variables: Record<string, unknown>, who: SignedIn) {
  const { data, errors } = await hub.ask(text, variables, who);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
async function tallyOf({ id }: Tender, who: SignedIn) {
  const fields = 'bidders lotsBid lotsToConfirm lotsDrafted lotsWon questionsOpen invited closesNext';
  return (await ask(`query ($id: ID!) { tender(id: $id) { tally { ${fields} } } }`, { id }, who)).tender.tally;
}
async function titles(side: string, variables: Record<string, unknown>, who: SignedIn): Promise<string[]> {
  const list = `query ($side: TenderSide!, $orderBy: TenderOrder!, $invited: Boolean, $first: Int, $after: String) {
    tenders(side: $side, orderBy: $orderBy, invited: $invited, first: $first, after: $after) { nodes { title } pageInfo { endCursor hasNextPage } } }`;
  const first = (await ask(list, { side, first: 2, ...variables }, who)).tenders;
  const { endCursor: after, hasNextPage } = first.pageInfo;
  const rest = hasNextPage ? (await ask(list, { side, first: 2, after, ...variables }, who)).tenders.nodes : [];
  return [...first.nodes, ...rest].map(({ title }: { title: string }) => title);
}

describe('tallies of tenders', () => {
  it('count for each side what it may know, and no bidders of a timed tender before its close', async () => {
    const tender = await published(hub.db, world, { closesAt: inHours(48) });
    const nothing = { bidders: null, lotsBid: 0, lotsToConfirm: 0, lotsDrafted: 0, lotsWon: 0, questionsOpen: 0 };
    const closesNext = tender.closesAt?.toISOString();
    expect(await tallyOf(tender, buyer)).toEqual({ ...nothing, invited: false, closesNext });
    const lines = await linesSeenBy(hub.db, world.first, tender);
    const [lot] = tender.lots;
    const draft = { tenderId: tender.id, lotId: lot!.id, expectedVersion: 0, bid: bidOf(lines, ['0.9']) };
    success(await hub.db.unitOfWork.run(world.first, (work) => saveBid(work, draft)));
    expect(await tallyOf(tender, supplier)).toEqual({ ...nothing, lotsDrafted: 1, invited: true, closesNext });

    await bids(hub.db, world.first, tender, ['0.9', '2']);
    success(
      await hub.db.unitOfWork.run(world.second, (work) => askQuestion(work, { tenderId: tender.id, text: 'Which finish?' })),
    );
    expect(await tallyOf(tender, supplier)).toEqual({ ...nothing, lotsBid: 1, invited: true, closesNext });
    expect(await tallyOf(tender, rival)).toEqual({ ...nothing, invited: true, closesNext });
    expect(await tallyOf(tender, buyer)).toMatchObject({ bidders: null, lotsBid: 0, questionsOpen: 1 });

    const { edits } = await asSeenBy(hub.db, world.buyer, tender.id);
    const amendment = { tenderId: tender.id, expectedVersion: edits, reason: 'More', description: 'More of it' };
    success(await hub.db.unitOfWork.run(world.buyer, (work) => amendTender(work, amendment)));
    expect(await tallyOf(tender, supplier)).toMatchObject({ lotsBid: 1, lotsToConfirm: 1 });
    await passed(hub.db, tender);
    expect(await tallyOf(tender, buyer)).toMatchObject({ bidders: null });
    await hub.db.unitOfWork.run(world.buyer, (work) => closeRound(work, { tenderId: tender.id, lotId: lot!.id }));
    expect(await tallyOf(tender, buyer)).toMatchObject({ bidders: 1 });
    expect(await tallyOf(tender, rival)).toMatchObject({ bidders: null });
  });

  it('count the bidders of an open tender from their arrival, not those who withdrew', async () => {
    const tender = await published(hub.db, world, { confidentiality: 'OPEN' });
    expect(await tallyOf(tender, buyer)).toMatchObject({ bidders: 0 });
    await bids(hub.db, world.first, tender, ['0.9', '2']);
    await bids(hub.db, world.second, tender, ['0.8', '3']);
    expect(await tallyOf(tender, buyer)).toMatchObject({ bidders: 2 });
    const { tender: seen } = await ask(
      'query ($id: ID!) { tender(id: $id) { invitations { supplier { id } } bids { supplier { id } } comparison { bids { supplier { id } } } } }',
      { id: tender.id },
      buyer,
    );
    const both = [world.first.orgId, world.second.orgId].sort();
    for (const found of [seen.invitations, seen.bids, seen.comparison.bids])
      expect(found.map((one: { supplier: { id: string } }) => one.supplier.id).sort()).toEqual(both);
    const step = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: 1 };
    success(await hub.db.unitOfWork.run(world.first, (work) => withdrawBid(work, step)));
    expect(await tallyOf(tender, buyer)).toMatchObject({ bidders: 1 });
    expect(await tallyOf(tender, supplier)).toMatchObject({ lotsBid: 0 });
  });
});

describe('lists of tenders', () => {
  it('are sorted by the deadline in both directions, page by page, and narrowed to invitations', async () => {
    const own = await tenderWorld(hub.db);
    const chief = await hub.signedIn({ orgId: own.buyer.orgId, permissions: [...own.buyer.permissions], roles: ['BUYER'] });
    const seller = await hub.signedIn({ orgId: own.first.orgId, permissions: [...own.first.permissions], roles: ['SUPPLIER'] });
    await published(hub.db, own, { title: 'Later', closesAt: inHours(72) });
    await published(hub.db, own, { title: 'Soon', closesAt: inHours(24) });
    await published(hub.db, own, { title: 'For all', closesAt: inHours(48), procedure: 'OPEN' }, []);
    await drafted(hub.db, own, { title: 'Draft', closesAt: null });
    expect(await titles('BUY', { orderBy: 'LATEST' }, chief)).toEqual(['Draft', 'For all', 'Soon', 'Later']);
    expect(await titles('BUY', { orderBy: 'CLOSES_AT_ASC' }, chief)).toEqual(['Soon', 'For all', 'Later', 'Draft']);
    expect(await titles('BUY', { orderBy: 'CLOSES_AT_DESC' }, chief)).toEqual(['Draft', 'Later', 'For all', 'Soon']);
    expect(await titles('SELL', { orderBy: 'CLOSES_AT_ASC' }, seller)).toEqual(['Soon', 'For all', 'Later']);
    expect(await titles('SELL', { orderBy: 'CLOSES_AT_ASC', invited: true }, seller)).toEqual(['Soon', 'Later']);
  });
});
