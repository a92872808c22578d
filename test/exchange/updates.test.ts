import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readUpload } from '#libs/exchange';
import { type Actor, LocalFileStore } from '#libs/platform';
import { publishCatalogue, rollbackCatalogue, startUpload, type Upload, type UploadKind } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, publishedUpload, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { workbook } from '../support/workbook.js';

let db: FreshDatabase;
let files: LocalFileStore;
let folder: string;
let supplier: Actor;
let catalogueId: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'entrepot-updates-'));
  files = new LocalFileStore(folder);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  supplier = await organization(db);
  catalogueId = await catalogueOf(db, supplier);
  const stocked = bolt(1, { stock: [{ location: 'MEM', quantity: '40' }], breaks: [{ from: '500', price: '8' }] });
  await publishedUpload(db, supplier, { catalogueId, rows: [stocked, ...bolts(4, 2)] });
});

async function read(content: string | Buffer, given: { kind?: UploadKind; mapping?: object } = {}): Promise<Upload> {
  const stored = await files.put(Readable.from([Buffer.from(content)]));
  const { kind = 'CATALOGUE', mapping } = given;
  const upload = await db.unitOfWork.run(supplier, (work) =>
    startUpload(work, {
      catalogueId,
      kind,
      fileName: 'file',
      bytes: stored.size,
      sha256: stored.sha256,
      // The sender thinks of it as his whole catalogue.
      loadMode: kind === 'STOCK' ? 'DELTA' : 'FULL',
      ...(mapping ? { mapping } : {}),
    }),
  );
  return readUpload({ unitOfWork: db.unitOfWork, files }, supplier, upload.id);
}
const publish = async (upload: Upload) =>
  value(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: upload.id })));
const problemsOf = (upload: Upload) =>
  db.admin<{ line: number; code: string }>('select line, code from supply.row_problem where upload_id = $1 order by line, code', [
    upload.id,
  ]);

/** Prices by part, and all the rest of the supplier's offers. */
async function market() {
  const offers = await db.admin<{ part: string; price: string; rest: object; stock: object | null }>(
    `select o.supplier_part as part, o.list_price || ' ' || o.currency || ' per ' || o.basis || coalesce((select string_agg(' ' || b.from_quantity || ':' || b.price, '') from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id), '') as price,
       jsonb_build_array(o.status, o.part_id, o.name, o.order_unit, o.minimum, o.lead_days, o.category, o.details, o.audience, o.ncnr) as rest,
       (select jsonb_agg(jsonb_build_array(k.location, k.quantity, k.source) order by k.location) from supply.stock k where k.org_id = o.org_id and k.offer_id = o.id) as stock
     from supply.offer o where o.org_id = $1 order by 1`,
    [supplier.orgId],
  );
  return {
    prices: offers.map(({ part, price }) => `${part} ${price}`),
    rest: offers.map(({ rest }) => rest),
    stock: offers.map(({ stock }) => stock),
  };
}

describe('a file of prices', () => {
  const text = 'part number,price,currency,qty_1,price_1\nB-000002,9.75,USD,,\nB-000001,11,USD,1000,7\nX-1,1,USD,,\n';

  it.each(['CATALOGUE', 'PRICES'] as const)(
    'sent as %s changes prices, keeps everything else, and can be rolled back',
    async (kind) => {
      const before = await market();
      const upload = await read(text, { kind });
      expect(upload).toMatchObject({
        state: 'STAGED',
        loadMode: 'DELTA',
        counts: { rows: 3, changed: 2, new: 0, withdrawn: 0, refused: 1 },
      });
      expect(await problemsOf(upload)).toEqual([{ line: 4, code: 'OFFER_UNKNOWN' }]);
      expect(await publish(upload)).toMatchObject({ version: 2, counts: { changed: 2 } });
      const after = await market();
      expect(after.prices.slice(0, 3)).toEqual(['B-000001 11 USD per 100 1000:7', 'B-000002 9.75 USD per 100', before.prices[2]]);
      expect({ ...after, prices: [] }).toEqual({ ...before, prices: [] });
      await db.unitOfWork.run(supplier, (work) => rollbackCatalogue(work, { catalogueId, toVersion: 1 }));
      expect(await market()).toEqual(before);
    },
  );

  it('may hold more than prices when it is sent as such: that is not read', async () => {
    const before = await market();
    const upload = await read('part number,name,unit,price,currency,minimum\nB-000003,Other name,BX,1.5,USD,50\n', {
      kind: 'PRICES',
    });
    await publish(upload);
    const after = await market();
    expect(after.prices[2]).toBe('B-000003 1.5 USD per 100');
    expect({ ...after, prices: [] }).toEqual({ ...before, prices: [] });
  });
});

describe('a file of counts', () => {
  it('changes counts and nothing else, without a word about names and prices', async () => {
    const before = await market();
    const upload = await read('part number,stock,location\nB-000001,7,MEM\nB-000004,3,HKG\n');
    expect(upload).toMatchObject({ loadMode: 'DELTA', counts: { rows: 2, unchanged: 2, changed: 0, withdrawn: 0, stock: 2 } });
    expect(await problemsOf(upload)).toEqual([]);
    await publish(upload);
    const after = await market();
    expect(after.stock).toEqual([[['MEM', 7, 'FILE']], null, null, [['HKG', 3, 'FILE']], null]);
    expect({ ...after, stock: [] }).toEqual({ ...before, stock: [] });
  });

  it('sent as stock is taken at once', async () => {
    const upload = await read('part number,stock,location\nB-000001,7,MEM\n', { kind: 'STOCK' });
    expect(upload.state).toBe('PUBLISHED');
    expect(await problemsOf(upload)).toEqual([]);
    expect((await market()).stock[0]).toEqual([['MEM', 7, 'FILE']]);
  });
});

describe('a workbook', () => {
  const sheets = {
    Notes: [['Please read']],
    Prices: [
      ['part number', 'price', 'currency'],
      ['B-000001', 12.3, 'USD'],
      ['B-000009', 1, 'USD'],
    ],
  };

  it('is read by the sheet that its mapping names, with findings at the rows of that sheet', async () => {
    const mapping = {
      columns: { 'part number': 'supplierPart', price: 'price', currency: 'currency' },
      decimalSeparator: '.',
      sheet: 'Prices',
    };
    const upload = await read(workbook(sheets), { mapping });
    expect(upload).toMatchObject({ format: 'xlsx', state: 'STAGED', counts: { rows: 2, changed: 1, refused: 1 } });
    expect(await problemsOf(upload)).toEqual([{ line: 3, code: 'OFFER_UNKNOWN' }]);
    await publish(upload);
    expect((await market()).prices[0]).toBe('B-000001 12.3 USD per 100');
  });

  it('whose sheet is not there changes nothing', async () => {
    const upload = await read(workbook(sheets), {
      mapping: { columns: { a: 'supplierPart' }, decimalSeparator: '.', sheet: 'Gone' },
    });
    expect([upload.state, await problemsOf(upload)]).toEqual(['BLOCKED', [{ line: 0, code: 'SHEET_UNKNOWN' }]]);
  });
});
