import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { bolt, bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { cage: '11111' });
});
afterAll(() => db.close());

describe('publishCatalogue', () => {
  it('makes parts, search documents, offers and a version of new rows', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const { upload, version } = await publishedUpload(db, supplier, { catalogueId, rows: bolts(12) });
    expect(version).toBe(1);
    expect(upload.counts).toEqual({
      rows: 12,
      ok: 12,
      refused: 0,
      warnings: 0,
      new: 12,
      changed: 0,
      unchanged: 0,
      withdrawn: 0,
      active: 0,
      unidentified: 0,
      stock: 0,
    });
    expect(
      await db.admin(
        `select (select count(*)::int from supply.offer where catalogue_id = $1 and status = 'ACTIVE' and from_version = 1) as offers,
      (select count(*)::int from catalog.part) as parts, (select count(*)::int from catalog.part_search where tsv @@ plainto_tsquery('simple', 'hex bolt')) as documents,
      (select count(*)::int from supply.part_supply where offers = 1) as summaries`,
        [catalogueId],
      ),
    ).toEqual([{ offers: 12, parts: 12, documents: 12, summaries: 12 }]);
  });
});
