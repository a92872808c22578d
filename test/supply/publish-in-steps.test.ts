import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, type Work } from '#libs/platform';
import { publishCatalogue, publishInSteps, type StagedRow } from '#libs/supply';
import { bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let other: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { cage: '11111' });
  other = await organization(db, { cage: '22222' });
});
afterAll(() => db.close());

const runs = (as: Actor) => {
  const run = <T>(step: (work: Work) => Promise<T>): Promise<T> => db.unitOfWork.run(as, step);
  return { before: run, last: run };
};
/** Rows of a maker of the test's own, so that the parts of other tests do not count. */
const rowsOf = (maker: string, count: number): StagedRow[] =>
  bolts(count).map((row) => ({ ...row, manufacturer: maker, manufacturerCode: maker }));
const stagedOf = async (as: Actor, maker: string, count: number) =>
  (await stagedUpload(db, as, { catalogueId: await catalogueOf(db, as), rows: rowsOf(maker, count) })).id;
const partsOf = async (maker: string) =>
  (
    await db.admin<{ parts: number; worded: number; offered: number }>(
      `select count(*)::int as parts, count(s.part_id)::int as worded, count(distinct o.part_id)::int as offered
       from catalog.manufacturer m join catalog.part p on p.manufacturer_id = m.id left join catalog.part_search s on s.part_id = p.id
       left join supply.offer o on o.part_id = p.id and o.status = 'ACTIVE' where m.code = $1`,
      [maker],
    )
  )[0];

describe('publishInSteps', () => {
  it('publishes what publishCatalogue publishes: parts, documents, offers and one version', async () => {
    const uploadId = await stagedOf(supplier, 'STEPS-1', 30);
    expect(await publishInSteps(runs(supplier), { uploadId })).toMatchObject({
      ok: true,
      value: { version: 1, counts: { new: 30 } },
    });
    expect(await partsOf('STEPS-1')).toEqual({ parts: 30, worded: 30, offered: 30 });
  });

  it('gives the same version when it is asked again', async () => {
    const uploadId = await stagedOf(supplier, 'STEPS-2', 3);
    const first = await publishInSteps(runs(supplier), { uploadId });
    expect(await publishInSteps(runs(supplier), { uploadId })).toEqual(first);
  });

  it('counts no version before its words are written, and ends the work when another attempt begins', async () => {
    const uploadId = await stagedOf(supplier, 'STEPS-3', 5);
    let steps = 0;
    const dying = {
      ...runs(supplier),
      before: async <T>(step: (work: Work) => Promise<T>): Promise<T> => {
        steps += 1;
        if (steps === 2) throw new Error('the process died before the words');
        return runs(supplier).before(step);
      },
    };
    await expect(publishInSteps(dying, { uploadId })).rejects.toThrow('died before the words');
    expect(await partsOf('STEPS-3')).toEqual({ parts: 5, worded: 0, offered: 0 });
    expect(await publishInSteps(runs(supplier), { uploadId })).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await partsOf('STEPS-3')).toEqual({ parts: 5, worded: 5, offered: 5 });
  });

  it('makes no part of an upload that may not be published', async () => {
    const catalogueId = await catalogueOf(db, supplier, { withdrawPercentMax: '100' });
    const stale = await stagedUpload(db, supplier, { catalogueId, rows: rowsOf('STEPS-4', 4) });
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(2) });
    expect(await publishInSteps(runs(supplier), { uploadId: stale.id })).toMatchObject({
      ok: false,
      errors: [{ code: 'CatalogueMoved' }],
    });
    expect(await partsOf('STEPS-4')).toEqual({ parts: 0, worded: 0, offered: 0 });
  });

  it('lets two suppliers name the same parts at once: one part each, with one document', async () => {
    const uploads = [await stagedOf(supplier, 'STEPS-5', 60), await stagedOf(other, 'STEPS-5', 60)];
    const published = await Promise.all([
      publishInSteps(runs(supplier), { uploadId: uploads[0] ?? '' }),
      publishInSteps(runs(other), { uploadId: uploads[1] ?? '' }),
    ]);
    expect(published.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await partsOf('STEPS-5')).toMatchObject({ worded: 120, offered: 60 });
  });

  it('writes words of parts that another upload named and left without, whoever publishes them', async () => {
    const left = await stagedOf(supplier, 'STEPS-6', 4);
    let steps = 0;
    await publishInSteps(
      {
        ...runs(supplier),
        before: async <T>(step: (work: Work) => Promise<T>): Promise<T> => {
          if (++steps === 2) throw new Error('dead');
          return runs(supplier).before(step);
        },
      },
      { uploadId: left },
    ).catch(() => undefined);
    const uploadId = await stagedOf(other, 'STEPS-6', 4);
    await db.unitOfWork.run(other, (work) => publishCatalogue(work, { uploadId }));
    expect(await partsOf('STEPS-6')).toEqual({ parts: 4, worded: 4, offered: 4 });
  });
});
