import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApproveLinkInput, type AssertLinkInput, approveLink, revokeApproval } from '#libs/catalog';
import { BadInput, Forbidden, NotFound, systemActor } from '#libs/platform';
import {
  type AlternatesConsent,
  addToBasket,
  type ConfirmOrderInput,
  changeBasketLine,
  confirmOrder,
  consentToAlternates,
  createBasket,
  judgeProposals,
  placeOrder,
  type WholeOrder,
} from '#libs/procurement';
import { plantLink } from '../factories/alternate.factory.js';
import {
  codes,
  lineOf,
  orderInput,
  type PlantedOffer,
  placedOrder,
  plantOffer,
  stockOf,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

type Schedule = NonNullable<ConfirmOrderInput['lines']>[number]['schedules'][number];

const buyersWord = (input: Partial<AssertLinkInput> & { fromPartId: string }) =>
  plantLink(db, systemActor(world.buyer.orgId), { capacity: 'BUYER', ...input });
const judge = async (order: WholeOrder) =>
  success(await db.unitOfWork.run(systemActor(world.buyer.orgId), (work) => judgeProposals(work, { orderId: order.id })));
const answer = async (order: WholeOrder, schedule: Schedule) => {
  const lines = [{ lineNumber: '10', schedules: [schedule] }];
  success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId: order.id, lines })));
  return judge(order);
};
const consent = (order: WholeOrder, level: AlternatesConsent, actor = world.buyer, lineNumber = '10') =>
  db.unitOfWork.run(actor, (work) => consentToAlternates(work, { orderId: order.id, lines: [{ lineNumber, level }] }));

/** An order of 100 and the offer that the supplier would send in its place. */
async function scene(level: AlternatesConsent): Promise<{ order: WholeOrder; offer: PlantedOffer; other: PlantedOffer }> {
  const other = await plantOffer(db, world.supplier.orgId);
  return { ...(await placedOrder(db, world, { line: { alternatesConsent: level } })), other };
}
const substitute = (other: PlantedOffer, more: Partial<Schedule> = {}): Schedule => ({
  status: 'SUBSTITUTED',
  quantity: '100',
  substitute: { supplierPart: other.supplierPart },
  ...more,
});
const statusOf = (order: WholeOrder) => order.lines[0]?.schedules.map((schedule) => schedule.status);

describe('consent to alternates', () => {
  it('travels from the basket to the order, where both sides read it; a line without one has none', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const basket = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'Consent' })));
    const filled = success(
      await db.unitOfWork.run(world.buyer, (work) =>
        addToBasket(work, { basketId: basket.id, lines: [{ offerId: offer.id, quantity: '5', alternatesConsent: 'ONE_WAY' }] }),
      ),
    );
    expect(filled.lines[0]?.alternatesConsent).toBe('ONE_WAY');
    const change = { basketId: basket.id, lineId: filled.lines[0]!.id };
    const kept = success(await db.unitOfWork.run(world.buyer, (work) => changeBasketLine(work, { ...change, note: 'x' })));
    expect(kept.lines[0]?.alternatesConsent).toBe('ONE_WAY');
    success(await db.unitOfWork.run(world.buyer, (work) => changeBasketLine(work, { ...change, alternatesConsent: 'TWO_WAY' })));
    const [order] = success(
      await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, { ...orderInput(world, null), basketId: basket.id })),
    );
    expect(order?.lines[0]?.alternatesConsent).toBe('TWO_WAY');
    expect((await placedOrder(db, world)).order.lines[0]?.alternatesConsent).toBe('NONE');
  });

  it('lets a rule accept a substitute it covers, at the same terms, and logs the path that leads to it', async () => {
    const { order, offer, other } = await scene('TWO_WAY');
    const link = await buyersWord({ fromPartId: offer.partId, toPartId: other.partId });
    const after = await answer(order, substitute(other));
    expect([statusOf(after), after.status, after.version]).toEqual([['CONFIRMED'], 'CONFIRMED', 3]);
    expect(after.lines[0]?.schedules[0]?.substitute).toEqual({ supplierPart: other.supplierPart });
    const logged = after.events.at(-1);
    expect([logged?.kind, logged?.channel]).toEqual(['PROPOSAL_ACCEPTED_BY_RULE', 'RULE']);
    expect(logged?.detail).toMatchObject({
      accepted: [{ line: '10', alternative: { partId: other.partId, reason: 'TWO_WAY', path: [{ link: { id: link.id } }] } }],
    });
    expect((await stockOf(db, offer)).reserved).toBe('0');
  });

  it.each<[string, AlternatesConsent, Partial<AssertLinkInput>, Partial<Schedule>]>([
    ['without consent', 'NONE', {}, {}],
    ['a new part for an old one on two-way consent', 'TWO_WAY', { code: '1' }, {}],
    ['a qualified part on one-way consent', 'ONE_WAY', { code: '5' }, {}],
    ['another price', 'QUALIFIED', {}, { price: { amount: '4.21', basis: '100' } }],
    ['another quantity', 'QUALIFIED', {}, { quantity: '99' }],
    ['a part that is not interchangeable', 'QUALIFIED', { code: '3' }, {}],
    ['a link that has ended', 'QUALIFIED', { effectiveFrom: '2020-01-01', effectiveTo: '2020-12-31' }, {}],
    ['a link that does not hold yet', 'QUALIFIED', { effectiveFrom: '2120-01-01' }, {}],
  ])('leaves to the buyer, and never ships: %s', async (_, level, link, more) => {
    const { order, offer, other } = await scene(level);
    await buyersWord({ fromPartId: offer.partId, toPartId: other.partId, ...link });
    const after = await answer(order, substitute(other, more));
    expect(statusOf(after)).toEqual(['SUBSTITUTE_PROPOSED']);
    expect((await judge(order)).version).toBe(after.version);
  });

  it("leaves to the buyer a supplier's own claim, a part he cannot identify, and a member of a set", async () => {
    const claimed = await scene('QUALIFIED');
    await plantLink(db, systemActor(world.supplier.orgId), {
      fromPartId: claimed.offer.partId,
      toPartId: claimed.other.partId,
      capacity: 'SUPPLIER',
    });
    expect(statusOf(await answer(claimed.order, substitute(claimed.other)))).toEqual(['SUBSTITUTE_PROPOSED']);
    const unknown = await scene('QUALIFIED');
    await buyersWord({ fromPartId: unknown.offer.partId, toPartId: unknown.other.partId });
    const named = substitute(unknown.other, {
      substitute: { supplierPart: unknown.other.supplierPart, manufacturerPart: 'ELSE' },
    });
    expect(statusOf(await answer(unknown.order, named))).toEqual(['SUBSTITUTE_PROPOSED']);
    const set = await scene('QUALIFIED');
    const members = [
      { partId: set.other.partId, quantity: '1' },
      { partId: unknown.other.partId, quantity: '1' },
    ];
    await buyersWord({ fromPartId: set.offer.partId, code: '4', members });
    expect(statusOf(await answer(set.order, substitute(set.other)))).toEqual(['SUBSTITUTE_PROPOSED']);
  });

  it("takes a supplier's claim once the buyer's engineering approves it, and no more when that is revoked or has run out", async () => {
    const engineer = systemActor(world.buyer.orgId);
    const claimed = async () => {
      const made = await scene('TWO_WAY');
      const link = await plantLink(db, systemActor(world.supplier.orgId), {
        fromPartId: made.offer.partId,
        toPartId: made.other.partId,
        capacity: 'SUPPLIER',
      });
      const approve = async (more: Partial<ApproveLinkInput> = {}) =>
        success(
          await db.unitOfWork.run(engineer, (work) => approveLink(work, { linkOrg: link.orgId, linkId: link.id, ...more })),
        );
      return { ...made, approve };
    };
    const [good, revoked, old] = [await claimed(), await claimed(), await claimed()];
    await good.approve();
    const { approvals } = await revoked.approve();
    await db.unitOfWork.run(engineer, (work) => revokeApproval(work, { approvalId: approvals[0]!.id }));
    await old.approve({ validFrom: '2020-01-01', validTo: '2020-12-31' });
    expect(statusOf(await answer(good.order, substitute(good.other)))).toEqual(['CONFIRMED']);
    expect(statusOf(await answer(revoked.order, substitute(revoked.other)))).toEqual(['SUBSTITUTE_PROPOSED']);
    expect(statusOf(await answer(old.order, substitute(old.other)))).toEqual(['SUBSTITUTE_PROPOSED']);
    await old.approve();
    expect(statusOf(await judge(old.order))).toEqual(['CONFIRMED']);
  });

  it("takes the maker's number for the part, and one-way and qualified parts as far as the consent goes", async () => {
    const [first, second] = [await scene('ONE_WAY'), await scene('QUALIFIED')];
    await buyersWord({ fromPartId: first.offer.partId, toPartId: first.other.partId, code: '1' });
    await buyersWord({ fromPartId: second.offer.partId, toPartId: second.other.partId, code: '5' });
    const byMaker = (other: PlantedOffer) => substitute(other, { substitute: { manufacturerPart: other.supplierPart.slice(2) } });
    expect(statusOf(await answer(first.order, byMaker(first.other)))).toEqual(['CONFIRMED']);
    expect(statusOf(await answer(second.order, byMaker(second.other)))).toEqual(['CONFIRMED']);
  });
});

describe('consentToAlternates', () => {
  it('accepts at once what waited and is covered now; two at once end alike', async () => {
    const { order, offer, other } = await scene('NONE');
    await buyersWord({ fromPartId: offer.partId, toPartId: other.partId });
    expect(statusOf(await answer(order, substitute(other)))).toEqual(['SUBSTITUTE_PROPOSED']);
    const both = await Promise.all([consent(order, 'TWO_WAY'), consent(order, 'TWO_WAY')]);
    expect(both.map((result) => [statusOf(success(result)), success(result).version])).toEqual([
      [['CONFIRMED'], 3],
      [['CONFIRMED'], 3],
    ]);
    expect(success(await consent(order, 'NONE')).lines[0]?.alternatesConsent).toBe('NONE');
  });

  it('is for the buyer of the order, and names unknown lines', async () => {
    const { order } = await scene('TWO_WAY');
    expect(codes(await consent(order, 'NONE', world.buyer, '99'))).toEqual(['LineUnknown']);
    await expect(consent(order, 'NONE', world.stranger)).rejects.toThrow(NotFound);
    await expect(consent(order, 'NONE', world.viewer)).rejects.toThrow(Forbidden);
    await expect(consent(order, 'ALL' as AlternatesConsent)).rejects.toThrow(BadInput);
    const supplier = { ...world.supplier, permissions: new Set(['order:change']) };
    await expect(consent(order, 'QUALIFIED', supplier)).rejects.toThrow(NotFound);
    expect((await judge(order)).lines[0]?.alternatesConsent).toBe('TWO_WAY');
  });
});

describe('a part of class V', () => {
  it('is not sold to those for whom the word counts, and nothing else of the call either', async () => {
    const [old, other] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    const claim = { fromPartId: old.partId, toPartId: other.partId, code: '1', class: 'V' };
    await plantLink(db, systemActor(world.supplier.orgId), { ...claim, capacity: 'SUPPLIER' });
    const place = () =>
      db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(other, '1'), lineOf(old, '1')])));
    expect((await place()).ok).toBe(true);
    await buyersWord(claim);
    expect(await place()).toEqual({
      ok: false,
      errors: [{ code: 'PartSuperseded', path: ['lines', '1', 'offerId'], values: { number: old.supplierPart.slice(2) } }],
    });
    expect([(await stockOf(db, old)).reserved, (await stockOf(db, other)).reserved]).toEqual(['1', '1']);
  });

  it.each([
    ['merged into the part that the word is about', false, true],
    ['another that the word is about was merged into', false, false],
    ['what this supplier means is the part that the word is about', true, true],
  ])('is not sold either where the operator found that it is %s', async (_, split, forth) => {
    const [sold, meant] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    await buyersWord({
      fromPartId: meant.partId,
      toPartId: (await plantOffer(db, world.supplier.orgId)).partId,
      code: '1',
      class: 'V',
    });
    const place = () => db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(sold, '1')])));
    expect((await place()).ok).toBe(true);
    const [from, to] = forth ? [sold, meant] : [meant, sold];
    await db.admin(
      `insert into catalog.identity_correction (kind, from_part, to_part, supplier_id, reason, made_by) values ($1, $2, $3, $4, 'found to be one', $5)`,
      [split ? 'SPLIT' : 'MERGE', from.partId, to.partId, split ? world.supplier.orgId : null, world.supplier.orgId],
    );
    expect(codes(await place())).toEqual(['PartSuperseded']);
  });
});
