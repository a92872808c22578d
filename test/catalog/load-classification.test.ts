import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ClassRow,
  classesUnder,
  classificationReleases,
  loadClassification,
  loadClassMapping,
  type MappingRow,
} from '#libs/catalog';
import { type Actor, Forbidden } from '#libs/platform';
import { searchParts } from '#libs/supply';
import { readClassFile, readMappingFile } from '../../libs/exchange/src/classification/class-files.js';
import { bolt, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let operator: Actor;
let buyer: Actor;
const sample = (name: string) => readFile(new URL(`../samples/classifications/${name}.csv`, import.meta.url));
const load = (rows: readonly ClassRow[], given: object = {}, as = operator) =>
  db.unitOfWork.run(as, (work) =>
    loadClassification(work, { system: 'UNSPSC', version: '26', fileName: 'sample-goods.csv', ...given }, rows),
  );
const between = { fromSystem: 'UNSPSC', fromVersion: '26', toSystem: 'ATA', toVersion: '1' };
const map = (rows: readonly MappingRow[], as = operator) =>
  db.unitOfWork.run(as, (work) => loadClassMapping(work, between, rows));
const found = async (classification: string, query = '') => {
  const page = await searchParts(db.hot, buyer, { query, filter: { classification }, with: { offers: false, facets: false } });
  return page.nodes.map(({ part }) => part.number).sort();
};

beforeAll(async () => {
  db = await freshDatabase();
  operator = await organization(db, { roles: ['OPERATOR'] });
  buyer = await organization(db, { roles: ['BUYER'] });
  const classed = (manufacturerPart: string, n: number, details: object) => bolt(n, { manufacturerPart, name: 'Thing', details });
  await publishedCatalogue(db, {
    rows: [
      classed('SCREW', 1, { unspsc: '31161500', ata: '20-30' }),
      classed('PIN', 2, { unspsc: '31161600' }),
      classed('BEARING', 3, { unspsc: '31170000' }),
      classed('CLAMP', 4, { ata: '20-30' }),
      classed('WHEEL', 5, { ata: '32', classifications: [{ system: 'ECLASS-5.1', code: '23-01' }] }),
    ],
  });
});
afterAll(() => db.close());

describe('loadClassification', () => {
  it('is searched by one class alone until a tree is loaded, then with all below it', async () => {
    expect([await found('UNSPSC:31160000'), await found('UNSPSC:31161500'), await found('ATA:20-30')]).toEqual([
      [],
      ['SCREW'],
      ['CLAMP', 'SCREW'],
    ]);
    const rows = await readClassFile(await sample('sample-goods'));
    expect(await Promise.all([load(rows), load(rows)])).toEqual([
      { ok: true, value: 5 },
      { ok: true, value: 5 },
    ]);
    expect([await found('UNSPSC:31160000'), await found('UNSPSC:31000000', 'thing'), await found('UNSPSC-26:31161500')]).toEqual([
      ['PIN', 'SCREW'],
      ['BEARING', 'PIN', 'SCREW'],
      [],
    ]);
    expect([await found('ECLASS-5.1:23-01'), await found('ECLASS-9.0:23-01')]).toEqual([['WHEEL'], []]);
    const top = await db.unitOfWork.read(buyer, (work) => classesUnder(work, { system: 'UNSPSC' }));
    expect(top).toEqual([
      {
        system: 'UNSPSC',
        version: '26',
        code: '31000000',
        parent: null,
        names: { en: 'Made components', zh: '制成部件', 'zh-TW': '製成部件' },
        below: 2,
      },
    ]);
  });

  it('counts parts by tree, each once for every class above it', async () => {
    const page = await searchParts(db.hot, buyer, { query: 'thing', with: { offers: false, facets: true, tree: true } });
    const counts = Object.fromEntries((page.facets?.tree ?? []).map(({ id, count, parent }) => [id, [count, parent]]));
    expect(counts).toMatchObject({
      'UNSPSC:31000000': [3, null],
      'UNSPSC:31160000': [2, 'UNSPSC:31000000'],
      'UNSPSC:31161500': [1, 'UNSPSC:31160000'],
      'ATA:20-30': [2, null],
    });
  });

  it('finds parts by what other systems call their class, in the direction that holds', async () => {
    value(await load(await readClassFile(await sample('sample-chapters')), { system: 'ATA', version: '1' }));
    expect(await map(await readMappingFile(await sample('sample-goods-to-chapters')))).toEqual({ ok: true, value: 2 });
    expect([
      await found('UNSPSC:31160000'),
      await found('ATA:20'),
      await found('UNSPSC:31000000'),
      await found('ATA:32'),
    ]).toEqual([['CLAMP', 'PIN', 'SCREW'], ['CLAMP', 'PIN', 'SCREW'], ['BEARING', 'CLAMP', 'PIN', 'SCREW', 'WHEEL'], ['WHEEL']]);
  });

  it('keeps versions apart, and one is current', async () => {
    value(await load([{ line: 2, code: '31160000', parent: '', names: { en: 'Alone' } }], { version: '27' }));
    expect(await found('UNSPSC:31160000')).toEqual([]);
    expect(await found('UNSPSC:31161600')).toEqual(['PIN']);
    const releases = await db.unitOfWork.read(buyer, (work) => classificationReleases(work));
    expect(releases.map(({ system, version, current, classes }) => [system, version, current, classes])).toEqual([
      ['ATA', '1', true, 3],
      ['UNSPSC', '27', true, 1],
      ['UNSPSC', '26', false, 5],
    ]);
    value(await load(await readClassFile(await sample('sample-goods'))));
    expect(await found('UNSPSC:31160000')).toEqual(['CLAMP', 'PIN', 'SCREW']);
  });

  it('tells every wrong line and loads nothing', async () => {
    const rows: ClassRow[] = [
      { line: 2, code: 'A', parent: 'B', names: { en: 'a' } },
      { line: 3, code: '', parent: '', names: {} },
    ];
    const refused = await load(rows, { version: '99' });
    expect(refused.ok ? [] : refused.errors.map(({ code, values }) => [code, values?.['line']])).toEqual([
      ['ClassCodeMissing', 3],
      ['ClassNameMissing', 3],
      ['ClassParentUnknown', 2],
    ]);
    const pairs = [
      { line: 2, from: '31160000', to: 'none', relation: '' },
      { line: 3, from: '31160000', to: '32', relation: 'near' },
    ];
    const unmapped = await map(pairs);
    expect(unmapped.ok ? [] : unmapped.errors.map(({ code, values }) => [code, values?.['line']])).toEqual([
      ['ClassUnknown', 2],
      ['ClassRelationUnknown', 3],
    ]);
    expect(await db.admin(`select count(*)::int as n from catalog.classification where version = '99'`)).toEqual([{ n: 0 }]);
    const unknown = await db.unitOfWork.run(operator, (work) => loadClassMapping(work, { ...between, toVersion: '7' }, []));
    expect(unknown).toMatchObject({ ok: false, errors: [{ code: 'ClassificationUnknown', path: ['toVersion'] }] });
  });

  it('is the operator’s alone', async () => {
    const before = await db.admin('select * from catalog.classification order by 1, 2, 3');
    const reader = { ...operator, permissions: new Set(['part:read']) } as Actor;
    await expect(load([], {}, reader)).rejects.toThrow(Forbidden);
    await expect(load([], {}, buyer)).rejects.toThrow(/operator/);
    await expect(map([], reader)).rejects.toThrow(Forbidden);
    await expect(map([], buyer)).rejects.toThrow(/operator/);
    expect(await db.admin('select * from catalog.classification order by 1, 2, 3')).toEqual(before);
  });
});
