import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, Sentences, type UserActor } from '#libs/platform';
import {
  answerQuote,
  cancelRepair,
  finishRepair,
  fireRotable,
  orderRepair,
  quoteRepair,
  type Rotable,
  returnUnit,
  rotableById,
  rotableChargesOf,
  rotableEdges,
  rotableEventsOf,
  scrapUnit,
  sourcePart,
  tellRotable,
} from '#libs/procurement';
import { codes, success, type TradeWorld } from '../factories/order.factory.js';
import { makeMember } from '../factories/organization.factory.js';
import { afterDays, exchangeOffer, hands, inShop, monday, owedCore, repairInput } from '../factories/rotable.factory.js';
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
const asNow = (id: string) => db.unitOfWork.read(world.buyer, (work) => rotableById(work, id));
const charges = async ({ id }: Rotable): Promise<string[]> => {
  const [found = []] = await db.unitOfWork.read(world.buyer, (work) => rotableChargesOf(work, [id]));
  return found.map(({ kind, amount }) => `${kind} ${amount}`);
};
const log = async ({ id }: Rotable): Promise<string[]> => {
  const [found = []] = await db.unitOfWork.read(world.supplier, (work) => rotableEventsOf(work, [id]));
  return found.map(({ kind }) => kind);
};
const quote = (unit: Rotable, amount: string, when = monday, actor = world.supplier) =>
  at(db, actor, when, (work) => quoteRepair(work, { ...which(unit), amount, findings: 'bearing worn' }));
const approve = (unit: Rotable, amountSeen: string, when = monday, actor = world.buyer) =>
  at(db, actor, when, (work) => answerQuote(work, { ...which(unit), approve: true, amountSeen }));
const refuse = (unit: Rotable, disposition: 'RETURN_AS_IS' | 'SCRAP') =>
  at(db, world.buyer, monday, (work) => answerQuote(work, { ...which(unit), approve: false, disposition, reason: 'too dear' }));
const finish = (unit: Rotable, when = monday, actor = world.supplier) =>
  at(db, actor, when, (work) => finishRepair(work, { ...which(unit), certificate: 'EASA Form 1', certificateNumber: 'F1-9' }));
const back = (unit: Rotable, when = monday) =>
  at(db, world.supplier, when, (work) => returnUnit(work, { ...which(unit), waybill: '020-9' }));
const scrap = (unit: Rotable) => at(db, world.supplier, monday, (work) => scrapUnit(work, which(unit)));
const fire = (unit: Rotable, when: Date) =>
  at(db, world.buyer, when, (work) => fireRotable(work, { buyerId: unit.orgId, rotableId: unit.id }));

describe('orderRepair', () => {
  const order = (input: Parameters<typeof orderRepair>[1], actor: UserActor = world.buyer) =>
    db.unitOfWork.run(actor, (work) => orderRepair(work, input));

  it('orders once per key, on the terms of the day', async () => {
    const input = await repairInput(db, world);
    const [first, second] = (await Promise.all([order(input), order(input)])).map(success);
    expect(first?.id).toBe(second?.id);
    expect(first).toMatchObject({
      kind: 'REPAIR',
      status: 'ORDERED',
      inSerial: input.serial,
      note: 'No output at 28 V',
      dueAt: null,
    });
    expect(first?.number).toMatch(/^RO-\d{4}-\d{6}$/);
    expect(first?.terms).toMatchObject({ pricing: 'QUOTE', evaluationFee: '250', turnDays: 20 });
    expect(codes(await order({ ...input, complaint: 'other' }))).toEqual(['IdempotencyMismatch']);
    expect(codes(await order({ ...input, idempotencyKey: 'again' }))).toEqual(['SerialTaken']);
  });

  it('is refused to whoever may not, on other terms, for a stranger; nothing is left behind', async () => {
    const input = await repairInput(db, world, { pricing: 'FIXED', price: '640' });
    await expect(order(input, world.viewer)).rejects.toThrow(Forbidden);
    await expect(order({ ...input, complaint: ' ' })).rejects.toThrow(BadInput);
    expect(codes(await order(input, world.stranger))).toContain('PartnershipInactive');
    expect(codes(await order({ ...input, shipTo: input.offerId }))).toEqual(['SiteUnknown']);
    for (const wrong of [{ version: 2 }, { currency: 'EUR' }, { price: '641' }, { price: null }])
      expect(codes(await order({ ...input, termsSeen: { ...input.termsSeen, ...wrong } }))).toEqual(['RepairTermsChanged']);
    const unknown = { ...input, offerId: world.siteId };
    expect(codes(await order(unknown))).toEqual(['OfferWithdrawn']);
    expect(await db.admin('select from procurement.rotable where offer_id = $1', [input.offerId])).toEqual([]);
    success(await order({ ...input, termsSeen: { ...input.termsSeen, price: '640.00' } }));
  });

  it('is called off by either side before the unit is on its way', async () => {
    const cancel = (unit: Rotable, actor: UserActor) =>
      db.unitOfWork.run(actor, (work) => cancelRepair(work, { ...which(unit), reason: 'found another' }));
    const input = await repairInput(db, world);
    const unit = success(await order(input));
    await expect(cancel(unit, world.viewer)).rejects.toThrow(Forbidden);
    await expect(cancel(unit, world.stranger)).rejects.toThrow(NotFound);
    const twice = await Promise.all([cancel(unit, world.buyer), cancel(unit, world.supplier)]);
    expect(twice.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    // Its serial is free again.
    const next = success(await order({ ...input, idempotencyKey: 'second' }));
    const shipped = success(await act.ship(next, monday, null));
    expect(codes(await cancel(shipped, world.supplier))).toEqual(['RotableNotPossible']);
  });
});

describe('a repair by quote', () => {
  it('is quoted, approved, repaired with its certificate and returned; the clocks follow', async () => {
    const unit = await inShop(db, world);
    expect(unit).toMatchObject({ status: 'RECEIVED', dueAt: new Date('2027-03-09T00:00:00Z') });
    expect(codes(await finish(unit))).toEqual(['RotableNotPossible']);
    await expect(quote(unit, '640', monday, world.buyer)).rejects.toThrow(Forbidden);
    await expect(quote(unit, '0')).rejects.toThrow(BadInput);
    const quoted = success(await quote(unit, '640', afterDays(2)));
    expect(quoted).toMatchObject({
      status: 'QUOTED',
      quoted: '640',
      findings: 'bearing worn',
      quoteUntil: new Date('2027-03-18T00:00:00Z'),
    });
    expect(codes(await approve(quoted, '600', afterDays(3)))).toEqual(['QuoteChanged']);
    await expect(approve(quoted, '640', afterDays(3), world.supplier)).rejects.toThrow(Forbidden);
    const twice = await Promise.all([approve(quoted, '640.0', afterDays(3)), approve(quoted, '640', afterDays(3))]);
    expect(twice.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    const approved = await asNow(unit.id);
    expect([approved.status, approved.dueAt]).toEqual(['APPROVED', new Date('2027-03-25T00:00:00Z')]);
    const repaired = success(await finish(approved, afterDays(20)));
    expect(repaired).toMatchObject({ status: 'REPAIRED', certificate: 'EASA Form 1', certificateNumber: 'F1-9' });
    expect(await charges(unit)).toEqual(['REPAIR 640']);
    expect(codes(await scrap(repaired))).toEqual(['RotableNotPossible']);
    const returned = success(await back(repaired, afterDays(21)));
    expect(returned).toMatchObject({ status: 'RETURNED', outWaybill: '020-9', dueAt: null, lateSince: null });
    expect(await fire(unit, afterDays(99))).toBe(0);
    expect(await log(unit)).toEqual(['OPENED', 'SHIP', 'RECEIVE', 'QUOTE', 'APPROVE', 'WARNING', 'FINISH', 'RETURN']);
  });

  it('is refused: it comes back as it is or is scrapped, and the inspection costs', async () => {
    const kept = success(await refuse(success(await quote(await inShop(db, world), '9000')), 'RETURN_AS_IS'));
    expect(kept).toMatchObject({ status: 'REFUSED', disposition: 'RETURN_AS_IS', dueAt: null });
    expect(codes(await scrap(kept))).toEqual(['RotableNotPossible']);
    expect(success(await back(kept)).status).toBe('RETURNED');
    expect(await charges(kept)).toEqual(['EVALUATION 250']);
    const junk = success(await refuse(success(await quote(await inShop(db, world), '9000')), 'SCRAP'));
    expect(codes(await back(junk))).toEqual(['RotableNotPossible']);
    expect(success(await scrap(junk)).status).toBe('SCRAPPED');
    expect(await charges(junk)).toEqual(['EVALUATION 250']);
  });

  it('stands for the agreed days; a quote that ran out is quoted anew', async () => {
    const quoted = success(await quote(await inShop(db, world), '640'));
    expect(codes(await approve(quoted, '640', quoted.quoteUntil!))).toEqual(['QuoteExpired']);
    const again = success(await quote(quoted, '660', afterDays(30)));
    expect(success(await approve(again, '660', afterDays(31))).status).toBe('APPROVED');
  });

  it('is late once for each clock, however many look', async () => {
    const unit = await inShop(db, world);
    expect((await Promise.all([fire(unit, afterDays(60)), fire(unit, afterDays(60))])).sort()).toEqual([0, 2]);
    expect(await asNow(unit.id)).toMatchObject({ status: 'RECEIVED', lateSince: unit.dueAt });
    expect(await charges(unit)).toEqual([]);
  });
});

describe('a repair at a fixed price', () => {
  it('needs no approval, unless the supplier finds more; then its clock stands still', async () => {
    const terms = { pricing: 'FIXED' as const, price: '500' };
    const unit = await inShop(db, world, terms);
    expect(unit.dueAt).toEqual(new Date('2027-03-23T00:00:00Z'));
    success(await finish(unit));
    expect(await charges(unit)).toEqual(['REPAIR 500']);
    const worse = success(await quote(await inShop(db, world, terms), '800', afterDays(10)));
    expect(await fire(worse, afterDays(23))).toBe(1);
    const approved = success(await approve(await asNow(worse.id), '800', afterDays(23)));
    expect(approved.lateSince).toBeNull();
    success(await finish(approved, afterDays(24)));
    expect(await charges(worse)).toEqual(['REPAIR 800']);
  });
});

describe('what both have in common', () => {
  it('has the same legal steps in code and in the database', async () => {
    const stored = await db.admin<object>(
      `select kind, side, event, from_status as "from", to_status as "to" from procurement.rotable_edge order by 1, 2, 3, 4`,
    );
    const order = (edge: object) => JSON.stringify(Object.values(edge));
    expect(stored.map(order).sort()).toEqual(rotableEdges.map(order).sort());
  });

  it('mails whoever must know, in his language', async () => {
    const other = await desks(db);
    await makeMember(
      db,
      { id: other.buyer.orgId, roles: ['BUYER', 'SUPPLIER'] },
      { permissions: ['order:change'], email: 'anna@buyer.test' },
    );
    const core = await owedCore(db, other);
    const letters = { sentences: Sentences.load(), address: { url: 'https://hub.test' } };
    const tell = (actor: UserActor, seq: number) =>
      db.unitOfWork.run(actor, (work) => tellRotable(work, { id: core.id, seq, letters }));
    expect([await tell(other.buyer, 2), await tell(other.supplier, 2), await tell(other.buyer, 99)]).toEqual([1, 0, 0]);
    const [mail] = await db.admin<{ subject: string }>(
      `select subject from platform.mail where recipient = 'anna@buyer.test' and subject like $1`,
      [`${core.number}%`],
    );
    expect(mail?.subject).toBe(`${core.number}: The unit in exchange has left; the core is owed`);
  });

  it('is found among the ways to a part: in exchange, or by repair of a unit of one’s own', async () => {
    const exchange = await exchangeOffer(db, world);
    const find = async (offerId: string) => {
      const [row] = await db.admin<{ part: string }>('select part_id as part from supply.offer where id = $1', [offerId]);
      const { ways } = await db.unitOfWork.run(world.buyer, (work) =>
        sourcePart(work, {
          partId: row!.part,
          quantity: '2',
          shipTo: world.siteId,
          needAt: new Date(Date.now() + 5 * 86_400_000),
        }),
      );
      return ways.map(({ kind, risks, lineAmount, promise, readyOn }) => [
        kind,
        lineAmount?.amount ?? null,
        promise === null,
        readyOn !== null,
        risks,
      ]);
    };
    expect(await find(exchange.id)).toEqual([
      ['EXCHANGE', '6000.00', false, false, expect.arrayContaining(['CORE_RETURN', 'CONDITION_UNKNOWN'])],
    ]);
    const { offerId } = await repairInput(db, world, { pricing: 'FIXED', price: '500' });
    expect((await find(offerId)).filter(([kind]) => kind === 'REPAIR')).toEqual([
      ['REPAIR', '1000', true, true, ['LATE', 'ESTIMATED_DATE', 'OWN_UNIT_NEEDED']],
    ]);
  });
});
