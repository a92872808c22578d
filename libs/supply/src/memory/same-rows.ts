import { affected, one, type Work } from '#libs/platform';
import { joinBySets } from '../staging/bulk.settings.js';
import { contentColumns } from '../staging/row-columns.js';

/**
 * The rows of an upload that repeat an earlier file, as `same_row`: all but those that were unfolded into staged rows. `begin` folds them again.
 * An upload without any has an empty one.
 */
export async function collectSame(work: Work, key: readonly string[], begin: boolean): Promise<void> {
  if (begin) await affected(work, 'delete from supply.staged_row where org_id = $1 and upload_id = $2 and unfolded', key);
  await affected(work, 'drop table if exists pg_temp.same_row');
  await affected(
    work,
    'create temp table same_row (row_no integer, line integer, supplier_part text collate "C", locations text, quantities text, base_version integer) on commit drop',
  );
  await affected(
    work,
    `insert into same_row select t.*, s.base_version
     from supply.staged_same s cross join lateral unnest(s.row_nos, s.lines, s.parts, s.stock_locations, s.stock_quantities) as t (row_no, line, part, locations, quantities)
     where s.org_id = $1 and s.upload_id = $2 ${begin ? '' : 'and not exists (select from supply.staged_row r where r.org_id = $1 and r.upload_id = $2 and r.unfolded and r.row_no = t.row_no)'}`,
    key,
  );
}

/** Rows whose number comes more than once become staged rows that can be refused; it does not matter what they say. Reads `repeated`. */
export async function unfoldRepeated(work: Work, key: readonly string[]): Promise<void> {
  await affected(
    work,
    `insert into supply.staged_row (org_id, upload_id, row_no, line, action, supplier_part, unfolded)
     select $1, $2, s.row_no, s.line, 'PUT', s.supplier_part, true from same_row s join repeated r using (supplier_part)`,
    key,
  );
  await affected(work, 'delete from same_row s using repeated r where r.supplier_part = s.supplier_part');
}

const breaks = (field: string) =>
  `case when r.break_count > 0 then array(select e::numeric from jsonb_array_elements_text(h.row -> '${field}') with ordinality as t (e, n) order by n) end`;
const unfolding = `insert into supply.staged_row (org_id, upload_id, row_no, line, action, supplier_part, maker, maker_name, part_number, ${contentColumns.join(', ')},
    break_from, break_price, stock_location, stock_quantity, unfolded)
  select $1, $2, s.row_no, s.line, 'PUT', s.supplier_part, r.details ->> 'maker', r.details ->> 'makerName', r.details ->> 'part', ${contentColumns.map((column) => `r.${column}`).join(', ')},
    ${breaks('break_from')}, ${breaks('break_price')}, nullif(s.locations, '')::text[], nullif(s.quantities, '')::numeric[], true
  from moved_row s join supply.offer_history h on h.org_id = $1 and h.offer_id = s.offer_id and h.from_version <= s.base_version and h.to_version >= s.base_version
  cross join lateral jsonb_populate_record(null::supply.offer, h.row) as r`;

/**
 * A record says what it said in its base version. Where the offer has been changed, withdrawn or rolled back since, the row becomes a staged one again, with the content
 * that the history keeps of that version. Reads `published`.
 */
export async function unfoldMoved(work: Work, key: readonly string[]): Promise<void> {
  await affected(work, 'drop table if exists pg_temp.moved_row');
  await affected(
    work,
    `create temp table moved_row on commit drop as select s.*, o.id as offer_id from same_row s left join published o on o.supplier_part = s.supplier_part
     where o.id is null or o.status <> 'ACTIVE' or o.from_version > s.base_version`,
  );
  const moved = (await one<{ count: number }>(work, 'select count(*)::int as count from moved_row'))?.count ?? 0;
  if (moved === 0) return;
  await affected(work, 'analyze moved_row');
  // The history of a supplier is long, and its index leads to the few that are wanted.
  await joinBySets(work, false);
  const unfolded = await affected(work, unfolding, key);
  await joinBySets(work, true);
  if (unfolded !== moved) throw new Error(`upload ${key[1]}: the history knows ${unfolded} of ${moved} rows`);
  await affected(work, 'delete from same_row s using moved_row m where m.row_no = s.row_no');
}
