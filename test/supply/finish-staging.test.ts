import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { previewRows, type RowChange, type StagedRow } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let catalogueId: string;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  catalogueId = await catalogueOf(db, supplier);
});

const stage = (rows: StagedRow[], more: Partial<Parameters<typeof stagedUpload>[2]> = {}) =>
  stagedUpload(db, supplier, { catalogueId, rows, ...more });
const publish = (rows: StagedRow[], more: Partial<Parameters<typeof stagedUpload>[2]> = {}) =>
  publishedUpload(db, supplier, { catalogueId, rows, ...more });
const problems = (uploadId: string) =>
  db.admin<object>('select line, code, severity, facts from supply.row_problem where upload_id = $1 order by line, id', [
    uploadId,
  ]);
const preview = async (uploadId: string, change: RowChange) =>
  (await db.unitOfWork.read(supplier, (work) => previewRows(work, { uploadId, change }, { first: 100 }))).nodes;
const offer = async (part: string) =>
  (
    await db.admin<Record<string, unknown>>('select * from supply.offer where catalogue_id = $1 and supplier_part = $2', [
      catalogueId,
      part,
    ])
  )[0];

describe('finishStaging', () => {
  it('tells new, changed, unchanged and withdrawn apart and shows each field before and after', async () => {
    await publish(bolts(40));
    const upload = await stage([
      bolt(1, { listPrice: '11.51', leadDays: 9, details: { names: { en: 'Hex bolt 1' }, unspsc: '31161500', hazmat: '3' } }),
      ...bolts(38, 2),
      bolt(41),
    ]);
    expect([upload.state, upload.counts]).toEqual([
      'STAGED',
      {
        rows: 40,
        ok: 40,
        refused: 0,
        warnings: 0,
        new: 1,
        changed: 1,
        unchanged: 38,
        withdrawn: 1,
        active: 40,
        unidentified: 0,
        stock: 0,
      },
    ]);
    expect(await preview(upload.id, 'CHANGED')).toEqual([
      {
        supplierPart: 'B-000001',
        change: 'CHANGED',
        line: 2,
        name: 'Hex bolt 1',
        differences: [
          { field: 'listPrice', before: '11.50', after: '11.51' },
          { field: 'leadDays', before: '5', after: '9' },
          { field: 'hazmat', before: null, after: '3' },
        ],
      },
    ]);
    expect(await preview(upload.id, 'WITHDRAWN')).toEqual([
      { supplierPart: 'B-000040', change: 'WITHDRAWN', line: null, name: 'Hex bolt 40', differences: [] },
    ]);
    expect((await preview(upload.id, 'NEW')).map(({ supplierPart, line }) => [supplierPart, line])).toEqual([['B-000041', 42]]);
  });

  it('refuses every one of repeated part numbers and names the other lines', async () => {
    const upload = await stage([bolt(1), bolt(2), bolt(3, { supplierPart: 'B-000001' }), bolt(4, { supplierPart: 'B-000001' })]);
    expect(upload.counts).toMatchObject({ rows: 4, ok: 1, refused: 3, new: 1 });
    const fault = (line: number, lines: string) => ({
      line,
      code: 'DUPLICATE_SUPPLIER_PART',
      severity: 'ERROR',
      facts: { value: 'B-000001', lines },
    });
    expect(await problems(upload.id)).toEqual([fault(2, '4, 5'), fault(4, '2, 5'), fault(5, '2, 4')]);
  });

  it('never counts a refused row as absent: its offer keeps its last published state', async () => {
    await publish(bolts(20));
    const upload = await stage([bolt(1, { listPrice: '-1' }), ...bolts(19, 2)]);
    expect([upload.state, upload.counts]).toEqual([
      'STAGED',
      expect.objectContaining({ refused: 1, changed: 0, unchanged: 19, withdrawn: 0 }),
    ]);
  });

  it('lets exactly 5 % go and stops above it until somebody confirms', async () => {
    await publish(bolts(40));
    expect((await stage(bolts(38))).state).toBe('STAGED');
    const upload = await stage(bolts(37));
    expect([upload.state, upload.reasons]).toEqual([
      'NEEDS_CONFIRMATION',
      [{ code: 'MASS_WITHDRAWAL', facts: { withdrawn: 3, active: 40, percent: 7.5, limit: '5' } }],
    ]);
  });

  it('asks before rows of unknown number may stand for offers that seem absent', async () => {
    await publish(bolts(40));
    const upload = await stage([
      ...bolts(39),
      { line: 99, action: 'PUT', refused: true, problems: [{ code: 'QUOTE_MISPLACED', severity: 'ERROR' }] },
    ]);
    expect([upload.state, upload.reasons]).toEqual([
      'NEEDS_CONFIRMATION',
      [{ code: 'UNIDENTIFIED_ROWS', facts: { rows: 1, withdrawn: 1 } }],
    ]);
  });

  it('blocks an incomplete file, an update out of sequence and a file without a good row', async () => {
    expect(await stage(bolts(3), { complete: false })).toMatchObject({
      state: 'BLOCKED',
      reasons: [{ code: 'INCOMPLETE_FILE', facts: {} }],
    });
    expect(await stage(bolts(3), { loadMode: 'DELTA', prevVersion: 4 })).toMatchObject({
      state: 'BLOCKED',
      reasons: [{ code: 'SEQUENCE_BROKEN', facts: { expected: 0, found: 4 } }],
    });
    expect(await stage([bolt(1, { basis: '0' })])).toMatchObject({
      state: 'BLOCKED',
      reasons: [{ code: 'NOTHING_ACCEPTED', facts: { refused: 1 } }],
    });
  });

  it('counts updates as BMEcat does: a full load is 0, each update builds on the one before', async () => {
    await publish(bolts(3));
    await publish([{ line: 2, action: 'PRICE', supplierPart: 'B-000001', listPrice: '7', currency: 'USD' }], {
      loadMode: 'DELTA',
      prevVersion: 0,
    });
    expect((await stage(bolts(1, 9), { loadMode: 'DELTA', prevVersion: 0 })).state).toBe('BLOCKED');
    expect((await stage(bolts(1, 9), { loadMode: 'DELTA', prevVersion: 1 })).state).toBe('STAGED');
  });

  it('adds, changes and withdraws what a delta names and leaves the rest alone', async () => {
    await publish([
      bolt(1, { breaks: [{ from: '10', price: '9' }], stock: [{ location: 'SEA', quantity: '4' }] }),
      ...bolts(3, 2),
    ]);
    const upload = await stage(
      [
        { line: 2, action: 'CHANGE', supplierPart: 'B-000001', leadDays: 30, details: { hazmat: '8' } },
        { line: 3, action: 'DELETE', supplierPart: 'B-000002' },
        { ...bolt(7), action: 'ADD' },
        { ...bolt(3), action: 'ADD' },
        { line: 7, action: 'DELETE', supplierPart: 'NONE-1' },
        { line: 8, action: 'CHANGE', supplierPart: 'NONE-2', leadDays: 1 },
        { line: 9, action: 'PRICE', supplierPart: 'NONE-3', listPrice: '1' },
      ],
      { loadMode: 'DELTA' },
    );
    expect(upload.counts).toEqual({
      rows: 7,
      ok: 5,
      refused: 2,
      warnings: 2,
      new: 1,
      changed: 1,
      unchanged: 1,
      withdrawn: 1,
      active: 4,
      unidentified: 0,
      stock: 0,
    });
    expect((await problems(upload.id)).map((problem) => Object.values(problem).slice(0, 3))).toEqual([
      [4, 'ALREADY_OFFERED', 'WARNING'],
      [7, 'OFFER_UNKNOWN', 'WARNING'],
      [8, 'OFFER_UNKNOWN', 'ERROR'],
      [9, 'OFFER_UNKNOWN', 'ERROR'],
    ]);
    expect((await preview(upload.id, 'CHANGED'))[0]?.differences).toEqual([
      { field: 'leadDays', before: '5', after: '30' },
      { field: 'hazmat', before: null, after: '8' },
    ]);
  });

  it('replaces all prices of the part by a price update, and nothing else', async () => {
    await publish([
      bolt(1, {
        breaks: [
          { from: '10', price: '9' },
          { from: '50', price: '8' },
        ],
        validTo: '2027-01-01',
      }),
    ]);
    const before = await offer('B-000001');
    await publish(
      [
        {
          line: 2,
          action: 'PRICE',
          supplierPart: 'B-000001',
          listPrice: '12',
          currency: 'EUR',
          basis: '1',
          breaks: [{ from: '5', price: '11' }],
        },
      ],
      { loadMode: 'DELTA' },
    );
    const after = await offer('B-000001');
    const changed = Object.keys(after ?? {}).filter(
      (column) => JSON.stringify(after?.[column]) !== JSON.stringify(before?.[column]),
    );
    expect(changed.sort()).toEqual(['basis', 'break_count', 'currency', 'digest', 'from_version', 'list_price', 'valid_to']);
    expect(await db.admin('select from_quantity, price from supply.price_break where offer_id = $1', [after?.['id']])).toEqual([
      { from_quantity: '5', price: '11' },
    ]);
  });

  it('refuses a new order unit that leaves the price without its factor', async () => {
    await publish(bolts(1));
    const upload = await stage([{ line: 2, action: 'CHANGE', supplierPart: 'B-000001', orderUnit: 'XBX' }], {
      loadMode: 'DELTA',
    });
    expect([upload.state, (await problems(upload.id)).map((problem) => (problem as { code: string }).code)]).toEqual([
      'BLOCKED',
      ['UNIT_WITHOUT_FACTOR'],
    ]);
  });
});
