import { fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, copyToTemporary, one, requirePermission, rows, type Work } from '#libs/platform';
import { permissions } from '../../permissions.js';
import { presentCodes } from '../link/link.reader.js';
import type { ListedCode } from '../link/link.rules.js';
import { type LinkColumn, type LinkRow, type LinkRowFault, readLinkRow, type StagedLink, stagedColumns } from './link-row.js';

/** Rows of one file at most. */
export const importedLinksMax = 200_000;
/** Faults told at most: a file can be wrong in a million places, the first thousand say enough. */
const faultsMax = 1_000;

/** What a file of links did. */
export interface LinkImport {
  rows: number;
  added: number;
  /** Said before by the same organisation, from the same day on. */
  unchanged: number;
}

/**
 * Asserts the links of a file, streamed and merged at once: rows of one old part, one new part, one code and one day are one link with
 * several applications; rows with one name in `set` are one set. A part is found by number as written and manufacturer (code or name);
 * without a manufacturer the number must mean one part. The capacity is the strongest the organisation has for each link; a buyer's
 * links are claims when the actor may not approve.
 * All or nothing. Errors: what is wrong with each row, `path` is lines, line, column; at most 1,000. `rows` is called anew when
 * the work is tried again. Throws Forbidden without alternate:assert.
 */
export async function importLinks(
  work: Work,
  input: { rows: () => AsyncIterable<LinkRow> },
): Promise<Result<LinkImport, LinkRowFault>> {
  requirePermission(work, permissions.assertAlternates);
  const codes = await presentCodes(work);
  const faults: LinkRowFault[] = [];
  await affected(work, 'drop table if exists pg_temp.link_row');
  await affected(work, `create temporary table link_row (${stagedColumns.join(', ')}) on commit drop`);
  const columns = stagedColumns.map((column) => column.split(' ')[0] ?? '');
  const count = await copyToTemporary(work, { table: 'link_row', columns }, readable(input.rows(), codes, faults));
  if (faults.length > 0) return fail(...faults);
  await identify(work);
  const wrong = await partFaults(work);
  if (wrong.length > 0) return fail(...wrong);
  return ok({ rows: count, ...(await merge(work)) });
}

async function* readable(
  given: AsyncIterable<LinkRow>,
  codes: readonly ListedCode[],
  faults: LinkRowFault[],
): AsyncGenerator<StagedLink> {
  let count = 0;
  for await (const row of given) {
    if (++count > importedLinksMax) {
      faults.push({ code: 'TooManyLines', path: ['lines', String(row.line)], values: { limit: importedLinksMax } });
      return;
    }
    const read = readLinkRow(row, codes);
    if (isStaged(read)) yield read;
    else faults.push(...read.slice(0, faultsMax - faults.length));
    if (faults.length >= faultsMax) return;
  }
}

const isStaged = (read: StagedLink | LinkRowFault[]): read is StagedLink => typeof read[0] === 'string';

const found = (side: 'from' | 'to') => `left join lateral (
    select count(*)::int as hits, min(p.id::text)::uuid as id, min(p.manufacturer_id::text)::uuid as maker from catalog.part p
    where p.key = catalog.part_key(r.${side}_number) and p.number = r.${side}_number
      and (r.${side}_code is null or exists (select 1 from catalog.manufacturer_alias a where a.manufacturer_id = p.manufacturer_id and a.alias in (r.${side}_code, r.${side}_name)))) ${side}_part on true`;

/** Parts by number and manufacturer, and in what capacity each row may be said; one statement for the whole file. */
async function identify(work: Work): Promise<void> {
  await affected(work, 'analyze link_row');
  await affected(work, 'drop table if exists pg_temp.link_found');
  await affected(
    work,
    `create temporary table link_found on commit drop as
     select r.*, from_part.hits as from_hits, from_part.id as from_part, to_part.hits as to_hits, to_part.id as to_part,
       coalesce(c.from_maker, c.to_maker) as maker_id,
       case when coalesce(c.from_maker, c.to_maker) is not null then 'MANUFACTURER' else (select role from unnest(array['OPERATOR', 'SUPPLIER', 'BUYER']) with ordinality as k (role, place)
         where role = any (g.roles) order by place limit 1) end as asserted_as
     from link_row r ${found('from')} ${found('to')}
     join organizations.organization g on g.id = '${work.actor.orgId}'::uuid
     cross join lateral (select
       (select x.manufacturer_id from catalog.manufacturer_alias x where x.alias = 'C:' || g.cage and x.manufacturer_id = from_part.maker) as from_maker,
       (select x.manufacturer_id from catalog.manufacturer_alias x where x.alias = 'C:' || g.cage and x.manufacturer_id = to_part.maker
          and r.meaning in ('TWO_WAY', 'REIDENTIFIED', 'NOT')) as to_maker) c`,
  );
}

async function partFaults(work: Work): Promise<LinkRowFault[]> {
  const wrong = await rows<{ line: number; column: LinkColumn; code: LinkRowFault['code']; value: string }>(
    work,
    `select f.line, w."column", w.code, w.value from link_found f cross join lateral (
       select 'fromNumber' as "column", case f.from_hits when 0 then 'PartUnknown' else 'PartAmbiguous' end as code, f.from_number as value where f.from_hits <> 1
       union all select 'toNumber', case f.to_hits when 0 then 'PartUnknown' else 'PartAmbiguous' end, f.to_number where f.to_hits <> 1
       union all select 'toNumber', 'LinkToItself', f.to_number where f.from_part = f.to_part
       union all select 'code', 'CapacityNotYours', f.code where f.asserted_as is null) w
     union all
     select max(f.line), 'toNumber', 'LinkMemberRepeated', min(f.to_number) from link_found f where f.set_number is not null and f.to_part is not null
       group by f.from_part, f.set_number, f.effective_from, f.to_part having count(distinct f.quantity) > 1
     order by 1, 2 limit ${faultsMax}`,
  );
  return wrong.map(({ line, column, code, value }) => ({ code, path: ['lines', String(line), column], values: { value } }));
}

/** Groups of rows become links; what the organisation says already stays as it is. */
async function merge(work: Work): Promise<{ added: number; unchanged: number }> {
  await affected(
    work,
    `create temporary table link_group on commit drop as
     select platform.uuid_v7() as id, f.from_part, case when f.set_number is null then f.to_part end as to_part, f.set_number, f.code, f.effective_from, min(f.line) as line,
       case when f.set_number is not null then count(distinct f.to_part) end as size,
       coalesce(jsonb_agg(distinct jsonb_build_object('model', f.model, 'msnFrom', f.msn_from, 'msnTo', f.msn_to, 'modification', f.modification))
         filter (where coalesce(f.model, f.modification, f.msn_from::text, f.msn_to::text) is not null), '[]') as applicability
     from link_found f group by f.from_part, case when f.set_number is null then f.to_part end, f.set_number, f.code, f.effective_from`,
  );
  const counted = await one<{ groups: number; added: number }>(
    work,
    `with said as (
       insert into catalog.interchange_link (org_id, id, from_part, to_part, set_size, code, code_version, meaning, class, effect, set_number, asserted_as, maker_id, applicability,
         effective_from, effective_to, authority, remark, asserted_by, counts_at_once)
       select $1, g.id, g.from_part, g.to_part, g.size, g.code, f.code_version, f.meaning, f.class, f.effect, g.set_number, f.asserted_as, f.maker_id, g.applicability,
         coalesce(g.effective_from, current_date), f.effective_to, f.authority, f.remark, $2, f.asserted_as = 'BUYER' and $3::boolean
       from link_group g join link_found f on f.line = g.line order by g.from_part, g.to_part, g.id on conflict do nothing returning id)
     select (select count(*)::int from link_group) as groups, (select count(*)::int from said) as added`,
    [
      work.actor.orgId,
      JSON.stringify({ kind: work.actor.kind, id: actorKey(work.actor) }),
      work.actor.permissions.has(permissions.approveAlternates),
    ],
  );
  await affected(
    work,
    `insert into catalog.interchange_member (org_id, link_id, part_id, visibility, quantity)
     select l.org_id, l.id, f.to_part, l.visibility, min(f.quantity) from link_group g join catalog.interchange_link l on l.org_id = $1 and l.id = g.id
     join link_found f on f.from_part = g.from_part and f.set_number = g.set_number and f.code = g.code and f.effective_from is not distinct from g.effective_from
     group by l.org_id, l.id, f.to_part, l.visibility`,
    [work.actor.orgId],
  );
  await affected(work, 'drop table pg_temp.link_group, pg_temp.link_found, pg_temp.link_row');
  const { groups, added } = counted ?? { groups: 0, added: 0 };
  return { added, unchanged: groups - added };
}
