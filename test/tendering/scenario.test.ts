import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  awardTender,
  removeScenario,
  type Scenario,
  saveScenario,
  scenariosOf,
  type Tender,
  type TenderInput,
  tenderingRoom,
} from '#libs/tendering';
import { codes, memberOf, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  closed,
  linesSeenBy,
  onceKey,
  published,
  type TenderWorld,
  tenderRights,
  tenderWorld,
} from '../factories/tender.factory.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

type Ask = Parameters<typeof saveScenario>[1]['ask'];

/** A hub with its worker, which answers. */
let hub: TestHub;
let world: TenderWorld;
beforeAll(async () => {
  hub = await startTestHub({ rooms: [tenderingRoom], env: { ENTREPOT_WORKER: 'inline' } });
  world = await tenderWorld(hub.db);
});
afterAll(() => hub.close());

const save = (tender: Tender, ask: Ask, given: { scenarioId?: string; name?: string } = {}, actor: UserActor = world.buyer) =>
  hub.db.unitOfWork.run(actor, (work) => saveScenario(work, { tenderId: tender.id, name: 'One', ask, ...given }));
const listed = async (tender: Tender, actor: UserActor = world.buyer): Promise<Scenario[]> =>
  (await hub.db.unitOfWork.read(actor, (work) => scenariosOf(work, [tender.id])))[0] ?? [];
/** Asks and waits for the answer. */
async function solved(tender: Tender, ask: Ask): Promise<Scenario> {
  const { id } = success(await save(tender, ask)).at(-1)!;
  await until(async () => (await listed(tender)).find((one) => one.id === id)?.status !== 'ASKED');
  return (await listed(tender)).find((one) => one.id === id)!;
}
/** Bolts and seals; the first is cheap in bolts, the second in seals: 100 + 40, or 150 and 240 alone. */
async function opened(override: Partial<TenderInput> = {}): Promise<{ tender: Tender; first: string; second: string }> {
  const tender = await published(hub.db, world, { awardMode: 'LINE', ...override });
  const first = await bids(hub.db, world.first, tender, ['1', '5']);
  const second = await bids(hub.db, world.second, tender, ['2', '4']);
  return { tender: await closed(hub.db, world, tender), first: first.bidId, second: second.bidId };
}
const handedOut = ({ report }: Scenario): string[] =>
  (report?.best?.parts ?? []).map(({ bidId, quantity, amount }) => `${bidId} ${quantity} ${amount}`).sort();

describe('saveScenario', () => {
  it('finds the cheapest award, what each rule costs, and what comes next; its parts can be awarded as they are', async () => {
    const { tender, first, second } = await opened();
    const free = await solved(tender, {});
    expect([free.status, free.report?.outcome, free.report?.best?.total]).toEqual(['SOLVED', 'OPTIMAL', '140.0000']);
    expect(handedOut(free)).toEqual([`${first} 100 100.0000`, `${second} 10 40.0000`].sort());
    expect(free.report?.nextBest?.total).toBe('150.0000');
    const one = await solved(tender, { rules: [{ kind: 'SUPPLIERS_MAX', count: 1 }] });
    expect(one.report?.best).toMatchObject({
      total: '150.0000',
      suppliers: [{ supplierId: world.first.orgId, spend: '150.0000', fixedCost: '0' }],
    });
    expect(one.report?.ruleCosts).toEqual([
      { rule: 0, cost: '10.0000', proved: true },
      { rule: null, cost: '0.0000', proved: true },
    ]);
    const lots = [
      {
        lotId: tender.lots[0]!.id,
        mode: 'LINES' as const,
        lines: free.report!.best!.parts.map(({ lineId, bidId, quantity }) => ({ lineId: lineId!, bidId, quantity })),
      },
    ];
    const now = await asSeenBy(hub.db, world.buyer, tender.id);
    const wish = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: now.edits, lots };
    expect(success(await hub.db.unitOfWork.run(world.buyer, (work) => awardTender(work, wish))).status).toBe('AWARDED');
    expect(codes(await save(tender, {}))).toEqual(['BidsNotOpen']);
  });

  it('counts what a supplier costs, breaks, bounds and charges, and parts lines only when told to', async () => {
    const { tender } = await opened();
    const dear = await solved(tender, { fixedCosts: [{ supplierId: world.second.orgId, amount: '20' }] });
    expect([dear.report?.best?.total, dear.report?.best?.suppliers.length]).toEqual(['150.0000', 1]);

    const lines = [{ description: 'Bolt', quantity: '100', unit: 'EA' }];
    const parted = await published(hub.db, world, { awardMode: 'LINE', lines });
    const [bolt] = await linesSeenBy(hub.db, world.first, parted);
    const line = { lineId: bolt!.id, price: { amount: '1', unit: 'EA' } };
    // 1.00 and 10 of freight for 100, so 1.10 a piece, at most 60; the other 2.00, from 50 on 1.20.
    const few = { ...line, maxQuantity: '60', addends: [{ kind: 'FREIGHT' as const, amount: '10' }] };
    const broken = { ...line, price: { amount: '2', unit: 'EA' }, breaks: [{ from: '50', amount: '1.2' }] };
    await bids(hub.db, world.first, parted, [], { bid: { lines: [few] } });
    await bids(hub.db, world.second, parted, [], { bid: { lines: [broken] } });
    const open = await closed(hub.db, world, parted);
    const whole = await solved(open, {});
    expect([whole.report?.best?.total, whole.report?.best?.parts.map(({ quantity }) => quantity)]).toEqual(['120.0000', ['100']]);
    const split = await solved(open, { splitLines: true });
    // 50 at 1.10 and 50 at 1.20: sixty of the first would leave the second below its break.
    expect(split.report?.best?.parts.map(({ quantity, amount }) => [quantity, amount]).sort()).toEqual([
      ['50', '55.0000'],
      ['50', '60.0000'],
    ]);
  });

  it('hands out whole lots where lots are awarded, and says which rules cannot be met together', async () => {
    const lines = [
      { description: 'Bolt', quantity: '1', unit: 'EA', lot: 1 },
      { description: 'Seal', quantity: '1', unit: 'EA', lot: 2 },
    ];
    const lots = ['Bolts', 'Seals'];
    const tender = await published(hub.db, world, { awardMode: 'LOT', lots, lines });
    for (const [lot, prices] of [
      [0, ['10', '12']],
      [1, ['30', '25']],
    ] as const) {
      await bids(hub.db, world.first, tender, [prices[0]], { lot });
      await bids(hub.db, world.second, tender, [prices[1]], { lot });
    }
    const open = await closed(hub.db, world, tender);
    const best = await solved(open, {});
    expect([best.report?.best?.total, best.report?.best?.parts.map(({ lineId, quantity }) => [lineId, quantity])]).toEqual([
      '35.0000',
      [
        [null, '1'],
        [null, '1'],
      ],
    ]);
    const both = [world.first.orgId, world.second.orgId].map((supplierId) => ({ kind: 'INCLUDE' as const, supplierId }));
    const rules = [{ kind: 'SUPPLIERS_MAX' as const, count: 1 }, ...both];
    const none = await solved(open, { rules });
    expect([none.report?.outcome, none.report?.best, none.report?.conflict]).toEqual([
      'INFEASIBLE',
      null,
      { rules: [0, 1, 2], ids: [] },
    ]);
  });

  it('leaves out who does not meet a requirement, and goes by what of a line is still open', async () => {
    const criteria = [{ id: 'iso', kind: 'MANDATORY' as const }];
    const tender = await published(hub.db, world, { awardMode: 'LINE', criteria });
    await bids(hub.db, world.first, tender, ['1', '1'], { bid: { answers: { iso: { passed: false } } } });
    const meets = await bids(hub.db, world.second, tender, ['2', '2'], { bid: { answers: { iso: { passed: true } } } });
    const open = await closed(hub.db, world, tender);
    expect((await solved(open, {})).report?.best?.total).toBe('220.0000');
    const [bolt] = await linesSeenBy(hub.db, world.buyer, open);
    const lots = [
      {
        lotId: open.lots[0]!.id,
        mode: 'LINES' as const,
        lines: [{ lineId: bolt!.id, bidId: meets.bidId, quantity: '70' }],
        keepOpen: true,
        reason: 'At once',
      },
    ];
    const now = await asSeenBy(hub.db, world.buyer, open.id);
    const wish = { idempotencyKey: onceKey(), tenderId: open.id, expectedVersion: now.edits, lots };
    success(await hub.db.unitOfWork.run(world.buyer, (work) => awardTender(work, wish)));
    expect((await solved(open, {})).report?.best?.total).toBe('80.0000');
  });

  it('is asked anew under the same id, and only the last question is answered', async () => {
    const { tender } = await opened();
    const { id } = await solved(tender, {});
    success(await save(tender, { rules: [{ kind: 'SUPPLIERS_MAX', count: 1 }] }, { scenarioId: id, name: 'Two' }));
    await until(async () => (await listed(tender))[0]?.status === 'SOLVED');
    expect((await listed(tender)).map(({ name, report }) => [name, report?.best?.total])).toEqual([['Two', '150.0000']]);
  });
});

describe('scenarios', () => {
  it('are asked, read and removed by members of the buyer with tender:award alone', async () => {
    const { tender } = await opened();
    const { id } = await solved(tender, {});
    const remove = (actor: UserActor) =>
      hub.db.unitOfWork.run(actor, (work) => removeScenario(work, { tenderId: tender.id, scenarioId: id }));
    const weak = memberOf(
      world.buyer.orgId,
      tenderRights.filter((right) => right !== 'tender:award'),
    );
    const rival = memberOf(world.first.orgId, tenderRights);
    for (const actor of [weak, world.viewer]) {
      await expect(save(tender, {}, {}, actor)).rejects.toThrow(Forbidden);
      await expect(remove(actor)).rejects.toThrow(Forbidden);
    }
    for (const actor of [rival, world.stranger]) {
      await expect(save(tender, {}, {}, actor)).rejects.toThrow(NotFound);
      await expect(remove(actor)).rejects.toThrow(NotFound);
      expect(await listed(tender, actor)).toEqual([]);
    }
    expect((await listed(tender)).map((one) => one.id)).toEqual([id]);
    expect(success(await remove(world.buyer))).toEqual([]);
    expect(codes(await remove(world.buyer))).toEqual(['ScenarioUnknown']);
  });

  it('are asked and read over GraphQL, by their buyer only', async () => {
    const { tender } = await opened();
    const as = (actor: UserActor) => hub.signedIn({ orgId: actor.orgId, permissions: [...actor.permissions] });
    const [buyer, supplier] = [await as(world.buyer), await as(world.first)];
    const rules = [{ kind: 'SHARE_MAX', supplierIds: [world.first.orgId], share: '0.6' }];
    const input = { tenderId: tender.id, name: 'Not all to one', rules };
    const text = `mutation ($input: SaveScenarioInput!) { saveScenario(input: $input) { scenarios { id status } errors { ... on UserError { code } } } }`;
    const { data } = await hub.ask(text, { input }, buyer);
    expect(data.saveScenario.errors).toEqual([]);
    const fields = `scenarios { name currency stale splitLines rules { kind share supplierIds } report { outcome best { total parts { amount } } ruleCosts { rule cost } } }`;
    const read = async (who: typeof buyer) =>
      (await hub.ask(`query ($id: ID!) { tender(id: $id) { ${fields} } }`, { id: tender.id }, who)).data.tender.scenarios;
    await until(async () => (await read(buyer))[0]?.report != null);
    // Bolts to the first are 71 % of 140: at most 60 % means seals and bolts to the second, or all to nobody but him.
    expect(await read(buyer)).toMatchObject([
      {
        name: 'Not all to one',
        currency: 'USD',
        stale: false,
        splitLines: false,
        rules,
        report: { outcome: 'OPTIMAL', best: { total: '240.0000' } },
      },
    ]);
    expect(await read(supplier)).toEqual([]);
  });
});

describe('saveScenario at its bounds', () => {
  it('refuses rules about strangers, closed bids, shares and more than twenty; and changes nothing then', async () => {
    const { tender } = await opened();
    const stray = { rules: [{ kind: 'INCLUDE' as const, supplierId: world.stranger.orgId }] };
    expect(codes(await save(tender, stray))).toEqual(['ScenarioUnfit']);
    expect(codes(await save(tender, { lotIds: [tender.id] }))).toEqual(['TenderLotUnknown']);
    expect(codes(await save(tender, {}, { scenarioId: tender.id }))).toEqual(['ScenarioUnknown']);
    await expect(save(tender, { seconds: 61 })).rejects.toThrow(BadInput);
    await expect(save(tender, { rules: [{ kind: 'SHARE_MAX', supplierIds: [], share: '0.5' }] })).rejects.toThrow(BadInput);
    expect(await listed(tender)).toEqual([]);
    const running = await published(hub.db, world);
    expect(codes(await save(running, {}))).toEqual(['BidsNotOpen']);
    const { tender: shares } = await opened({ awardMode: 'SHARES', shares: ['60', '40'] });
    expect(codes(await save(shares, {}))).toEqual(['AwardSplitNotPublished']);
    const asked = await Promise.all(Array.from({ length: 22 }, () => save(tender, {})));
    expect(asked.flatMap(codes)).toEqual(['TooManyScenarios', 'TooManyScenarios']);
    expect(await listed(tender)).toHaveLength(20);
  });
});
