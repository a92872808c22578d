import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { supplyRoom } from '#libs/supply';
import { dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

// Rooms below this one bring the types its fields lead to; actors are the test's own.
const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom];
let hub: TestHub;
let second: TestHub;
let buyer: SignedIn;
let seller: SignedIn;
let viewer: SignedIn;
let supplierId: string;
const offers: { id: string; partId: string }[] = [];

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  second = await startTestHub({ rooms, db: hub.db, dataDir: hub.dataDir, actors: hub.actors });
  const supplier = await organization(hub.db, { name: 'Fasteners' });
  const airline = await organization(hub.db, { name: 'Airline', roles: ['BUYER'] });
  supplierId = supplier.orgId;
  await publishedCatalogue(hub.db, {
    actor: supplier,
    rows: [
      ...bolts(30),
      bolt(99, {
        supplierPart: 'STEPS',
        manufacturerPart: 'STEPS-1',
        minimum: '10',
        multiple: '10',
        breaks: [{ from: '100', price: '9.00' }],
        charges: [{ code: 'CERT', amount: '12.00' }],
      }),
    ],
  });
  offers.push(
    ...(await hub.db.admin<{ id: string; partId: string }>(
      'select id, part_id as "partId" from supply.offer order by supplier_part',
    )),
  );
  await partners(hub.db, airline, supplier);
  buyer = await hub.signedIn({ orgId: airline.orgId, permissions: ['price:read', 'part:read'], roles: ['BUYER'] });
  seller = await hub.signedIn({
    orgId: supplier.orgId,
    permissions: ['stock:write', 'agreement:manage', 'price:read', 'part:read'],
    roles: ['SUPPLIER'],
  });
  viewer = await hub.signedIn({ orgId: airline.orgId, permissions: [] });
});
afterAll(async () => {
  await second.close();
  await hub.close();
});

const availability = `query ($input: AvailabilityInput!) { availability(input: $input) { lines { line quantity
  offers { offer { id supplierPart orderUnit supplier { name } part { number manufacturer { code } } } price { amount currency basis unit } priceSource lineAmount { amount currency }
    charges { code amount { amount currency } per } packRule { minimum multiple nearest { below above } } stock { location quantity source } available leadDays earliest needByMet obstacles }
  problem { code message choices { number } } } } }`;

describe('availability over GraphQL', () => {
  it('answers price, stock and day of every line, and why a line has none', async () => {
    await stocked(hub.db, seller.actor, { offerId: offers[0]?.id ?? '', quantity: '250', location: 'HAM' });
    const { data, errors } = await hub.ask(
      availability,
      {
        input: {
          lines: [
            { offerId: offers[0]?.id, quantity: '100', needBy: dayFromNow(0) },
            { number: 'NOPE', quantity: '1' },
            { number: 'STEPS-1', quantity: '95' },
          ],
        },
      },
      buyer,
    );
    expect(errors).toBeUndefined();
    const [first, unknown, steps] = data.availability.lines;
    expect(first).toEqual({
      line: 0,
      quantity: '100',
      problem: null,
      offers: [
        {
          offer: {
            id: offers[0]?.id,
            supplierPart: 'B-000001',
            orderUnit: 'EA',
            supplier: { name: 'Fasteners' },
            part: { number: 'BACB30-1', manufacturer: { code: '81205' } },
          },
          price: { amount: '11.50', currency: 'USD', basis: '100', unit: 'EA' },
          priceSource: 'LIST',
          lineAmount: { amount: '11.50', currency: 'USD' },
          charges: [],
          packRule: { minimum: '1', multiple: '1', nearest: null },
          stock: [{ location: 'HAM', quantity: '250', source: 'MANUAL' }],
          available: '250',
          leadDays: 5,
          earliest: dayFromNow(0),
          needByMet: true,
          obstacles: [],
        },
      ],
    });
    expect(unknown).toEqual({
      line: 1,
      quantity: '1',
      offers: [],
      problem: { code: 'NUMBER_UNKNOWN', message: 'No part has this number.', choices: [] },
    });
    expect(steps.offers[0]).toMatchObject({
      packRule: { nearest: { below: '90', above: '100' } },
      obstacles: ['QUANTITY_OFF_PACK'],
      charges: [{ code: 'CERT', amount: { amount: '12.00', currency: 'USD' }, per: 'LINE' }],
    });
  });

  it('is shut to guests, to members without price:read, and to 201 lines', async () => {
    const input = { lines: [{ offerId: offers[0]?.id, quantity: '1' }] };
    expect((await hub.ask(availability, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await hub.ask(availability, { input }, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const many = { lines: Array.from({ length: 201 }, () => input.lines[0]) };
    expect((await hub.ask(availability, { input: many }, buyer)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('search and offers over GraphQL', () => {
  it('finds parts with their offers, facets and pages', async () => {
    const query = `query ($after: String) { searchParts(query: "hex bolt", first: 2, after: $after) { matchedBy totalEstimate facets { firstN suppliers { name count } }
      pageInfo { hasNextPage endCursor } nodes { offerCount inStock lowestPrices { amount unit basis } part { number names { language name } manufacturer { name } offers { supplierPart listPrice { amount basis } } } } } }`;
    const { data, errors } = await hub.ask(query, {}, buyer);
    expect(errors).toBeUndefined();
    expect(data.searchParts).toMatchObject({
      matchedBy: 'TEXT',
      totalEstimate: 31,
      facets: { firstN: 31, suppliers: [{ name: 'Fasteners', count: 31 }] },
      pageInfo: { hasNextPage: true },
    });
    expect(data.searchParts.nodes).toHaveLength(2);
    expect(data.searchParts.nodes[0]).toMatchObject({
      offerCount: 1,
      part: { manufacturer: { name: 'Boeing' }, offers: [{ listPrice: { basis: '100' } }] },
    });
    const next = await hub.ask(query, { after: data.searchParts.pageInfo.endCursor }, buyer);
    expect(next.data.searchParts).toMatchObject({ totalEstimate: null, facets: null });
    expect(next.data.searchParts.nodes[0].part.number).not.toBe(data.searchParts.nodes[1].part.number);
  });

  it('gives the same hits to who lists them lean, wherever a fragment asks for more', async () => {
    const lean = 'nodes { part { id number name names { language name } manufacturer { id code name cages } } }';
    const whole =
      'fragment F on Part { ...G } fragment G on Part { unit description classifications { code } } query { searchParts(query: "hex bolt", first: 3) { nodes { part { id number name names { language name } manufacturer { id code name cages } ... on Part { ...F } } } } }';
    const [few, all] = [
      await hub.ask(`{ searchParts(query: "hex bolt", first: 3) { ${lean} } }`, {}, buyer),
      await hub.ask(whole, {}, buyer),
    ];
    expect([few.errors, all.errors]).toEqual([undefined, undefined]);
    type Node = { part: Record<string, unknown> };
    const listed = (all.data.searchParts.nodes as Node[]).map(({ part: { unit, description, classifications, ...rest } }) => {
      expect([unit, classifications]).not.toContain(null);
      return { part: rest };
    });
    expect(few.data.searchParts.nodes).toEqual(listed);
    expect(all.data.searchParts.nodes[0].part.unit).toBe('EA');
  });

  it('shows an offer with its breaks and stock, and null for what is not there', async () => {
    const query = `query ($id: ID!) { offer(id: $id) { supplierPart listPrice { amount } breaks { from price { amount basis } } breakMode charges { code } stock { location } available category } }`;
    const steps = offers.at(-1)?.id;
    expect((await hub.ask(query, { id: steps }, buyer)).data.offer).toEqual({
      supplierPart: 'STEPS',
      listPrice: { amount: '19.50' },
      breaks: [{ from: '100', price: { amount: '9.00', basis: '100' } }],
      breakMode: 'WHOLE',
      charges: [{ code: 'CERT' }],
      stock: [],
      available: '0',
      category: 'Bolts',
    });
    for (const id of ['x', '0192f000-0000-7000-8000-000000000001'])
      expect((await hub.ask(query, { id }, buyer)).data).toEqual({ offer: null });
  });
});

describe('stock and agreements over GraphQL', () => {
  it('takes counts and names the refused lines', async () => {
    const mutation =
      'mutation ($input: SetStockInput!) { setStock(input: $input) { written errors { __typename ... on UserError { message path code } } } }';
    const input = {
      lines: [
        { supplierPart: 'B-000002', location: 'SIN', quantity: '7' },
        { supplierPart: 'NONE', location: 'SIN', quantity: '1' },
      ],
    };
    const { data } = await hub.ask(mutation, { input }, seller);
    expect(data.setStock).toEqual({
      written: 1,
      errors: [
        {
          __typename: 'StockOfferUnknown',
          message: 'You have no such offer.',
          path: ['lines', '1'],
          code: 'STOCK_OFFER_UNKNOWN',
        },
      ],
    });
    expect((await hub.ask(mutation, { input }, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const list = await hub.ask(
      '{ stock(first: 1, filter: { location: "SIN" }) { nodes { supplierPart quantity reserved free source } pageInfo { hasNextPage } } }',
      {},
      seller,
    );
    expect(list.data.stock).toEqual({
      nodes: [{ supplierPart: 'B-000002', quantity: '7', reserved: '0', free: '7', source: 'MANUAL' }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('tells a watcher on another process, with what he may see', async () => {
    const client = createClient({
      url: `${second.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: buyer.authorization },
    });
    const marker = offers[4]!;
    const all: { stockChanged: { partId: string; offers: { available: string }[] } }[] = [];
    const seen = () => all.filter(({ stockChanged }) => stockChanged.partId !== marker.partId);
    const watch = (async () => {
      for await (const result of client.iterate({
        query:
          'subscription ($ids: [ID!]!) { stockChanged(partIds: $ids) { partId offers { available stock { location quantity } } } }',
        variables: { ids: [offers[2]?.partId, marker.partId] },
      }))
        all.push(result.data as never);
    })().catch(() => undefined);
    let count = 0;
    await until(async () => {
      await stocked(hub.db, seller.actor, { offerId: offers[3]?.id ?? '', quantity: '1', location: 'X' });
      await stocked(hub.db, seller.actor, { offerId: offers[2]?.id ?? '', quantity: String(++count), location: 'X' });
      return seen().length > 0;
    });
    expect(new Set(seen().map(({ stockChanged }) => stockChanged.partId))).toEqual(new Set([offers[2]?.partId]));
    await until(() => seen().at(-1)?.stockChanged.offers[0]?.available === String(count));
    // Two notices may find the same stock. What comes of a third part comes after all of them.
    await stocked(hub.db, seller.actor, { offerId: marker.id, quantity: '4', location: 'X' });
    await until(() => all.at(-1)?.stockChanged.partId === marker.partId);

    // What moves behind a wall moves without a sound: the next thing heard is the next visible change.
    const hidden = await organization(hub.db, { name: 'Hidden' });
    await publishedCatalogue(hub.db, { actor: hidden, rows: [bolt(3, { audience: randomUUID() })] });
    const [secret] = await hub.db.admin<{ id: string; partId: string }>(
      'select id, part_id as "partId" from supply.offer where org_id = $1',
      [hidden.orgId],
    );
    expect(secret?.partId).toBe(offers[2]?.partId);
    const before = seen().length;
    for (const quantity of ['1', '2', '3']) await stocked(hub.db, hidden, { offerId: secret?.id ?? '', quantity, location: 'X' });
    await stocked(hub.db, seller.actor, { offerId: offers[2]?.id ?? '', quantity: '777', location: 'X' });
    await until(() => seen().at(-1)?.stockChanged.offers[0]?.available === '777');
    expect(seen()).toHaveLength(before + 1);
    await client.dispose();
    await watch;
  });

  it('signs an agreement and shows it to both', async () => {
    const mutation =
      'mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { agreement { id number buyer { name } terms { offerId price { amount basis unit currency } } } errors { __typename ... on UserError { message path } ... on AgreementOverlaps { number } } } }';
    const input = {
      buyerId: buyer.actor.orgId,
      number: 'FRAME-1',
      currency: 'USD',
      validFrom: dayFromNow(0),
      validTo: dayFromNow(30),
      items: [{ offerId: offers[5]?.id, price: '5.00', basis: '100' }],
    };
    const { data, errors } = await hub.ask(mutation, { input }, seller);
    expect(errors).toBeUndefined();
    expect(data.signAgreement).toMatchObject({
      agreement: {
        number: 'FRAME-1',
        buyer: { name: 'Airline' },
        terms: [{ offerId: offers[5]?.id, price: { amount: '5.00', basis: '100', unit: 'EA', currency: 'USD' } }],
      },
      errors: [],
    });
    const again = await hub.ask(mutation, { input: { ...input, number: 'FRAME-2' } }, seller);
    expect(again.data.signAgreement).toEqual({
      agreement: null,
      errors: [
        {
          __typename: 'AgreementOverlaps',
          message: 'Agreement FRAME-1 prices the same thing on some of these days.',
          path: ['items', '0'],
          number: 'FRAME-1',
        },
      ],
    });
    for (const who of [seller, buyer]) {
      const list = await hub.ask('{ agreements { nodes { number supplier { id } } } }', {}, who);
      expect(list.data.agreements.nodes).toEqual([{ number: 'FRAME-1', supplier: { id: supplierId } }]);
    }
    const priced = await hub.ask(availability, { input: { lines: [{ offerId: offers[5]?.id, quantity: '100' }] } }, buyer);
    expect(priced.data.availability.lines[0].offers[0]).toMatchObject({
      priceSource: 'AGREEMENT',
      lineAmount: { amount: '5.00', currency: 'USD' },
    });
  });
});
