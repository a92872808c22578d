import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startWorker } from '#libs/platform';
import { confirmOrder, orderWires, procurementRoom } from '#libs/procurement';
import {
  buyerRights,
  lineOf,
  placedOrder,
  plantOffer,
  success,
  supplierRights,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let world: TradeWorld;
let buyer: SignedIn;
let supplier: SignedIn;
let stranger: SignedIn;
let viewer: SignedIn;
beforeAll(async () => {
  hub = await startTestHub({ rooms: [procurementRoom] });
  world = await tradeWorld(hub.db);
  buyer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: buyerRights });
  supplier = await hub.signedIn({ orgId: world.supplier.orgId, permissions: supplierRights });
  stranger = await hub.signedIn({ orgId: world.stranger.orgId, permissions: [...buyerRights, ...supplierRights] });
  viewer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [] });
});
afterAll(() => hub.close());

const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  orders { id number side status version total { amount currency } private { costReference }
    lines { number quantity { value unit } price { amount basis unit currency } schedules { quantity status } } timeline { kind side channel } }
  errors { __typename ... on UserError { message path code } ... on PriceChanged { presentAmount seenAmount } ... on QuantityOffPack { below above } } } }`;
const read = `query ($id: ID!) { order(id: $id) { number side status buyer { name } supplier { id } private { costReference } shipTo { name city } lines { supplierPart } } }`;
const confirm = `mutation ($input: ConfirmOrderInput!) { confirmOrder(input: $input) {
  order { status supplierNumber lines { schedules { quantity status shipOn proposal { price { amount unit } } } } } errors { __typename ... on UserError { message code } } } }`;

describe('an order over GraphQL', () => {
  it('is placed, read by both, answered in three quantities', async () => {
    const offer = await plantOffer(hub.db, world.supplier.orgId);
    const input = {
      idempotencyKey: 'edge-1',
      shipToId: world.siteId,
      costReference: 'CANARY',
      lines: [{ ...lineOf(offer, '100'), priceSeen: { ...offer.priceSeen, unit: 'EA' } }],
    };
    const placed = await hub.ask(place, { input }, buyer);
    expect(placed.errors).toBeUndefined();
    const [order] = placed.data.placeOrder.orders;
    expect(order).toMatchObject({
      side: 'BUYER',
      status: 'SENT',
      version: 1,
      total: { amount: '4.20', currency: 'USD' },
      private: { costReference: 'CANARY' },
      lines: [
        {
          number: '10',
          quantity: { value: '100', unit: 'EA' },
          price: { amount: '4.20', basis: '100', unit: 'EA', currency: 'USD' },
          schedules: [{ quantity: '100', status: 'REQUESTED' }],
        },
      ],
      timeline: [{ kind: 'PLACED', side: 'BUYER', channel: 'PORTAL' }],
    });
    const again = await hub.ask(place, { input }, buyer);
    expect(again.data.placeOrder.orders[0].id).toBe(order.id);

    const seen = await hub.ask(read, { id: order.id }, supplier);
    expect(seen.data.order).toMatchObject({
      side: 'SUPPLIER',
      private: null,
      shipTo: { name: 'EVT', city: 'Everett' },
      supplier: { id: world.supplier.orgId },
    });
    expect(JSON.stringify(seen.data)).not.toContain('CANARY');
    const answer = [
      { status: 'ACCEPTED', quantity: '60', shipOn: '2031-01-10' },
      { status: 'BACKORDERED', quantity: '30', shipOn: '2031-03-01' },
      { status: 'CHANGED', quantity: '10', price: { amount: '5', basis: '100' } },
    ];
    const answered = await hub.ask(
      confirm,
      { input: { orderId: order.id, supplierNumber: 'SO-1', lines: [{ lineNumber: '10', schedules: answer }] } },
      supplier,
    );
    expect(answered.data.confirmOrder).toMatchObject({
      order: { status: 'CHANGE_PROPOSED', supplierNumber: 'SO-1' },
      errors: [],
    });
    expect(
      answered.data.confirmOrder.order.lines[0].schedules
        .map((s: { quantity: string; status: string }) => [s.quantity, s.status])
        .sort(),
    ).toEqual([
      ['10', 'CHANGE_PROPOSED'],
      ['30', 'BACKORDERED'],
      ['60', 'CONFIRMED'],
    ]);
    const needs = await hub.ask('{ needsYou { kind orderNumber partnerId } }', {}, buyer);
    expect(needs.data.needsYou).toEqual([
      { kind: 'PROPOSAL_TO_ANSWER', orderNumber: order.number, partnerId: world.supplier.orgId },
    ]);
  });

  it("calls a text that no column can hold the caller's fault, and tells nothing of the database", async () => {
    const list = 'query ($text: String!) { orders(first: 5, filter: { text: $text }) { nodes { id } } }';
    const asked = await hub.ask(list, { text: 'PO\u0000' }, buyer);
    expect(asked.errors).toEqual([
      expect.objectContaining({
        message: 'The input cannot be used.',
        extensions: { code: 'BAD_USER_INPUT', problems: [], correlationId: expect.any(String) },
      }),
    ]);
  });

  it("says every fault in the reader's language", async () => {
    const offer = await plantOffer(hub.db, world.supplier.orgId, { minimum: '50', multiple: '25' });
    const input = {
      idempotencyKey: 'edge-2',
      shipToId: world.siteId,
      lines: [{ offerId: offer.id, quantity: '60', priceSeen: { amount: '4', currency: 'USD', basis: '100', unit: 'EA' } }],
    };
    const asked = async (language: string) => {
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: buyer.authorization, 'accept-language': language },
        body: JSON.stringify({ query: place, variables: { input } }),
      });
      return ((await response.json()) as { data: { placeOrder: { errors: Record<string, unknown>[] } } }).data.placeOrder.errors;
    };
    expect(await asked('en')).toEqual([
      {
        __typename: 'QuantityOffPack',
        message: 'This quantity does not fit the pack. Nearest valid: 50 / 75 EA.',
        path: ['lines', '0', 'quantity'],
        code: 'QUANTITY_OFF_PACK',
        below: '50',
        above: '75',
      },
      {
        __typename: 'PriceChanged',
        message: 'The price is now 4.20 USD per 100 EA; you saw 4 USD per 100. Decide again.',
        path: ['lines', '0', 'priceSeen'],
        code: 'PRICE_CHANGED',
        presentAmount: '4.20',
        seenAmount: '4',
      },
    ]);
    expect((await asked('zh-CN')).map((error) => error['message'])[0]).toBe(
      '该数量不符合包装规则。最接近的有效数量：50 / 75 EA。',
    );
    expect((await asked('zh-TW')).map((error) => error['message'])[0]).toBe(
      '該數量不符合包裝規則。最接近的有效數量：50 / 75 EA。',
    );
  });

  it('pages its lists', async () => {
    for (let i = 0; i < 3; i++) await placedOrder(hub.db, world, { input: { number: `PAGE-${i}` } });
    const query =
      'query ($after: String) { orders(first: 2, after: $after, filter: { text: "PAGE-" }, orderBy: NUMBER_ASC) { totalCount nodes { number } pageInfo { hasNextPage endCursor } } }';
    const first = await hub.ask(query, {}, supplier);
    expect(first.data.orders).toMatchObject({
      totalCount: 3,
      nodes: [{ number: 'PAGE-0' }, { number: 'PAGE-1' }],
      pageInfo: { hasNextPage: true },
    });
    const second = await hub.ask(query, { after: first.data.orders.pageInfo.endCursor }, supplier);
    expect(second.data.orders).toMatchObject({ nodes: [{ number: 'PAGE-2' }], pageInfo: { hasNextPage: false } });
  });

  it('reads fresh after each mutation of one request', async () => {
    const { order } = await placedOrder(hub.db, world);
    const twice = `mutation ($id: ID!) {
      a: confirmOrder(input: { orderId: $id, header: ACCEPTED }) { order { version lines { schedules { status } } } }
      b: rejectOrder(input: { orderId: $id, reason: "Fire" }) { order { version lines { schedules { status } } } } }`;
    const { data } = await hub.ask(twice, { id: order.id }, supplier);
    expect([data.a.order.lines[0].schedules[0].status, data.b.order.lines[0].schedules[0].status, data.b.order.version]).toEqual([
      'CONFIRMED',
      'REJECTED',
      3,
    ]);
  });
});

describe('who gets in', () => {
  it('is nobody without the right, and to strangers nothing is there', async () => {
    const { order } = await placedOrder(hub.db, world);
    const cases = [
      [read, { id: order.id }],
      ['{ orders { nodes { id } } }', {}],
      ['{ baskets { id } }', {}],
      ['{ needsYou { orderId } }', {}],
      ['mutation ($id: ID!) { cancelOrder(input: { orderId: $id, reason: "x" }) { order { id } } }', { id: order.id }],
      ['mutation ($id: ID!) { answerRequest(input: { orderId: $id, answers: [] }) { order { id } } }', { id: order.id }],
      ['mutation ($id: ID!) { changeOrder(input: { orderId: $id, lines: [] }) { order { id } } }', { id: order.id }],
      ['mutation ($id: ID!) { answerProposal(input: { orderId: $id, answers: [] }) { order { id } } }', { id: order.id }],
      ['mutation ($id: ID!) { closeShort(input: { orderId: $id, reason: "x" }) { order { id } } }', { id: order.id }],
      ['mutation ($id: ID!) { confirmOrder(input: { orderId: $id, header: ACCEPTED }) { order { id } } }', { id: order.id }],
      ['mutation ($id: ID!) { rejectOrder(input: { orderId: $id, reason: "x" }) { order { id } } }', { id: order.id }],
      ['mutation { createBasket(input: { name: "x" }) { basket { id } } }', {}],
    ] as const;
    for (const [query, variables] of cases) {
      expect([query, (await hub.ask(query, variables)).errors?.[0]?.extensions.code]).toEqual([query, 'UNAUTHENTICATED']);
      expect([query, (await hub.ask(query, variables, viewer)).errors?.[0]?.extensions.code]).toEqual([query, 'FORBIDDEN']);
    }
    expect((await hub.ask(read, { id: order.id }, stranger)).data.order).toBeNull();
    expect((await hub.ask(read, { id: 'not-an-id' }, stranger)).data.order).toBeNull();
    const cancelled = await hub.ask(
      'mutation ($id: ID!) { cancelOrder(input: { orderId: $id, reason: "x" }) { order { id } } }',
      { id: order.id },
      stranger,
    );
    expect(cancelled.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await hub.ask(read, { id: order.id }, buyer)).data.order.status).toBe('SENT');
  });
});

describe('baskets over GraphQL', () => {
  it('are filled from pasted lines and ordered', async () => {
    const offer = await plantOffer(hub.db, world.supplier.orgId, { ncnr: true });
    const [part] = await hub.db.admin<{ number: string }>('select number from catalog.part where id = $1', [offer.partId]);
    const quick = await hub.ask(
      'query ($text: String!) { resolveQuickOrder(text: $text) { line problem quantity offers { offerId price { amount basis } amount { amount } free ncnr } } }',
      { text: `${part?.number}\t100` },
      buyer,
    );
    expect(quick.data.resolveQuickOrder).toEqual([
      {
        line: 1,
        problem: null,
        quantity: '100',
        offers: [
          { offerId: offer.id, price: { amount: '4.20', basis: '100' }, amount: { amount: '4.20' }, free: '500', ncnr: true },
        ],
      },
    ]);
    for (const field of [
      'removeBasketLine(input: { basketId: "x", lineId: "x" }) { id }',
      'deleteBasket(input: { basketId: "x" })',
    ])
      expect((await hub.ask(`mutation { ${field} }`, {}, buyer)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await hub.ask('{ orders(filter: { partnerId: "x" }) { nodes { id } } }', {}, buyer)).data.orders.nodes).toEqual([]);
    const made = await hub.ask(
      'mutation { createBasket(input: { name: "Edge" }) { basket { id } errors { __typename } } }',
      {},
      buyer,
    );
    const basketId = made.data.createBasket.basket.id;
    const added = await hub.ask(
      'mutation ($input: AddToBasketInput!) { addToBasket(input: $input) { basket { lineCount lines { id quantity notices now { supplierPart } } } errors { __typename } } }',
      { input: { basketId, lines: [{ offerId: offer.id, quantity: '100' }] } },
      buyer,
    );
    expect(added.data.addToBasket.basket).toMatchObject({
      lineCount: 1,
      lines: [{ quantity: '100', notices: ['NCNR_NOT_ACCEPTED'], now: { supplierPart: offer.supplierPart } }],
    });
    const refused = await hub.ask(place, { input: { idempotencyKey: 'edge-3', basketId, shipToId: world.siteId } }, buyer);
    expect(refused.data.placeOrder.errors.map((error: { code: string }) => error.code)).toEqual(['NCNR_NOT_ACCEPTED']);
    const lineId = added.data.addToBasket.basket.lines[0].id;
    await hub.ask(
      'mutation ($input: ChangeBasketLineInput!) { changeBasketLine(input: $input) { errors { __typename } } }',
      { input: { basketId, lineId, ncnrAccepted: true } },
      buyer,
    );
    const placed = await hub.ask(place, { input: { idempotencyKey: 'edge-3', basketId, shipToId: world.siteId } }, buyer);
    expect(placed.data.placeOrder.orders).toHaveLength(1);
    expect(
      (await hub.ask('query ($id: ID!) { basket(id: $id) { lineCount } }', { id: basketId }, buyer)).data.basket.lineCount,
    ).toBe(0);
    expect(
      (await hub.ask('query ($id: ID!) { basket(id: $id) { lineCount } }', { id: basketId }, stranger)).data.basket,
    ).toBeNull();
  });
});

describe('live', () => {
  it('an order tells its parties that it moved, and nobody else', async () => {
    const { order } = await placedOrder(hub.db, world);
    const { order: beacon } = await placedOrder(hub.db, world);
    const heard: Record<string, unknown[]> = { buyer: [], stranger: [] };
    let isListening = false;
    const clients = Object.entries({ buyer, stranger }).map(([name, who]) => {
      const client = createClient({
        url: `${hub.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: who.authorization },
        retryAttempts: 0,
      });
      client.subscribe(
        {
          query: 'subscription ($ids: [ID!]!) { orderChanged(orderIds: $ids) { id status lines { schedules { status } } } }',
          variables: { ids: [order.id, beacon.id] },
        },
        {
          next: ({ data }) => {
            if ((data?.['orderChanged'] as { id: string } | undefined)?.id === beacon.id) isListening = true;
            else heard[name]?.push(data);
          },
          error: () => undefined,
          complete: () => undefined,
        },
      );
      return client;
    });
    const notice = JSON.stringify({ topic: 'order.changed', orgId: beacon.orgId, id: beacon.id });
    await until(async () => {
      await hub.db.admin(`select pg_notify('entrepot', $1)`, [notice]);
      return isListening;
    });
    success(await hub.db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId: order.id, header: 'ACCEPTED' })));
    await until(() => heard['buyer']?.length !== 0);
    expect(heard).toEqual({
      buyer: [{ orderChanged: { id: order.id, status: 'CONFIRMED', lines: [{ schedules: [{ status: 'CONFIRMED' }] }] } }],
      stranger: [],
    });
    for (const client of clients) await client.dispose();
  });
});

describe("the other party's half", () => {
  it("is told in his name by a job, and the buyer's tolerances judge what was proposed", async () => {
    const told: unknown[] = [];
    const { task } = await import('#libs/platform');
    const { z } = await import('zod');
    const { OrderJobs } = await import('../../libs/procurement/src/order-edge/order.job.js');
    const { UnitOfWork } = await import('#libs/platform');
    const routes = { [orderWires.placed]: ['test.hear'], [orderWires.answered]: ['test.hear', 'procurement.judge-proposals'] };
    const hear = task(
      'test.hear',
      z.object({ orgId: z.uuid(), id: z.uuid(), event: z.string(), seq: z.number() }),
      async ({ payload }) => void told.push([payload.event, payload.orgId, payload.id, payload.seq]),
    );
    await hub.db.admin('delete from graphile_worker._private_jobs');
    await hub.db.admin(
      'insert into organizations.partnership_tolerance (org_id, counterparty_id, price_percent) values ($1, $2, 5)',
      [world.buyer.orgId, world.supplier.orgId],
    );
    const worker = await startWorker({
      jobsUrl: hub.db.jobsUrl,
      unitOfWork: new UnitOfWork(hub.db.dataSource, { routes }),
      tasks: [...new OrderJobs().tasks(), hear],
    });
    try {
      const { order } = await placedOrder(hub.db, world);
      success(
        await hub.db.unitOfWork.run(world.supplier, (work) =>
          confirmOrder(work, {
            orderId: order.id,
            lines: [
              { lineNumber: '10', schedules: [{ status: 'CHANGED', quantity: '100', price: { amount: '4.30', basis: '100' } }] },
            ],
          }),
        ),
      );
      const status = async () => (await hub.ask(read, { id: order.id }, buyer)).data.order.status;
      await until(async () => (await status()) === 'CONFIRMED' && told.length >= 2);
      expect(await status()).toBe('CONFIRMED');
      expect(told.sort()).toEqual([
        ['order.answered.v1', world.buyer.orgId, order.id, 2],
        ['order.placed.v1', world.supplier.orgId, order.id, 1],
      ]);
    } finally {
      await worker.stop();
    }
  });
});
