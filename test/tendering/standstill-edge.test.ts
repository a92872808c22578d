import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { type Tender, tenderingRoom } from '#libs/tendering';
import {
  bids,
  closed,
  drafted,
  inHours,
  onceKey,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom];
const lawful = { rulePack: 'PROZORRO', closesAt: inHours(24 * 40), questionsCloseAt: inHours(24 * 20) } as const;
let hub: TestHub;
let world: TenderWorld;
let buyer: SignedIn;
let winner: SignedIn;
let loser: SignedIn;
let stranger: SignedIn;
let viewer: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tenderWorld(hub.db);
  const signed = (actor: TenderWorld['buyer']) => hub.signedIn({ orgId: actor.orgId, permissions: [...actor.permissions] });
  [buyer, winner, loser, stranger] = [
    await signed(world.buyer),
    await signed(world.first),
    await signed(world.second),
    await signed(world.stranger),
  ];
  viewer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [] });
});
afterAll(() => hub.close());

async function mutate(name: string, input: object, who: SignedIn) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { tender { id status } errors { __typename ... on UserError { message path code } } } }`;
  const { data, errors } = await hub.ask(text, { input }, who);
  return errors ? { denied: errors[0]?.extensions?.code } : data[name];
}
const fields = `rulePack standstills { id lotId statement suspendedAt concludedAt takenBackAt failedAt faults { code message path }
  notices { supplierId supplier { name } outcome rank ranked refused winners { supplierId amount } } challenges { id supplierId reason decision answer } }`;
async function heldBy(id: string, who: SignedIn) {
  const { data } = await hub.ask(`query ($id: ID!) { tender(id: $id) { ${fields} } }`, { id }, who);
  return data.tender;
}
async function awarded(): Promise<Tender> {
  const tender = await published(hub.db, world, lawful);
  const bid = await bids(hub.db, world.first, tender, ['1', '1']);
  await bids(hub.db, world.second, tender, ['2', '2']);
  const open = await closed(hub.db, world, tender);
  const lots = [{ lotId: open.lots[0]!.id, mode: 'LOT', bidId: bid.bidId, statement: 'The lowest price.' }];
  const input = { idempotencyKey: onceKey(), tenderId: open.id, expectedVersion: open.edits, lots };
  expect(await mutate('awardTender', input, buyer)).toEqual({ tender: { id: open.id, status: 'STANDSTILL' }, errors: [] });
  return open;
}

describe('rule packs over GraphQL', () => {
  it('say what they ask for, to whoever reads tenders', async () => {
    const query =
      '{ tenderRulePacks { name bidding { procedure days } confidentialities enquiryDays standstillDays standstillForSoleBidder noticeFacts } }';
    const { data } = await hub.ask(query, {}, buyer);
    expect(
      data.tenderRulePacks.map(({ name, standstillDays }: { name: string; standstillDays: number | null }) => [
        name,
        standstillDays,
      ]),
    ).toEqual([
      ['PRIVATE', null],
      ['EU_2014_24', 10],
      ['EU_2014_25', 10],
      ['PROZORRO', 10],
    ]);
    expect(data.tenderRulePacks[1].bidding).toEqual([
      { procedure: 'OPEN', days: 30 },
      { procedure: 'SELECTIVE', days: 25 },
    ]);
    expect((await hub.ask(query, {}, viewer)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('refuse a publication in whole sentences', async () => {
    const draft = await drafted(hub.db, world, {
      ...lawful,
      rulePack: 'EU_2014_24',
      procedure: 'OPEN',
      isPublic: true,
      closesAt: inHours(24 * 21),
    });
    const { tender, errors } = await mutate('publishTender', { tenderId: draft.id, expectedVersion: draft.edits }, buyer);
    expect(tender).toBeNull();
    expect(errors.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'TenderPeriodTooShort',
      'TenderEnquiriesTooShort',
    ]);
    expect(errors[0].message).toMatch(
      /^Bids must be taken for at least 30 days: the earliest deadline is \d{4}-\d\d-\d\d 00:00 UTC \(2014\/24\/EU Art\. 27\(1\), \(4\)\)\.$/,
    );
  });
});

describe('a standstill over GraphQL', () => {
  it('is read by each as far as it concerns him, challenged, rejected and concluded', async () => {
    const { id } = await awarded();
    const own = await heldBy(id, buyer);
    const [held] = own.standstills;
    expect(own.rulePack).toBe('PROZORRO');
    expect(held.notices).toHaveLength(2);
    const [letter] = (await heldBy(id, loser)).standstills[0].notices;
    expect([letter.outcome, letter.rank, letter.ranked, letter.winners]).toEqual([
      'NOT_AWARDED',
      2,
      2,
      [{ supplierId: world.first.orgId, amount: '110.00' }],
    ]);
    expect(await heldBy(id, stranger)).toBeNull();

    const challenge = { standstillId: held.id, reason: 'Look again' };
    expect(await mutate('challengeAward', challenge, viewer)).toEqual({ denied: 'FORBIDDEN' });
    expect(await mutate('challengeAward', challenge, stranger)).toEqual({ denied: 'NOT_FOUND' });
    expect((await mutate('challengeAward', challenge, loser)).errors).toEqual([]);
    expect((await mutate('challengeAward', challenge, loser)).errors[0]).toMatchObject({
      __typename: 'ChallengedBefore',
      message: 'Your organisation has challenged this decision already.',
    });
    expect((await heldBy(id, winner)).standstills[0].challenges).toEqual([]);
    const [asked] = (await heldBy(id, buyer)).standstills[0].challenges;
    const decision = { challengeId: asked.id, upheld: false, answer: 'We did' };
    expect(await mutate('decideChallenge', decision, loser)).toEqual({ denied: 'FORBIDDEN' });
    expect((await mutate('decideChallenge', decision, buyer)).errors).toEqual([]);
    expect((await mutate('decideChallenge', decision, buyer)).errors[0].__typename).toBe('ChallengeDecided');
    expect((await mutate('concludeAward', { standstillId: held.id }, buyer)).errors[0]).toMatchObject({
      __typename: 'StandstillRuns',
      message: 'The standstill is not over (RUNS).',
    });
    await hub.db.admin(
      `update tendering.standstill set decided_at = decided_at - interval '20 days', ends_at = clock_timestamp() - interval '1 second' where id = $1`,
      [held.id],
    );
    const faults = [{ code: 'AwardNotOrderable', path: ['lines', '1'], values: { line: '1', reason: 'OfferNotActive' } }];
    await hub.db.unitOfWork.run(world.buyer, (work) =>
      work.tx.query('select tendering.note_failure($1, $2)', [held.id, JSON.stringify(faults)]),
    );
    expect((await heldBy(id, loser)).standstills[0].faults).toEqual([]);
    expect((await heldBy(id, buyer)).standstills[0].faults).toEqual([
      { code: 'AWARD_NOT_ORDERABLE', message: 'Line 1 cannot be ordered: OfferNotActive.', path: ['lines', '1'] },
    ]);
    expect(await mutate('concludeAward', { standstillId: held.id }, winner)).toEqual({ denied: 'FORBIDDEN' });
    expect(await mutate('concludeAward', { standstillId: held.id }, buyer)).toEqual({
      tender: { id, status: 'AWARDED' },
      errors: [],
    });
    expect((await mutate('challengeAward', challenge, winner)).errors[0].__typename).toBe('StandstillOver');
  });

  it('is upheld, and the lot is evaluated again', async () => {
    const { id } = await awarded();
    const [held] = (await heldBy(id, loser)).standstills;
    await mutate('challengeAward', { standstillId: held.id, reason: 'Look again' }, loser);
    const [asked] = (await heldBy(id, buyer)).standstills[0].challenges;
    expect(await mutate('decideChallenge', { challengeId: asked.id, upheld: true, answer: 'You are right' }, buyer)).toEqual({
      tender: { id, status: 'EVALUATION' },
      errors: [],
    });
    const [after] = (await heldBy(id, loser)).standstills;
    expect([after.takenBackAt === null, after.challenges.map(({ decision }: { decision: string }) => decision)]).toEqual([
      false,
      ['UPHELD'],
    ]);
  });
});
