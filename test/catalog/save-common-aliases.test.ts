import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AliasLine, aliasesOf, endCommonAlias, partsByNumber, saveCommonAliases } from '#libs/catalog';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { readAvailability, searchParts } from '#libs/supply';
import { bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let operator: Actor;
let buyer: Actor;
let partIds: string[];

beforeAll(async () => {
  db = await freshDatabase();
  operator = await organization(db, { roles: ['OPERATOR'] });
  buyer = await organization(db, { roles: ['BUYER'] });
  await publishedCatalogue(db, { rows: bolts(4) });
  partIds = (await db.admin<{ id: string }>('select id from catalog.part order by number')).map(({ id }) => id);
});
afterAll(() => db.close());

const save = (lines: AliasLine[], as = operator) => db.unitOfWork.run(as, (work) => saveCommonAliases(work, lines));
const found = async (number: string) =>
  (await db.unitOfWork.read(buyer, (work) => partsByNumber(work, { number }))).map(({ id }) => id);
const answered = async (number: string) => {
  const [line] = await readAvailability(db.hot, buyer, { lines: [{ number, quantity: '1' }] });
  return line?.problem ? [line.problem.code, line.problem.choices.length] : line?.offers.map(({ offer }) => offer.partId);
};
const searched = async (query: string) => {
  const page = await searchParts(db.hot, buyer, { query, with: { offers: false, facets: false } });
  return [page.matchedBy, ...page.nodes.map(({ part }) => part.id)];
};

describe('saveCommonAliases', () => {
  it('lets everybody find a part by its NSN, its GTIN in any length and its former number, in every lookup', async () => {
    const [first = '', second = ''] = partIds;
    const lines: AliasLine[] = [
      { number: '5310-00-123-4567', partId: first, kind: 'NSN' },
      { number: '00012345600012', partId: second, kind: 'GTIN' },
      { number: 'OLD-77', partId: second, kind: 'FORMER_NUMBER' },
    ];
    expect(await Promise.all([save(lines), save(lines)])).toEqual(
      expect.arrayContaining([
        { ok: true, value: 3 },
        { ok: true, value: 0 },
      ]),
    );
    for (const number of ['5310001234567', '5310-00-123-4567']) {
      expect([await found(number), await answered(number)]).toEqual([[first], [first]]);
      expect(await searched(number)).toEqual(['COMMON_NUMBER', first]);
    }
    for (const number of ['12345600012', '012345600012', '00012345600012', 'old-77'])
      expect([number, await found(number === '12345600012' ? '012345600012' : number)]).toEqual([number, [second]]);
    expect(await answered('012345600012')).toEqual([second]);
    const named = await db.unitOfWork.read(buyer, (work) => aliasesOf(work, [second]));
    expect(named.map(({ kind, number, shared }) => [kind, number, shared])).toEqual([
      ['GTIN', '00012345600012', true],
      ['FORMER_NUMBER', 'OLD-77', true],
    ]);
  });

  it('is a choice when two parts are called so, and nothing from the day after its last', async () => {
    const [, , third = '', fourth = ''] = partIds;
    await save([
      { number: 'BOTH-1', partId: third, kind: 'FORMER_NUMBER' },
      { number: 'BOTH-1', partId: fourth, kind: 'FORMER_NUMBER' },
      { number: 'GONE-1', partId: fourth, kind: 'FORMER_NUMBER', validFrom: '2020-01-01', validTo: '2020-01-31' },
    ]);
    expect(await answered('BOTH-1')).toEqual(['NUMBER_AMBIGUOUS', 2]);
    expect(await found('BOTH-1')).toEqual([third, fourth]);
    expect([await answered('GONE-1'), await found('GONE-1')]).toEqual([['NUMBER_UNKNOWN', 0], []]);
    const aliases = await db.unitOfWork.read(buyer, (work) => aliasesOf(work, [fourth]));
    await db.unitOfWork.run(operator, (work) => endCommonAlias(work, { aliasId: aliases[0]?.id ?? '' }));
    expect(await answered('BOTH-1')).toEqual([third]);
    const again = aliases[0]?.id ?? '';
    await expect(db.unitOfWork.run(operator, (work) => endCommonAlias(work, { aliasId: again }))).rejects.toThrow(NotFound);
  });

  it('tells every wrong line, and a stock number is never everybody’s', async () => {
    const [first = ''] = partIds;
    const refused = await save([
      { number: '---', partId: first, kind: 'NSN' },
      { number: 'S-1', partId: first },
      { number: '12345670', partId: 'none', kind: 'GTIN' },
      { number: '123', partId: first, kind: 'GTIN' },
      { number: '1234', partId: first, kind: 'NSN' },
    ]);
    expect(refused.ok ? [] : refused.errors.map(({ code, path }) => [code, path[1]])).toEqual([
      ['PartNumberInvalid', '0'],
      ['PartUnknown', '2'],
      ['GtinInvalid', '3'],
      ['NsnInvalid', '4'],
      ['AliasKindOwned', '1'],
    ]);
    const many = await save(Array.from({ length: 501 }, (_, i) => ({ number: `N${i}`, partId: first, kind: 'NSN' as const })));
    expect(many).toMatchObject({ ok: false, errors: [{ code: 'TooManyLines', values: { limit: 500 } }] });
  });

  it('is the operator’s alone, at the door and behind the wall', async () => {
    const count = () => db.admin('select count(*)::int as n from catalog.common_alias');
    const before = await count();
    const line: AliasLine = { number: 'X-1', partId: partIds[0] ?? '', kind: 'SUPPLIER_NUMBER' };
    await expect(save([line], { ...operator, permissions: new Set(['part:read']) } as Actor)).rejects.toThrow(Forbidden);
    await expect(save([line], buyer)).rejects.toThrow(/operator/);
    const [some] = await db.admin<{ id: string }>('select id from catalog.common_alias limit 1');
    const aliasId = some?.id ?? '';
    await expect(db.unitOfWork.run(buyer, (work) => endCommonAlias(work, { aliasId }))).rejects.toThrow(/operator/);
    expect(await count()).toEqual(before);
  });
});
