import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  answerRequest,
  billCore,
  cancelOrder,
  changeOrder,
  confirmOrder,
  coresOfOrders,
  extendCore,
  fireRotable,
  inspectCore,
  judgeCore,
  orderById,
  placeOrder,
  type Rotable,
  receiveUnit,
  rotableById,
  rotableChargesOf,
  rotableEventsOf,
  rotablesOf,
  sendExchangeUnit,
  shipUnit,
} from '#libs/procurement';
import { saveCalendar, setCalendarDays } from '#libs/supply';
import { codes, lineOf, orderInput, plantOffer, success, type TradeWorld } from '../factories/order.factory.js';
import { afterDays, coreSeen, exchanged, exchangeOffer, hands, inShop, monday, owedCore } from '../factories/rotable.factory.js';
import { at, desks } from '../factories/urgent.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let act: ReturnType<typeof hands>;
beforeAll(async () => {
  db = await freshDatabase();
  world = await desks(db);
  act = hands(db, world);
});
afterAll(() => db.close());

const which = ({ id, version }: Rotable) => ({ rotableId: id, expectedVersion: version });
const asNow = (id: string, actor: UserActor = world.buyer) => db.unitOfWork.read(actor, (work) => rotableById(work, id));
const fire = (core: Rotable, when: Date, actor: UserActor = world.buyer) =>
  at(db, actor, when, (work) => fireRotable(work, { buyerId: core.orgId, rotableId: core.id }));
const charges = async (core: Rotable): Promise<string[]> => {
  const [found = []] = await db.unitOfWork.read(world.buyer, (work) => rotableChargesOf(work, [core.id]));
  return found.map(({ kind, n, amount }) => (kind === 'LATE_FEE' ? `${kind} ${n} ${amount}` : `${kind} ${amount}`)).sort();
};
const log = async (core: Rotable): Promise<string[]> => {
  const [found = []] = await db.unitOfWork.read(world.supplier, (work) => rotableEventsOf(work, [core.id]));
  return found.map(({ kind }) => kind);
};
const judge = (core: Rotable, input: object, when = monday, actor = world.supplier) =>
  at(db, actor, when, (work) => judgeCore(work, { ...which(core), ...input } as Parameters<typeof judgeCore>[1]));
const reject = (core: Rotable, reasonCode: string, when = monday) =>
  judge(core, { accept: false, reasonCode, reason: 'cracked' }, when);
const bare = (actor: UserActor): UserActor => ({ ...actor, permissions: new Set(['order:read']) });

describe('an order in exchange', () => {
  it('opens one core for each unit, on the terms of the day, once per key; shares of the fee add up', async () => {
    const offer = await exchangeOffer(db, world);
    await db.admin(`update supply.offer set list_price = '1000', basis = '3' where id = $1`, [offer.id]);
    const priceSeen = { amount: '1000', basis: '3', currency: 'USD' };
    const input = orderInput(world, [lineOf(offer, '2', { priceSeen, exchangeSeen: coreSeen() })]);
    const place = () => db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input));
    const [first, second] = (await Promise.all([place(), place()])).map((answer) => success(answer)[0]);
    expect(first?.id).toBe(second?.id);
    const [cores = []] = await db.unitOfWork.read(world.supplier, (work) => coresOfOrders(work, [first?.id ?? '']));
    expect(cores.map(({ number, status, fee, dueAt }) => [number, status, fee, dueAt])).toEqual([
      [`${first?.number}-10-1`, 'AWAITED', '333.34', null],
      [`${first?.number}-10-2`, 'AWAITED', '333.33', null],
    ]);
    expect(cores[0]?.terms).toMatchObject({ coreValue: '8000', coreDays: 10, billedAt: 'CORE_VALUE', calendar: null });
  });

  it('is refused when the core was not seen as it is, is in pieces, or is not sold so any more', async () => {
    const offer = await exchangeOffer(db, world);
    const plain = await plantOffer(db, world.supplier.orgId);
    const place = (line: ReturnType<typeof lineOf>) =>
      db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [line])));
    const unseen = await place(lineOf(offer, '1'));
    expect(unseen).toEqual({
      ok: false,
      errors: [
        {
          code: 'ExchangeTermsNotSeen',
          path: ['lines', '0', 'exchangeSeen'],
          values: { coreValue: '8000', currency: 'USD', coreDays: 10, version: 1 },
        },
      ],
    });
    for (const wrong of [{ coreValue: '7999' }, { coreDays: 11 }, { currency: 'EUR' }, { version: 2 }])
      expect(codes(await place(lineOf(offer, '1', { exchangeSeen: { ...coreSeen(), ...wrong } })))).toEqual([
        'ExchangeTermsNotSeen',
      ]);
    expect(codes(await place(lineOf(offer, '1.5', { exchangeSeen: coreSeen() })))).toContain('ExchangeQuantity');
    expect(codes(await place(lineOf(plain, '100', { exchangeSeen: coreSeen() })))).toEqual(['ExchangeWithdrawn']);
    expect(await db.admin('select from procurement.rotable where offer_id = $1', [offer.id])).toEqual([]);
    success(await place(lineOf(offer, '1', { exchangeSeen: { ...coreSeen(), coreValue: '8000.00' } })));
  });

  it('owes no core for what is called off before it leaves', async () => {
    const { order, cores } = await exchanged(db, world, { quantity: '3' });
    const [first] = cores;
    success(await act.send(first!));
    success(
      await db.unitOfWork.run(world.buyer, (work) =>
        cancelOrder(work, {
          orderId: order.id,
          expectedVersion: order.version,
          reason: 'not needed',
        }),
      ),
    );
    const [after = []] = await db.unitOfWork.read(world.buyer, (work) => coresOfOrders(work, [order.id]));
    expect(after.map(({ status }) => status)).toEqual(['DUE', 'CANCELLED', 'CANCELLED']);
    expect(codes(await act.send(after[1]!))).toEqual(['RotableNotPossible']);
  });

  it('owes as many cores as units are agreed in the end, fewer or more', async () => {
    const { order, cores } = await exchanged(db, world, { quantity: '2' });
    const change = (quantity: string) =>
      db.unitOfWork.run(world.buyer, (work) => changeOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', quantity }] }));
    const states = async () => {
      const [now = []] = await db.unitOfWork.read(world.supplier, (work) => coresOfOrders(work, [order.id]));
      return now.map(({ number, status, fee }) => [number.split('-').at(-1), status, fee]);
    };
    success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId: order.id, header: 'ACCEPTED' })));
    const asked = success(await change('4'));
    expect(await states()).toEqual([
      ['1', 'AWAITED', '3000'],
      ['2', 'AWAITED', '3000'],
    ]);
    const answers = asked.lines.flatMap(({ schedules }) =>
      schedules.filter(({ status }) => status === 'CHANGE_REQUESTED').map(({ id }) => ({ scheduleId: id, grant: true })),
    );
    success(await db.unitOfWork.run(world.supplier, (work) => answerRequest(work, { orderId: order.id, answers })));
    expect((await states()).map(([unit, status, fee]) => `${unit} ${status} ${fee}`)).toEqual([
      '1 AWAITED 3000',
      '2 AWAITED 3000',
      '3 AWAITED 3000',
      '4 AWAITED 3000',
    ]);
    success(await act.send(await asNow(cores[0]!.id), monday));
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order.id, reason: 'none at all' })));
    const cancelled = await asNow(cores[1]!.id);
    const granted = await db.unitOfWork.read(world.buyer, (work) => orderById(work, order.id));
    const wishes = (granted?.lines ?? []).flatMap(({ schedules }) =>
      schedules.filter(({ status }) => status === 'CANCEL_REQUESTED').map(({ id }) => ({ scheduleId: id, grant: true })),
    );
    expect(cancelled.status).toBe('AWAITED');
    success(await db.unitOfWork.run(world.supplier, (work) => answerRequest(work, { orderId: order.id, answers: wishes })));
    expect((await states()).map(([, status]) => status)).toEqual(['DUE', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  });
});

describe('sendExchangeUnit', () => {
  it('makes the core due by the calendar of the supplier and charges the deposit', async () => {
    const core = await owedCore(db, world);
    // Ten days after Monday, 1 March is Thursday, 11 March; nobody has said when the place closes.
    expect(core).toMatchObject({ status: 'DUE', dueAt: new Date('2027-03-12T00:00:00Z'), certificate: 'FAA 8130-3' });
    expect(await charges(core)).toEqual(['DEPOSIT 1000']);
    expect(await log(core)).toEqual(['OPENED', 'SEND']);
  });

  it('counts working days and holidays in the time zone of the supplier, and never ends on a day off', async () => {
    const other = await desks(db);
    const berlin = { ...other.supplier, permissions: new Set(['stock:write']) };
    const days = [{ day: '2027-03-12', kind: 'CLOSED' as const, name: 'Works outing' }];
    success(
      await db.unitOfWork.run(berlin, (work) =>
        saveCalendar(work, {
          name: 'Hamburg',
          timeZone: 'Europe/Berlin',
          workingDays: [1, 2, 3, 4, 5],
          opens: '08:00',
          closes: '17:00',
        }),
      ),
    );
    success(await db.unitOfWork.run(berlin, (work) => setCalendarDays(work, { days })));
    const due = async (terms: object) => (await owedCore(db, other, { terms })).dueAt?.toISOString();
    expect(await due({ coreDays: 10, dayKind: 'WORKING' })).toBe('2027-03-16T16:00:00.000Z');
    expect(await due({ coreDays: 11 })).toBe('2027-03-15T16:00:00.000Z');
    // Clocks change on 28 March.
    expect(await due({ coreDays: 28 })).toBe('2027-03-29T15:00:00.000Z');
  });

  it('never sends one serial twice, and is the right of the supplier', async () => {
    const offer = await exchangeOffer(db, world);
    const [a, b] = [(await exchanged(db, world, { offer })).cores[0]!, (await exchanged(db, world, { offer })).cores[0]!];
    const send = (core: Rotable, actor = world.supplier) =>
      at(db, actor, monday, (work) =>
        sendExchangeUnit(work, { ...which(core), serial: ' sn  1 ', certificate: 'EASA Form 1', certificateNumber: '1' }),
      );
    await expect(send(a, bare(world.supplier))).rejects.toThrow(Forbidden);
    await expect(send(a, world.buyer)).rejects.toThrow(Forbidden);
    await expect(send(a, world.stranger)).rejects.toThrow(NotFound);
    expect((await asNow(a.id)).status).toBe('AWAITED');
    const results = await Promise.all([send(a), send(b)]);
    expect(results.flatMap((result) => codes(result))).toEqual(['SerialTaken']);
    expect(results.flatMap((result) => (result.ok ? [result.value.outSerial] : []))).toEqual(['SN 1']);
    expect(codes(await send({ ...b, version: 9 }))).toEqual(['VersionConflict']);
  });
});

describe('the core', () => {
  it('goes back, is inspected and accepted; the deposit is given back and the serials are paired', async () => {
    const core = await owedCore(db, world);
    const shipped = success(await act.ship(core, afterDays(2), 'OLD-7'));
    expect(shipped).toMatchObject({ status: 'SHIPPED', inSerial: 'OLD-7', inWaybill: '020-1', dueAt: core.dueAt });
    const received = success(await act.receive(shipped, afterDays(5)));
    expect(received).toMatchObject({ status: 'RECEIVED', dueAt: null, lateSince: null });
    const look = (actor: UserActor) =>
      at(db, actor, afterDays(6), (work) => inspectCore(work, { ...which(received), findings: 'worn' }));
    await expect(look(world.buyer)).rejects.toThrow(Forbidden);
    const inspected = success(await look(world.supplier));
    expect(inspected).toMatchObject({ status: 'INSPECTED', findings: 'worn' });
    await expect(judge(inspected, { accept: true }, monday, world.buyer)).rejects.toThrow(Forbidden);
    const twice = await Promise.all([judge(inspected, { accept: true }), judge(inspected, { accept: true })]);
    expect(twice.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(await charges(core)).toEqual(['DEPOSIT 1000', 'DEPOSIT_RETURNED -1000']);
    expect(await log(core)).toEqual(['OPENED', 'SEND', 'SHIP', 'RECEIVE', 'INSPECT', 'ACCEPT']);
    expect(await fire(core, afterDays(99))).toBe(0);
    const [book] = await db.admin<object>(
      `select o.serial as out, i.serial as in from procurement.rotable_serial o join procurement.rotable_serial i using (org_id, rotable_id) where o.direction = 'OUT' and i.direction = 'IN' and o.rotable_id = $1`,
      [core.id],
    );
    expect(book).toEqual({ out: core.outSerial, in: 'OLD-7' });
  });

  it('settles one debt only, with whichever supplier; the unit that was sent is no core of its own', async () => {
    const offer = await exchangeOffer(db, world);
    const [a, b] = [await owedCore(db, world, { offer }), await owedCore(db, world, { offer })];
    expect(codes(await act.ship(a, monday, a.outSerial))).toEqual(['SameUnit']);
    expect(codes(await act.ship(a, monday, null))).toEqual(['SerialMissing']);
    const twice = await Promise.all([act.ship(a, monday, 'ONE'), act.ship(b, monday, 'ONE')]);
    expect(twice.flatMap((result) => codes(result))).toEqual(['SerialTaken']);
    const [won, lost] = twice[0]?.ok ? [a, b] : [b, a];
    expect(codes(await act.receive(await asNow(lost.id), monday, 'ONE'))).toEqual(['SerialTaken']);
    success(await judge(success(await act.receive(await asNow(won.id))), { accept: true }));
    expect(codes(await act.receive(await asNow(lost.id), monday, 'ONE'))).toEqual(['SerialTaken']);
    await expect(at(db, world.supplier, monday, (work) => shipUnit(work, { ...which(lost), serial: 'X' }))).rejects.toThrow(
      Forbidden,
    );
    await expect(at(db, world.stranger, monday, (work) => receiveUnit(work, { ...which(lost), serial: 'X' }))).rejects.toThrow(
      NotFound,
    );
    // Once its supplier has sent it out again, it may come back again.
    const c = (await exchanged(db, world, { offer })).cores[0]!;
    success(await act.send(c, monday, 'ONE'));
    expect(success(await act.receive(await asNow(lost.id), monday, 'ONE')).inSerial).toBe('ONE');
  });

  it('that is late costs a fee for each begun week and is billed on its day, each once', async () => {
    const core = await owedCore(db, world);
    const due = core.dueAt!;
    expect(await fire(core, new Date(due.getTime() - 1))).toBe(1);
    expect((await asNow(core.id)).status).toBe('DUE');
    expect((await Promise.all([fire(core, due), fire(core, due, world.supplier), fire(core, due)])).sort()).toEqual([0, 0, 2]);
    expect(await asNow(core.id)).toMatchObject({ status: 'LATE', lateSince: due });
    expect(await charges(core)).toEqual(['DEPOSIT 1000', 'LATE_FEE 1 150']);
    expect(await fire(core, afterDays(99))).toBe(4);
    expect(await charges(core)).toEqual([
      'CORE_VALUE 8000',
      'DEPOSIT 1000',
      'DEPOSIT_RETURNED -1000',
      'LATE_FEE 1 150',
      'LATE_FEE 2 150',
      'LATE_FEE 3 150',
      'LATE_FEE 4 150',
    ]);
    expect(await asNow(core.id)).toMatchObject({ status: 'BILLED', dueAt: null });
    expect(await log(core)).toEqual([
      'OPENED',
      'SEND',
      'WARNING',
      'OVERDUE',
      'LATE_FEE',
      'LATE_FEE',
      'LATE_FEE',
      'LATE_FEE',
      'BILLED',
    ]);
    await expect(fire(core, due, world.stranger)).rejects.toMatchObject({ code: 'EN404' });
    expect(codes(await act.ship(await asNow(core.id), afterDays(99)))).toEqual(['RotableNotPossible']);
  });

  it('that comes late has its fee before it is taken in: a late step hides nothing', async () => {
    const core = await owedCore(db, world);
    const received = success(await act.receive(core, afterDays(14), 'LATE-1'));
    expect(received.lateSince).toEqual(core.dueAt);
    expect(await charges(core)).toEqual(['DEPOSIT 1000', 'LATE_FEE 1 150']);
  });

  it('beyond repair is billed at once, at its value or at the outright price without the fee', async () => {
    const bad = success(await act.receive(await owedCore(db, world), monday, 'BER-1'));
    expect(success(await reject(bad, 'BEYOND_REPAIR'))).toMatchObject({ status: 'BILLED', reasonCode: 'BEYOND_REPAIR' });
    expect(await charges(bad)).toEqual(['CORE_VALUE 8000', 'DEPOSIT 1000', 'DEPOSIT_RETURNED -1000']);
    expect((await log(bad)).slice(-2)).toEqual(['REJECT', 'BILLED']);
    const kept = await owedCore(db, world, { terms: { billedAt: 'OUTRIGHT', replaceDays: 5 } });
    success(await reject(success(await act.receive(kept, monday, 'BER-2')), 'BEYOND_REPAIR'));
    expect(await charges(kept)).toEqual(['DEPOSIT 1000', 'DEPOSIT_RETURNED -1000', 'FEE_CREDITED -3000', 'OUTRIGHT 11000']);
  });

  it('that is rejected may be replaced for the agreed days, then it is billed', async () => {
    const core = await owedCore(db, world, { terms: { replaceDays: 20 } });
    const rejected = success(await reject(success(await act.receive(core, afterDays(3), 'WRONG')), 'WRONG_PART', afterDays(4)));
    expect(rejected).toMatchObject({ status: 'REJECTED', dueAt: new Date('2027-03-26T00:00:00Z'), lateSince: null });
    expect(codes(await act.ship(rejected, afterDays(5), null))).toEqual(['SerialMissing']);
    const again = success(await act.ship(rejected, afterDays(5), 'RIGHT'));
    const taken = success(await judge(success(await act.receive(again, afterDays(9))), { accept: true }, afterDays(9)));
    expect([taken.status, taken.inSerial]).toEqual(['ACCEPTED', 'RIGHT']);
    const other = await owedCore(db, world, { terms: { replaceDays: 20 } });
    success(await reject(success(await act.receive(other, afterDays(3), 'WRONG')), 'WRONG_PART', afterDays(4)));
    expect(await fire(other, afterDays(60))).toBe(3);
    expect(await charges(other)).toEqual(['CORE_VALUE 8000', 'DEPOSIT 1000', 'DEPOSIT_RETURNED -1000']);
  });
});

describe('extendCore and billCore', () => {
  const extend = (core: Rotable, dueOn: string, when = monday, actor = world.supplier) =>
    at(db, actor, when, (work) => extendCore(work, { ...which(core), dueOn, reason: 'customs' }));
  const bill = (core: Rotable, when: Date, actor = world.supplier) =>
    at(db, actor, when, (work) => billCore(work, { ...which(core), reason: 'lost' }));

  it('give more time with a reason: what was charged stays, fees go on from there', async () => {
    const core = await owedCore(db, world);
    await expect(extend(core, '2027-04-01', monday, world.buyer)).rejects.toThrow(Forbidden);
    expect(codes(await extend(core, '2027-03-11'))).toEqual(['RotableNotPossible']);
    expect(codes(await extend({ ...core, version: 1 }, '2027-04-01'))).toEqual(['VersionConflict']);
    await fire(core, afterDays(12));
    const later = success(await extend(await asNow(core.id), '2027-04-01', afterDays(12)));
    expect(later).toMatchObject({ status: 'DUE', dueAt: new Date('2027-04-02T00:00:00Z'), lateSince: null, reason: 'customs' });
    expect(await fire(core, afterDays(20))).toBe(0);
    await fire(core, afterDays(33));
    expect(await charges(core)).toEqual(['DEPOSIT 1000', 'LATE_FEE 1 150', 'LATE_FEE 2 150']);
  });

  it('count the fees that fall due in the very step, and charge no more of them than were agreed', async () => {
    const core = await owedCore(db, world, { terms: { lateFeesMax: 3, billDays: null } });
    const later = success(await extend(core, '2027-04-01', afterDays(19)));
    expect(await charges(core)).toEqual(['DEPOSIT 1000', 'LATE_FEE 1 150', 'LATE_FEE 2 150']);
    await fire(later, afterDays(200));
    expect(await charges(core)).toEqual(['DEPOSIT 1000', 'LATE_FEE 1 150', 'LATE_FEE 2 150', 'LATE_FEE 3 150']);
  });

  it('bill by hand what is late, lost on its way or rejected, and nothing else, once', async () => {
    const core = await owedCore(db, world, { terms: { billDays: null } });
    expect(codes(await bill(core, monday))).toEqual(['RotableNotPossible']);
    const shipped = success(await act.ship(core, afterDays(1)));
    expect(codes(await bill(shipped, afterDays(2)))).toEqual(['RotableNotPossible']);
    await fire(core, afterDays(12));
    const late = await asNow(core.id);
    expect(late).toMatchObject({ status: 'SHIPPED', lateSince: core.dueAt });
    await expect(bill(late, afterDays(12), world.stranger)).rejects.toThrow(NotFound);
    const twice = await Promise.all([bill(late, afterDays(12)), bill(late, afterDays(12))]);
    expect(twice.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(await charges(core)).toEqual(['CORE_VALUE 8000', 'DEPOSIT 1000', 'DEPOSIT_RETURNED -1000', 'LATE_FEE 1 150']);
  });
});

describe('the list', () => {
  it('stands by the time that is left, for each side its own', async () => {
    const other = await desks(db);
    const slow = await owedCore(db, other, { terms: { coreDays: 30 } });
    const fast = await owedCore(db, other, { terms: { coreDays: 3 } });
    const shop = await inShop(db, other);
    const awaited = (await exchanged(db, other)).cores[0]!;
    const list = (actor: UserActor, side: 'BUY' | 'SELL', closed = false) =>
      db.unitOfWork.read(actor, (work) => rotablesOf(work, { side, closed }));
    const wanted = [fast.id, shop.id, slow.id, awaited.id];
    expect((await list(other.buyer, 'BUY')).map(({ id }) => id)).toEqual(wanted);
    expect((await list(other.supplier, 'SELL')).map(({ id }) => id)).toEqual(wanted);
    expect([await list(other.buyer, 'SELL'), await list(other.stranger, 'BUY'), await list(other.buyer, 'BUY', true)]).toEqual([
      [],
      [],
      [],
    ]);
    await expect(asNow(fast.id, other.stranger)).rejects.toThrow(NotFound);
  });
});
