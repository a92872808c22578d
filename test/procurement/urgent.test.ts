import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, Sentences, systemActor, type UserActor } from '#libs/platform';
import {
  answerUrgent,
  cancelUrgent,
  changePriority,
  expireUrgentHold,
  fireClocks,
  logContact,
  orderUrgent,
  priorityRecord,
  raiseUrgent,
  savePriorityContacts,
  savePriorityPolicy,
  shipUrgent,
  tellContacts,
  type UrgentRequest,
  urgentById,
  urgentDesk,
  urgentEvents,
} from '#libs/procurement';
import { saveHoldPolicy } from '#libs/supply';
import { plantLink } from '../factories/alternate.factory.js';
import { codes, plantOffer, stockOf, success, type TradeWorld } from '../factories/order.factory.js';
import { at, desks, intake, raised } from '../factories/urgent.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await desks(db);
});
afterAll(() => db.close());

const later = (request: UrgentRequest, minutes: number): Date => new Date(request.openedAt.getTime() + minutes * 60_000);
const now = (): Date => new Date();
const run = <T>(actor: UserActor, verb: (work: Parameters<typeof urgentById>[0]) => Promise<T>): Promise<T> =>
  db.unitOfWork.run(actor, verb);
const kinds = async (request: UrgentRequest): Promise<string[]> => {
  const [events] = await run(world.buyer, (work) => urgentEvents(work, [request.id]));
  return (events ?? []).map(({ kind, detail }) => (detail['clock'] ? `${kind} ${detail['clock']}` : kind));
};
const accept = (request: UrgentRequest, when: Date, actor = world.supplier) =>
  at(db, actor, when, (work) =>
    answerUrgent(work, {
      requestId: request.id,
      expectedVersion: request.version,
      accept: true,
      promisedAt: later(request, 200),
    }),
  );
const held = async (offer: Parameters<typeof stockOf>[1]) => (await stockOf(db, offer)).reserved;

describe('raiseUrgent', () => {
  it('holds what is there, sets the clocks of an aircraft on ground, and tells both desks', async () => {
    const { request, offer } = await raised(db, world);
    expect(request).toMatchObject({
      status: 'OPEN',
      priority: 'AOG',
      held: '2',
      tail: 'D-AIMA',
      poBy: null,
      dueClock: 'RESPOND',
    });
    expect(request.number).toMatch(/^UR-\d{4}-\d{6}$/);
    expect([request.respondBy, request.shipBy, request.heldUntil]).toEqual([
      later(request, 60),
      later(request, 240),
      later(request, 30),
    ]);
    expect(await held(offer)).toBe('2');
    const jobs = await db.admin<{ org: string }>(
      `select j.payload ->> 'orgId' as org from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'procurement.tell-contacts' and j.payload ->> 'id' = $1 order by 1`,
      [request.id],
    );
    expect(jobs.map(({ org }) => org)).toEqual([world.buyer.orgId, world.supplier.orgId].sort());
  });

  it('holds what would do when there is less, and nothing when even that is missing', async () => {
    expect((await raised(db, world, { input: { quantity: '8', minimumQuantity: '4' } })).request.held).toBe('5');
    expect((await raised(db, world, { input: { quantity: '8' } })).request.held).toBe('0');
    expect((await raised(db, world, { input: { hold: false } })).request).toMatchObject({ held: '0', heldUntil: null });
  });

  it('holds nothing where the supplier holds nothing by name, and no longer than he grants', async () => {
    const other = await desks(db);
    const grant = (namedMinutes: number, expectedVersion: number) =>
      run(other.supplier, (work) =>
        saveHoldPolicy(work, { basketMinutes: 30, quoteHours: 1, approvalHours: 1, namedMinutes, expectedVersion }),
      );
    success(await grant(20, 0));
    const { request } = await raised(db, other);
    expect([request.held, request.heldUntil]).toEqual(['2', later(request, 20)]);
    success(await grant(0, 1));
    expect((await raised(db, other)).request).toMatchObject({ held: '0', heldUntil: null });
    const policy = { priority: 'AOG', respondMinutes: 60, shipMinutes: 240, clock: 'ALWAYS' as const };
    success(await run(other.supplier, (work) => savePriorityPolicy(work, policy)));
    expect((await raised(db, other)).request).toMatchObject({ held: '0', heldUntil: null });
  });

  it('takes the contract of the buyer before what the supplier promises to all', async () => {
    const policy = { priority: 'USR', respondMinutes: 100, shipMinutes: 2000, clock: 'ALWAYS' as const };
    success(await run(world.supplier, (work) => savePriorityPolicy(work, policy)));
    const input = { priority: 'USR', tail: null, groundedAt: null };
    expect((await raised(db, world, { input })).request.policy).toMatchObject({ respondMinutes: 100, contract: false });
    const poToFollow = { cap: '1', currency: 'USD', minutes: 90 };
    const contract = { ...policy, buyerId: world.buyer.orgId, respondMinutes: 30, poToFollow };
    success(await run(world.supplier, (work) => savePriorityPolicy(work, contract)));
    const { request } = await raised(db, world, { input: { ...input, poToFollow: true } });
    expect(request.policy).toMatchObject({ respondMinutes: 30, contract: true });
    expect(request.poBy).toEqual(later(request, 90));
  });

  it('refuses an incomplete intake, an unknown priority, amounts above the cap and what is not his; nothing is held', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '50', price: '90' });
    const tried = (override: object, actor = world.buyer) =>
      run(actor, (work) => raiseUrgent(work, intake(world, offer, override)));
    expect(codes(await tried({ tail: null, groundedAt: null, minimumQuantity: '3' }))).toEqual([
      'IntakeIncomplete',
      'IntakeIncomplete',
      'MinimumAboveQuantity',
    ]);
    expect(codes(await tried({ priority: 'ROUTINE' }))).toEqual(['PriorityUnknown']);
    expect(codes(await tried({ poToFollow: true }))).toEqual(['PoToFollowRefused']);
    expect(codes(await tried({ priority: 'USR', poToFollow: true, quantity: '2' }))).toEqual(['PoCapExceeded']);
    expect(codes(await tried({ offerId: randomUUID() }))).toEqual(['OfferWithdrawn']);
    expect(codes(await tried({}, world.stranger))).toEqual(['PartnershipInactive', 'SiteUnknown']);
    await expect(tried({}, world.viewer)).rejects.toThrow(Forbidden);
    await expect(tried({ quantity: '0' })).rejects.toThrow(BadInput);
    expect(await held(offer)).toBe('0');
  });

  it('asks once per key, however often and at once; another question under the key is refused', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '5', leadDays: null });
    const asked = intake(world, offer);
    const raise = (override = {}) => run(world.buyer, (work) => raiseUrgent(work, { ...asked, ...override }));
    const twice = (await Promise.all([raise(), raise()])).map((answer) => success(answer).id);
    expect(success(await raise()).id).toBe(twice[0]);
    expect(new Set(twice).size).toBe(1);
    expect(await held(offer)).toBe('2');
    expect(codes(await raise({ quantity: '1' }))).toEqual(['IdempotencyMismatch']);
    expect(await db.admin('select id from procurement.urgent_request where offer_id = $1', [offer.id])).toHaveLength(1);
  });

  it('refuses a part of class V to those for whom the word counts; nothing is held', async () => {
    const [old, other] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    const claim = { fromPartId: old.partId, toPartId: other.partId, code: '1', class: 'V' };
    const tried = () => run(world.buyer, (work) => raiseUrgent(work, intake(world, old)));
    await plantLink(db, systemActor(world.supplier.orgId), { ...claim, capacity: 'SUPPLIER' });
    expect((await tried()).ok).toBe(true);
    await plantLink(db, systemActor(world.buyer.orgId), { ...claim, capacity: 'BUYER' });
    expect(await tried()).toEqual({
      ok: false,
      errors: [{ code: 'PartSuperseded', path: ['offerId'], values: { number: old.supplierPart.slice(2) } }],
    });
    expect(await held(old)).toBe('2');
  });
});

describe('answerUrgent and shipUrgent', () => {
  it('stop the clocks in time; who was in time is counted so', async () => {
    const { request } = await raised(db, world);
    const accepted = success(await accept(request, later(request, 59)));
    expect(accepted).toMatchObject({ status: 'ACCEPTED', dueClock: 'SHIP', promisedAt: later(request, 200) });
    const shipped = await at(db, world.supplier, later(request, 239), (work) =>
      shipUrgent(work, { requestId: request.id, expectedVersion: accepted.version, waybill: '020-1' }),
    );
    expect(success(shipped)).toMatchObject({ status: 'SHIPPED', waybill: '020-1', dueAt: null });
    await at(db, world.buyer, later(request, 9999), (work) =>
      fireClocks(work, { buyerId: request.orgId, requestId: request.id }),
    );
    expect(await kinds(request)).toEqual(['OPENED', 'WARNING RESPOND', 'ACCEPTED', 'WARNING SHIP', 'SHIPPED']);
  });

  it('never hide a breach: what ran out fires before the answer', async () => {
    const { request } = await raised(db, world);
    success(await accept(request, request.respondBy));
    expect(await kinds(request)).toEqual(['OPENED', 'WARNING RESPOND', 'BREACH RESPOND', 'ACCEPTED']);
  });

  it('are the right of the supplier, once; a decline gives the hold back', async () => {
    const { request, offer } = await raised(db, world);
    await expect(accept(request, now(), world.viewer)).rejects.toThrow(Forbidden);
    await expect(accept(request, now(), world.stranger)).rejects.toThrow(NotFound);
    expect(codes(await accept({ ...request, version: 9 }, now()))).toEqual(['VersionConflict']);
    expect(await held(offer)).toBe('2');
    const decline = () =>
      at(db, world.supplier, later(request, 5), (work) =>
        answerUrgent(work, { requestId: request.id, expectedVersion: request.version, accept: false, reason: 'scrapped' }),
      );
    const twice = await Promise.all([decline(), decline()]);
    expect(twice.flatMap((answer) => codes(answer))).toEqual(['VersionConflict']);
    expect(await held(offer)).toBe('0');
    const ended = await run(world.buyer, (work) => urgentById(work, request.id));
    expect(codes(await accept(ended, now()))).toEqual(['UrgentNotPossible']);
  });

  it('log a call by either desk', async () => {
    const { request } = await raised(db, world);
    const call = { requestId: request.id, expectedVersion: request.version, with: 'Ms Roe', note: 'driver at gate 4' };
    const reader = { ...world.buyer, permissions: new Set(['order:read', 'order:confirm']) };
    await expect(run(reader, (work) => logContact(work, call))).rejects.toThrow(Forbidden);
    success(await run(world.supplier, (work) => logContact(work, call)));
    expect(codes(await run(world.buyer, (work) => logContact(work, call)))).toEqual(['VersionConflict']);
    expect(await kinds(request)).toEqual(['OPENED', 'CONTACTED']);
    await expect(run(world.viewer, (work) => logContact(work, call))).rejects.toThrow(Forbidden);
  });
});

describe('changePriority', () => {
  const change = (request: UrgentRequest, when: Date, input: { priority: string; reason?: string }, actor = world.buyer) =>
    at(db, actor, when, (work) => changePriority(work, { requestId: request.id, expectedVersion: request.version, ...input }));

  it('downgrades with a reason only, in the log and the audit; the clocks count from the beginning', async () => {
    const { request } = await raised(db, world);
    expect(codes(await change(request, later(request, 10), { priority: 'WSP' }))).toEqual(['ReasonMissing']);
    expect(codes(await change(request, later(request, 10), { priority: 'AOG', reason: 'same' }))).toEqual(['PriorityUnchanged']);
    expect(codes(await change(request, later(request, 10), { priority: 'NONE' }))).toEqual(['PriorityUnknown']);
    await expect(change(request, now(), { priority: 'WSP', reason: 'no' }, world.supplier)).rejects.toThrow(Forbidden);
    const down = success(await change(request, later(request, 10), { priority: 'WSP', reason: 'spare aircraft found' }));
    expect([down.priority, down.policy.rank]).toEqual(['WSP', 2]);
    expect(down.respondBy.getTime()).toBeGreaterThanOrEqual(later(request, 240).getTime());
    const [log] = await db.admin<{ detail: object }>(
      `select detail from platform.audit_event where action = 'urgent:downgrade' and subject = $1`,
      [`urgent:${request.id}`],
    );
    expect(log?.detail).toEqual({ from: 'AOG', to: 'WSP', reason: 'spare aircraft found' });
  });

  it('does not wash a breach away, and starts a raised clock now', async () => {
    const { request } = await raised(db, world);
    const late = success(await change(request, later(request, 61), { priority: 'WSP', reason: 'later' }));
    await at(db, world.buyer, later(request, 99_999), (work) =>
      fireClocks(work, { buyerId: request.orgId, requestId: request.id }),
    );
    expect((await kinds(request)).filter((kind) => kind.endsWith('RESPOND'))).toEqual(['WARNING RESPOND', 'BREACH RESPOND']);
    expect(late.respondBy).toEqual(request.respondBy);
    const { request: slow } = await raised(db, world, { input: { priority: 'WSP' } });
    const up = success(await change(slow, later(slow, 30), { priority: 'AOG' }));
    expect([up.respondBy, up.shipBy]).toEqual([later(slow, 90), later(slow, 270)]);
  });
});

describe('orderUrgent and cancelUrgent', () => {
  it('hands what is held over to the order, once', async () => {
    const { request, offer } = await raised(db, world, { input: { quantity: '5' } });
    const order = { requestId: request.id, idempotencyKey: randomUUID(), priceSeen: { ...offer.priceSeen, unit: 'EA' } };
    expect(
      codes(await run(world.buyer, (work) => orderUrgent(work, { ...order, priceSeen: { ...order.priceSeen, amount: '1' } }))),
    ).toEqual(['PriceChanged']);
    expect(await held(offer)).toBe('5');
    await expect(run(world.supplier, (work) => orderUrgent(work, order))).rejects.toThrow(Forbidden);
    await expect(run(world.stranger, (work) => orderUrgent(work, order))).rejects.toThrow(NotFound);
    const twice = await Promise.all([1, 2].map(() => run(world.buyer, (work) => orderUrgent(work, order))));
    const ids = twice.flatMap((result) => (result.ok ? [result.value.orderId] : []));
    expect(new Set(ids).size).toBe(1);
    expect(await held(offer)).toBe('5');
    expect((await run(world.buyer, (work) => urgentById(work, request.id))).held).toBe('0');
  });

  it('takes a request back with its reason, and gives the hold back', async () => {
    const { request, offer } = await raised(db, world);
    const cancel = { requestId: request.id, expectedVersion: request.version, reason: 'aircraft is back' };
    await expect(run(world.supplier, (work) => cancelUrgent(work, cancel))).rejects.toThrow(Forbidden);
    expect(success(await run(world.buyer, (work) => cancelUrgent(work, cancel))).status).toBe('CANCELLED');
    expect(await held(offer)).toBe('0');
    expect(
      codes(await run(world.buyer, (work) => cancelUrgent(work, { ...cancel, expectedVersion: request.version + 1 }))),
    ).toEqual(['UrgentNotPossible']);
  });

  it('gives a hold back when its time is over', async () => {
    const { request, offer } = await raised(db, world);
    const expire = (minutes: number) =>
      at(db, world.buyer, later(request, minutes), (work) => expireUrgentHold(work, request.id));
    expect([await expire(29), await held(offer)]).toEqual([false, '2']);
    expect([await expire(30), await expire(31), await held(offer)]).toEqual([true, false, '0']);
    expect(await kinds(request)).toEqual(['OPENED', 'HOLD_EXPIRED']);
  });
});

describe('fireClocks', () => {
  it('fires each mark once, however many fire at once', async () => {
    const { request } = await raised(db, world);
    const fire = (actor: UserActor) =>
      at(db, actor, later(request, 10_000), (work) => fireClocks(work, { buyerId: request.orgId, requestId: request.id }));
    const fired = await Promise.all([fire(world.buyer), fire(world.supplier), fire(world.buyer), fire(world.supplier)]);
    expect(fired.sort()).toEqual([0, 0, 0, 4]);
    await expect(fire(world.stranger)).rejects.toMatchObject({ code: 'EN404' });
    expect(await kinds(request)).toEqual(['OPENED', 'WARNING RESPOND', 'BREACH RESPOND', 'WARNING SHIP', 'BREACH SHIP']);
  });

  it('mails the contacts of the level, each desk its own', async () => {
    const contacts = [
      { priority: 'AOG', level: 0, email: 'desk@supplier.test' },
      { priority: 'AOG', level: 2, email: 'boss@supplier.test' },
    ];
    success(await run(world.supplier, (work) => savePriorityContacts(work, { contacts })));
    expect(
      codes(
        await run(world.supplier, (work) =>
          savePriorityContacts(work, { contacts: [{ priority: 'X9', level: 0, email: 'a@b.test' }] }),
        ),
      ),
    ).toEqual(['PriorityUnknown']);
    await expect(run(world.viewer, (work) => savePriorityContacts(work, { contacts }))).rejects.toThrow(Forbidden);
    const { request } = await raised(db, world);
    await at(db, world.buyer, request.respondBy, (work) => fireClocks(work, { buyerId: request.orgId, requestId: request.id }));
    const letters = { sentences: Sentences.load(), address: { url: 'https://hub.test' } };
    const tell = (actor: UserActor, seq: number) => run(actor, (work) => tellContacts(work, { id: request.id, seq, letters }));
    expect([
      await tell(world.supplier, 1),
      await tell(world.supplier, 2),
      await tell(world.supplier, 3),
      await tell(world.buyer, 3),
    ]).toEqual([1, 0, 1, 0]);
    const mails = await db.admin<{ to: string; subject: string }>(
      `select recipient as to, subject from platform.mail where recipient like '%supplier.test' order by 1`,
    );
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['boss@supplier.test', `AOG ${request.number}: clock RESPOND has run out`],
      ['desk@supplier.test', expect.stringContaining(`AOG ${request.number}: 2 EA of`)],
    ]);
  });
});

describe('the desk and the record', () => {
  it('sorts by the time that is left, for each side its own', async () => {
    const soon = await raised(db, world, { when: new Date(Date.now() - 40 * 60_000) });
    const desk = await run(world.supplier, (work) => urgentDesk(work, { side: 'SELL', priority: 'AOG' }));
    const due = desk.map(({ dueAt }) => dueAt?.getTime() ?? 0);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    expect(desk.map(({ id }) => id)).toContain(soon.request.id);
    expect(await run(world.stranger, (work) => urgentDesk(work, { side: 'SELL' }))).toEqual([]);
    const closed = await run(world.buyer, (work) => urgentDesk(work, { side: 'BUY', closed: true }));
    expect(new Set(closed.map(({ status }) => status))).toEqual(new Set(['DECLINED', 'SHIPPED', 'CANCELLED']));
  });

  it('counts a period by supplier and priority', async () => {
    const other = await desks(db);
    const early = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 10) + minutes * 60_000);
    const { request: good } = await raised(db, other, { when: early(0) });
    const { request: bad } = await raised(db, other, { when: early(1) });
    const answer = (request: UrgentRequest, when: Date) =>
      at(db, other.supplier, when, (work) =>
        answerUrgent(work, { requestId: request.id, expectedVersion: request.version, accept: true, promisedAt: when }),
      );
    const accepted = success(await answer(good, early(20)));
    success(
      await at(db, other.supplier, early(100), (work) =>
        shipUrgent(work, { requestId: good.id, expectedVersion: accepted.version }),
      ),
    );
    success(await answer(bad, early(90)));
    const period = { from: early(-60), to: early(60) };
    expect(await at(db, other.buyer, early(9000), (work) => priorityRecord(work, period))).toEqual([
      {
        supplierId: other.supplier.orgId,
        priority: 'AOG',
        requests: 2,
        respondMet: 1,
        respondMissed: 1,
        shipMet: 1,
        shipMissed: 1,
      },
    ]);
  });
});

describe('savePriorityPolicy', () => {
  it('keeps one for each priority and buyer, changed by its version', async () => {
    const other = await desks(db);
    const policy = { priority: 'AOG', respondMinutes: 15, shipMinutes: 120, clock: 'ALWAYS' as const, escalatePercents: [150] };
    const save = (input: object, actor = other.supplier) =>
      run(actor, (work) => savePriorityPolicy(work, { ...policy, ...input }));
    const made = success(await save({}));
    expect(made).toMatchObject({ respondMinutes: 15, version: 1, buyerId: null, escalatePercents: [150] });
    expect(codes(await save({}))).toEqual(['PolicyTaken']);
    expect(codes(await save({ priority: 'X9' }))).toEqual(['PriorityUnknown']);
    expect(codes(await save({ buyerId: other.stranger.orgId }))).toEqual(['PolicyPartnerInactive']);
    expect(success(await save({ policyId: made.id, expectedVersion: 1, respondMinutes: 20 }))).toMatchObject({
      respondMinutes: 20,
      version: 2,
    });
    expect(codes(await save({ policyId: made.id, expectedVersion: 1 }))).toEqual(['VersionConflict']);
    await expect(save({ policyId: made.id, expectedVersion: 2 }, other.stranger)).rejects.toThrow(NotFound);
    await expect(save({}, other.viewer)).rejects.toThrow(Forbidden);
    await expect(save({ shipMinutes: 1 })).rejects.toThrow(BadInput);
    const twice = await Promise.all([1, 2].map(() => save({ priority: 'WSP' })));
    expect(twice.flatMap((result) => codes(result))).toEqual(['PolicyTaken']);
  });
});
