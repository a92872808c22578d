import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { type AuctionRoom, setAuctionProxy, tenderingRoom } from '#libs/tendering';
import { runningAuctionsOf } from '../../libs/tendering/src/auctioning/auction.reader.js';
import { bidsIn, openedAgo, ticks, toAuction, usualAuction } from '../factories/auction.factory.js';
import { success } from '../factories/order.factory.js';
import { inHours, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom];
let hub: TestHub;
let world: TenderWorld;
let signed: Record<'buyer' | 'first' | 'second' | 'stranger', SignedIn>;
beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tenderWorld(hub.db);
  const as = ({ orgId, permissions }: TenderWorld['buyer']) => hub.signedIn({ orgId, permissions: [...permissions] });
  signed = {
    buyer: await as(world.buyer),
    first: await as(world.first),
    second: await as(world.second),
    stranger: await as(world.stranger),
  };
});
afterAll(() => hub.close());

async function mutate(name: string, input: object, who: SignedIn, fields = 'id status') {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`.replace(
    /^(Resume|TakeBack)Auction.*Input$/,
    'AuctionInput',
  );
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { auction { ${fields} } errors { __typename ... on UserError { message code } } } }`;
  const { data, errors } = await hub.ask(text, { input }, who);
  return errors ? { denied: errors[0]?.extensions?.code } : data[name];
}
const whole = `id kind status at opensAt closesAt extensions currency scale label own { amount rank floor isYourTurn } amountAtMost amountToLead
  ranking { rank label amount sequence supplierId supplier { name } } file { digest publishedAt body result }`;
async function read(id: string, who: SignedIn, fields = whole) {
  const { data, errors } = await hub.ask(`query ($id: ID!) { auction(id: $id) { ${fields} } }`, { id }, who);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.auction;
}
const running = async (override: Parameters<typeof usualAuction>[0] = {}) =>
  openedAgo(hub.db, world, await toAuction(hub.db, world, usualAuction(override)), 10);

describe('an auction over GraphQL', () => {
  it('is named by a list of tenders while it runs, to its parties alone', async () => {
    const { id, tenderId, lotId } = await running();
    const { id: later } = await toAuction(hub.db, world, usualAuction());
    const named = async (who: SignedIn, side = 'BUY') => {
      const { data } = await hub.ask(`{ tenders(side: ${side}, first: 50) { nodes { id runningAuction } } }`, {}, who);
      return (data.tenders.nodes as { id: string; runningAuction: string | null }[]).filter(
        (tender) => tender.id === tenderId || tender.id === later,
      );
    };
    const byTender = (list: { id: string; runningAuction: string | null }[]) =>
      [...list].sort((a, b) => a.id.localeCompare(b.id));
    const expected = byTender([
      { id: tenderId, runningAuction: id },
      { id: later, runningAuction: null },
    ]);
    expect(byTender(await named(signed.buyer))).toEqual(expected);
    expect(byTender(await named(signed.first, 'SELL'))).toEqual(expected);
    expect(await named(signed.stranger, 'SELL')).toEqual([]);
    const seen = (actor: TenderWorld['buyer']) =>
      hub.db.unitOfWork.read(actor, (work) => runningAuctionsOf(work, [later, tenderId]));
    expect([await seen(world.second), await seen(world.stranger)]).toEqual([
      [null, id],
      [null, null],
    ]);
    for (const [over, again] of [
      ['tendering.lot set cancelled_at = clock_timestamp()', 'tendering.lot set cancelled_at = null'],
      ['tendering.auction set sealed_at = clock_timestamp()', 'tendering.auction set sealed_at = null'],
    ] as const) {
      const row = over.includes('lot ') ? lotId : id;
      await hub.db.admin(`update ${over} where id = $1`, [row]);
      expect(await seen(world.buyer)).toEqual([null, null]);
      await hub.db.admin(`update ${again} where id = $1`, [row]);
    }
    await mutate('voidAuction', { auctionId: id, reason: 'Enough' }, signed.buyer);
    expect(await seen(world.buyer)).toEqual([null, null]);
  });

  it('is announced with the tender, started, bid in and read by each side as it may', async () => {
    const auction = {
      kind: 'ENGLISH',
      durationSeconds: 600,
      ownStep: { by: 'AMOUNT', value: '0.50' },
      softClose: { triggerSeconds: 120, lengthSeconds: 120, extensionsMax: 10 },
      display: 'BEST_PRICE',
      tickSeconds: 9,
    };
    const tender = {
      title: 'Seals',
      currency: 'EUR',
      closesAt: inHours(4).toISOString(),
      auction,
      lines: [{ description: 'Seal', quantity: '1' }],
    };
    const drafted = await hub.ask(
      `mutation ($input: DraftTenderInput!) { draftTender(input: $input) { tender { auction { kind durationSeconds mustLead display softClose { countsFrom } tickSeconds } } errors { __typename } } }`,
      { input: { tender } },
      signed.buyer,
    );
    expect(drafted.data.draftTender).toEqual({
      tender: {
        auction: {
          kind: 'ENGLISH',
          durationSeconds: 600,
          mustLead: false,
          display: 'BEST_PRICE',
          softClose: { countsFrom: 'CLOSE' },
          tickSeconds: null,
        },
      },
      errors: [],
    });

    const ready = await toAuction(hub.db, world, usualAuction({ display: 'BEST_PRICE' }));
    const start = {
      tenderId: ready.id,
      lotId: ready.lots[0]!.id,
      expectedVersion: ready.edits,
      opensAt: inHours(1).toISOString(),
    };
    expect(await mutate('startAuction', start, signed.first)).toEqual({ denied: 'FORBIDDEN' });
    expect(await mutate('startAuction', start, signed.buyer)).toMatchObject({ auction: { status: 'PREVIEW' }, errors: [] });
    expect(await mutate('startAuction', start, signed.buyer)).toMatchObject({
      auction: null,
      errors: [{ code: 'VERSION_CONFLICT' }],
    });

    const { id } = await running({ display: 'BEST_PRICE' });
    const early = await mutate('placeAuctionBid', { auctionId: id, amount: '109.60' }, signed.first);
    expect(early).toMatchObject({
      errors: [{ __typename: 'AuctionStepTooSmall', message: 'The bid is not far enough below (OWN_STEP_TOO_SMALL).' }],
    });
    const placed = await mutate(
      'placeAuctionBid',
      { auctionId: id, amount: '100' },
      signed.second,
      'own { amount rank } closesAt at',
    );
    expect(placed).toMatchObject({ auction: { own: { amount: '100', rank: 1 } }, errors: [] });
    expect(await mutate('placeAuctionBid', { auctionId: id, amount: '1' }, signed.buyer)).toEqual({ denied: 'FORBIDDEN' });
    expect(await mutate('placeAuctionBid', { auctionId: id, amount: '1' }, signed.stranger)).toEqual({ denied: 'NOT_FOUND' });
    expect(await mutate('setAuctionProxy', { auctionId: id, floor: '95' }, signed.second, 'own { floor }')).toMatchObject({
      auction: { own: { floor: '95' } },
    });

    const first = await read(id, signed.first);
    expect(first).toMatchObject({
      status: 'OPEN',
      own: { amount: '110.00', rank: 2, floor: null },
      amountAtMost: '109.50',
      amountToLead: '100.00',
      ranking: [],
      file: null,
      label: expect.stringMatching(/^bidder-[12]$/),
    });
    expect(JSON.stringify(first)).not.toMatch(new RegExp(`${world.second.orgId}|"95"`));
    const seenByBuyer = await read(id, signed.buyer);
    expect(seenByBuyer).toMatchObject({
      own: null,
      label: null,
      ranking: [
        { rank: 1, amount: '100', sequence: 1, supplierId: world.second.orgId, supplier: { name: expect.any(String) } },
        { rank: 2, amount: '110.00', sequence: 0, supplierId: world.first.orgId },
      ],
    });
    expect(JSON.stringify(seenByBuyer)).not.toContain('"95"');
    expect(await read(id, signed.stranger)).toBeNull();
    expect(await read('none', signed.buyer)).toBeNull();
    expect(await mutate('pauseAuction', { auctionId: id, reason: 'A line is down' }, signed.buyer)).toMatchObject({
      auction: { status: 'PAUSED' },
    });
    expect(await mutate('resumeAuction', { auctionId: id }, signed.buyer)).toMatchObject({ auction: { status: 'OPEN' } });
    expect(await mutate('voidAuctionBid', { auctionId: id, sequence: 1, reason: 'A comma' }, signed.buyer)).toMatchObject({
      errors: [],
    });
    expect(await mutate('voidAuction', { auctionId: id, reason: 'Enough' }, signed.buyer)).toMatchObject({
      auction: { status: 'VOIDED' },
    });
    const listed = await hub.ask(
      'query ($id: ID!) { tender(id: $id) { auctions { id status tender { id } } } }',
      { id: ready.id },
      signed.first,
    );
    expect(listed.data.tender.auctions).toMatchObject([{ status: 'PREVIEW', tender: { id: ready.id } }]);
  });

  it('publishes its file to those who took part', async () => {
    const { id } = await openedAgo(
      hub.db,
      world,
      await toAuction(hub.db, world, usualAuction({ durationSeconds: 1, softClose: null })),
      5,
    );
    expect([await ticks(hub.db, world, id), await ticks(hub.db, world, id)]).toEqual(['SEALED', 'SETTLED']);
    for (const who of [signed.buyer, signed.first, signed.second]) {
      const { file, status } = await read(id, who);
      expect([status, JSON.parse(file.result).outcome, JSON.parse(file.body).format]).toEqual([
        'FROZEN',
        'SEALED',
        'entrepot-auction',
      ]);
    }
    expect(await read(id, signed.stranger)).toBeNull();
  });
});

/** What each of them hears of auctions, by what stands in his own view. Listening has begun when each party has heard of another one. */
async function listening(auctions: readonly AuctionRoom[]) {
  const beacon = await running();
  const ready = new Set<string>();
  const heard: Record<string, string[]> = { buyer: [], first: [], second: [], stranger: [] };
  const clients = Object.entries(signed).map(([who, { authorization }]) => {
    const url = `${hub.url.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 });
    const query = 'subscription ($ids: [ID!]!) { auctionChanged(auctionIds: $ids) { id own { amount rank } } }';
    client.subscribe<{ auctionChanged: { id: string; own: { amount: string; rank: number } | null } }>(
      { query, variables: { ids: [beacon.id, ...auctions.map(({ id }) => id)] } },
      {
        next: ({ data }) => {
          if (data?.auctionChanged.id === beacon.id) return void ready.add(who);
          const own = data?.auctionChanged.own;
          heard[who]?.push(own ? `${own.amount} is ${own.rank}` : 'moved');
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return client;
  });
  await until(async () => {
    await hub.db.admin(`select pg_notify('entrepot', $1)`, [
      JSON.stringify({ topic: 'auction.changed', orgId: beacon.orgId, id: beacon.id }),
    ]);
    return ['buyer', 'first', 'second'].every((who) => ready.has(who));
  });
  return { heard, stop: () => Promise.all(clients.map((client) => client.dispose())) };
}

describe('a flood of acts', () => {
  it('is held off before it holds the lot; the others act on, and so may he in another auction', async () => {
    const [room, other] = [await running(), await running()];
    expect((await mutate('setAuctionProxy', { auctionId: room.id, floor: '90' }, signed.second)).errors).toEqual([]);
    // The other 59 of the minute at once: sixty calls may take a slow machine longer than the minute.
    const rule = { name: 'tendering:auction-act', points: 60, seconds: 60 };
    let left = 0;
    while ((await hub.services.throttle.take(rule, `${world.second.orgId} ${room.id}`)) === undefined) left += 1;
    expect(left).toBe(59);
    const acts = async () =>
      (
        await hub.db.admin<{ n: number }>('select count(*)::int as n from tendering.auction_act where auction_id = $1', [room.id])
      )[0]!.n;
    const before = await acts();
    for (const name of ['setAuctionProxy', 'placeAuctionBid', 'takeBackAuctionBid', 'acceptAuctionPrice', 'stayInAuction']) {
      const more = { setAuctionProxy: { floor: '80' }, placeAuctionBid: { amount: '80' }, acceptAuctionPrice: { amount: '80' } };
      const input = {
        auctionId: room.id,
        ...(more as Record<string, object>)[name],
        ...(name === 'stayInAuction' ? { level: 0 } : {}),
      };
      expect([name, (await mutate(name, input, signed.second)).errors]).toMatchObject([
        name,
        [{ code: 'AUCTION_ACTS_TOO_MANY' }],
      ]);
    }
    const loud = { auctionId: room.id.toUpperCase(), floor: '80' };
    expect((await mutate('setAuctionProxy', loud, signed.second)).errors).toMatchObject([{ code: 'AUCTION_ACTS_TOO_MANY' }]);
    const rows = async () => (await hub.db.admin('select 1 from platform.throttle')).length;
    const kept = await rows();
    expect(await mutate('setAuctionProxy', { auctionId: 'none', floor: '80' }, signed.second)).toMatchObject({
      denied: 'BAD_USER_INPUT',
    });
    expect([await acts(), await rows()]).toEqual([before, kept]);
    expect((await mutate('placeAuctionBid', { auctionId: room.id, amount: '100' }, signed.first)).errors).toEqual([]);
    expect((await mutate('placeAuctionBid', { auctionId: other.id, amount: '100' }, signed.second)).errors).toEqual([]);
  });
});

describe('auctionChanged', () => {
  it('tells each party how it stands after each act, and others nothing', async () => {
    const room = await running();
    const { heard, stop } = await listening([room]);
    success(await bidsIn(hub.db, world.second, room.id, '100'));
    await until(() => ['buyer', 'first', 'second'].every((who) => heard[who]?.length === 1));
    expect(heard).toEqual({ buyer: ['moved'], first: ['110.00 is 2'], second: ['100 is 1'], stranger: [] });
    // A floor that bids nothing now is its bidder's own business.
    success(await hub.db.unitOfWork.run(world.second, (work) => setAuctionProxy(work, { auctionId: room.id, floor: '90' })));
    await until(() => heard['second']?.length === 2);
    success(await bidsIn(hub.db, world.first, room.id, '99'));
    await until(() => [heard['buyer'], heard['first'], heard['second']].map((list) => list?.length).join() === '2,2,3');
    expect(heard).toEqual({
      buyer: ['moved', 'moved'],
      first: ['110.00 is 2', '99 is 2'],
      second: ['100 is 1', '100 is 1', '98.99 is 1'],
      stranger: [],
    });
    await stop();
  });
});
