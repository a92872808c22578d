import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importLinks, type LinkRow, linksAround } from '#libs/catalog';
import { type Actor, Forbidden } from '#libs/platform';
import { type AlternateWorld, alternateWorld, plantMaker, plantParts } from '../factories/alternate.factory.js';
import { value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: AlternateWorld;
beforeAll(async () => {
  db = await freshDatabase();
});
let cage: string;
beforeEach(async () => {
  world = await alternateWorld(db);
  cage = (
    await db.admin<{ code: string }>(
      'select m.code from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.id = $1',
      [world.parts.A],
    )
  )[0]!.code;
});
afterAll(() => db.close());

const row = (line: number, cells: LinkRow['cells']): LinkRow => ({
  line,
  cells: { fromManufacturer: cage, toManufacturer: cage, ...cells },
});
async function* stream(rows: readonly LinkRow[]): AsyncGenerator<LinkRow> {
  yield* rows;
}
const take = (actor: Actor, rows: readonly LinkRow[]) =>
  db.unitOfWork.run(actor, (work) => importLinks(work, { rows: () => stream(rows) }));
const written = async () => (await db.admin<{ n: number }>('select count(*)::int as n from catalog.interchange_link'))[0]?.n;

describe('importLinks', () => {
  it('takes rows, applications and sets at once, each link once', async () => {
    const rows = [
      row(2, { fromNumber: 'a', toNumber: 'B', code: '1', class: 'iii', authority: 'SB 7', effectiveFrom: '2026-01-01' }),
      row(3, { fromNumber: 'A', toNumber: 'C', code: '5', model: '737', msnFrom: '1', msnTo: '9' }),
      row(4, { fromNumber: 'A', toNumber: 'C', code: '5', model: '747' }),
      row(5, { fromNumber: 'A', toNumber: 'D', code: '4', set: 'KIT', quantity: '2' }),
      row(6, { fromNumber: 'A', toNumber: 'E', code: '4', set: 'KIT' }),
    ];
    expect(await take(world.maker, rows)).toEqual({ ok: true, value: { rows: 5, added: 3, unchanged: 0 } });
    expect(await take(world.maker, rows)).toEqual({ ok: true, value: { rows: 5, added: 0, unchanged: 3 } });
    const links = await db.unitOfWork.read(world.buyer, (work) => linksAround(work, world.parts.A, 1));
    const { B, C, D, E } = world.parts;
    expect(
      links.map(({ toPart, members, class: grade, standing }) => [toPart ?? members.length, grade, standing]).sort(),
    ).toEqual(
      [
        [B, 'III', 'MANUFACTURER'],
        [C, null, 'MANUFACTURER'],
        [2, null, 'MANUFACTURER'],
      ].sort(),
    );
    expect(links.find((link) => link.toPart === C)?.applicability).toHaveLength(2);
    expect(new Map(links.find((link) => !link.toPart)?.members.map((member) => [member.partId, member.quantity]))).toEqual(
      new Map([
        [D, '2'],
        [E, '1'],
      ]),
    );
    expect((await take(world.supplier, rows)).ok).toBe(true);
    const claims = await db.unitOfWork.read(world.buyer, (work) => linksAround(work, world.parts.A, 1));
    expect(claims.filter(({ standing }) => standing === 'CLAIM')).toHaveLength(3);
  });

  it('tells every wrong cell by line and column and takes nothing', async () => {
    const before = await written();
    const codes = async (rows: readonly LinkRow[]) => {
      const result = await take(world.maker, rows);
      return result.ok ? [] : result.errors.map(({ code, path }) => [code, ...path.slice(1)].join(' '));
    };
    expect(
      await codes([
        row(2, { fromNumber: 'A', toNumber: 'B', code: '2' }),
        row(3, { fromNumber: 'A', code: '2', msnFrom: 'x', effectiveFrom: '2026-02-30', quantity: '-1' }),
        row(4, { fromNumber: 'A', toNumber: 'B', code: '9', class: 'X' }),
        row(5, { fromNumber: 'A', toNumber: 'B', code: '2', set: 'K' }),
        row(6, {
          fromNumber: 'A',
          toNumber: 'B',
          code: '1',
          effectiveFrom: '2027-01-01',
          effectiveTo: '2026-01-01',
          msnFrom: '9',
          msnTo: '1',
        }),
        row(7, { fromNumber: 'A', toNumber: 'x'.repeat(71), code: '1' }),
      ]),
    ).toEqual([
      'LinkCellMissing 3 toNumber',
      'LinkCellInvalid 3 msnFrom',
      'LinkCellInvalid 3 effectiveFrom',
      'LinkCellInvalid 3 quantity',
      'LinkCodeUnknown 4 code',
      'LinkClassUnknown 4 class',
      'LinkSetMismatch 5 set',
      'LinkDatesInverted 6 effectiveTo',
      'ApplicationInverted 6 msnTo',
      'LinkCellInvalid 7 toNumber',
    ]);
    await plantParts(db, await plantMaker(db, cage.replace(/^1/, '3')), ['B']);
    expect(
      await codes([
        row(2, { fromNumber: 'A', toNumber: 'NONE', code: '2' }),
        row(3, { fromNumber: 'A', toNumber: 'A', code: '2' }),
        row(4, { fromNumber: 'C', fromManufacturer: 'Maker of nothing', toNumber: 'B', toManufacturer: '', code: '1' }),
        row(5, { fromNumber: 'A', toNumber: 'D', code: '4', set: 'K', quantity: '1' }),
        row(6, { fromNumber: 'A', toNumber: 'D', code: '4', set: 'K', quantity: '2' }),
      ]),
    ).toEqual([
      'PartUnknown 2 toNumber',
      'LinkToItself 3 toNumber',
      'PartUnknown 4 fromNumber',
      'PartAmbiguous 4 toNumber',
      'LinkMemberRepeated 6 toNumber',
    ]);
    expect(await written()).toBe(before);
  });

  it('finds a manufacturer by name, and two who send the same file write it once', async () => {
    const rows = [row(2, { fromNumber: 'F', toNumber: 'G', code: '2', fromManufacturer: `maker ${cage}` })];
    await db.admin(
      `insert into catalog.manufacturer_alias (alias, manufacturer_id) select 'N:' || upper(name), id from catalog.manufacturer where code = $1`,
      [cage],
    );
    const both = await Promise.all([take(world.maker, rows), take(world.maker, rows)]);
    expect(both.map((result) => (result.ok ? result.value.added : -1)).sort()).toEqual([0, 1]);
  });

  it("takes a buyer's file as claims from who may not approve", async () => {
    const standing = async (actor: Actor, toNumber: string) => {
      value(await take(actor, [row(2, { fromNumber: 'H', toNumber, code: '2' })]));
      const links = await db.unitOfWork.read(world.buyer, (work) => linksAround(work, world.parts.H, 1));
      return links.find(({ toPart }) => toPart === world.parts[toNumber as 'A'])?.standing;
    };
    expect(await standing({ ...world.buyer, permissions: new Set(['alternate:assert']) } as Actor, 'A')).toBe('CLAIM');
    expect(await standing(world.buyer, 'B')).toBe('OWN');
  });

  it('is for those who may assert', async () => {
    const before = await written();
    const rows = [row(2, { fromNumber: 'A', toNumber: 'B', code: '2' })];
    await expect(take({ ...world.maker, permissions: new Set(['part:read']) } as Actor, rows)).rejects.toThrow(Forbidden);
    expect(await written()).toBe(before);
  });
});
