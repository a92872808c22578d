import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewrite, sql, undone } from './support.js';

// One part of 32, by its id and not by when it came.
const sampled = (part: string) => `(pg_catalog.uuid_hash(${part}) & 31) = 0`;

const begin = 'if numnode(v_words) > 0 then ';
const hits = 's.tsv @@ v_words';
const unlessEnough = `
        -- GIN reads all that it knows of a word before it gives the first hit: 600,000 parts for the first 500 that have "mm".
        if coalesce(cardinality(v_ids), 0) < v_cap then `;

// Facets: each table is read once by all ids together and no row of one waits for a row of the other. The approval basis of a part
// is looked up where it is asked for, not looked up and thrown away.
const pieces: [string, string][] = [
  [
    `select i.id, s.manufacturer_id, s.classes, catalog.approval_basis(p.approval_basis) as basis, y.suppliers, y.in_stock from unnest(v_ids) as i (id)
          join catalog.part_search s on s.part_id = i.id left join catalog.part p on p.id = i.id and coalesce((p_query ->> 'bases')::boolean, false) left join supply.part_supply y on y.part_id = i.id)`,
    `select s.part_id as id, s.manufacturer_id, s.classes, case when (p_query ->> 'bases')::boolean then catalog.approval_basis((select p.approval_basis from catalog.part p where p.id = s.part_id)) end as basis
          from catalog.part_search s where s.part_id = any (v_ids)),
        y as materialized (select p.suppliers, p.in_stock from supply.part_supply p where p.part_id = any (v_ids))`,
  ],
  ["'inStock', (select count(*) from c where c.in_stock)", "'inStock', (select count(*) from y where y.in_stock)"],
  ['count(*) as n from c, unnest(c.suppliers) as u', 'count(*) as n from y, unnest(y.suppliers) as u'],
];

/** A word that many parts have is answered from a sample of the parts, so that its page costs the same in any catalogue. */
export class SampleCommonWords2026112230001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [`create index part_search_sample on catalog.part_search using gin (tsv) where ${sampled('part_id')}`]);
    const ranked = await rankedWords(runner);
    const first = ranked.replaceAll(hits, `${hits} and ${sampled('s.part_id')}`);
    await rewrite(runner, 'supply.read_search', [
      [begin + ranked, `${begin}${first}${unlessEnough}${ranked} end if;`],
      ...pieces,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [first, ranked] = (await rankedWords(runner)).split(unlessEnough) as [string, string];
    await rewrite(runner, 'supply.read_search', [
      [`${begin}${first}${unlessEnough}${ranked}`, begin + ranked.replace(/ end if;$/, '')],
      ...undone(pieces),
    ]);
    await sql(runner, ['drop index catalog.part_search_sample']);
  }
}

/** What the search does with words, as it stands now: its statements with and without the filters. */
async function rankedWords(runner: QueryRunner): Promise<string> {
  const [found] = await runner.query(`select prosrc as text from pg_proc where oid = 'supply.read_search'::regproc`);
  const [, ranked] = found.text.split(begin);
  const end = ranked?.indexOf(' end if;\n      end if;') ?? -1;
  if (end < 0) throw new Error('supply.read_search has changed: its ranking of words is not found');
  return ranked.slice(0, end);
}
