import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AddContentInput,
  addContent,
  contentFile,
  contentOfParts,
  lookBehind,
  noteLink,
  removeContent,
} from '#libs/catalog';
import { BadInput, Forbidden, keepFile, NotFound, OutboundClient, OutboundError, type UserActor } from '#libs/platform';
import { codes, memberOf, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let writer: UserActor;
let partId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  writer = memberOf(world.supplier.orgId, ['content:write']);
  partId = (await plantOffer(db, world.supplier.orgId)).partId;
});
afterAll(() => db.close());

const fileOf = async (mediaType: string, actor: UserActor = writer) => {
  const sha256 = randomUUID().replaceAll('-', '').repeat(2);
  return (await db.unitOfWork.run(actor, (work) => keepFile(work, { sha256, size: 9, mediaType, name: 'a/b\u0000.pdf' }))).id;
};
const add = (given: Partial<AddContentInput>, actor: UserActor = writer) =>
  db.unitOfWork.run(actor, (work) =>
    addContent(work, { partId, kind: 'DATASHEET', series: 'DS-1', title: 'Datasheet', ...given }),
  );
const seen = async (actor: UserActor = world.buyer) =>
  (await db.unitOfWork.read(actor, (work) => contentOfParts(work, [partId]))).map(({ kind, series, language, title }) => [
    kind,
    series,
    language,
    title,
  ]);

describe('addContent', () => {
  it('adds a version per language, replaces what is added again, and everybody reads it', async () => {
    const first = success(await add({ fileId: await fileOf('application/pdf'), language: 'en' }));
    success(await add({ fileId: await fileOf('application/pdf'), language: 'zh-TW', title: '資料表' }));
    const again = success(await add({ link: 'https://example.com/ds.pdf', language: 'en', title: 'Linked' }));
    expect([again.id === first.id, again.linkState, again.mediaType]).toEqual([true, 'UNCHECKED', null]);
    expect(await seen()).toEqual([
      ['DATASHEET', 'DS-1', 'en', 'Linked'],
      ['DATASHEET', 'DS-1', 'zh-TW', '資料表'],
    ]);
    expect(await seen(world.stranger)).toHaveLength(2);
  });

  it('refuses pictures without a text or of another kind, and files of others', async () => {
    const picture = { kind: 'PICTURE' as const, series: 'P1', title: 'Side view' };
    const pdf = await fileOf('application/pdf');
    expect(codes(await add({ ...picture, fileId: pdf }))).toEqual(['PictureNeedsAlt', 'PictureKindRefused']);
    expect(codes(await add({ ...picture, alt: 'A bolt', link: 'https://example.com/a.png' }))).toEqual(['PictureKindRefused']);
    expect(codes(await add({ fileId: await fileOf('application/pdf', world.stranger) }))).toEqual(['FileUnknown']);
    const made = success(await add({ ...picture, alt: 'A bolt', fileId: await fileOf('image/png') }));
    expect(made.name).toBe('a b .pdf');
    const stored = await db.unitOfWork.read(world.buyer, (work) => contentFile(work, made.id));
    expect([stored?.mediaType, stored?.sha256.length]).toEqual(['image/png', 64]);
    await expect(add({ link: 'http://example.com/' })).rejects.toThrow(BadInput);
    await expect(add({ link: 'https://example.com/', fileId: pdf })).rejects.toThrow(BadInput);
    await expect(add({ partId: randomUUID(), link: 'https://example.com/' })).rejects.toThrow(NotFound);
    await expect(add({ link: 'https://example.com/' }, world.buyer)).rejects.toThrow(Forbidden);
  });

  it('writes once when two add the same, and leaves what others have added', async () => {
    const same = { series: 'DS-2', link: 'https://example.com/2' };
    const both = await Promise.all([add(same), add(same)]);
    expect(new Set(both.map((result) => success(result).id)).size).toBe(1);
    const other = success(await add(same, memberOf(world.stranger.orgId, ['content:write'])));
    const remove = (contentId: string, actor = writer) => db.unitOfWork.run(actor, (work) => removeContent(work, { contentId }));
    await expect(remove(other.id)).rejects.toThrow(NotFound);
    await expect(remove(other.id, world.buyer)).rejects.toThrow(Forbidden);
    const mine = both.map(success)[0]?.id ?? '';
    expect(success(await remove(mine))).toBe(mine);
    expect((await seen()).filter(([, series]) => series === 'DS-2')).toHaveLength(1);
  });
});

describe('links', () => {
  it('are looked at through the guard: nothing private, nothing followed, nothing kept', async () => {
    const look = (link: string, outbound = new OutboundClient()) => lookBehind(outbound, link);
    expect([
      await look('http://example.com/'),
      await look('https://127.0.0.1/'),
      await look('https://169.254.169.254/latest/meta-data'),
      await look('https://user:pass@example.com/'),
      await look('https://nowhere.example/', new OutboundClient([], () => Promise.reject(new Error('none')))),
      await look('https://rebound.example/', new OutboundClient([], async () => [{ address: '10.0.0.1', family: 4 }])),
    ]).toEqual([
      { state: 'REFUSED', status: 'URL_REFUSED' },
      { state: 'REFUSED', status: 'ADDRESS_REFUSED' },
      { state: 'REFUSED', status: 'ADDRESS_REFUSED' },
      { state: 'REFUSED', status: 'URL_REFUSED' },
      { state: 'BROKEN', status: 'NAME_UNKNOWN' },
      { state: 'REFUSED', status: 'ADDRESS_REFUSED' },
    ]);
  });

  it('are judged by what answers, and a long answer is an answer', async () => {
    const answering = (send: () => Promise<{ status: number }>) =>
      lookBehind({ send } as unknown as OutboundClient, 'https://example.com/');
    const failing = (code: 'REPLY_TOO_LARGE' | 'TIMEOUT') => answering(() => Promise.reject(new OutboundError(code, 'x')));
    const found = await Promise.all([
      ...[200, 204, 301, 404, 503].map((status) => answering(async () => ({ status }))),
      failing('REPLY_TOO_LARGE'),
      failing('TIMEOUT'),
    ]);
    expect(found.map(({ state, status }) => `${state} ${status}`)).toEqual([
      'REACHED 200',
      'REACHED 204',
      'MOVED 301',
      'BROKEN 404',
      'BROKEN 503',
      'REACHED 200',
      'BROKEN TIMEOUT',
    ]);
  });

  it('keep what was found, unless they have changed meanwhile', async () => {
    const made = success(await add({ series: 'L1', link: 'https://example.com/l1' }));
    const note = (link: string, actor: UserActor = writer) =>
      db.unitOfWork.run(actor, (work) => noteLink(work, { contentId: made.id, link, found: { state: 'BROKEN', status: '404' } }));
    expect([
      success(await note('https://example.com/other')),
      success(await note('https://example.com/l1', world.stranger)),
    ]).toEqual([false, false]);
    expect(success(await note('https://example.com/l1'))).toBe(true);
    const [found] = (await db.unitOfWork.read(world.buyer, (work) => contentOfParts(work, [partId]))).filter(
      ({ series }) => series === 'L1',
    );
    expect([found?.linkState, found?.linkStatus, found?.checkedAt === null]).toEqual(['BROKEN', '404', false]);
    const due = await db.admin<{ id: string }>('select id from catalog.links_to_check()');
    expect(due.some(({ id }) => id === made.id)).toBe(false);
  });
});
