import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, NotFound } from '#libs/platform';
import {
  changeGroup,
  createGroup,
  endAgreement,
  endGroup,
  groupsOf,
  membersOf,
  openGroups,
  searchParts,
  setGroupMembers,
  showCatalogue,
} from '#libs/supply';
import { agreement, dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolts, catalogueOf, organization, publishedUpload, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let catalogueId: string;
let groupId: string;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { name: 'Seller' });
  buyer = await organization(db, { roles: ['BUYER'] });
  await partners(db, buyer, supplier);
  groupId = value(await create({ name: 'Airlines' })).id;
  catalogueId = await catalogueOf(db, supplier, { shownTo: { to: 'GROUP', groupId } });
  await publishedUpload(db, supplier, { catalogueId, rows: bolts(3) });
});
afterAll(() => db.close());

const without = (permission: string): Actor =>
  ({ ...supplier, permissions: new Set(['catalogue:upload', 'price:read'].filter((p) => p !== permission)) }) as Actor;
const create = (input: Parameters<typeof createGroup>[1], as = supplier) =>
  db.unitOfWork.run(as, (work) => createGroup(work, input));
const change = (input: Parameters<typeof changeGroup>[1], as = supplier) =>
  db.unitOfWork.run(as, (work) => changeGroup(work, input));
const end = (id: string, as = supplier) => db.unitOfWork.run(as, (work) => endGroup(work, { groupId: id }));
const members = (input: Parameters<typeof setGroupMembers>[1], as = supplier) =>
  db.unitOfWork.run(as, (work) => setGroupMembers(work, input));
const open = (agreementId: string, groupIds: string[], as = supplier) =>
  db.unitOfWork.run(as, (work) => openGroups(work, { agreementId, groupIds }));
const offersSeen = async (actor: Actor): Promise<number> =>
  (await db.unitOfWork.read(actor, (work) => work.tx.query('select count(*)::int as n from supply.offer')))[0].n;
const listed = (id: string) => db.unitOfWork.read(supplier, async (work) => (await membersOf(work, [id]))[0]);
const stored = () => db.admin('select org_id, name, note, version from supply.audience order by name');

describe('groups of buyers', () => {
  it('are opened, named and noted; a name is given once, also to two at once', async () => {
    const both = await Promise.all([create({ name: ' Brokers ', note: 'no AOG' }), create({ name: 'Brokers' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: [{ code: 'GroupNameTaken', values: { name: 'Brokers' } }] });
    const made = value(both.find(({ ok }) => ok) ?? both[0]);
    expect(await change({ groupId: made.id, expectedVersion: 1, name: 'Airlines' })).toMatchObject({
      errors: [{ code: 'GroupNameTaken' }],
    });
    expect(value(await change({ groupId: made.id, expectedVersion: 1, name: 'Dealers' }))).toMatchObject({
      name: 'Dealers',
      note: null,
      version: 2,
    });
    expect(await change({ groupId: made.id, expectedVersion: 1, name: 'Other' })).toMatchObject({
      errors: [{ code: 'VersionConflict' }],
    });
    expect((await db.unitOfWork.read(supplier, (work) => groupsOf(work))).map(({ name }) => name)).toEqual([
      'Airlines',
      'Dealers',
    ]);
    expect(value(await end(made.id))).toEqual({ id: made.id });
    expect(await end(groupId)).toMatchObject({ errors: [{ code: 'GroupInUse', values: { name: 'Airlines' } }] });
  });

  it('are known to their supplier alone, and changed with agreement:manage only', async () => {
    const before = await stored();
    for (const stranger of [buyer, await organization(db)]) {
      expect(await db.unitOfWork.read(stranger, (work) => groupsOf(work))).toEqual([]);
      await expect(change({ groupId, expectedVersion: 1, name: 'Mine' }, stranger)).rejects.toBeInstanceOf(NotFound);
      await expect(members({ groupId, add: [stranger.orgId] }, stranger)).rejects.toBeInstanceOf(NotFound);
      await expect(end(groupId, stranger)).rejects.toBeInstanceOf(NotFound);
    }
    const clerk = without('agreement:manage');
    await expect(create({ name: 'X' }, clerk)).rejects.toBeInstanceOf(Forbidden);
    await expect(change({ groupId, expectedVersion: 1, name: 'X' }, clerk)).rejects.toBeInstanceOf(Forbidden);
    await expect(members({ groupId, add: [buyer.orgId] }, clerk)).rejects.toBeInstanceOf(Forbidden);
    await expect(end(groupId, clerk)).rejects.toBeInstanceOf(Forbidden);
    await expect(create({ name: ' ' })).rejects.toBeInstanceOf(BadInput);
    expect(await stored()).toEqual(before);
    expect(await listed(groupId)).toEqual([]);
  });

  it('let partners in and out, and those see the offers at once', async () => {
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect(await offersSeen(buyer)).toBe(0);
    expect(await members({ groupId, add: [buyer.orgId, stranger.orgId] })).toMatchObject({
      errors: [{ code: 'GroupBuyerUnknown', path: ['add', '1'] }],
    });
    expect(await offersSeen(buyer)).toBe(0);
    await Promise.all([members({ groupId, add: [buyer.orgId] }), members({ groupId, add: [buyer.orgId] })]);
    expect(await listed(groupId)).toEqual([{ groupId, buyerId: buyer.orgId, agreementId: null, until: null }]);
    expect([await offersSeen(buyer), await offersSeen(stranger)]).toEqual([3, 0]);
    value(await members({ groupId, remove: [buyer.orgId] }));
    expect(await offersSeen(buyer)).toBe(0);
  });
});

describe('openGroups', () => {
  it('lets the buyer of an agreement in up to its last day, and no longer', async () => {
    const signed = await agreement(db, { supplier, buyer }, { categories: [{ category: 'Bolts', discountPercent: '1' }] });
    expect(await offersSeen(buyer)).toBe(0);
    value(await open(signed.id, [groupId]));
    expect(await offersSeen(buyer)).toBe(3);
    expect(await listed(groupId)).toEqual([{ groupId, buyerId: buyer.orgId, agreementId: signed.id, until: signed.validTo }]);
    // Taking him out by hand does not take out whom the agreement lets in.
    value(await members({ groupId, remove: [buyer.orgId] }));
    expect(await offersSeen(buyer)).toBe(3);
    value(
      await db.unitOfWork.run(supplier, (work) =>
        endAgreement(work, { agreementId: signed.id, lastDay: dayFromNow(0), reason: 'sold' }),
      ),
    );
    expect(await offersSeen(buyer)).toBe(3);
    await db.admin('update supply.audience_member set until = $1 where agreement_id = $2', [dayFromNow(-1), signed.id]);
    expect(await offersSeen(buyer)).toBe(0);
    expect(await listed(groupId)).toEqual([]);
    value(await open(signed.id, []));
    expect(await db.admin('select 1 from supply.audience_member where agreement_id = $1', [signed.id])).toEqual([]);
  });

  it('keeps open what the terms name, also when the offers move to another group', async () => {
    const [offer] = await db.admin<{ id: string }>('select id from supply.offer order by supplier_part');
    const signed = await agreement(db, { supplier, buyer }, { items: [{ offerId: offer?.id ?? '', price: '1' }] });
    expect(await offersSeen(buyer)).toBe(3);
    value(await open(signed.id, []));
    expect(await offersSeen(buyer)).toBe(3);
    const other = value(await create({ name: 'Others' })).id;
    const [{ revision } = { revision: 0 }] = await db.admin<{ revision: number }>(
      'select revision from supply.catalogue where id = $1',
      [catalogueId],
    );
    value(
      await db.unitOfWork.run(supplier, (work) =>
        showCatalogue(work, { catalogueId, expectedRevision: revision, shownTo: { to: 'GROUP', groupId: other } }),
      ),
    );
    expect(await offersSeen(buyer)).toBe(3);
    expect(
      (await searchParts(db.hot, buyer, { query: 'BACB30-1', with: { offers: true, facets: false } })).nodes[0]?.offerCount,
    ).toBe(1);
  });

  it('is for groups and agreements of one’s own, with the right', async () => {
    const signed = await agreement(db, { supplier, buyer }, { categories: [{ category: 'Seals', discountPercent: '1' }] });
    expect(await open(signed.id, [buyer.orgId])).toMatchObject({ errors: [{ code: 'GroupUnknown', path: ['groupIds', '0'] }] });
    await expect(open(signed.id, [groupId], buyer)).rejects.toBeInstanceOf(NotFound);
    await expect(open(signed.id, [groupId], without('agreement:manage'))).rejects.toBeInstanceOf(Forbidden);
    expect(await db.admin('select 1 from supply.audience_member where agreement_id = $1', [signed.id])).toEqual([]);
    await Promise.all([open(signed.id, [groupId]), open(signed.id, [groupId])]);
    expect(await db.admin('select 1 from supply.audience_member where agreement_id = $1', [signed.id])).toHaveLength(1);
  });
});
