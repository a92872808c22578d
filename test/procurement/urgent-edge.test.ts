import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { type PlantedOffer, plantOffer, type TradeWorld } from '../factories/order.factory.js';
import { desks } from '../factories/urgent.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom];
let hub: TestHub;
let world: TradeWorld;
let offer: PlantedOffer;
let buyer: SignedIn;
let supplier: SignedIn;
let viewer: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await desks(hub.db);
  offer = await plantOffer(hub.db, world.supplier.orgId, { stock: '5', leadDays: null });
  buyer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [...world.buyer.permissions], roles: ['BUYER'] });
  supplier = await hub.signedIn({
    orgId: world.supplier.orgId,
    permissions: [...world.supplier.permissions],
    roles: ['SUPPLIER'],
  });
  viewer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [] });
});
afterAll(() => hub.close());

describe('promises over GraphQL', () => {
  const ask = `query ($input: PromiseInput!) { promise(input: $input) { lines { line promises { id arriveOn shipOn basis confidence parts { place quantity } offer { id } } problem { code message } } } }`;

  it('are answered, stored, reserved and released', async () => {
    const lines = [
      { offerId: offer.id, quantity: '2' },
      { number: 'NOPE', quantity: '1' },
    ];
    const { data, errors } = await hub.ask(ask, { input: { lines, shipTo: { siteId: world.siteId } } }, buyer);
    expect(errors).toBeUndefined();
    const [first, unknown] = data.promise.lines;
    expect(unknown.problem).toEqual({ code: 'NUMBER_UNKNOWN', message: 'No part has this number.' });
    const [promise] = first.promises;
    expect(promise).toMatchObject({ basis: 'STOCK', parts: [{ place: 'MAIN', quantity: '2' }], offer: { id: offer.id } });
    const reserve = `mutation ($input: ReservePromiseInput!) { reservePromise(input: $input) { promise { status heldUntil } errors { __typename } } }`;
    const held = await hub.ask(reserve, { input: { promiseId: promise.id, holdMinutes: 10 } }, buyer);
    expect(held.data.reservePromise).toMatchObject({ promise: { status: 'RESERVED' }, errors: [] });
    const stored = await hub.ask(
      `query ($id: ID!) { storedPromise(id: $id) { reproducible inputs status } }`,
      { id: promise.id },
      supplier,
    );
    expect(stored.data.storedPromise).toMatchObject({ reproducible: true, status: 'RESERVED' });
    expect(JSON.parse(stored.data.storedPromise.inputs)).toMatchObject({ quantity: '2' });
    const release = `mutation ($input: ReleasePromiseInput!) { releasePromise(input: $input) { promise { status releasedReason } errors { __typename } } }`;
    const silent = await hub.ask(release, { input: { promiseId: promise.id } }, supplier);
    expect(silent.data.releasePromise).toEqual({ promise: null, errors: [{ __typename: 'HoldReasonMissing' }] });
    const given = await hub.ask(release, { input: { promiseId: promise.id } }, buyer);
    expect(given.data.releasePromise).toEqual({ promise: { status: 'RELEASED', releasedReason: null }, errors: [] });
  });

  it('are shut to whoever may not, and say what is wrong with a place', async () => {
    const lines = [{ offerId: offer.id, quantity: '2' }];
    const shut = await hub.ask(ask, { input: { lines, shipTo: { country: 'US' } } }, viewer);
    expect(shut.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const nowhere = await hub.ask(ask, { input: { lines, shipTo: { siteId: offer.id } } }, buyer);
    expect(nowhere.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('urgent requests over GraphQL', () => {
  it('go from the ways to the desk, the answer and the record', async () => {
    const needAt = new Date(Date.now() + 86_400_000).toISOString();
    const source = `query ($input: AogSourcingInput!) { aogSourcing(input: $input) { ways { rank kind risks inTime promise { id } offer { id } } problem } }`;
    const found = await hub.ask(source, { input: { partId: offer.partId, quantity: '2', shipTo: world.siteId, needAt } }, buyer);
    expect(found.errors).toBeUndefined();
    expect(found.data.aogSourcing.ways).toMatchObject([{ rank: 1, kind: 'SAME_PART', inTime: null, offer: { id: offer.id } }]);
    const raise = `mutation ($input: RaiseUrgentInput!) { raiseUrgent(input: $input) { request { id version held dueClock supplier { id } events { kind } } errors { __typename ... on UserError { path message } } } }`;
    const asked = { priority: 'AOG', offerId: offer.id, quantity: '2', shipTo: world.siteId, needAt, contact: 'Desk' };
    const input = { ...asked, idempotencyKey: 'desk-1' };
    const incomplete = await hub.ask(raise, { input: { ...input, tail: 'D-AIMA' } }, buyer);
    expect(incomplete.data.raiseUrgent.errors).toEqual([
      { __typename: 'IntakeIncomplete', path: ['groundedAt'], message: 'This answer is needed for an aircraft on ground.' },
    ]);
    const raised = await hub.ask(raise, { input: { ...input, tail: 'D-AIMA', groundedAt: 'EDDF' } }, buyer);
    const { request } = raised.data.raiseUrgent;
    expect(request).toMatchObject({
      held: '2',
      dueClock: 'RESPOND',
      supplier: { id: world.supplier.orgId },
      events: [{ kind: 'OPENED' }],
    });
    const answer = `mutation ($input: AnswerUrgentInput!) { answerUrgent(input: $input) { request { status } errors { __typename } } }`;
    const which = { requestId: request.id, expectedVersion: request.version, accept: true, promisedAt: needAt };
    expect((await hub.ask(answer, { input: which }, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask(answer, { input: which }, supplier)).data.answerUrgent).toEqual({
      request: { status: 'ACCEPTED' },
      errors: [],
    });
    const desk = await hub.ask(`{ urgentRequests(side: SELL) { id dueClock } }`, {}, supplier);
    expect(desk.data.urgentRequests).toEqual([{ id: request.id, dueClock: 'SHIP' }]);
    const record = await hub.ask(
      `query ($from: DateTime!, $to: DateTime!) { priorityReport(from: $from, to: $to) { priority requests respondMet respondPercent shipPercent } }`,
      { from: new Date(Date.now() - 3_600_000).toISOString(), to: needAt },
      buyer,
    );
    expect(record.data.priorityReport).toEqual([
      { priority: 'AOG', requests: 1, respondMet: 1, respondPercent: 100, shipPercent: null },
    ]);
  });
});
