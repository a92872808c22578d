import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changeManufacturer,
  listManufacturers,
  mergeManufacturers,
  mergeParts,
  nameManufacturer,
  retireManufacturerName,
  undoManufacturerMerge,
} from '#libs/catalog';
import { type Actor, Forbidden } from '#libs/platform';
import { readAvailability, searchParts } from '#libs/supply';
import { bolt, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let operator: Actor;
let buyer: Actor;
const reason = 'one company, two spellings';

beforeAll(async () => {
  db = await freshDatabase();
  operator = await organization(db, { roles: ['OPERATOR'] });
  buyer = await organization(db, { roles: ['BUYER'] });
  const maker = (manufacturer: string, manufacturerCode: string, parts: string[], at: number) =>
    parts.map((manufacturerPart, i) => bolt(at + i, { manufacturer, manufacturerCode, manufacturerPart }));
  await publishedCatalogue(db, {
    rows: [
      ...maker('Acme', '', ['A-1', 'A-2'], 0),
      ...maker('Acme Inc', '1ACM3', ['A-1', 'A-3'], 10),
      ...maker('Other', '2T3R4', ['Q-1'], 20),
    ],
  });
});
afterAll(() => db.close());

const run = <T>(act: Parameters<typeof db.unitOfWork.run<T>>[1], as = operator) => db.unitOfWork.run(as, act);
const makers = async () =>
  Object.fromEntries(
    (await db.admin<{ id: string; name: string }>('select id, name from catalog.manufacturer')).map(({ id, name }) => [name, id]),
  );
async function rowsOf(): Promise<string[][]> {
  const tables = ['catalog.part', 'catalog.part_search', 'catalog.manufacturer', 'catalog.manufacturer_alias', 'supply.offer'];
  const found: string[][] = [];
  for (const table of tables)
    found.push((await db.admin<{ row: string }>(`select t::text as row from ${table} t order by 1`)).map(({ row }) => row));
  return found;
}
const answered = async (number: string, manufacturer?: string) => {
  const line = { number, quantity: '1', ...(manufacturer ? { manufacturer } : {}) };
  const [answer] = await readAvailability(db.hot, buyer, { lines: [line] });
  return answer?.problem?.code ?? answer?.offers.map(({ offer }) => offer.supplierPart).sort();
};
const code = (result: { ok: boolean; errors?: readonly { code: string }[] }) => (result.ok ? 'ok' : result.errors?.[0]?.code);

describe('names of manufacturers', () => {
  it('are added by the operator, find at once, and find still when they are retired', async () => {
    const { Other = '', Acme = '' } = await makers();
    expect(await answered('Q-1', 'Otherly Ltd.')).toBe('NUMBER_UNKNOWN');
    const name = (given: { code?: string; name?: string }, manufacturerId = Other) =>
      run((work) => nameManufacturer(work, { manufacturerId, ...given }));
    expect(await Promise.all([name({ code: '5NEW6' }), name({ code: '5new6' })])).toMatchObject([{ ok: true }, { ok: true }]);
    value(await name({ name: 'Otherly, Ltd' }));
    expect([await answered('Q-1', 'otherly ltd'), await answered('Q-1', '5NEW6')]).toEqual([['B-000020'], ['B-000020']]);
    expect([code(await name({ code: '5NEW6' }, Acme)), code(await name({ name: '.,-' }))]).toEqual([
      'ManufacturerNameTaken',
      'ManufacturerNameInvalid',
    ]);
    const retire = (given: { code?: string; name?: string }) =>
      run((work) => retireManufacturerName(work, { manufacturerId: Other, ...given }));
    expect(value(await retire({ code: '5NEW6' })).cages).toEqual(['2T3R4']);
    expect([code(await retire({ name: 'nobody' })), code(await retire({ name: '-' }))]).toEqual([
      'ManufacturerNameUnknown',
      'ManufacturerNameInvalid',
    ]);
    expect(await answered('Q-1', '5NEW6')).toEqual(['B-000020']);
  });

  it('are changed with a successor, against the version that was read, and searched by at once', async () => {
    const { Other = '', 'Acme Inc': inc = '' } = await makers();
    const change = (given: object) =>
      run((work) => changeManufacturer(work, { manufacturerId: Other, expectedVersion: 1, ...given }));
    expect(code(await change({ successorId: Other }))).toBe('SuccessorIsItself');
    const both = await Promise.all([
      change({ name: 'Zephyrine', successorId: inc, succeededOn: '2024-07-01' }),
      change({ name: 'Zephyrine', successorId: inc, succeededOn: '2024-07-01' }),
    ]);
    expect(both.map(code).sort()).toEqual(['VersionConflict', 'ok']);
    const page = await run((work) => listManufacturers(work, { text: '2t3r4' }, {}));
    expect(page.nodes).toMatchObject([{ name: 'Zephyrine', successorId: inc, succeededOn: '2024-07-01', version: 2 }]);
    const found = await searchParts(db.hot, buyer, { query: 'zephyrine', with: { offers: false, facets: false } });
    expect(found.nodes.map(({ part }) => part.number)).toEqual(['Q-1']);
  });
});

describe('mergeManufacturers', () => {
  it('makes one of two with all their parts, and undo restores every row byte for byte', async () => {
    const { Acme = '', 'Acme Inc': inc = '' } = await makers();
    const before = await rowsOf();
    expect(await answered('A-1')).toBe('NUMBER_AMBIGUOUS');
    const merge = value(await run((work) => mergeManufacturers(work, { fromId: Acme, intoId: inc, reason })));
    expect([await answered('A-1'), await answered('A-2', '1ACM3'), await answered('A-3', 'acme')]).toEqual([
      ['B-000000', 'B-000010'],
      ['B-000001'],
      ['B-000011'],
    ]);
    expect((await rowsOf())[4]).toEqual(before[4]);
    expect((await run((work) => listManufacturers(work, { text: 'acme' }, {}))).nodes.map(({ name }) => name)).toEqual([
      'Acme Inc',
    ]);
    expect(code(await run((work) => mergeManufacturers(work, { fromId: Acme, intoId: inc, reason })))).toBe('ManufacturerMerged');
    const undo = () => run((work) => undoManufacturerMerge(work, { mergeId: merge.id, reason }));
    expect((await Promise.all([undo(), undo()])).map(code).sort()).toEqual(['AlreadyUndone', 'ok']);
    expect(await rowsOf()).toEqual(before);
    expect(await answered('A-1')).toBe('NUMBER_AMBIGUOUS');
  });

  it('refuses itself, corrected parts, and undoing before what came after', async () => {
    const { Acme = '', 'Acme Inc': inc = '', Zephyrine = '' } = await makers();
    expect(code(await run((work) => mergeManufacturers(work, { fromId: Acme, intoId: Acme, reason })))).toBe('SameManufacturer');
    const first = value(await run((work) => mergeManufacturers(work, { fromId: Zephyrine, intoId: Acme, reason })));
    value(await run((work) => mergeManufacturers(work, { fromId: Acme, intoId: inc, reason })));
    expect(code(await run((work) => undoManufacturerMerge(work, { mergeId: first.id, reason })))).toBe('ManufacturerMerged');
    const [last] = await db.admin<{ id: string }>(
      'select id from catalog.manufacturer_merge where into_id = $1 and undone_at is null',
      [inc],
    );
    value(await run((work) => undoManufacturerMerge(work, { mergeId: last?.id ?? '', reason })));
    value(await run((work) => undoManufacturerMerge(work, { mergeId: first.id, reason })));
    const ids = await db.admin<{ id: string }>(
      `select id from catalog.part where number in ('A-1', 'A-3') and manufacturer_id = $1 order by number`,
      [inc],
    );
    value(await run((work) => mergeParts(work, { fromId: ids[0]?.id ?? '', intoId: ids[1]?.id ?? '', reason })));
    expect(code(await run((work) => mergeManufacturers(work, { fromId: Acme, intoId: inc, reason })))).toBe('PartsCorrected');
  });

  it('is the operator’s alone', async () => {
    const { Acme = '', 'Acme Inc': inc = '' } = await makers();
    const before = await rowsOf();
    const reader = { ...operator, permissions: new Set(['part:read']) } as Actor;
    const each = [
      (as: Actor) => run((work) => mergeManufacturers(work, { fromId: Acme, intoId: inc, reason }), as),
      (as: Actor) => run((work) => undoManufacturerMerge(work, { mergeId: Acme, reason }), as),
      (as: Actor) => run((work) => nameManufacturer(work, { manufacturerId: Acme, name: 'Mine' }), as),
      (as: Actor) => run((work) => retireManufacturerName(work, { manufacturerId: Acme, name: 'Acme' }), as),
      (as: Actor) => run((work) => changeManufacturer(work, { manufacturerId: Acme, expectedVersion: 1, name: 'Mine' }), as),
    ];
    for (const act of each) {
      await expect(act(reader)).rejects.toThrow(Forbidden);
      await expect(act(buyer)).rejects.toThrow(/operator/);
    }
    expect(await rowsOf()).toEqual(before);
  });
});
