import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, systemActor } from '#libs/platform';
import { type Alternates, noAlternates, sourcePart } from '#libs/procurement';
import { saveCalendar, setTransit } from '#libs/supply';
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
let alternates: Alternates;
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
  alternates = {
    of: async (_, partId) =>
      partId === part.partId ? [{ partId: other.partId, path: ['2'], reason: 'two-way per SB 32-1', consentNeeded: true }] : [],
  };
});
afterAll(() => db.close());

const source = (input: object = {}, known = alternates, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) =>
    sourcePart(work, { partId: part.partId, quantity: '2', shipTo: world.siteId, needAt: days(2), ...input }, known),
  );
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
    expect(ways[3]?.alternate).toEqual({
      partId: offers['alternate']?.partId,
      path: ['2'],
      reason: 'two-way per SB 32-1',
      consentNeeded: true,
    });
    expect(ways[1]?.answer.lineAmount).toEqual({ amount: '800.00', currency: 'USD' });
  });

  it('keeps to the conditions that will do, and to the part itself when asked', async () => {
    expect(names((await source({ conditions: ['NE'] })).ways)).toEqual(['new', 'alternate', 'late', 'undated']);
    expect(names((await source({ conditions: ['NE'], alternates: false })).ways)).toEqual(['new', 'late', 'undated']);
    expect(names((await source({ conditions: ['OH'] }, noAlternates)).ways)).toEqual(['overhauled']);
  });

  it('finds by number, says why there is nothing, and asks for the right', async () => {
    const [{ number } = { number: '' }] = await db.admin<{ number: string }>('select number from catalog.part where id = $1', [
      part.partId,
    ]);
    expect((await source({ partId: null, number })).ways).toHaveLength(7);
    expect(await source({ partId: null, number: 'NOPE' })).toMatchObject({ ways: [], problem: { code: 'NUMBER_UNKNOWN' } });
    await expect(source({ number })).rejects.toThrow(BadInput);
    await expect(source({}, alternates, world.viewer)).rejects.toThrow(Forbidden);
  });
});
