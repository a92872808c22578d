import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, NotFound } from '#libs/platform';
import {
  createGroup,
  offersInSight,
  readAvailability,
  rollbackCatalogue,
  type ShownTo,
  searchParts,
  setGroupMembers,
  showCatalogue,
  sightOf,
  sightOrdering,
} from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolt, bolts, catalogueOf, organization, publishedUpload, stagedUpload, value } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let member: Actor;
let stranger: Actor;
let groupId: string;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { name: 'Seller' });
  [member, stranger] = [await organization(db, { roles: ['BUYER'] }), await organization(db, { roles: ['BUYER'] })];
  await partners(db, member, supplier);
  groupId = value(await db.unitOfWork.run(supplier, (work) => createGroup(work, { name: 'Members' }))).id;
  value(await db.unitOfWork.run(supplier, (work) => setGroupMembers(work, { groupId, add: [member.orgId] })));
});
afterAll(() => db.close());

const everybody: ShownTo = { to: 'EVERYBODY' };
const nobody: ShownTo = { to: 'NOBODY' };
const group = (): ShownTo => ({ to: 'GROUP', groupId });
const revisionOf = async (id: string): Promise<number> =>
  (await db.admin<{ revision: number }>('select revision from supply.catalogue where id = $1', [id]))[0]?.revision ?? 0;
const show = async (
  catalogueId: string,
  shownTo: ShownTo,
  categories: { category: string; shownTo: ShownTo }[] = [],
  as = supplier,
) => {
  const expectedRevision = await revisionOf(catalogueId);
  return db.unitOfWork.run(as, (work) => showCatalogue(work, { catalogueId, expectedRevision, shownTo, categories }));
};
/** Part numbers of the catalogue that an organisation sees, by its own wall. */
const seen = async (actor: Actor, catalogueId: string): Promise<string[]> =>
  (
    await db.unitOfWork.read(actor, (work) =>
      work.tx.query(`select supplier_part as part from supply.offer where catalogue_id = $1 and status = 'ACTIVE' order by 1`, [
        catalogueId,
      ]),
    )
  ).map(({ part }: { part: string }) => part);
const rowsOf = (from: number) => [
  bolt(from),
  bolt(from + 1, { category: 'Seals' }),
  bolt(from + 2, { breaks: [{ from: '10', price: '1.10' }] }),
];
const part = (n: number): string => `B-${String(n).padStart(6, '0')}`;

describe('a catalogue', () => {
  it('whose supplier has not said whom it is shown is shown to nobody', async () => {
    const made = await catalogueOf(db, supplier, { shownTo: undefined as never });
    await publishedUpload(db, supplier, { catalogueId: made, rows: bolts(2, 900) });
    expect([await seen(member, made), await seen(stranger, made)]).toEqual([[], []]);
    expect(await seen(supplier, made)).toHaveLength(2);
  });
});

describe('showCatalogue', () => {
  it('moves what is published with its breaks and stock, by category, and what comes later; an unchanged file stays unchanged', async () => {
    const id = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId: id, rows: rowsOf(10) });
    const [offer] = await db.admin<{ id: string }>('select id from supply.offer where catalogue_id = $1 and supplier_part = $2', [
      id,
      part(12),
    ]);
    await stocked(db, supplier, { offerId: offer?.id ?? '', quantity: '5' });
    expect(await seen(stranger, id)).toHaveLength(3);

    value(await show(id, group(), [{ category: 'Seals', shownTo: everybody }]));
    expect(await seen(stranger, id)).toEqual([part(11)]);
    expect(await seen(member, id)).toHaveLength(3);
    const hidden = await db.unitOfWork.read(stranger, (work) =>
      work.tx.query(
        `select (select count(*) from supply.stock where offer_id = $1)::int as stock, (select count(*) from supply.price_break where offer_id = $1)::int as breaks`,
        [offer?.id],
      ),
    );
    expect(hidden).toEqual([{ stock: 0, breaks: 0 }]);

    const again = await stagedUpload(db, supplier, { catalogueId: id, rows: rowsOf(10) });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, withdrawn: 0, unchanged: 3 });
    await db.admin(`update supply.upload set state = 'DISCARDED' where id = $1`, [again.id]);
    await publishedUpload(db, supplier, {
      catalogueId: id,
      rows: [bolt(13), bolt(14, { category: 'Seals' }), { line: 9, action: 'CHANGE', supplierPart: part(10), category: 'Seals' }],
      loadMode: 'DELTA',
    });
    expect(await seen(stranger, id)).toEqual([part(10), part(11), part(14)]);

    value(await show(id, nobody));
    expect([await seen(stranger, id), await seen(member, id)]).toEqual([[], []]);
  });

  it('leaves an offer where a file put it, and a rollback brings content back, not who sees it', async () => {
    const id = await catalogueOf(db, supplier);
    const own = value(await db.unitOfWork.run(supplier, (work) => createGroup(work, { name: 'By file' }))).id;
    await publishedUpload(db, supplier, { catalogueId: id, rows: [bolt(20), bolt(21, { audience: own })] });
    await publishedUpload(db, supplier, { catalogueId: id, rows: [bolt(20, { listPrice: '99' }), bolt(21, { audience: own })] });
    value(await show(id, group()));
    const [kept] = await db.admin<{ audience: string }>(
      'select audience from supply.offer where catalogue_id = $1 and supplier_part = $2',
      [id, part(21)],
    );
    expect(kept?.audience).toBe(own);
    value(await db.unitOfWork.run(supplier, (work) => rollbackCatalogue(work, { catalogueId: id, toVersion: 1 })));
    expect(await seen(stranger, id)).toEqual([]);
    expect(await seen(member, id)).toEqual([part(20)]);
    const price = () =>
      db.admin('select list_price::text as price from supply.offer where catalogue_id = $1 and supplier_part = $2', [
        id,
        part(20),
      ]);
    expect(await price()).toEqual([{ price: bolt(20).listPrice }]);
    const again = await stagedUpload(db, supplier, { catalogueId: id, rows: [bolt(20), bolt(21, { audience: own })] });
    expect(again.counts).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await show(id, everybody)).toMatchObject({ errors: [{ code: 'UploadsWaiting', values: { count: 1 } }] });
  });

  it('refuses an old revision and a foreign group with all faults at once; the denied leave all as it was', async () => {
    const id = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId: id, rows: bolts(1, 30) });
    const foreign = value(await db.unitOfWork.run(stranger, (work) => createGroup(work, { name: 'Mine' }))).id;
    const state = () => db.admin('select audience, revision from supply.catalogue where id = $1', [id]);
    const before = await state();
    const wrong = { catalogueId: id, expectedRevision: 7, shownTo: { to: 'GROUP' as const, groupId: foreign } };
    expect(await db.unitOfWork.run(supplier, (work) => showCatalogue(work, wrong))).toMatchObject({
      errors: [{ code: 'VersionConflict' }, { code: 'GroupUnknown', path: ['shownTo'] }],
    });
    await expect(show(id, nobody, [], stranger)).rejects.toBeInstanceOf(NotFound);
    const clerk = { ...supplier, permissions: new Set(['agreement:manage']) } as Actor;
    await expect(show(id, nobody, [], clerk)).rejects.toBeInstanceOf(Forbidden);
    const twice = { category: 'A', shownTo: nobody };
    await expect(show(id, nobody, [twice, twice])).rejects.toBeInstanceOf(BadInput);
    expect(await state()).toEqual(before);
    const both = await Promise.all([show(id, nobody), show(id, group())]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('sight', () => {
  it('shows a supplier exactly what the buyer’s own wall shows him', async () => {
    for (const buyer of [member, stranger]) {
      const sight = await db.unitOfWork.read(supplier, (work) => sightOf(work, buyer.orgId));
      for (const { catalogueId, seen: count } of sight) expect(count).toBe((await seen(buyer, catalogueId)).length);
      const page = { limit: 100, backwards: false, ordering: sightOrdering.name };
      const listed = await db.unitOfWork.read(supplier, (work) =>
        offersInSight(work, { buyerId: buyer.orgId, seen: true }, page),
      );
      expect(listed).toHaveLength(sight.reduce((sum, one) => sum + one.seen, 0));
    }
    expect(await db.unitOfWork.read(stranger, (work) => sightOf(work, member.orgId))).toEqual([]);
  });
});

describe('canaries', () => {
  it('betray nothing of a hidden offer by counts, facets, stock or answers', async () => {
    const id = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, {
      catalogueId: id,
      rows: [bolt(77, { listPrice: '4711.77', manufacturerPart: 'CANARY-77' })],
    });
    const [offer] = await db.admin<{ id: string; partId: string }>(
      'select id, part_id as "partId" from supply.offer where catalogue_id = $1',
      [id],
    );
    await stocked(db, supplier, { offerId: offer?.id ?? '', quantity: '4711' });
    const before = await answers(stranger, offer);
    expect(before).toContain('4711');
    value(await show(id, group()));
    const after = await answers(stranger, offer);
    for (const canary of ['4711', supplier.orgId, 'Seller', offer?.id ?? '-']) expect(after).not.toContain(canary);
    expect(after).toBe(await answers(await organization(db, { roles: ['BUYER'] }), offer));
    expect(await answers(member, offer)).toContain('4711');
    expect(
      await db.admin('select offers, suppliers, in_stock from supply.part_supply where part_id = $1', [offer?.partId]),
    ).toEqual([{ offers: 0, suppliers: [], in_stock: false }]);
  });
});

/** All that an organisation is told of a part: search with facets and filters, and availability by part and number. */
async function answers(actor: Actor, offer: { partId: string } | undefined): Promise<string> {
  const pages = await Promise.all([
    searchParts(db.hot, actor, { query: 'CANARY-77', with: { offers: true, facets: true } }),
    searchParts(db.hot, actor, { query: 'CANARY-77', filter: { inStock: true }, with: { offers: true, facets: true } }),
    searchParts(db.hot, actor, {
      query: 'CANARY-77',
      filter: { suppliers: [supplier.orgId] },
      with: { offers: true, facets: false },
    }),
  ]);
  const lines = await readAvailability(db.hot, actor, {
    lines: [
      { partId: offer?.partId ?? '', quantity: '1' },
      { number: 'CANARY-77', quantity: '1' },
    ],
  });
  return JSON.stringify([pages, lines]);
}
