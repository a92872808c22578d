import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { askQuestion, tenderingRoom } from '#libs/tendering';
import { type PlantedOffer, plantOffer } from '../factories/order.factory.js';
import { bids, closed, inHours, passed, published, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom];
let hub: TestHub;
let world: TenderWorld;
let offer: PlantedOffer;
let buyer: SignedIn;
let supplier: SignedIn;
let rival: SignedIn;
let viewer: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tenderWorld(hub.db);
  offer = await plantOffer(hub.db, world.first.orgId, { stock: '1000' });
  buyer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [...world.buyer.permissions], roles: ['BUYER'] });
  supplier = await hub.signedIn({ orgId: world.first.orgId, permissions: [...world.first.permissions], roles: ['SUPPLIER'] });
  rival = await hub.signedIn({ orgId: world.second.orgId, permissions: [...world.second.permissions], roles: ['SUPPLIER'] });
  viewer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [] });
});
afterAll(() => hub.close());

/** One mutation; gives its payload with what was refused, or why it was denied. */
async function mutate(
  name: string,
  input: object,
  who: SignedIn,
  value = 'tender { id edits version status lots { id round status rounds { bidsFrom } } }',
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ${value} errors { __typename ... on UserError { message path code } } } }`;
  const { data, errors } = await hub.ask(text, { input }, who);
  return errors ? { denied: errors[0]?.extensions?.code, errors } : data[name];
}
async function read(id: string, fields: string, who: SignedIn) {
  const { data, errors } = await hub.ask(`query ($id: ID!) { tender(id: $id) { ${fields} } }`, { id }, who);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.tender;
}

describe('a tender over GraphQL', () => {
  it('is drafted, published, asked about, bid for, compared and awarded to an order', async () => {
    const terms = {
      title: 'Bolts of the C-check',
      currency: 'USD',
      closesAt: inHours(48).toISOString(),
      formula: { kind: 'RELATIVE_LOW_BID', weightQuality: '0.5', weightPrice: '0.5' },
      criteria: [{ id: 'delivery', kind: 'SCORED', weight: '1', scoreMax: '10' }],
      lines: [{ partId: offer.partId, quantity: '100', target: '0.80' }],
      internalNote: 'Not above 90',
    };
    expect(await mutate('draftTender', { tender: terms }, viewer)).toMatchObject({ denied: 'FORBIDDEN' });
    expect(await mutate('draftTender', { tender: terms }, supplier)).toMatchObject({ denied: 'FORBIDDEN' });
    const bad = await mutate('draftTender', { tender: { ...terms, lines: [{ quantity: '1' }] } }, buyer);
    expect(bad).toMatchObject({
      tender: null,
      errors: [{ __typename: 'TenderLineUndescribed', path: ['lines', '0'], code: 'TENDER_LINE_UNDESCRIBED' }],
    });
    const { tender } = await mutate('draftTender', { tender: terms }, buyer);
    const invited = await mutate(
      'inviteSuppliers',
      { tenderId: tender.id, supplierIds: [world.first.orgId, world.second.orgId] },
      buyer,
    );
    expect(invited.errors).toEqual([]);
    const published = (await mutate('publishTender', { tenderId: tender.id, expectedVersion: tender.edits }, buyer)).tender;
    expect(published).toMatchObject({ status: 'BIDDING', version: 1 });

    const seen = await read(
      tender.id,
      `number flipExample { winnerBefore winnerAfter bids { name price quality } } formula { kind weightQuality } criteria { id scoreMax options { name } } rates { currency } tieBreak { by }
       lines { id number quantity { value unit } target ownTarget } private { internalNote } invitations { supplierId } events { kind } buyer { id } bids { id } amendments { version } documents { id }`,
      supplier,
    );
    expect(seen).toMatchObject({
      formula: { kind: 'RELATIVE_LOW_BID', weightQuality: '0.5' },
      flipExample: { winnerBefore: expect.any(String), bids: [{}, {}, {}] },
      lines: [{ number: '10', quantity: { value: '100', unit: 'EA' }, target: null, ownTarget: null }],
      private: null,
      invitations: [{ supplierId: world.first.orgId }],
      events: [],
      bids: [],
    });
    expect(await read(tender.id, 'private { internalNote } lines { ownTarget }', buyer)).toEqual({
      private: { internalNote: 'Not above 90' },
      lines: [{ ownTarget: '0.80' }],
    });

    const question = await mutate(
      'askQuestion',
      { tenderId: tender.id, text: 'Which finish?' },
      supplier,
      'question { id mine }',
    );
    expect(question.question.mine).toBe(true);
    const asked = await read(tender.id, 'questions { id body mine }', buyer);
    expect(asked.questions).toEqual([{ id: question.question.id, body: 'Which finish?', mine: false }]);
    await mutate('answerQuestion', { questionId: question.question.id, answer: 'Cadmium.' }, buyer, 'question { id }');
    expect((await read(tender.id, 'questions { answer mine }', rival)).questions).toEqual([{ answer: 'Cadmium.', mine: false }]);

    const lot = { tenderId: tender.id, lotId: published.lots[0].id, expectedVersion: 0 };
    const bid = (amount: string, score: string) => ({
      currency: 'USD',
      deliveryTerm: 'DAP',
      paymentDays: 30,
      lines: [{ lineId: seen.lines[0].id, price: { amount, unit: 'EA' } }],
      answers: [{ criterionId: 'delivery', score }],
    });
    const saved = await mutate(
      'saveBid',
      { ...lot, bid: bid('0.9', '7') },
      supplier,
      'draft { edits content { lines { price { amount basis } } answers { score } } }',
    );
    expect(saved.draft).toEqual({
      edits: 1,
      content: { lines: [{ price: { amount: '0.9', basis: '1' } }], answers: [{ score: '7' }] },
    });
    const refused = await mutate(
      'submitBid',
      { ...lot, tenderVersion: 1, bid: { ...bid('0.9', '7'), currency: 'EUR', answers: [] } },
      supplier,
      'receipt { seq }',
    );
    expect(refused.errors.map(({ __typename }: { __typename: string }) => __typename)).toEqual(['BidCurrencyNotTaken']);
    const accepted = await mutate(
      'submitBid',
      { ...lot, tenderVersion: 1, bid: bid('0.9', '7') },
      supplier,
      'receipt { bidId seq digest kind acceptedAt }',
    );
    expect(accepted.receipt).toMatchObject({ seq: 1, kind: 'SUBMITTED', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const other = await mutate('submitBid', { ...lot, tenderVersion: 1, bid: bid('0.8', '10') }, rival, 'receipt { bidId }');
    expect(await read(tender.id, 'bids { id } receipts { seq } comparison { bids { bidId } }', buyer)).toEqual({
      bids: [],
      receipts: [],
      comparison: { bids: [] },
    });
    expect((await mutate('openBids', { tenderId: tender.id }, buyer)).errors).toMatchObject([{ __typename: 'TenderStillOpen' }]);

    await passed(hub.db, { id: tender.id } as never);
    const open = (await mutate('openBids', { tenderId: tender.id }, buyer)).tender;
    expect(open).toMatchObject({ status: 'EVALUATION', lots: [{ rounds: [{ bidsFrom: expect.any(String) }] }] });
    const points = [
      { bidId: accepted.receipt.bidId, criterionId: 'delivery', score: '7' },
      { bidId: other.receipt.bidId, criterionId: 'delivery', score: '2' },
    ];
    const given = { tenderId: tender.id, lotId: lot.lotId, scores: points };
    expect((await mutate('givePoints', given, buyer, 'sheet { scores { bidId } }')).errors).toMatchObject([
      { __typename: 'InterestsNotDeclared' },
    ]);
    expect(await mutate('givePoints', given, supplier, 'sheet { scores { bidId } }')).toMatchObject({ denied: 'FORBIDDEN' });
    const declared = await mutate(
      'declareInterests',
      { tenderId: tender.id, hasConflict: false },
      buyer,
      'sheet { declarations { hasConflict } }',
    );
    expect(declared.sheet.declarations).toEqual([{ hasConflict: false }]);
    expect((await mutate('givePoints', given, buyer, 'sheet { scores { score } }')).sheet.scores).toHaveLength(2);
    expect((await read(tender.id, 'committee { scores { bidId } }', rival)).committee).toBeNull();
    const compared = await read(
      tender.id,
      'bids { supplierId content { lines { price { amount } } } } comparison { lotId bids { bidId rank value total low refused lines { total exact best steps { kind amount } reasons } } }',
      buyer,
    );
    expect(compared.bids).toHaveLength(2);
    expect(compared.comparison.bids).toMatchObject([
      {
        bidId: accepted.receipt.bidId,
        rank: 1,
        total: '90.0000',
        refused: [],
        lines: [{ exact: '90', best: false, steps: [{ kind: 'GOODS', amount: '90.0000' }] }],
      },
      { rank: 2, total: '80.0000', lines: [{ best: true }] },
    ]);
    expect(await read(tender.id, 'comparison { lotId } bids { supplierId } awards { id }', rival)).toMatchObject({
      comparison: null,
      bids: [{ supplierId: world.second.orgId }],
      awards: [],
    });
    const kept = await mutate('evaluateTender', { tenderId: tender.id }, buyer, 'evaluations { n digest body }');
    expect(kept.evaluations).toMatchObject([{ n: 1 }]);

    const award = {
      idempotencyKey: 'edge-1',
      tenderId: tender.id,
      expectedVersion: (await read(tender.id, 'edits', buyer)).edits,
      makes: 'ORDERS',
      shipToSiteId: world.siteId,
      lots: [{ lotId: lot.lotId, mode: 'LOT', bidId: accepted.receipt.bidId }],
    };
    expect(await mutate('awardTender', award, supplier)).toMatchObject({ denied: 'FORBIDDEN' });
    expect((await mutate('awardTender', { ...award, expectedVersion: 0 }, buyer)).errors).toMatchObject([
      { __typename: 'VersionConflict' },
    ]);
    expect((await mutate('awardTender', award, buyer)).tender).toMatchObject({ status: 'AWARDED' });
    const { awards } = await read(
      tender.id,
      'awards { id orderId rank lines { quantity { value } price { amount currency } } }',
      supplier,
    );
    expect(awards).toMatchObject([
      { rank: null, lines: [{ quantity: { value: '100' }, price: { amount: '0.9', currency: 'USD' } }] },
    ]);
    const order = await hub.ask(
      'query ($id: ID!) { order(id: $id) { total { amount } lines { priceSource } } }',
      { id: awards[0].orderId },
      buyer,
    );
    expect(order.data.order).toEqual({ total: { amount: '90.00' }, lines: [{ priceSource: 'AWARD' }] });
    const back = await mutate('cancelAward', { awardId: awards[0].id, reason: 'Late' }, buyer);
    expect(back).toMatchObject({ errors: [], tender: { status: 'EVALUATION' } });
  });

  it('is listed to whom it asks, and to nobody else', async () => {
    const list = (side: string, who: SignedIn) =>
      hub.ask(
        'query ($side: TenderSide!) { tenders(side: $side, first: 5) { nodes { number status } pageInfo { hasNextPage } } }',
        { side },
        who,
      );
    expect((await list('BUY', buyer)).data.tenders.nodes).toHaveLength(1);
    expect((await list('SELL', supplier)).data.tenders.nodes).toHaveLength(1);
    expect((await list('SELL', buyer)).data.tenders.nodes).toEqual([]);
    expect((await list('SELL', viewer)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await read('no-id', 'id', buyer)).toBeNull();
  });

  it('shows long lists in pages with their counts, and what bids say only where it is asked for', async () => {
    const tender = await published(hub.db, world);
    for (const actor of [world.first, world.second]) {
      await bids(hub.db, actor, tender, ['7.5', '1']);
      const question = { tenderId: tender.id, text: 'Which alloy?' };
      for (let i = 0; i < 2; i++) await hub.db.unitOfWork.run(actor, (work) => askQuestion(work, question));
    }
    const page = async (field: string, rest: string, who: SignedIn, after: string | null = null) => {
      const text = `query ($id: ID!, $after: String) { ${field}(tenderId: $id, first: 1, after: $after) { totalCount nodes { ${rest} } pageInfo { hasNextPage endCursor } } }`;
      const { data, errors } = await hub.ask(text, { id: tender.id, after }, who);
      return errors ? errors[0]?.extensions?.code : data[field];
    };
    expect(await page('tenderBids', 'id', buyer)).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await page('tenderBids', 'id', viewer)).toBe('FORBIDDEN');
    await closed(hub.db, world, tender);
    const first = await page('tenderBids', 'supplierId content { lines { price { amount } } }', buyer);
    expect(first).toMatchObject({
      totalCount: 2,
      nodes: [{ supplierId: world.first.orgId, content: { lines: [{ price: { amount: '7.5' } }, {}] } }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await page('tenderBids', 'supplierId', buyer, first.pageInfo.endCursor);
    expect(rest).toMatchObject({ nodes: [{ supplierId: world.second.orgId }], pageInfo: { hasNextPage: false } });
    expect(await page('tenderQuestions', 'mine', rival)).toMatchObject({ totalCount: 2, nodes: [{ mine: true }] });
    expect(await page('tenderQuestions', 'mine', buyer)).toMatchObject({ totalCount: 4 });
    expect(await page('tenderInvitations', 'supplierId', buyer)).toMatchObject({ totalCount: 2 });
    expect(await page('tenderInvitations', 'supplierId', rival)).toMatchObject({
      totalCount: 1,
      nodes: [{ supplierId: world.second.orgId }],
    });
    expect(await page('tenderEvents', 'kind detail', buyer)).toMatchObject({
      totalCount: 4,
      nodes: [{ kind: 'DRAFTED', detail: '{}' }],
    });
    expect(await page('tenderEvents', 'kind', rival)).toMatchObject({ totalCount: 0 });
    expect(await page('tenderAmendments', 'version', rival)).toMatchObject({ totalCount: 1, nodes: [{ version: 1 }] });
    const counts = 'counts { bids receipts questions invitations amendments documents events }';
    expect((await read(tender.id, counts, buyer)).counts).toEqual({
      ...{ bids: 2, receipts: 2, questions: 4, invitations: 2, amendments: 1, documents: 0, events: 4 },
    });
    expect((await read(tender.id, counts, rival)).counts).toMatchObject({
      bids: 1,
      receipts: 1,
      questions: 2,
      invitations: 1,
      events: 0,
    });
  });

  it('gives a bidder the text that his receipt is for, and the buyer that of the bids', async () => {
    const tender = await published(hub.db, world);
    await bids(hub.db, world.first, tender, ['7.5', '1']);
    await bids(hub.db, world.first, tender, ['7.4', '1'], { expectedVersion: 1 });
    const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
    const own = await read(tender.id, 'receipts { seq digest text } bids { digest text }', supplier);
    expect(own.receipts.map(({ text }: { text: string }) => hash(text))).toEqual(
      own.receipts.map(({ digest }: { digest: string }) => digest),
    );
    expect(own.receipts.map(({ text }: { text: string }) => JSON.parse(text).bid.lines[0].price.amount)).toEqual(['7.5', '7.4']);
    expect(hash(own.bids[0].text)).toBe(own.bids[0].digest);
    await closed(hub.db, world, tender);
    const seen = await read(tender.id, 'receipts { seq digest text } bids { digest text }', buyer);
    expect(seen.receipts).toEqual([{ seq: 2, digest: own.bids[0].digest, text: null }]);
    expect(seen.bids).toEqual(own.bids);
    expect(await read(tender.id, 'receipts { text } bids { text }', rival)).toEqual({ receipts: [], bids: [] });
  });
});
