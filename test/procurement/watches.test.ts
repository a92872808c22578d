import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, NotFound, Sentences, systemActor, type UserActor } from '#libs/platform';
import {
  checkWatches,
  followPublication,
  followStock,
  mailNotices,
  muteWatches,
  noticeOrdering,
  noticesOf,
  readNotices,
  removeWatch,
  type SaveWatchInput,
  saveWatch,
  stopWatchMail,
  type WatchNotice,
  watchesOf,
} from '#libs/procurement';
import type { StagedRow } from '#libs/supply';
import { bolt, catalogueOf, organization, publishedUpload, value } from '../factories/catalogue.factory.js';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let member: UserActor;
let colleague: UserActor;
let supplier: Actor;
let catalogueId: string;

beforeAll(async () => {
  db = await freshDatabase();
  const org = await makeOrganization(db);
  member = await makeMember(db, org, { name: 'Mei' });
  colleague = await makeMember(db, org);
  supplier = await organization(db, { name: 'Seller' });
  catalogueId = await catalogueOf(db, supplier);
  await publish([bolt(1), bolt(2), bolt(3)]);
});
afterAll(() => db.close());

const letters = { sentences: Sentences.load(), address: { url: 'https://hub.example.test' } };
/** Publishes rows and lets the watches look, as the jobs do. */
async function publish(rows: StagedRow[], by = { actor: supplier, catalogueId }): Promise<void> {
  const { version } = await publishedUpload(db, by.actor, { catalogueId: by.catalogueId, rows, loadMode: 'DELTA' });
  await db.unitOfWork.run(by.actor, (work) => followPublication(work, { catalogueId: by.catalogueId, version }));
}
const check = async (): Promise<string[]> => db.unitOfWork.run(systemActor(member.orgId), (work) => checkWatches(work));
const save = (input: Partial<SaveWatchInput>, as: Actor = member) =>
  db.unitOfWork.run(as, (work) =>
    saveWatch(work, { name: 'Watch', onOffer: true, onStock: true, onPrice: true, delivery: 'AT_ONCE', byMail: true, ...input }),
  );
const remove = (watchId: string, as: Actor = member) => db.unitOfWork.run(as, (work) => removeWatch(work, { watchId }));
const told = (as: UserActor = member): Promise<WatchNotice[]> =>
  db.unitOfWork.read(as, (work) =>
    noticesOf(work, { personId: as.userId }, { limit: 100, backwards: false, ordering: noticeOrdering.name }),
  );
const clear = () => db.admin('delete from procurement.watch_notice');
const part = async (n: number): Promise<string> =>
  (await db.admin<{ id: string }>('select id from catalog.part where number = $1', [`BACB30-${n}`]))[0]?.id ?? '';
const offer = async (n: number): Promise<string> =>
  (
    await db.admin<{ id: string }>('select id from supply.offer where org_id = $1 and supplier_part = $2', [
      supplier.orgId,
      bolt(n).supplierPart,
    ])
  )[0]?.id ?? '';
const mails = () =>
  db.admin<{ recipient: string; subject: string; text: string }>(
    'select recipient, subject, text from platform.mail order by id',
  );

describe('a watch of a part', () => {
  it('tells of lower prices, new offers and stock, each once, and of nothing that was there', async () => {
    const watch = value(await save({ partId: await part(1) }));
    await publish([bolt(1, { listPrice: '20.00' })]);
    await check();
    expect(await told()).toEqual([]);
    await publish([bolt(1, { listPrice: '15.00' })]);
    expect(await check()).toEqual([member.userId]);
    expect(await told()).toMatchObject([
      {
        kind: 'PRICE',
        watchId: watch.id,
        facts: { price: { amount: '0.15', currency: 'USD', unit: 'EA' }, before: '0.2' },
        readAt: null,
      },
    ]);
    expect(await check()).toEqual([]);
    const other = await organization(db);
    await publish([bolt(1, { listPrice: '99.00' })], { actor: other, catalogueId: await catalogueOf(db, other) });
    await check();
    await stocked(db, supplier, { offerId: await offer(1), quantity: '4' });
    await db.unitOfWork.run(supplier, async (work) => followStock(work, [await part(1), await part(2)]));
    await check();
    await db.unitOfWork.run(supplier, async (work) => followStock(work, [await part(1)]));
    await check();
    expect((await told()).map(({ kind }) => kind)).toEqual(['STOCK', 'OFFER', 'PRICE']);
    value(await save({ watchId: watch.id, expectedVersion: 1, stockMin: '100' }));
    await stocked(db, supplier, { offerId: await offer(1), quantity: '99' });
    await db.unitOfWork.run(supplier, async (work) => followStock(work, [await part(1)]));
    await check();
    expect(await told()).toHaveLength(3);
    await remove(watch.id);
    await clear();
  });

  it('never tells of an offer that the buyer may not see', async () => {
    const watch = value(await save({ partId: await part(2) }));
    const hidden = await organization(db, { name: 'Hidden' });
    const closed = await catalogueOf(db, hidden, { shownTo: { to: 'NOBODY' } });
    await publish([bolt(2, { listPrice: '0.01' })], { actor: hidden, catalogueId: closed });
    await check();
    expect(await told()).toEqual([]);
    await remove(watch.id);
  });

  it('of several of one member tells a change once, the soonest way; another member hears it for himself', async () => {
    const ids = [
      value(await save({ partId: await part(3), delivery: 'DAILY' })).id,
      value(await save({ partId: await part(3) })).id,
      value(await save({ query: 'BACB30-3', byMail: false })).id,
    ];
    const theirs = value(await save({ partId: await part(3), byMail: false }, colleague)).id;
    await publish([bolt(3, { listPrice: '1.00' })]);
    expect(await check()).toEqual([member.userId]);
    expect((await told()).map(({ kind, watchId }) => [kind, watchId])).toEqual([['PRICE', ids[1]]]);
    expect((await told(colleague)).map(({ kind, watchId }) => [kind, watchId])).toEqual([['PRICE', theirs]]);
    for (const id of ids) await remove(id);
    await remove(theirs, colleague);
    await clear();
  });
});

describe('a saved search', () => {
  it('tells of new offers of what it finds, by words, number, maker and class, and of no others', async () => {
    const maker =
      (await db.admin<{ id: string }>(`select manufacturer_id as id from catalog.part where id = $1`, [await part(1)]))[0]?.id ??
      '';
    const watches = [
      value(await save({ query: 'titanium washer', name: 'words' })),
      value(await save({ query: 'BACB30-7', name: 'number', classification: 'UNSPSC:31161500' })),
      value(await save({ manufacturerId: maker, query: 'washer', name: 'maker' }, colleague)),
      value(await save({ query: 'gasket', name: 'other' })),
    ];
    await publish([
      bolt(71, { name: 'Washer of titanium', details: { names: { en: 'Washer of titanium' }, unspsc: '31161500' } }),
      bolt(72),
      bolt(81),
    ]);
    await check();
    const names = new Map(watches.map(({ id, name }) => [id, name]));
    const heard = async (as: UserActor) =>
      (await told(as)).map(({ kind, watchId, partId }) => `${kind} ${names.get(watchId ?? '')} ${partId}`).sort();
    const found = await heard(member);
    expect(found.map((line) => line.split(' ')[2]).sort()).toEqual([await part(71), await part(72)].sort());
    expect(found.every((line) => line.startsWith('OFFER '))).toBe(true);
    expect(await heard(colleague)).toEqual([`OFFER maker ${await part(71)}`]);
    await publish([bolt(71, { name: 'Washer of titanium', leadDays: 9 })]);
    await check();
    expect(await told()).toHaveLength(2);
    await clear();
    await db.admin('delete from procurement.watch');
  });

  it('looks by what was touched: a version that concerns nobody starts nothing', async () => {
    value(await save({ query: 'gasket' }));
    await db.admin(`delete from graphile_worker._private_jobs`);
    await publish([bolt(90)]);
    expect(await db.admin('select 1 from procurement.watch_touch')).toEqual([]);
    expect(await db.admin(`select 1 from graphile_worker.jobs where task_identifier = 'procurement.check-watches'`)).toEqual([]);
    await db.admin('delete from procurement.watch');
  });
});

describe('mails', () => {
  it('gather what one member was not mailed yet, with a link that stops them', async () => {
    value(await save({ partId: await part(1) }));
    value(await save({ partId: await part(2) }));
    await publish([bolt(1, { listPrice: '0.50' }), bolt(2, { listPrice: '0.60' })]);
    await check();
    const mail = (delivery: 'AT_ONCE' | 'DAILY') =>
      db.unitOfWork.run(systemActor(member.orgId), (work) =>
        mailNotices(work, { personId: member.userId, delivery, ...letters }),
      );
    expect([await mail('DAILY'), await mail('AT_ONCE'), await mail('AT_ONCE')]).toEqual([0, 2, 0]);
    const sent = (await mails()).at(-1);
    expect(sent?.subject).toBe('2 changes to parts you watch');
    expect(sent?.text).toContain('BACB30-1: now 0.005 USD/EA');
    const token = /#token=([\w-]{43})/.exec(sent?.text ?? '')?.[1] ?? '';
    expect(await db.unitOfWork.guest((work) => stopWatchMail(work, 'x'.repeat(43)))).toBe(false);
    expect(await db.unitOfWork.guest((work) => stopWatchMail(work, token))).toBe(true);
    expect(await db.unitOfWork.guest((work) => stopWatchMail(work, token))).toBe(true);
    const jobs = await db.admin<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'procurement.stop-watch-mail'`,
    );
    expect(jobs).toEqual([{ n: 1 }]);
    expect(await db.unitOfWork.run(systemActor(member.orgId), (work) => muteWatches(work, member.userId))).toBe(2);
    await publish([bolt(1, { listPrice: '0.40' })]);
    expect(await check()).toEqual([]);
    expect((await told()).map(({ kind }) => kind)).toEqual(['PRICE', 'PRICE', 'PRICE']);
    await clear();
  });

  it('go to nobody who has left', async () => {
    const watch = value(await save({ partId: await part(1) }, colleague));
    await publish([bolt(1, { listPrice: '0.30' })]);
    await check();
    await db.admin(`update organizations.member set status = 'LEFT', left_at = now() where person_id = $1`, [colleague.userId]);
    const before = (await mails()).length;
    await db.unitOfWork.run(systemActor(member.orgId), (work) =>
      mailNotices(work, { personId: colleague.userId, delivery: 'AT_ONCE', ...letters }),
    );
    expect((await mails()).length).toBe(before);
    await db.admin(`update organizations.member set status = 'ACTIVE', left_at = null where person_id = $1`, [colleague.userId]);
    await remove(watch.id, colleague);
    await clear();
  });
});

describe('watches', () => {
  it('belong to their member alone; the denied leave all as it was', async () => {
    const watch = value(await save({ partId: await part(1) }));
    const stranger = await makeMember(db, await makeOrganization(db));
    const stored = () => db.admin('select id, name, version from procurement.watch order by id');
    const before = await stored();
    for (const as of [colleague, stranger]) {
      expect(await db.unitOfWork.read(as, (work) => watchesOf(work, as.userId))).toEqual([]);
      await expect(save({ watchId: watch.id, expectedVersion: 1, name: 'Mine' }, as)).rejects.toBeInstanceOf(NotFound);
      await expect(remove(watch.id, as)).rejects.toBeInstanceOf(NotFound);
    }
    const blind = { ...member, permissions: new Set<string>() } as UserActor;
    await expect(save({ partId: await part(1) }, blind)).rejects.toBeInstanceOf(Forbidden);
    await expect(save({ partId: await part(1) }, systemActor(member.orgId))).rejects.toBeInstanceOf(Forbidden);
    await expect(remove(watch.id, blind)).rejects.toBeInstanceOf(Forbidden);
    await expect(save({ partId: member.orgId })).rejects.toBeInstanceOf(NotFound);
    await expect(save({ query: 'bolts', manufacturerId: member.orgId })).rejects.toBeInstanceOf(NotFound);
    for (const wrong of [
      {},
      { partId: watch.id, query: 'bolts' },
      { query: 'ab' },
      { query: 'bolts', priceMax: '1' },
      { query: 'bolts', onOffer: false, onStock: false, onPrice: false },
    ])
      await expect(save(wrong)).rejects.toBeInstanceOf(BadInput);
    expect(await save({ query: '...' })).toMatchObject({ errors: [{ code: 'WatchSearchTooWide' }] });
    expect(await stored()).toEqual(before);
    const both = await Promise.all([1, 2].map(() => save({ watchId: watch.id, expectedVersion: 1, name: 'New' })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: [{ code: 'VersionConflict' }] });
  });

  it('are 200 for one member at most; notices are read by their own reader', async () => {
    await db.admin(
      `insert into procurement.watch (org_id, person_id, name, query, on_offer, on_stock, on_price, delivery, by_mail)
       select $1, $2, 'w', 'seal', true, true, true, 'DAILY', false from generate_series(1, 200)`,
      [member.orgId, colleague.userId],
    );
    expect(await save({ query: 'seals' }, colleague)).toMatchObject({
      errors: [{ code: 'WatchesTooMany', values: { limit: 200 } }],
    });
    await publish([bolt(1, { listPrice: '0.20' })]);
    await check();
    const [notice] = await told();
    const read = (as: UserActor) => db.unitOfWork.run(as, (work) => readNotices(work, { noticeIds: [notice?.id ?? ''] }));
    expect([await read(colleague), await read(member), await read(member)]).toEqual([0, 1, 0]);
    expect((await told())[0]?.readAt).not.toBeNull();
  });
});
