import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { type PlantedOffer, plantOffer, type TradeWorld } from '../factories/order.factory.js';
import { exchangeOffer } from '../factories/rotable.factory.js';
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
  offer = await exchangeOffer(hub.db, world);
  buyer = await hub.signedIn({
    orgId: world.buyer.orgId,
    permissions: [...world.buyer.permissions, 'part:read'],
    roles: ['BUYER'],
  });
  supplier = await hub.signedIn({
    orgId: world.supplier.orgId,
    permissions: [...world.supplier.permissions],
    roles: ['SUPPLIER'],
  });
  viewer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [] });
});
afterAll(() => hub.close());

/** One mutation; gives its payload with the codes of what was refused. */
async function mutate(name: string, input: object, who: SignedIn) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { rotable { id number status version steps dueAt charges { kind amount { amount currency } } } errors { __typename ... on UserError { message } } } }`;
  const { data, errors } = await hub.ask(text, { input }, who);
  return errors ? { denied: errors[0]?.extensions?.code } : data[name];
}

describe('cores over GraphQL', () => {
  it('are agreed with the order, followed on it and in the list, and settled', async () => {
    const terms = `query ($id: ID!) { offer(id: $id) { exchangeTerms { version coreValue currency coreDays } repairTerms { version } } }`;
    const seen = (await hub.ask(terms, { id: offer.id }, buyer)).data.offer;
    expect(seen).toEqual({ exchangeTerms: { version: 1, coreValue: '8000', currency: 'USD', coreDays: 10 }, repairTerms: null });
    const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { orders { id cores { id status version fee { amount } value { amount } steps exchange { deposit billDays } repair { turnDays } } } errors { __typename ... on UserError { message path } } } }`;
    const line = { offerId: offer.id, quantity: '1', priceSeen: { ...offer.priceSeen, unit: 'EA' } };
    const order = (lines: object[]) =>
      hub.ask(
        place,
        { input: { idempotencyKey: `edge-${lines.length}-${JSON.stringify(lines).length}`, shipToId: world.siteId, lines } },
        buyer,
      );
    const refused = (await order([line])).data.placeOrder.errors;
    expect(refused).toEqual([
      {
        __typename: 'ExchangeTermsNotSeen',
        message: expect.stringContaining('you owe a core worth 8000 USD, back within 10 days'),
        path: ['lines', '0', 'exchangeSeen'],
      },
    ]);
    const [placed] = (await order([{ ...line, exchangeSeen: seen.exchangeTerms }])).data.placeOrder.orders;
    expect(placed.cores).toEqual([
      {
        id: expect.any(String),
        status: 'AWAITED',
        version: 1,
        fee: { amount: '3000' },
        value: { amount: '8000' },
        steps: [],
        exchange: { deposit: '1000', billDays: 28 },
        repair: null,
      },
    ]);
    const [core] = placed.cores;
    const send = { rotableId: core.id, expectedVersion: 1, serial: 'S-1', certificate: 'CoC', certificateNumber: '7' };
    expect(await mutate('sendExchangeUnit', send, buyer)).toEqual({ denied: 'FORBIDDEN' });
    expect(await mutate('sendExchangeUnit', send, viewer)).toEqual({ denied: 'FORBIDDEN' });
    const sent = (await mutate('sendExchangeUnit', send, supplier)).rotable;
    expect(sent).toMatchObject({ status: 'DUE', charges: [{ kind: 'DEPOSIT', amount: { amount: '1000', currency: 'USD' } }] });
    const list = `query { rotables(side: BUY) { id steps events { seq kind detail } supplier { id } } rotable(id: "${core.id}") { status } }`;
    const { data } = await hub.ask(list, {}, buyer);
    expect(data.rotables).toMatchObject([{ id: core.id, steps: ['SHIP'], events: [{ kind: 'OPENED' }, { kind: 'SEND' }] }]);
    const own = { rotableId: core.id, expectedVersion: sent.version, serial: 'S-1' };
    expect((await mutate('shipUnit', own, buyer)).errors).toMatchObject([
      { __typename: 'SameUnit', message: expect.stringContaining('S-1') },
    ]);
    const taken = (await mutate('receiveUnit', { ...own, serial: 'OLD' }, supplier)).rotable;
    const judged = (version: number, more: object) =>
      mutate('judgeCore', { rotableId: core.id, expectedVersion: version, ...more }, supplier);
    expect(await judged(taken.version, { accept: false })).toEqual({ denied: 'BAD_USER_INPUT' });
    expect((await judged(taken.version, { accept: true })).rotable).toMatchObject({ status: 'ACCEPTED', steps: [] });
    expect((await judged(taken.version, { accept: true })).errors).toMatchObject([{ __typename: 'VersionConflict' }]);
  });
});

describe('repairs over GraphQL', () => {
  it('are offered, ordered and called off', async () => {
    const sold = await plantOffer(hub.db, world.supplier.orgId);
    const save = `mutation ($input: SaveRepairTermsInput!) { saveRepairTerms(input: $input) { offer { id repairTerms { pricing price version } } errors { __typename } } }`;
    const terms = {
      offerId: sold.id,
      currency: 'USD',
      pricing: 'FIXED',
      price: '640',
      quoteDays: 5,
      approveDays: 14,
      turnDays: 20,
    };
    const saved = (await hub.ask(save, { input: terms }, supplier)).data.saveRepairTerms;
    expect(saved.offer.repairTerms).toEqual({ pricing: 'FIXED', price: '640', version: 1 });
    expect((await hub.ask('query { unitOffers { id } }', {}, supplier)).data.unitOffers).toHaveLength(2);
    const input = {
      idempotencyKey: 'repair-1',
      offerId: sold.id,
      serial: 'R-1',
      complaint: 'dead',
      shipTo: world.siteId,
      termsSeen: { version: 1, currency: 'USD', price: '650' },
    };
    expect((await mutate('orderRepair', input, buyer)).errors).toMatchObject([{ __typename: 'RepairTermsChanged' }]);
    const { rotable } = await mutate('orderRepair', { ...input, termsSeen: { ...input.termsSeen, price: '640' } }, buyer);
    expect(rotable).toMatchObject({ status: 'ORDERED', steps: ['SHIP', 'CANCEL'] });
    const cancelled = await mutate('cancelRepair', { rotableId: rotable.id, expectedVersion: 1, reason: 'mended here' }, buyer);
    expect(cancelled.rotable).toMatchObject({ status: 'CANCELLED', charges: [] });
    const remove = `mutation ($input: RemoveUnitTermsInput!) { removeUnitTerms(input: $input) { offer { repairTerms { version } } errors { __typename } } }`;
    expect((await hub.ask(remove, { input: { offerId: sold.id, repair: true } }, supplier)).data.removeUnitTerms).toEqual({
      offer: { repairTerms: null },
      errors: [],
    });
  });
});
