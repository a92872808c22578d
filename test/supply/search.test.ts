import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput } from '#libs/platform';
import { type SearchInput, type SearchPage, type StagedRow, searchParts } from '#libs/supply';
import { agreement } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let buyer: Actor;
let acme: Actor;
let zenith: Actor;

const part = (number: string, en: string, zh: string, more: Partial<StagedRow> = {}): StagedRow =>
  bolt(Number(number.replace(/\D/g, '').slice(-6)) + 10_000, {
    supplierPart: `S-${number}`,
    manufacturerPart: number,
    name: en,
    details: { names: { en, 'zh-CN': zh }, unspsc: '40151500' },
    ...more,
  });

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  const shared = part('NAS6203-12', 'Titanium shear bolt', '钛合金抗剪螺栓', { listPrice: '8.00', basis: '1' });
  acme = (
    await publishedCatalogue(db, {
      actor: await organization(db, { name: 'Acme' }),
      rows: [
        ...bolts(120),
        shared,
        part('AE70-100', 'Hydraulic pump seal kit', '液压泵密封件'),
        part('AE70-101', 'Hydraulic pump', '液压泵'),
        part('AE70-102', 'Fuel pump', '燃油泵'),
        part('AE70-103', 'Hydraulic hose', '液压软管'),
        part('69-3732-01', 'Bracket left', '左支架'),
        part('69-37320-1', 'Bracket right', '右支架'),
        part('MS20O10', 'Clamp', '卡箍'),
      ],
    })
  ).actor;
  zenith = (
    await publishedCatalogue(db, {
      actor: await organization(db, { name: 'Zenith' }),
      rows: [
        {
          ...shared,
          listPrice: '150.00',
          basis: '25',
          currency: 'USD',
          orderUnit: 'XBX',
          contentUnit: 'EA',
          contentPerOrderUnit: '25',
          priceUnit: 'EA',
          priceFactor: { numerator: '25', denominator: '1' },
        },
        part('ZX-1', 'Hydraulic valve', '液压阀', {
          manufacturer: 'Zed',
          manufacturerCode: '2ZZZ2',
          audience: '0192f000-0000-7000-8000-00000000000b',
        }),
      ],
    })
  ).actor;
});
afterAll(() => db.close());

const search = (query: string, more: Partial<SearchInput> = {}, actor = buyer): Promise<SearchPage> =>
  searchParts(db.hot, actor, { query, with: { offers: true, facets: true }, ...more });
const numbers = (page: SearchPage): string[] => page.nodes.map((hit) => hit.part.number);

async function walk(query: string, first: number, more: Partial<SearchInput> = {}): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: SearchPage = await search(query, { first, after: after ?? null, ...more });
    seen.push(...numbers(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return seen;
}

describe('searchParts by number', () => {
  it('finds it as written, in any case, and nothing besides', async () => {
    const page = await search('bacb30-7');
    expect([page.matchedBy, numbers(page)]).toEqual(['EXACT', ['BACB30-7']]);
  });

  it('finds all parts that share a normalised number: the key only finds', async () => {
    const page = await search('693732 01');
    expect([page.matchedBy, numbers(page).sort()]).toEqual(['NORMALISED', ['69-3732-01', '69-37320-1']]);
  });

  it('finds by the beginning, in the order of the numbers, page by page without gap or repetition', async () => {
    expect((await search('BACB30')).matchedBy).toBe('PREFIX');
    const expected = await db.admin<{ number: string }>(
      `select number from catalog.part where key like 'BACB30%' order by key, id`,
    );
    expect(await walk('BACB30', 7)).toEqual(expected.map(({ number }) => number));
    expect(expected).toHaveLength(120);
  });

  it('finds by a fragment', async () => {
    const page = await search('6203-1');
    expect([page.matchedBy, numbers(page)]).toEqual(['FRAGMENT', ['NAS6203-12']]);
  });

  it('finds by the buyer own number, for him alone', async () => {
    await db.admin(
      `insert into catalog.part_alias (org_id, number, key, part_id) select $1, 'HX-9-A', 'HX9A', id from catalog.part where number = 'AE70-102'`,
      [buyer.orgId],
    );
    const page = await search('hx-9-a');
    expect([page.matchedBy, numbers(page)]).toEqual(['OWN_NUMBER', ['AE70-102']]);
    expect(numbers(await search('hx-9-a', {}, acme))).toEqual([]);
  });

  it('offers what looks alike as a suggestion and never as an answer: letter O for zero, I for one, a wrong digit', async () => {
    for (const [asked, meant] of [
      ['MS20010', 'MS20O10'],
      ['BACB3O-117', 'BACB30-117'],
      ['NAS62O3-I2', 'NAS6203-12'],
      ['AE70-1O9', 'AE70-100'],
      // Every sign wrong at once, some one way and some the other.
      ['MS2OO1O', 'MS20O10'],
      ['NAS62O3I2', 'NAS6203-12'],
    ] as const) {
      const page = await search(asked);
      expect([page.matchedBy, numbers(page)]).toEqual([null, []]);
      expect(page.suggestions.map(({ number }) => number)).toContain(meant);
    }
  });
});

describe('searchParts by whatever is typed', () => {
  it.each([
    ['wildcards', '%_%*'],
    ['quotes', `'";--\\`],
    ['200 characters', 'A'.repeat(200)],
    ['a number of 200 digits', '10'.repeat(100)],
    ['punctuation alone', '-./()&|!:*'],
    ['operators of a text query', "a & !b | 'c':*"],
    ['emoji', '🔩🔧'],
    ['a long run of Han', '泵'.repeat(200)],
    ['rare Han beyond the first plane', '𠀀𠀁'],
    ['NUL, controls and half a character', 'ZZ\u0000Q\u0001\ud800'],
  ])('answers %s, with nothing or with parts, and never fails', async (_, typed) => {
    const page = await search(typed);
    expect([page.nodes.length, page.suggestions.length]).toEqual([0, 0]);
  });
});

describe('searchParts by words', () => {
  it('finds English words in any order and ranks', async () => {
    const page = await search('pump hydraulic');
    expect([page.matchedBy, numbers(page).sort()]).toEqual(['TEXT', ['AE70-100', 'AE70-101']]);
  });

  it('finds Chinese words inside longer runs, and a mixture of both languages', async () => {
    expect(numbers(await search('液压泵')).sort()).toEqual(['AE70-100', 'AE70-101']);
    expect(numbers(await search('液压 软管'))).toEqual(['AE70-103']);
    expect(numbers(await search('泵 燃油'))).toEqual(['AE70-102']);
    expect(numbers(await search('钛合金 bolt'))).toEqual(['NAS6203-12']);
    expect(numbers(await search('发动机'))).toEqual([]);
  });

  it('walks all pages of one common word without gap or repetition', async () => {
    const seen = await walk('hex bolt', 9);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('takes letters for the beginning of a number when they are no word', async () => {
    const page = await search('BACB');
    expect([page.matchedBy, page.nodes.length]).toEqual(['PREFIX', 20]);
  });

  it('finds nothing for what is nowhere, odd or hostile', async () => {
    for (const query of ['quixotic', '%%%', `'); drop table`, "' & | ! :* <->", '\\', '🛩'])
      expect(numbers(await search(query))).toEqual([]);
    expect((await search('')).nodes).toHaveLength(20);
  });
});

describe('a page', () => {
  it('groups the offers of several suppliers under one part, with the lowest price of a base unit and the stock flag', async () => {
    const [hit] = (await search('NAS6203-12')).nodes;
    // Acme asks 8.00 a piece, Zenith 150.00 for 25 pieces in a box.
    expect(hit).toMatchObject({ offerCount: 2, supplierCount: 2, inStock: false });
    expect(hit?.lowestPrices).toEqual([{ amount: '6', currency: 'USD', basis: '1', unit: 'EA' }]);
  });

  it('shows the price that this buyer pays', async () => {
    const [offer] = await db.admin<{ id: string }>(
      `select id from supply.offer where org_id = $1 and supplier_part = 'S-AE70-101'`,
      [acme.orgId],
    );
    await agreement(db, { supplier: acme, buyer }, { items: [{ offerId: offer?.id ?? '', price: '3', basis: '100' }] });
    expect((await search('AE70-101')).nodes[0]?.lowestPrices).toEqual([
      { amount: '0.03', currency: 'USD', basis: '1', unit: 'EA' },
    ]);
  });

  it('hides the offers of an audience, not the part; its supplier sees them', async () => {
    expect((await search('ZX-1')).nodes[0]).toMatchObject({ offerCount: 0, supplierCount: 0, inStock: false, lowestPrices: [] });
    expect((await search('ZX-1', {}, zenith)).nodes[0]).toMatchObject({ offerCount: 1, supplierCount: 1 });
  });

  it('counts facets over the first candidates and says over how many', async () => {
    const { facets, totalEstimate } = await search('hydraulic');
    expect(totalEstimate).toBe(4);
    expect(facets).toMatchObject({
      firstN: 4,
      capped: false,
      inStock: 0,
      suppliers: [{ id: acme.orgId, name: 'Acme', count: 3 }],
      classifications: [{ id: 'UNSPSC:40151500', count: 4 }],
    });
    expect(facets?.manufacturers.map(({ name, count }) => [name, count])).toEqual([
      ['Boeing', 3],
      ['Zed', 1],
    ]);
  });

  it('is narrowed by supplier, manufacturer, class and stock, each alone and together', async () => {
    const [offer] = await db.admin<{ id: string }>(
      `select id from supply.offer where org_id = $1 and supplier_part = 'S-AE70-103'`,
      [acme.orgId],
    );
    await stocked(db, acme, { offerId: offer?.id ?? '', quantity: '1' });
    const [maker] = await db.admin<{ id: string }>(`select id from catalog.manufacturer where code = '2ZZZ2'`);
    expect(numbers(await search('hydraulic', { filter: { inStock: true } }))).toEqual(['AE70-103']);
    expect(numbers(await search('hydraulic', { filter: { manufacturers: [maker?.id ?? ''] } }))).toEqual(['ZX-1']);
    expect(numbers(await search('hydraulic', { filter: { suppliers: [zenith.orgId] } }))).toEqual([]);
    expect(numbers(await search('hydraulic', { filter: { suppliers: [zenith.orgId] } }, zenith))).toEqual(['ZX-1']);
    expect(
      numbers(
        await search('hydraulic', { filter: { suppliers: [acme.orgId], classification: 'UNSPSC:40151500', inStock: true } }),
      ),
    ).toEqual(['AE70-103']);
    expect(await walk('', 3, { filter: { classification: 'UNSPSC:40151500' } })).toHaveLength(9);
  });

  it('refuses a forged cursor, a page of 101, a query of 201 characters', async () => {
    for (const more of [
      { after: 'bm90IGE' },
      { after: Buffer.from('["partSearch","TEXT","x","k","i"]').toString('base64url') },
      { first: 101 },
      { first: 0 },
    ]) {
      await expect(search('bolt', more)).rejects.toBeInstanceOf(BadInput);
    }
    await expect(search('x'.repeat(201))).rejects.toBeInstanceOf(BadInput);
  });
});
