import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerProposal,
  answerQuote,
  billCore,
  cancelOrder,
  changeOrder,
  confirmOrder,
  fireRotable,
  judgeCore,
  orderRepair,
  placeOrder,
  quoteRepair,
  type Rotable,
  receiveUnit,
  rotableById,
  rotableChargesOf,
  shipUnit,
} from '#libs/procurement';
import { removeUnitTerms, saveExchangeTerms, saveRepairTerms } from '#libs/supply';
import { lineOf, orderInput, success, type TradeWorld } from '../factories/order.factory.js';
import {
  afterDays,
  coreSeen,
  exchanged,
  exchangeOffer,
  hands,
  inShop,
  monday,
  owedCore,
  repairInput,
  usualCore,
  usualRepair,
} from '../factories/rotable.factory.js';
import { at, desks } from '../factories/urgent.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

// What was agreed about a core or a repair, and nothing else, is what it costs and when.
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
const asNow = (id: string) => db.unitOfWork.read(world.buyer, (work) => rotableById(work, id));
const seller = () => ({ ...world.supplier, permissions: new Set(['agreement:manage']) });
const codes = (result: { ok: boolean; errors?: readonly { code: string }[] }) => (result.errors ?? []).map(({ code }) => code);
const charges = async (id: string) => {
  const [found = []] = await db.unitOfWork.read(world.buyer, (work) => rotableChargesOf(work, [id]));
  return found.map(({ kind, amount }) => `${kind} ${amount}`);
};

describe('terms that were removed and stated anew', () => {
  it('count on, so that an order on the old ones is refused', async () => {
    const offer = await exchangeOffer(db, world);
    success(await db.unitOfWork.run(seller(), (work) => removeUnitTerms(work, { offerId: offer.id, exchange: true })));
    const anew = { ...usualCore, offerId: offer.id, deposit: '7999', lateFee: '5000' };
    expect(success(await db.unitOfWork.run(seller(), (work) => saveExchangeTerms(work, anew))).version).toBe(2);
    const place = (version: number) =>
      db.unitOfWork.run(world.buyer, (work) =>
        placeOrder(work, orderInput(world, [lineOf(offer, '1', { exchangeSeen: { ...coreSeen(), version } })])),
      );
    expect(codes(await place(1))).toEqual(['ExchangeTermsNotSeen']);
    expect(codes(await place(2))).toEqual([]);
  });

  it('hold for repairs too', async () => {
    const input = await repairInput(db, world);
    success(await db.unitOfWork.run(seller(), (work) => removeUnitTerms(work, { offerId: input.offerId, repair: true })));
    const anew = { ...usualRepair, offerId: input.offerId, evaluationFee: '99999' };
    success(await db.unitOfWork.run(seller(), (work) => saveRepairTerms(work, anew)));
    expect((await db.unitOfWork.run(world.buyer, (work) => orderRepair(work, input))).ok).toBe(false);
  });
});

describe('a core is billed when agreed', () => {
  it('not by hand while a rejected one may be replaced', async () => {
    const core = await owedCore(db, world, { terms: { replaceDays: 20 } });
    const received = success(await act.receive(core, afterDays(3), 'WRONG-1'));
    const judgement = { ...which(received), accept: false as const, reasonCode: 'OTHER' as const, reason: 'another part' };
    const rejected = success(await at(db, world.supplier, afterDays(4), (work) => judgeCore(work, judgement)));
    const before = await charges(core.id);
    const bill = () => at(db, world.supplier, afterDays(4), (work) => billCore(work, { ...which(rejected), reason: 'now' }));
    expect(codes(await bill())).toEqual(['RotableNotPossible']);
    expect(await charges(core.id)).toEqual(before);
  });

  it('not by hand before the day that the terms name', async () => {
    const core = await owedCore(db, world);
    await at(db, world.buyer, afterDays(12), (work) => fireRotable(work, { buyerId: core.orgId, rotableId: core.id }));
    const late = await asNow(core.id);
    expect([late.status, late.billsAt === null]).toEqual(['LATE', false]);
    const bill = () => at(db, world.supplier, afterDays(12), (work) => billCore(work, { ...which(late), reason: 'now' }));
    expect(codes(await bill())).toEqual(['RotableNotPossible']);
    expect((await asNow(core.id)).status).toBe('LATE');
  });
});

it.each(['2.5', '101', '40000'])('a line in exchange is not changed to %s units', async (quantity) => {
  const { order } = await exchanged(db, world, { quantity: '2' });
  const change = { orderId: order.id, lines: [{ lineNumber: '10', quantity }] };
  expect(codes(await db.unitOfWork.run(world.buyer, (work) => changeOrder(work, change)))).toEqual(['ExchangeQuantity']);
});

it('nobody agrees to amounts that cannot be paid', async () => {
  const offer = await exchangeOffer(db, world);
  const save = (more: object) =>
    db.unitOfWork.run(seller(), (work) =>
      saveExchangeTerms(work, { ...usualCore, ...more, offerId: offer.id, expectedVersion: 1 }),
    );
  const yen = { currency: 'JPY', coreValue: '900000', deposit: '100.55', lateFee: '0', outrightPrice: null };
  await expect(save(yen)).rejects.toThrow('bad input: currency');
  expect(success(await save({ ...yen, deposit: '100' })).deposit).toBe('100');
  const shop = await inShop(db, world, { currency: 'JPY' });
  const quote = { ...which(shop), amount: '640.12', findings: 'worn' };
  await expect(at(db, world.supplier, monday, (work) => quoteRepair(work, quote))).rejects.toThrow('bad input: amount');
});

it('a repair is not late for the time that its buyer took', async () => {
  const shop = await inShop(db, world);
  const quote = (unit: Rotable, when: Date) =>
    at(db, world.supplier, when, (work) => quoteRepair(work, { ...which(unit), amount: '640', findings: 'worn' }));
  const quoted = success(await quote(shop, monday));
  const later = afterDays(20);
  await at(db, world.buyer, later, (work) => fireRotable(work, { buyerId: quoted.orgId, rotableId: quoted.id }));
  const unanswered = await asNow(quoted.id);
  expect(unanswered.lateSince).not.toBeNull();
  const again = success(await quote(unanswered, later));
  const answer = { ...which(again), approve: true as const, amountSeen: '640' };
  expect(success(await at(db, world.buyer, later, (work) => answerQuote(work, answer))).lateSince).toBeNull();
});

describe('what an exchange costs', () => {
  it('follows the price that was agreed last', async () => {
    const { order, cores } = await exchanged(db, world, { terms: { billedAt: 'OUTRIGHT' } });
    const changed = { status: 'CHANGED' as const, quantity: '1', price: { amount: '1000', basis: '1' } };
    const proposed = success(
      await db.unitOfWork.run(world.supplier, (work) =>
        confirmOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', schedules: [changed] }] }),
      ),
    );
    const scheduleId = proposed.lines[0]?.schedules[0]?.id ?? '';
    const accept = { orderId: order.id, answers: [{ scheduleId, answer: 'ACCEPT' as const }] };
    success(await db.unitOfWork.run(world.buyer, (work) => answerProposal(work, accept)));
    const sent = success(await act.send(await asNow(cores[0]?.id ?? '')));
    const received = success(await act.receive(sent, afterDays(1), 'GONE-1'));
    const judgement = { ...which(received), accept: false as const, reasonCode: 'BEYOND_REPAIR' as const, reason: 'burnt' };
    success(await at(db, world.supplier, afterDays(2), (work) => judgeCore(work, judgement)));
    expect((await charges(sent.id)).filter((charge) => /OUTRIGHT|FEE/.test(charge))).toEqual([
      'FEE_CREDITED -1000',
      'OUTRIGHT 11000',
    ]);
  });

  it('is told with the order that was cancelled, and not by a letter a unit', async () => {
    const { order } = await exchanged(db, world, { quantity: '5' });
    const jobs = async () =>
      (
        await db.admin<{ count: number }>(
          `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'procurement.tell-rotable'`,
        )
      )[0]?.count;
    const before = await jobs();
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order.id, reason: 'not needed' })));
    expect(await jobs()).toBe(before);
  });
});

it('a core in the place of one with a wrong number is known by its own', async () => {
  const core = await owedCore(db, world, { terms: { replaceDays: 20 } });
  const wrong = { ...which(core), serial: 'W-77', partNumber: 'WRONG-PN' };
  const received = success(await at(db, world.supplier, afterDays(1), (work) => receiveUnit(work, wrong)));
  const judgement = { ...which(received), accept: false as const, reasonCode: 'WRONG_PART' as const, reason: 'another part' };
  const rejected = success(await at(db, world.supplier, afterDays(2), (work) => judgeCore(work, judgement)));
  const ship = (serial: string) => at(db, world.buyer, afterDays(3), (work) => shipUnit(work, { ...which(rejected), serial }));
  expect(codes(await ship(core.outSerial ?? ''))).toEqual(['SameUnit']);
  expect(success(await ship('R-78')).inPart).toBe(core.partNumber);
});
