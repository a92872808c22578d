import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { type SearchInput, type SearchPage, searchParts } from '#libs/supply';
import { bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let buyer: Actor;

// 20,000 parts, of which a sample of one in 32 has more than the 500 that are ranked; every hundredth has a rare word as well.
const planted = 20_000;

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  await publishedCatalogue(db, { actor: await organization(db, { name: 'Acme' }), rows: bolts(1) });
  await db.admin(
    `insert into catalog.part (manufacturer_id, number, key, name, source_org, source_rank)
     select p.manufacturer_id, 'GR-' || n, 'GR' || n, case when n % 100 = 0 then 'Grommet oddity' else 'Grommet' end, p.source_org, p.source_rank
     from (select * from catalog.part limit 1) p, generate_series(1, $1::int) as n`,
    [planted],
  );
  await db.admin(
    `insert into catalog.part_search (part_id, key, manufacturer_id, tsv)
     select id, key, manufacturer_id, catalog.search_words(name) from catalog.part where number like 'GR-%' order by number`,
  );
});
afterAll(() => db.close());

const search = (query: string, more: Partial<SearchInput> = {}): Promise<SearchPage> =>
  searchParts(db.hot, buyer, { query, with: { offers: false, facets: true }, ...more });

async function walk(query: string): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: SearchPage = await search(query, { first: 100, after });
    seen.push(...page.nodes.map(({ part }) => part.id));
    if (!page.pageInfo.hasNextPage) return seen;
    after = page.pageInfo.endCursor;
  }
}

async function inSample(ids: readonly string[]): Promise<number> {
  const [row] = await db.admin<{ n: number }>(
    `select count(*)::int as n from unnest($1::uuid[]) as i (id) where (pg_catalog.uuid_hash(i.id) & 31) = 0`,
    [ids],
  );
  return row?.n ?? 0;
}

describe('searchParts by a word that many parts have', () => {
  it('ranks 500 parts of the sample, wherever in the catalogue they stand, page by page without gap or repetition', async () => {
    const found = await walk('grommet');
    expect(new Set(found).size).toBe(500);
    expect(await inSample(found)).toBe(500);
    expect(await walk('grommet')).toEqual(found);
    const page = await search('grommet');
    expect(page).toMatchObject({ matchedBy: 'TEXT', totalEstimate: 500, facets: { firstN: 500, capped: true } });
  });

  it('finds every part that has a rarer word too, inside the sample and outside', async () => {
    const found = await walk('grommet oddity');
    expect(new Set(found).size).toBe(planted / 100);
    expect(await inSample(found)).toBeLessThan(planted / 100);
    expect((await search('grommet oddity')).facets).toMatchObject({ firstN: planted / 100, capped: false });
  });

  it('finds what a filter leaves of it, when the sample has too little of that', async () => {
    await db.admin(
      `update catalog.part_search set class = 'UNSPSC:31162200', classes = '{UNSPSC:31162200}' where key like 'GR1234%'`,
    );
    const page = await search('grommet', { filter: { classification: 'UNSPSC:31162200' }, first: 100 });
    expect(page.nodes.map(({ part }) => part.number).sort()).toEqual(
      ['GR-1234', ...Array.from({ length: 10 }, (_, i) => `GR-1234${i}`)].sort(),
    );
  });
});
