import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { overdue } from '../factories/hold.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type SimulatedErp, startErp } from '../support/erp.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom];
let hub: TestHub;
let erp: SimulatedErp;
let buyer: SignedIn;
let seller: SignedIn;
let viewer: SignedIn;
const offers: string[] = [];

beforeAll(async () => {
  erp = await startErp();
  hub = await startTestHub({ rooms, env: { ENTREPOT_OUTBOUND_ALLOW: erp.host } });
  const supplier = await organization(hub.db, { name: 'Fasteners' });
  const airline = await organization(hub.db, { name: 'Airline', roles: ['BUYER'] });
  await publishedCatalogue(hub.db, { actor: supplier, rows: bolts(4).map((row) => ({ ...row, leadDays: undefined })) });
  offers.push(...(await hub.db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
  await partners(hub.db, airline, supplier);
  buyer = await hub.signedIn({
    orgId: airline.orgId,
    permissions: ['price:read', 'basket:edit', 'order:place'],
    roles: ['BUYER'],
  });
  seller = await hub.signedIn({ orgId: supplier.orgId, permissions: ['stock:write', 'part:read'], roles: ['SUPPLIER'] });
  viewer = await hub.signedIn({ orgId: airline.orgId, permissions: [] });
});
afterAll(async () => {
  await hub.close();
  await erp.close();
});

const errors = 'errors { ... on UserError { code path message } }';
const byName = `mutation ($input: HoldByNameInput!) { holdByName(input: $input) { holds { id held status label supplier { name } places { location quantity } } ${errors} } }`;
const list = `query ($filter: StockHoldFilter!) { stockHolds(filter: $filter, first: 10) { nodes { id status buyer { name } offer { supplierPart } } } }`;
const named = (offerId: string, quantity: string) => ({
  input: { label: 'N773BX', lines: [{ offerId, quantity }], idempotencyKey: randomUUID() },
});

describe('holds over GraphQL', () => {
  it('are made by name, seen by both sides, lengthened, and taken back with a reason', async () => {
    const offerId = offers[0] ?? '';
    await stocked(hub.db, seller.actor, { offerId, quantity: '5', location: 'HAM' });
    const made = await hub.ask(byName, named(offerId, '2'), buyer);
    expect(made.data.holdByName).toMatchObject({
      errors: [],
      holds: [
        {
          held: '2',
          status: 'HELD',
          label: 'N773BX',
          supplier: { name: 'Fasteners' },
          places: [{ location: 'HAM', quantity: '2' }],
        },
      ],
    });
    const { id } = made.data.holdByName.holds[0];
    expect((await hub.ask(byName, named(offerId, '4'), buyer)).data.holdByName).toMatchObject({
      holds: null,
      errors: [{ code: 'OUT_OF_STOCK', path: ['lines', '0'] }],
    });
    for (const [side, as] of [
      ['BUYER', buyer],
      ['SUPPLIER', seller],
    ] as const)
      expect((await hub.ask(list, { filter: { side, status: 'HELD' } }, as)).data.stockHolds.nodes).toEqual([
        { id, status: 'HELD', buyer: { name: 'Airline' }, offer: { supplierPart: 'B-000001' } },
      ]);
    const extend = `mutation ($input: ExtendHoldInput!) { extendHold(input: $input) { hold { version: status } ${errors} } }`;
    expect((await hub.ask(extend, { input: { holdId: id, minutes: 600 } }, seller)).data.extendHold.errors).toEqual([]);
    expect((await hub.ask(extend, { input: { holdId: id, minutes: 5 } }, buyer)).data.extendHold.errors).toMatchObject([
      { code: 'HOLD_NOT_LONGER' },
    ]);
    const release = `mutation ($input: ReleaseHoldsInput!) { releaseHolds(input: $input) { holds { status reason } ${errors} } }`;
    expect((await hub.ask(release, { input: { holdIds: [id] } }, seller)).data.releaseHolds).toMatchObject({
      holds: null,
      errors: [{ code: 'HOLD_REASON_MISSING' }],
    });
    expect((await hub.ask(release, { input: { holdIds: [id], reason: 'Quarantine' } }, seller)).data.releaseHolds.holds).toEqual([
      { status: 'RELEASED', reason: 'Quarantine' },
    ]);
    await overdue(hub.db, id);
    expect(await stockAsStored(hub.db, offerId)).toMatchObject([{ reserved: '0', ledger: '0' }]);
  });

  it('are behind their doors', async () => {
    expect((await hub.ask(byName, named(offers[0] ?? '', '1'), viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask(list, { filter: { side: 'BUYER' } }, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask('{ holdPolicy { version } }', {}, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask('{ askingProfiles { id } }', {}, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask('{ holdPolicy { basketMinutes namedMinutes version } }', {}, seller)).data.holdPolicy).toEqual({
      basketMinutes: 30,
      namedMinutes: 30,
      version: 0,
    });
  });
});

describe('the ledger over GraphQL', () => {
  it('shows a correction with its reason, and keeps a place by itself', async () => {
    const offerId = offers[1] ?? '';
    await stocked(hub.db, seller.actor, { offerId, quantity: '5', location: 'SIN' });
    const manage = 'mutation ($input: ManageLocationInput!) { manageLocation(input: $input) { location managed offers } }';
    expect((await hub.ask(manage, { input: { location: 'SIN', managed: true } }, seller)).data.manageLocation).toEqual({
      location: 'SIN',
      managed: true,
      offers: 1,
    });
    const correct = `mutation ($input: CorrectStockInput!) { correctStock(input: $input) { corrected { quantity reserved } ${errors} } }`;
    const input = { lines: [{ offerId, location: 'SIN', delta: '-2', reason: 'DAMAGE', note: 'Dropped' }], idempotencyKey: 'c1' };
    expect((await hub.ask(correct, { input }, seller)).data.correctStock).toEqual({
      corrected: [{ quantity: '3', reserved: '0' }],
      errors: [],
    });
    expect(
      (await hub.ask(correct, { input: { ...input, lines: [{ ...input.lines[0], delta: '-9' }], idempotencyKey: 'c2' } }, seller))
        .data.correctStock,
    ).toMatchObject({
      corrected: null,
      errors: [{ code: 'STOCK_BELOW_ZERO', message: 'There are only 3: less than nothing cannot be left.' }],
    });
    const ledger =
      'query ($offerId: ID!) { stockMovements(offerId: $offerId, location: "SIN") { nodes { kind quantityDelta reason note buyer { name } } } stockLocations { location managed } }';
    const { data } = await hub.ask(ledger, { offerId }, seller);
    expect(data.stockMovements.nodes).toEqual([
      { kind: 'CORRECT', quantityDelta: '-2', reason: 'DAMAGE', note: 'Dropped', buyer: null },
      { kind: 'OPEN', quantityDelta: '5', reason: null, note: null, buyer: null },
    ]);
    expect(data.stockLocations).toContainEqual({ location: 'SIN', managed: true });
  });
});

describe('asking over GraphQL', () => {
  const question =
    'query ($input: AvailabilityInput!) { availability(input: $input) { lines { offers { stockLabel available stock { location quantity source label ageSeconds } } } } }';
  const ask = async (n: number) => {
    const { data } = await hub.ask(question, { input: { lines: [{ offerId: offers[n], quantity: '1' }] } }, buyer);
    return data.availability.lines[0].offers[0];
  };

  it('labels every figure, renews those of an ERP, and shows the supplier what was asked', async () => {
    expect(await ask(1)).toMatchObject({ stockLabel: 'LIVE', stock: [{ source: 'MANAGED', label: 'LIVE', ageSeconds: 0 }] });
    expect(await ask(2)).toEqual({ stockLabel: 'LEAD_TIME_ONLY', available: '0', stock: [] });
    const save = `mutation ($input: SaveAskingInput!) { saveAsking(input: $input) { profile { id location hasSecret line paused } ${errors} } }`;
    const input = { url: erp.url, header: 'X-Key', secret: 'secret-of-erp', cacheSeconds: 60 };
    const saved = (await hub.ask(save, { input }, seller)).data.saveAsking;
    expect(saved).toMatchObject({ errors: [], profile: { location: '*', hasSecret: true, line: 'CLOSED', paused: false } });
    const test =
      'mutation ($input: TestAskingInput!) { testAsking(input: $input) { outcome status figures { location quantity } problems { code } } }';
    expect(
      (await hub.ask(test, { input: { profileId: saved.profile.id, supplierPart: 'B-000003' } }, seller)).data.testAsking,
    ).toEqual({
      outcome: 'ANSWERED',
      status: 200,
      figures: [{ location: 'MAIN', quantity: '7' }],
      problems: [],
    });
    expect(erp.seen.headers.at(-1)?.['x-key']).toBe('secret-of-erp');
    expect(await ask(2)).toMatchObject({ stockLabel: 'LIVE', available: '7', stock: [{ source: 'ASKED', label: 'LIVE' }] });
    expect(await ask(2)).toMatchObject({ stockLabel: 'CACHED', available: '7', stock: [{ label: 'CACHED' }] });
    const log = 'query ($id: ID!) { askingCalls(profileId: $id) { nodes { test outcome figures } } }';
    expect((await hub.ask(log, { id: saved.profile.id }, seller)).data.askingCalls.nodes).toEqual([
      { test: false, outcome: 'ANSWERED', figures: 1 },
      { test: true, outcome: 'ANSWERED', figures: 0 },
    ]);
    expect(hub.log.join('')).not.toContain('secret-of-erp');
    const remove = 'mutation ($input: AskingProfileInput!) { removeAsking(input: $input) }';
    expect((await hub.ask(remove, { input: { profileId: saved.profile.id } }, seller)).data.removeAsking).toBe(true);
  });
});
