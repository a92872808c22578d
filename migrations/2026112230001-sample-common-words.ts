import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewrite, sql, undone } from './support.js';

// One part of 32, by its id and not by when it came.
const sampled = (part: string) => `(pg_catalog.uuid_hash(${part}) & 31) = 0`;

const begin = 'if numnode(v_words) > 0 then ';
const hits = 's.tsv @@ v_words';
const unlessEnough = `
        -- GIN reads all that it knows of a word before it gives the first hit: 600,000 parts for the first 500 that have "mm".
        if coalesce(cardinality(v_ids), 0) < v_cap then `;

const pieces: [string, string][] = [
  // The approval basis of a part is looked up where it is asked for, not looked up and thrown away.
  [
    'catalog.approval_basis(p.approval_basis) as basis, y.suppliers',
    `case when (p_query ->> 'bases')::boolean then catalog.approval_basis((select p.approval_basis from catalog.part p where p.id = i.id)) end as basis, y.suppliers`,
  ],
  [
    "s.part_id = i.id left join catalog.part p on p.id = i.id and coalesce((p_query ->> 'bases')::boolean, false) left join supply.part_supply y",
    's.part_id = i.id left join supply.part_supply y',
  ],
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
