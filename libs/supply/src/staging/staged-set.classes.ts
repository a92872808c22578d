import { affected, one, rows, type Work } from '#libs/platform';
import type { Catalogue } from '../catalogue/catalogue.entity.js';
import { showCategories, showMoved } from '../catalogue/category-audience.js';
import { collectSame, unfoldMoved, unfoldRepeated } from '../memory/same-rows.js';
import type { Upload, UploadCounts } from '../upload/upload.entity.js';
import { allowBulk, joinBySets } from './bulk.settings.js';
import { contentColumns, priceColumns } from './row-columns.js';

/**
 * Judges the staged set as a whole and notes in supply.staged_change what publishing it would change: duplicates are refused with
 * all their lines, deltas are completed from the published offers, and digests tell new, changed and unchanged apart.
 * Absence withdraws only in a full load, and never a part whose row was refused (trade-rules 15). Run again, it begins anew.
 */
export async function classify(work: Work, upload: Upload, catalogue: Catalogue): Promise<UploadCounts> {
  const key = [upload.orgId, upload.id];
  const full = upload.loadMode === 'FULL';
  await allowBulk(work);
  await affected(work, 'delete from supply.staged_change where org_id = $1 and upload_id = $2', key);
  await affected(work, `delete from supply.row_problem where org_id = $1 and upload_id = $2 and code in (${setProblems})`, key);
  await joinBySets(work, true);
  await collectSame(work, key, true);
  const delta = await hasDelta(work, key);
  if (delta) await affected(work, restoration, key);
  await applyCategories(work, key);
  const apart = await showCategories(work, key, catalogue);
  await refuseDuplicates(work, key);
  await collectPublished(work, key, { catalogueId: catalogue.id, full });
  await unfoldMoved(work, key);
  if (delta) await completeDelta(work, key);
  if (delta && apart) await showMoved(work, key, catalogue);
  await noteChanges(work, key, full);
  const counts = await count(work, key, catalogue.id);
  await joinBySets(work, false);
  return counts;
}

/** The offers of the scope by part number: all of them for a full load, those that a delta names otherwise. */
async function collectPublished(
  work: Work,
  key: readonly string[],
  scope: { catalogueId: string; full: boolean },
): Promise<void> {
  const named = `and supplier_part = any (array(select supplier_part from supply.staged_row where org_id = $1 and upload_id = $3 union all select supplier_part from same_row))`;
  const given = scope.full ? [key[0], scope.catalogueId] : [key[0], scope.catalogueId, key[1]];
  await affected(work, 'drop table if exists pg_temp.published');
  await affected(
    work,
    'create temp table published (supplier_part text collate "C", id uuid, status text, digest bytea, order_unit text, price_unit text, from_version integer) on commit drop',
  );
  await affected(
    work,
    `insert into published select supplier_part, id, status, digest, order_unit, price_unit, from_version from supply.offer where org_id = $1 and catalogue_id = $2 ${scope.full ? '' : named}`,
    given,
  );
  await affected(work, 'analyze published');
}

const setProblems = `'DUPLICATE_SUPPLIER_PART', 'OFFER_UNKNOWN', 'ALREADY_OFFERED', 'UNIT_WITHOUT_FACTOR'`;

/** Groups that a file names after its rows; the first in alphabet where a part stands in several. */
async function applyCategories(work: Work, key: readonly string[]): Promise<void> {
  const named = await one(work, 'select from supply.staged_category where org_id = $1 and upload_id = $2 limit 1', key);
  if (!named) return;
  await affected(
    work,
    `update supply.staged_row s set category = g.category
     from (select supplier_part, min(category) as category from supply.staged_category where org_id = $1 and upload_id = $2 group by 1) g
     where s.org_id = $1 and s.upload_id = $2 and s.supplier_part = g.supplier_part and s.category is null and not s.refused`,
    key,
  );
}

/** Nobody can say which of two rows is meant: all are refused, each naming the lines of the others. */
async function refuseDuplicates(work: Work, key: readonly string[]): Promise<void> {
  await affected(work, 'drop table if exists pg_temp.repeated');
  await affected(work, 'create temp table repeated (supplier_part text collate "C", lines integer[]) on commit drop');
  await affected(
    work,
    `insert into repeated select supplier_part, array_agg(line order by row_no) as lines from (
       select supplier_part, line, row_no from supply.staged_row where org_id = $1 and upload_id = $2 and supplier_part is not null union all select supplier_part, line, row_no from same_row) s
     group by supplier_part having count(*) > 1`,
    key,
  );
  await unfoldRepeated(work, key);
  const problems = await affected(
    work,
    `insert into supply.row_problem (org_id, upload_id, line, column_name, supplier_part, code, severity, facts)
     select s.org_id, s.upload_id, s.line, 'supplierPart', s.supplier_part, 'DUPLICATE_SUPPLIER_PART', 'ERROR',
       jsonb_build_object('value', s.supplier_part, 'lines', (select string_agg(l::text, ', ') from unnest(r.lines[1:20]) as l where l <> s.line))
     from supply.staged_row s join repeated r using (supplier_part) where s.org_id = $1 and s.upload_id = $2`,
    key,
  );
  if (problems === 0) return;
  await affected(
    work,
    'update supply.staged_row s set refused = true from repeated r where s.org_id = $1 and s.upload_id = $2 and s.supplier_part = r.supplier_part and not s.refused',
    key,
  );
}

async function hasDelta(work: Work, key: readonly string[]): Promise<boolean> {
  return (
    (await one(work, `select from supply.staged_row where org_id = $1 and upload_id = $2 and action <> 'PUT' limit 1`, key)) !==
    undefined
  );
}

/** A CHANGE or PRICE row gets from the published offer what it does not say; one without an offer is refused. */
async function completeDelta(work: Work, key: readonly string[]): Promise<void> {
  const offers = 'left join published o on o.supplier_part = s.supplier_part';
  const scope = 's.org_id = $1 and s.upload_id = $2 and not s.refused';
  const problem = (code: string, severity: string, where: string) =>
    affected(
      work,
      `insert into supply.row_problem (org_id, upload_id, line, column_name, supplier_part, code, severity, facts)
       select s.org_id, s.upload_id, s.line, 'supplierPart', s.supplier_part, '${code}', '${severity}', jsonb_build_object('value', s.supplier_part, 'action', s.action)
       from supply.staged_row s ${offers} where ${scope} and ${where}`,
      key,
    );
  const unknown = `s.action in ('CHANGE', 'PRICE') and (o.id is null or o.status = 'WITHDRAWN')`;
  // Pieces become boxes and the price stays per piece: without a factor the price of a box would be a guess.
  const unfactored = `s.action = 'CHANGE' and s.order_unit <> o.order_unit and s.price_factor_num is null and coalesce(s.price_unit, o.price_unit) <> s.order_unit`;
  await problem('OFFER_UNKNOWN', 'WARNING', `s.action = 'DELETE' and (o.id is null or o.status = 'WITHDRAWN')`);
  await problem('ALREADY_OFFERED', 'WARNING', `s.action = 'ADD' and o.status = 'ACTIVE'`);
  await problem('OFFER_UNKNOWN', 'ERROR', unknown);
  await problem('UNIT_WITHOUT_FACTOR', 'ERROR', unfactored);
  await affected(
    work,
    `update supply.staged_row t set refused = true, said = to_jsonb(t) from supply.staged_row s ${offers}
     where ${scope} and (${unknown} or ${unfactored}) and t.org_id = s.org_id and t.upload_id = s.upload_id and t.row_no = s.row_no`,
    key,
  );
  await affected(work, completion, key);
}

const said = 's.list_price is not null or s.break_from is not null';
const breaks = (column: string) => `case when ${said} then s.break_${column} when o.break_count > 0 then
  array(select b.${column === 'from' ? 'from_quantity' : 'price'} from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id order by b.from_quantity) end`;
const factor = (column: string) => `case when s.price_factor_num is not null then s.${column}
  when coalesce(s.price_unit, o.price_unit) = coalesce(s.order_unit, o.order_unit) then 1 else o.${column} end`;
const merged = contentColumns.map((column) => {
  if (column !== 'basis' && (priceColumns as readonly string[]).includes(column))
    return `${column} = case when ${said} then s.${column} else o.${column} end`;
  if (column.startsWith('price_factor_')) return `${column} = ${factor(column)}`;
  if (column === 'details') return `details = o.details || coalesce(s.details, '{}')`;
  return `${column} = coalesce(s.${column}, o.${column})`;
});
// The row as it came is kept beside: judged again after another publication, it is completed from what holds then.
const completion = `update supply.staged_row s set said = to_jsonb(s), ${merged.join(', ')}, break_from = ${breaks('from')}, break_price = ${breaks('price')},
    maker = coalesce(s.maker, o.details ->> 'maker'), maker_name = coalesce(s.maker_name, o.details ->> 'makerName'), part_number = coalesce(s.part_number, o.details ->> 'part')
  from (select * from supply.offer where org_id = $1 and id = any (array(select id from published))) o where o.supplier_part = s.supplier_part
    and s.org_id = $1 and s.upload_id = $2 and not s.refused and s.action in ('CHANGE', 'PRICE')`;

const ownColumns = ['refused', 'maker', 'maker_name', 'part_number', ...contentColumns, 'break_from', 'break_price'];
const restoration = `update supply.staged_row s set said = null, ${ownColumns.map((column) => `${column} = r.${column}`).join(', ')}
  from (select q.upload_id as id, j.* from supply.staged_row q cross join lateral jsonb_populate_record(null::supply.staged_row, q.said) j
    where q.org_id = $1 and q.upload_id = $2 and q.said is not null) r
  where s.org_id = $1 and s.upload_id = $2 and s.row_no = r.row_no and s.said is not null`;

async function noteChanges(work: Work, key: readonly string[], full: boolean): Promise<void> {
  const into = 'insert into supply.staged_change (org_id, upload_id, change, supplier_part, row_no, offer_id, digest)';
  await affected(
    work,
    `${into} select s.org_id, s.upload_id, case when o.status = 'ACTIVE' then 'CHANGED' else 'NEW' end, s.supplier_part, s.row_no, o.id, s.digest
     from supply.staged_row s
     left join published o on o.supplier_part = s.supplier_part
     where s.org_id = $1 and s.upload_id = $2 and not s.refused and s.action <> 'DELETE'
       and (o.id is null or o.status = 'WITHDRAWN' or o.digest <> s.digest) order by 3, 4`,
    key,
  );
  await affected(
    work,
    `${into} select s.org_id, s.upload_id, 'WITHDRAWN', s.supplier_part, s.row_no, o.id, null from supply.staged_row s
       join published o on o.supplier_part = s.supplier_part and o.status = 'ACTIVE'
     where s.org_id = $1 and s.upload_id = $2 and not s.refused and s.action = 'DELETE'`,
    key,
  );
  if (!full) return;
  await affected(
    work,
    `${into} select $1, $2, 'WITHDRAWN', o.supplier_part, null, o.id, null from published o
     where o.status = 'ACTIVE' and not exists (select from supply.staged_row s where s.org_id = $1 and s.upload_id = $2 and s.supplier_part = o.supplier_part)
       and not exists (select from same_row s where s.supplier_part = o.supplier_part)`,
    key,
  );
}

async function count(work: Work, key: readonly string[], catalogueId: string): Promise<UploadCounts> {
  const staged = await one<Pick<UploadCounts, 'rows' | 'refused' | 'unidentified' | 'stock'> & { deletes: number }>(
    work,
    `select count(*)::int as rows, count(*) filter (where refused)::int as refused, count(*) filter (where refused and supplier_part is null)::int as unidentified,
       count(*) filter (where not refused and stock_location is not null)::int as stock, count(*) filter (where not refused and action = 'DELETE')::int as deletes
     from supply.staged_row where org_id = $1 and upload_id = $2`,
    key,
  );
  const changes = await rows<{ change: 'NEW' | 'CHANGED' | 'WITHDRAWN'; count: number }>(
    work,
    'select change, count(*)::int as count from supply.staged_change where org_id = $1 and upload_id = $2 group by change',
    key,
  );
  const same = await one<{ rows: number; stock: number }>(
    work,
    `select count(*)::int as rows, count(*) filter (where locations <> '')::int as stock from same_row`,
  );
  const others = await one<{ warnings: number; active: number }>(
    work,
    `select (select count(*) from supply.row_problem where org_id = $1 and upload_id = $2 and severity = 'WARNING')::int as warnings,
       (select count(*) from supply.offer where org_id = $1 and catalogue_id = $3 and status = 'ACTIVE')::int as active`,
    [...key, catalogueId],
  );
  if (!staged || !others || !same) throw new Error('a count gave no row');
  const of = (change: string) => changes.find((entry) => entry.change === change)?.count ?? 0;
  const ok = staged.rows + same.rows - staged.refused;
  const { deletes, ...figures } = staged;
  return {
    ...figures,
    rows: staged.rows + same.rows,
    stock: staged.stock + same.stock,
    ...others,
    ok,
    new: of('NEW'),
    changed: of('CHANGED'),
    unchanged: ok - deletes - of('NEW') - of('CHANGED'),
    withdrawn: of('WITHDRAWN'),
  };
}
