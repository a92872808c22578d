import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aliasesOf, partsByNumber, savePartAliases } from '#libs/catalog';
import { type Actor, Forbidden } from '#libs/platform';
import { bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let buyer: Actor;
let partIds: string[];

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  await publishedCatalogue(db, { rows: bolts(3) });
  partIds = (await db.admin<{ id: string }>('select id from catalog.part order by number')).map(({ id }) => id);
});
afterAll(() => db.close());

const save = (lines: { number: string; partId: string }[], as = buyer) =>
  db.unitOfWork.run(as, (work) => savePartAliases(work, lines));
const numbers = async (as: Actor) =>
  (await db.unitOfWork.read(as, (work) => aliasesOf(work, partIds))).map(({ number }) => number);

describe('savePartAliases', () => {
  it("notes a buyer's own numbers for him alone, each once", async () => {
    const lines = [
      { number: ' my-1 ', partId: partIds[0] ?? '' },
      { number: 'MY-1', partId: partIds[1] ?? '' },
      { number: 'MY-2', partId: partIds[0] ?? '' },
    ];
    expect(await save(lines)).toEqual({ ok: true, value: 3 });
    expect(await Promise.all([save(lines), save(lines)])).toEqual([
      { ok: true, value: 0 },
      { ok: true, value: 0 },
    ]);
    expect(await numbers(buyer)).toEqual(['MY-1', 'MY-1', 'MY-2']);
    expect(await numbers(await organization(db))).toEqual([]);
  });

  it('tells every wrong line and writes none', async () => {
    const before = await numbers(buyer);
    const lines = [
      { number: 'GOOD', partId: partIds[0] ?? '' },
      { number: '---', partId: partIds[0] ?? '' },
      { number: 'X', partId: '00000000-0000-7000-8000-000000000000' },
    ];
    expect(await save(lines)).toEqual({
      ok: false,
      errors: [
        { code: 'PartNumberInvalid', path: ['lines', '1', 'number'], values: { value: '---' } },
        { code: 'PartUnknown', path: ['lines', '2', 'partId'] },
      ],
    });
    const many = Array.from({ length: 501 }, (_, i) => ({ number: `N${i}`, partId: partIds[0] ?? '' }));
    expect(await save(many)).toEqual({ ok: false, errors: [{ code: 'TooManyLines', path: ['lines'], values: { limit: 500 } }] });
    expect(await numbers(buyer)).toEqual(before);
  });

  it('takes odd characters, and refuses what no text or id can be', async () => {
    const part = partIds[2] ?? '';
    expect(await save([{ number: `Ä-'";%_ 采购 9`, partId: part }])).toEqual({ ok: true, value: 1 });
    const refused = await save([
      { number: 'A\u00001', partId: part },
      { number: 'A\ud8001', partId: part },
      { number: 'A1', partId: 'no-id' },
    ]);
    expect(refused.ok ? [] : refused.errors.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['PartNumberInvalid', 'number'],
      ['PartNumberInvalid', 'number'],
      ['PartUnknown', 'partId'],
    ]);
  });

  it('is for those who may see parts', async () => {
    await expect(save([], { ...buyer, permissions: new Set(['order:read']) } as Actor)).rejects.toThrow(Forbidden);
  });
});

describe('partsByNumber', () => {
  it('gives the exact number first, then what shares its key, and lets the reader choose', async () => {
    const ask = (number: string, manufacturer?: string) =>
      db.unitOfWork.read(buyer, async (work) =>
        (await partsByNumber(work, { number, ...(manufacturer ? { manufacturer } : {}) })).map((part) => part.number),
      );
    await publishedCatalogue(db, {
      rows: bolts(2, 900).map((row, i) => ({ ...row, manufacturerPart: i === 0 ? '69-3732-01' : '69-37320-1' })),
    });
    expect(await ask('69-37320-1')).toEqual(['69-37320-1', '69-3732-01']);
    expect(await ask('6937 32-01')).toEqual(['69-3732-01', '69-37320-1']);
    expect(await ask('bacb30-1', '81205')).toEqual(['BACB30-1']);
    expect(await ask('bacb30-1', 'boeing')).toEqual(['BACB30-1']);
    expect([await ask('BACB30-1', '96906'), await ask('--')]).toEqual([[], []]);
  });
});
