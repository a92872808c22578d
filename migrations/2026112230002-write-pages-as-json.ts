import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

const names = ['offerCount', 'supplierCount', 'inStock', 'lowestPrices'] as const;
const none = { offerCount: '0', supplierCount: '0', inStock: 'false', lowestPrices: '[]' };
const supply = names.map((name) => `'${name}', coalesce(v_supply -> g.id::text -> '${name}', '${none[name]}')`).join(', ');

const declared = 'v_page uuid[];';
const declaredToo = `${declared}\n    v_supply jsonb;`;
const joined = `page := (select jsonb_agg(x.hit || coalesce(w.supply, '{"offerCount": 0, "supplierCount": 0, "inStock": false, "lowestPrices": []}') order by x.place)
        from jsonb_array_elements(page) with ordinality as x (hit, place)
        left join (`;
const joinedBy = ") w on w.part_id = (x.hit -> 'part' ->> 'id')::uuid);";

/** Pages of a search are written once, as JSON text: a part has forty names, and jsonb sorts them for every hit and takes them apart again. */
export class WritePagesAsJson2026112230002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const text = await definition(runner);
    const [page, offers] = [between(text, 'page := (', ');\n\n    if v_offers'), between(text, joined, joinedBy)];
    const others = between(text, 'if v_offers and page is not null then', joined);
    const written = page.replaceAll('jsonb_', 'json_');
    const supplied = written.replace(') order by g.place)', `, ${supply}) order by g.place)`);
    if (supplied === written) throw new Error('supply.read_search has changed: its page is not in order of place');
    const old = `page := (${page});\n\n    if v_offers and page is not null then${others}${joined}${offers}${joinedBy}`;
    const now = `if v_offers and v_page <> '{}' then${others}v_supply := (select jsonb_object_agg(w.part_id, w.supply) from (${offers}) w);
      page := (${supplied});
    else
      page := (${written});`;
    await made(runner, text, [
      ['page jsonb,', 'page json,'],
      [declared, declaredToo],
      [old, now],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const text = await definition(runner);
    const others = between(text, "if v_offers and v_page <> '{}' then", 'v_supply := (');
    const offers = between(text, 'v_supply := (select jsonb_object_agg(w.part_id, w.supply) from (', ') w);\n      page := (');
    const supplied = between(text, ') w);\n      page := (', ');\n    else\n      page := (');
    const written = between(text, 'else\n      page := (', ');\n    end if;');
    const page = written.replaceAll('json_agg', 'jsonb_agg').replaceAll('json_build_object', 'jsonb_build_object');
    const now = `if v_offers and v_page <> '{}' then${others}v_supply := (select jsonb_object_agg(w.part_id, w.supply) from (${offers}) w);
      page := (${supplied});
    else
      page := (${written});`;
    await made(runner, text, [
      ['page json,', 'page jsonb,'],
      [declaredToo, declared],
      [now, `page := (${page});\n\n    if v_offers and page is not null then${others}${joined}${offers}${joinedBy}`],
    ]);
  }
}

async function definition(runner: QueryRunner): Promise<string> {
  const [found] = await runner.query(`select pg_get_functiondef('supply.read_search'::regproc) as text`);
  return found.text;
}

function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from) + from.length;
  const end = text.indexOf(to, start);
  if (start < from.length || end < 0)
    throw new Error(`supply.read_search has changed: nothing from "${from.slice(0, 60)}" to "${to}"`);
  return text.slice(start, end);
}

/** The function with other text and another type of its page, which CREATE OR REPLACE refuses. */
async function made(runner: QueryRunner, text: string, pieces: readonly (readonly [string, string])[]): Promise<void> {
  const changed = pieces.reduce((whole, [from, to]) => whole.replace(from, () => to), text);
  await sql(runner, [
    'drop function supply.read_search(uuid, jsonb)',
    changed,
    'grant execute on function supply.read_search(uuid, jsonb) to entrepot_app',
  ]);
}
