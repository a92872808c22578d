import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AliasLine, aliasesOf, endPartAlias, partsByNumber, savePartAliases } from '#libs/catalog';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
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

const save = (lines: AliasLine[], as = buyer) => db.unitOfWork.run(as, (work) => savePartAliases(work, lines));
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

  it('checks NSN and GTIN, keeps kind and days, and a number past its last day stands for nothing', async () => {
    const part = partIds[1] ?? '';
    const wrong = await save([
      { number: '5310-00-123-456', partId: part, kind: 'NSN' },
      { number: '4006381333932', partId: part, kind: 'GTIN' },
      { number: 'LATE', partId: part, validFrom: '2030-01-02', validTo: '2030-01-01' },
    ]);
    expect(wrong.ok ? [] : wrong.errors.map(({ code, path }) => [code, ...path])).toEqual([
      ['NsnInvalid', 'lines', '0', 'number'],
      ['GtinInvalid', 'lines', '1', 'number'],
      ['PeriodReversed', 'lines', '2', 'validTo'],
    ]);
    const owner = await organization(db, { roles: ['BUYER'] });
    const lines: AliasLine[] = [
      { number: '5310-00-123-4567', partId: part, kind: 'NSN' },
      { number: '4006381333931', partId: part, kind: 'GTIN', validTo: '2099-12-31' },
      { number: 'OLD', partId: part, validFrom: '2020-01-01', validTo: '2020-12-31' },
    ];
    expect(await save(lines, owner)).toEqual({ ok: true, value: 3 });
    const held = async () => db.unitOfWork.read(owner, (work) => aliasesOf(work, [part]));
    expect((await held()).map(({ kind, number, shared, validTo }) => [kind, number, shared, validTo])).toEqual([
      ['GTIN', '4006381333931', false, '2099-12-31'],
      ['NSN', '5310-00-123-4567', false, null],
    ]);
    expect(await save([{ number: '5310-00-123-4567', partId: part, kind: 'FORMER_NUMBER' }], owner)).toEqual({
      ok: true,
      value: 0,
    });
    expect((await held())[1]?.kind).toBe('FORMER_NUMBER');
    await db.unitOfWork.run(owner, async (work) => endPartAlias(work, { aliasId: (await held())[1]?.id ?? '' }));
    expect((await held()).map(({ number }) => number)).toEqual(['4006381333931']);
  });

  it('is for those who may name parts, each his own', async () => {
    const before = await numbers(buyer);
    const reader = { ...buyer, permissions: new Set(['part:read', 'order:read']) } as Actor;
    await expect(save([{ number: 'N', partId: partIds[0] ?? '' }], reader)).rejects.toThrow(Forbidden);
    const [mine] = await db.unitOfWork.read(buyer, (work) => aliasesOf(work, partIds));
    const aliasId = mine?.id ?? '';
    await expect(db.unitOfWork.run(reader, (work) => endPartAlias(work, { aliasId }))).rejects.toThrow(Forbidden);
    const stranger = await organization(db, { roles: ['BUYER'] });
    await expect(db.unitOfWork.run(stranger, (work) => endPartAlias(work, { aliasId }))).rejects.toThrow(NotFound);
    expect(await numbers(buyer)).toEqual(before);
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
