import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCatalogue, type RecordMemory, singleTargets } from '#libs/documents';
import { readUpload } from '#libs/exchange';
import { type Actor, LocalFileStore } from '#libs/platform';
import { changeCatalogue, publishCatalogue, rulesOf, startUpload, type Upload } from '#libs/supply';
import { catalogueOf, organization, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let files: LocalFileStore;
let folder: string;
let supplier: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'entrepot-rules-'));
  files = new LocalFileStore(folder);
  supplier = await organization(db);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function read(catalogueId: string, text: string, mapping: object): Promise<Upload> {
  const stored = await files.put(Readable.from([Buffer.from(text)]));
  const upload = await db.unitOfWork.run(supplier, (work) =>
    startUpload(work, {
      catalogueId,
      kind: 'CATALOGUE',
      fileName: 'file.csv',
      bytes: stored.size,
      sha256: stored.sha256,
      loadMode: 'FULL',
      mapping,
    }),
  );
  return readUpload({ unitOfWork: db.unitOfWork, files }, supplier, upload.id);
}
const repeated = async (upload: Upload): Promise<number> =>
  (
    await db.admin<{ count: number }>(
      'select coalesce(sum(cardinality(parts)), 0)::int as count from supply.staged_same where upload_id = $1',
      [upload.id],
    )
  )[0]?.count ?? 0;

/** A cell for every target that a column can have, and the ways in which suppliers write them. */
const said: Readonly<Record<string, readonly string[]>> = {
  supplierPart: [' A  1 ', 'B-2', "'=C3", 'D4'],
  manufacturer: ['Acme', 'ACME  Inc.', '', 'Ärzte & Söhne'],
  cage: ['81205', '81205', '81205', '81205'],
  manufacturerPart: ['BACB30-1', 'bacb 30/2', 'NAS 1149', '0O1I'],
  gtin: ['4006381333931', '', '4006381333931', ''],
  name: ['Bolt', 'Schraube M6', '螺栓', 'Rivet, "flat"'],
  description: ['', 'two\tparts', '说明', 'x'],
  orderUnit: ['EA', 'pcs', 'Stück', 'BX'],
  contentUnit: ['', '', '', 'EA'],
  contentPerOrderUnit: ['', '', '', '25'],
  priceUnit: ['', '', '', 'EA'],
  priceUnitsPerOrderUnit: ['', '', '', '25'],
  price: ['1.10', '1,234.5', '0.0125', '7'],
  priceType: ['', 'net_list', 'gros_list', ''],
  currency: ['usd', 'EUR', '', 'USD'],
  priceBasis: ['100', '', '1', ''],
  validFrom: ['2026-01-01', '', '', ''],
  validTo: ['2099-12-31', '', '', ''],
  taxRate: ['', '0.19', '19', ''],
  minimum: ['10', '', '0.5', ''],
  multiple: ['5', '', '', ''],
  leadDays: ['7', '7.0', '', '21'],
  leadKind: ['working', '', '', 'calendar'],
  unspsc: ['31161500', '', '3116', ''],
  ata: ['20', '', '20-10', ''],
  eclass: ['23-11-01-01', '', '', ''],
  etim: ['EC000001', '', '', ''],
  stock: ['5', '-1', '', '1.5'],
  location: ['MEM', '', '', 'FRA'],
  shelfLifeDays: ['365', '', 'x', ''],
  hazmat: ['UN1263', '', '', ''],
  countryOfOrigin: ['us', '', 'ZZ', 'DE'],
  keywords: ['a;b', '', '螺，栓', ''],
  image: ['a.png', '', '', ''],
  document: ['', 'b.pdf', '', ''],
  approvalBasis: ['OEM', 'pma', '', ''],
  nonCancellable: ['yes', 'nein', '是', ''],
  category: ['Bolts', ' Bolts  / Hex ', '', ''],
  priceKind: ['firm', 'Budget', '', 'on request'],
  heldUntil: ['2099-01-01', '', '', ''],
  breakMode: ['whole', 'Gestaffelt', '', ''],
  returnableDays: ['30', '', 'x', ''],
  cancelDays: ['14', '', '', '3.0'],
  audience: ['', '', '', ''],
  revision: ['C', '', '', ''],
  actualMaker: ['', 'Acme', '', ''],
  unNumber: ['UN1263', '', '', ''],
  hazardClass: ['3', '', '', ''],
  packingGroup: ['II', '', '', ''],
  shelfLifeExtendable: ['yes', '', '', ''],
  eccn: ['9A991', '', '', ''],
  hsCode: ['7318.15', '', '', ''],
  lifeLimited: ['no', '', '', ''],
  essentiality: ['1', '', '', ''],
  spareClass: ['2', '', '', ''],
};
const others = { 'price@100': ['1.00', '', '', '6.5'], 'stock@HKG': ['3', '', '', ''], 'charge:CERT': ['25', '', '', ''] };
const columns: Readonly<Record<string, readonly string[]>> = { ...said, ...others };
const mapping = {
  columns: Object.fromEntries(Object.keys(columns).map((target) => [target, target])),
  decimalSeparator: '.',
  currency: 'USD',
};
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const file = [
  Object.keys(columns).map(quoted),
  ...[0, 1, 2, 3].map((n) => Object.values(columns).map((cells) => quoted(cells[n] ?? ''))),
]
  .map((cells) => cells.join(','))
  .join('\n');

/** The version of the reader's own rules and of the rules for staged rows. */
async function versions(upload: Upload): Promise<[number, number]> {
  let way = '';
  const memory: RecordMemory = {
    begin: (text) => {
      way = text;
    },
    digest: () => '\0'.repeat(16),
    habitsOf: () => undefined,
  };
  const reading = await openCatalogue(Readable.from([Buffer.from('part no,name\nA,b\n')]), { memory });
  for await (const _ of reading.events);
  const rules = await db.unitOfWork.read(supplier, (work) => rulesOf(work, upload));
  return [(JSON.parse(way) as [number])[0], (JSON.parse(rules) as [number])[0]];
}

describe('the rules of reading', () => {
  it('are versioned: records that were accepted by other rules are read again', async () => {
    expect(singleTargets.filter((target) => !(target in said) && target !== 'action' && target !== 'delete')).toEqual([]);
    const upload = await read(await catalogueOf(db, supplier), `${file}\n`, mapping);
    const rows = await db.admin(
      `select to_jsonb(s) - '{org_id,upload_id,digest}'::text[] as row from supply.staged_row s where upload_id = $1 order by row_no`,
      [upload.id],
    );
    const problems = await db.admin(
      'select line, column_name, code, severity, facts from supply.row_problem where upload_id = $1 order by line, code, column_name',
      [upload.id],
    );
    const digest = createHash('sha256')
      .update(JSON.stringify([rows, problems]))
      .digest('hex')
      .slice(0, 16);
    // Another digest means that the same file now says something else: raise csvReading (documents, known-records.ts) for a change of the reader or rowRules
    // (supply, record-memory.reader.ts) for one of the checks behind it, or yesterday's rows would not be read again. Then note both here.
    expect({ versions: await versions(upload), digest }).toEqual({ versions: [1, 1], digest: 'd315e85b14cd18bc' });
  });

  it('cover what a catalogue says for its rows: currency, maker, group', async () => {
    const simple = { columns: { no: 'supplierPart', name: 'name', unit: 'orderUnit', price: 'price' }, decimalSeparator: '.' };
    const text = 'no,name,unit,price\nA,Bolt,EA,1.50\nB,Nut,EA,2.50\n';
    const catalogueId = await catalogueOf(db, supplier, { maker: { rule: 'FIXED', code: '81205', name: 'Boeing' } });
    const publish = async (upload: Upload) =>
      value(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: upload.id })));
    await publish(await read(catalogueId, text, simple));
    const same = await read(catalogueId, text, simple);
    expect([await repeated(same), same.counts]).toEqual([2, expect.objectContaining({ unchanged: 2, changed: 0 })]);
    await db.unitOfWork.run(supplier, (work) =>
      changeCatalogue(work, { catalogueId, expectedRevision: 1, maker: { rule: 'FIXED', code: '80205', name: 'Acme' } }),
    );
    const other = await read(catalogueId, text, simple);
    expect([await repeated(other), other.counts]).toEqual([0, expect.objectContaining({ unchanged: 0, changed: 2 })]);
    await db.admin(`update supply.catalogue set audience = gen_random_uuid() where id = $1`, [catalogueId]);
    const grouped = await read(catalogueId, text, simple);
    expect([await repeated(grouped), grouped.counts]).toEqual([0, expect.objectContaining({ changed: 2 })]);
  });

  it('cover the mapping: one column read otherwise and every row is read again', async () => {
    const simple = { columns: { no: 'supplierPart', name: 'name', unit: 'orderUnit', price: 'price' }, decimalSeparator: '.' };
    const text = 'no,name,unit,price\nA,Bolt,EA,"1,5"\n';
    const catalogueId = await catalogueOf(db, supplier, { maker: { rule: 'FIXED', code: '81205', name: 'Boeing' } });
    const first = await read(catalogueId, text, { ...simple, decimalSeparator: ',' });
    value(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: first.id })));
    const again = await read(catalogueId, text, { ...simple, decimalSeparator: ',', constants: { minimum: '5' } });
    expect([await repeated(again), again.counts]).toEqual([0, expect.objectContaining({ changed: 1 })]);
  });
});
