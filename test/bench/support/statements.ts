import { type BenchDatabase, onDatabase } from './server.js';

interface Asker {
  database: BenchDatabase;
  buyerId: string;
}

/** The body of a function as it stands in the database, so that a limit never runs another statement than the hub. */
async function bodyOf({ adminUrl }: BenchDatabase, name: string): Promise<string> {
  const [found] = await onDatabase<{ body: string }>(adminUrl, `select prosrc as body from pg_proc where oid = $1::regproc`, [
    name,
  ]);
  if (!found) throw new Error(`there is no function ${name}`);
  return found.body;
}

function between(body: string, from: string, to: string): string {
  const start = body.indexOf(from);
  const end = body.indexOf(to, start + from.length);
  if (start < 0 || end < 0) throw new Error(`the function has changed: nothing between "${from}" and "${to}"`);
  return body.slice(start + from.length, end);
}

/** The statement of supply.read_availability for lines that name offers. $1 lines, $2 the day, $3 the Monday of working days. */
export async function availabilityStatement(database: BenchDatabase, orgId: string): Promise<string> {
  const body = await bodyOf(database, 'supply.read_availability');
  return `${between(body, 'return query ', 'order by l.n;')}order by l.n`
    .replaceAll('p_lines', '$1::jsonb')
    .replaceAll('p_org', `'${orgId}'::uuid`)
    .replaceAll('v_today', '$2::date')
    .replaceAll('v_monday', '$3::date');
}

/**
 * The statements of supply.read_search for the first page of words in English, as one: candidates, ranking, page, prices and
 * facets. $1 is the text, $2 the day. `cap` bounds the candidates as the function does; without one, every hit is ranked, and
 * the facets count the best 500.
 */
export async function searchStatement({ database, buyerId: orgId }: Asker, cap: number | null): Promise<string> {
  const body = await bodyOf(database, 'supply.read_search');
  const offers = between(body, 'v_supply := (', ');\n      page := (');
  const page = between(body, ') w);\n      page := (', ');\n    else');
  const facets = between(body, 'facets := (', ');\n    end if;');
  const others =
    'array(select c0.from_part from catalog.identity_correction c0 where c0.to_part = any ((select a.ids[1:20] from a)::uuid[]) and c0.undone_at is null)';
  const bound = (text: string): string =>
    text
      .replaceAll('v_sorts[', '(select a.sorts from a)[')
      .replaceAll('v_ids', '(select a.ids from a)::uuid[]')
      .replaceAll('v_page', '(select a.ids[1:20] from a)::uuid[]')
      .replaceAll('v_others', others)
      .replaceAll('v_supply', '(select p0.supply from supplied p0)')
      .replaceAll('v_bases', 'null::text[]')
      .replaceAll('p_org', `'${orgId}'::uuid`)
      .replaceAll('p_query', `'{}'::jsonb`)
      .replaceAll('v_lean', 'true')
      .replaceAll('v_today', '$2::date')
      .replaceAll('total,', '(select cardinality(a.ids) from a),')
      .replaceAll('capped,', '(select cardinality(a.ids) >= 500 from a),');
  return `with a as materialized (
      select array_agg(f.part_id order by f.sort, f.part_id) as ids, array_agg(f.sort order by f.sort, f.part_id) as sorts from (
        select c.part_id, -ts_rank(c.tsv, plainto_tsquery('pg_catalog.simple', $1)) as sort from (
          select s.part_id, s.tsv from catalog.part_search s where s.tsv @@ plainto_tsquery('pg_catalog.simple', $1) ${cap === null ? '' : `limit ${cap}`}) c order by 2, 1 limit 500) f),
    supplied as materialized (select (${bound(offers)}) as supply)
    select (${bound(page)}) as page, (${bound(facets)}) as facets`;
}

/** Parts by their number as written or by its key, as supply.read_search finds them, with what the page shows. $1 is the number. */
export const numberStatement = `select (select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name,
    'manufacturer', jsonb_build_object('id', m.id, 'code', m.code, 'name', m.name)) order by p.number <> upper($1), p.id)
  from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.key = catalog.part_key($1)) as page`;

/** Parts with a piece of their number, the ones that have it first before the others, as supply.read_search finds them. $1 is the piece. */
export const fragmentStatement = `select (select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name,
    'manufacturer', jsonb_build_object('id', m.id, 'code', m.code, 'name', m.name)) order by f.sort, f.part_id)
  from (select c.part_id, c.sort from (select s.part_id, position(catalog.part_key($1) in s.key) as sort from catalog.part_search s
      where s.key like '%' || catalog.part_key($1) || '%' limit 500) c order by c.sort, c.part_id limit 20) f
  join catalog.part p on p.id = f.part_id join catalog.manufacturer m on m.id = p.manufacturer_id) as page`;
