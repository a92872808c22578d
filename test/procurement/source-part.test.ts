import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssertLinkInput } from '#libs/catalog';
import { BadInput, Forbidden, systemActor } from '#libs/platform';
import { sourcePart } from '#libs/procurement';
import { saveCalendar, setTransit } from '#libs/supply';
import { plantLink } from '../factories/alternate.factory.js';
import {
  type PlantedOffer,
  partners,
  plantOffer,
  plantOrganization,
  success,
  type TradeWorld,
} from '../factories/order.factory.js';
import { desks } from '../factories/urgent.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let part: PlantedOffer;
const offers: Record<string, PlantedOffer> = {};
const days = (n: number): Date => new Date(Date.now() + n * 86_400_000);

/** An offer of the part in a condition, from a supplier whose goods travel so many days. */
async function offered(
  name: string,
  from: { supplier: string; condition: string | null; price: string; stock?: string | null; partId?: string },
): Promise<void> {
  const offer = await plantOffer(db, from.supplier, {
    price: from.price,
    basis: '1',
    stock: from.stock === undefined ? '3' : from.stock,
    leadDays: 40,
  });
  await db.admin('update supply.offer set condition = $2, part_id = $3 where id = $1', [
    offer.id,
    from.condition,
    from.partId ?? part.partId,
  ]);
  offers[name] = offer;
}

async function supplier(transitDays: number | null): Promise<string> {
  const id = await plantOrganization(db);
  await partners(db, world.buyer.orgId, id);
  const actor = systemActor(id);
  success(
    await db.unitOfWork.run(actor, (work) =>
      saveCalendar(work, { name: 'All', timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5, 6, 7] }),
    ),
  );
  if (transitDays !== null)
    success(await db.unitOfWork.run(actor, (work) => setTransit(work, { rows: [{ method: 'AIR', days: transitDays }] })));
  return id;
}

beforeAll(async () => {
  db = await freshDatabase();
  world = await desks(db);
  const [near, far, silent] = [await supplier(1), await supplier(4), await supplier(null)];
  part = await plantOffer(db, near, { price: '900', basis: '1', stock: '3', leadDays: null });
  await db.admin(`update supply.offer set condition = 'NE' where id = $1`, [part.id]);
  offers['new'] = part;
  await offered('overhauled', { supplier: near, condition: 'OH', price: '400' });
  await offered('removed', { supplier: near, condition: 'AR', price: '50' });
  await offered('exchange', { supplier: near, condition: 'EX', price: '300' });
  await offered('stolen', { supplier: near, condition: 'ST', price: '1' });
  await offered('late', { supplier: far, condition: 'NE', price: '100' });
  await offered('undated', { supplier: silent, condition: 'NE', price: '90' });
  const other = await plantOffer(db, near, { price: '10', basis: '1', stock: '3' });
  await db.admin(`update supply.offer set condition = 'NE' where id = $1`, [other.id]);
  offers['alternate'] = other;
  await word({ fromPartId: part.partId, toPartId: other.partId, code: '5' });
});
afterAll(() => db.close());

const source = (input: object = {}, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) =>
    sourcePart(work, { partId: part.partId, quantity: '2', shipTo: world.siteId, needAt: days(2), ...input }),
  );
/** What the buyer's own engineering says of interchangeability. */
const word = (input: Partial<AssertLinkInput> & { fromPartId: string }) =>
  plantLink(db, systemActor(world.buyer.orgId), { capacity: 'BUYER', ...input });
const names = (ways: readonly { answer: { offer: { id: string } } }[]): string[] =>
  ways.map(({ answer }) => Object.keys(offers).find((name) => offers[name]?.id === answer.offer.id) ?? '?');

describe('sourcePart', () => {
  it('ranks in time, fit to fly, the part itself, the earlier, the cheaper; scrap and stolen never', async () => {
    const { ways, problem, needBy } = await source();
    expect(names(ways)).toEqual(['exchange', 'overhauled', 'new', 'alternate', 'removed', 'late', 'undated']);
    expect([problem, needBy]).toEqual([null, days(2).toISOString().slice(0, 10)]);
    expect(ways.map(({ kind, inTime, risks }) => [kind, inTime, risks])).toEqual([
      ['EXCHANGE', true, ['CORE_RETURN']],
      ['SAME_PART', true, []],
      ['SAME_PART', true, []],
      ['ALTERNATE', true, ['CONSENT_NEEDED']],
      ['REPAIR', true, ['NOT_AIRWORTHY_AS_IS']],
      ['SAME_PART', false, ['LATE']],
      ['SAME_PART', null, ['DATE_UNKNOWN', 'ESTIMATED_DATE']],
    ]);
    expect(ways[3]?.alternate).toMatchObject({
      parts: [{ partId: offers['alternate']?.partId }],
      path: [{ from: part.partId, to: offers['alternate']?.partId }],
      reason: 'QUALIFIED',
    });
    expect(ways[1]?.answer.lineAmount).toEqual({ amount: '800.00', currency: 'USD' });
  });

  it('keeps to the conditions that will do, and to the part itself when asked', async () => {
    expect(names((await source({ conditions: ['NE'] })).ways)).toEqual(['new', 'alternate', 'late', 'undated']);
    expect(names((await source({ conditions: ['NE'], alternates: false })).ways)).toEqual(['new', 'late', 'undated']);
    expect(names((await source({ conditions: ['OH'] })).ways)).toEqual(['overhauled']);
  });

  it('follows only words that count for the buyer, each for his own parts, and no way to a part that is not sold any more', async () => {
    const [old, next, claimed, unlike, ended, member] = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => plantOffer(db, world.supplier.orgId)),
    );
    const waysFrom = async (offer: PlantedOffer | undefined) =>
      (await source({ partId: offer?.partId })).ways.map(({ partId, alternate, risks }) => [
        partId,
        alternate?.reason ?? null,
        risks.includes('CONSENT_NEEDED'),
      ]);
    const fromPartId = old!.partId;
    await word({ fromPartId, toPartId: next!.partId, code: '1' });
    await word({ fromPartId, toPartId: unlike!.partId, code: '3' });
    await word({ fromPartId, toPartId: ended!.partId, effectiveFrom: '2020-01-01', effectiveTo: '2020-12-31' });
    await word({ fromPartId, code: '4', members: [member!, unlike!].map(({ partId }) => ({ partId, quantity: '1' })) });
    const supplier = systemActor(world.supplier.orgId);
    await plantLink(db, supplier, { fromPartId, toPartId: claimed!.partId, capacity: 'SUPPLIER' });
    expect(await waysFrom(old)).toEqual([
      [old?.partId, null, false],
      [next?.partId, 'ONE_WAY', false],
    ]);
    expect(await waysFrom(next)).toEqual([[next?.partId, null, false]]);
    await word({ fromPartId, toPartId: ended!.partId, code: '1', class: 'V' });
    expect((await waysFrom(old)).map(([partId]) => partId).sort()).toEqual([next?.partId, ended?.partId].sort());
  });

  it('finds by number, says why there is nothing, and asks for the right', async () => {
    const [{ number } = { number: '' }] = await db.admin<{ number: string }>('select number from catalog.part where id = $1', [
      part.partId,
    ]);
    expect((await source({ partId: null, number })).ways).toHaveLength(7);
    expect(await source({ partId: null, number: 'NOPE' })).toMatchObject({ ways: [], problem: { code: 'NUMBER_UNKNOWN' } });
    await expect(source({ number })).rejects.toThrow(BadInput);
    await expect(source({}, world.viewer)).rejects.toThrow(Forbidden);
  });

  it('asks where it shall be fitted: an alternate of another application is no way', async () => {
    const named = await plantOffer(db, await supplier(1), { price: '20', basis: '1', stock: '3' });
    offers['limited'] = named;
    await db.admin(`update supply.offer set condition = 'NE' where id = $1`, [named.id]);
    await word({
      fromPartId: part.partId,
      toPartId: named.partId,
      code: '2',
      applicability: [{ model: '737-800', msnFrom: 100 }],
    });
    const found = async (application?: object) => names((await source({ application })).ways).includes('limited');
    expect([await found(), await found({ model: '737-800', msn: 120 })]).toEqual([true, true]);
    expect([await found({ model: '747' }), await found({ model: '737-800', msn: 99 })]).toEqual([false, false]);
    const way = (await source({ application: { model: '737-800', msn: 120 } })).ways.find(
      ({ partId }) => partId === named.partId,
    );
    expect(way?.alternate?.qualified).toBe(false);
    expect((await source()).ways.find(({ partId }) => partId === named.partId)?.alternate?.qualified).toBe(true);
    await expect(source({ application: { model: '737', tail: 'D-AXYZ' } })).rejects.toThrow(BadInput);
  });
});
