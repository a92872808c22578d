import { NotFound, one, rows, type Work } from '#libs/platform';
import type { InterchangeLink, LinkApproval, LinkKey } from './link.entity.js';
import type { Capacities, ListedCode } from './link.rules.js';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const approvals = `(select coalesce(jsonb_agg(jsonb_build_object('orgId', y.org_id, 'id', y.id, 'kind', y.kind, 'fleet', y.fleet, 'validFrom', y.valid_from, 'validTo', y.valid_to,
    'note', y.note, 'approvedAt', ${instant('y.approved_at')}, 'revokedAt', ${instant('y.revoked_at')}) order by y.approved_at, y.id), '[]')
  from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id)`;
const columns = `l.org_id as "orgId", l.id, l.from_part as "fromPart", l.to_part as "toPart", l.set_number as "setNumber", l.code, c.names as "codeNames", l.meaning, l.class,
  k.names as "classNames", l.effect, l.asserted_as as "assertedAs", l.applicability, l.effective_from as "effectiveFrom", l.effective_to as "effectiveTo", l.authority, l.remark,
  ${instant('l.asserted_at')} as "assertedAt", ${instant('l.withdrawn_at')} as "withdrawnAt", l.withdrawn_reason as "withdrawnReason",
  (select coalesce(jsonb_agg(jsonb_build_object('partId', e.part_id, 'quantity', e.quantity::text) order by e.part_id), '[]')
    from catalog.interchange_member e where e.org_id = l.org_id and e.link_id = l.id) as members,
  catalog.link_standing(l.org_id, l.id, l.from_part) as standing,
  case when l.meaning in ('TWO_WAY', 'REIDENTIFIED') then catalog.link_standing(l.org_id, l.id, l.to_part) end as "reverseStanding", ${approvals} as approvals`;
const tables = `catalog.interchange_link l join catalog.interchange_code c on c.list = 'INC' and c.version = l.code_version and c.code = l.code
  left join lateral (select d.names from catalog.interchange_code d where d.list = 'D590' and d.code = l.class order by d.valid_from desc, d.version desc limit 1) k on true`;

/** Links by key that the acting organisation may see, withdrawn ones too, in the order asked for. */
export async function linksByKeys(work: Work, keys: readonly LinkKey[]): Promise<(InterchangeLink | undefined)[]> {
  if (keys.length === 0) return [];
  const found = await rows<InterchangeLink>(
    work,
    `select ${columns} from ${tables} where (l.org_id, l.id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [keys.map((key) => key.orgId), keys.map((key) => key.id)],
  );
  const known = new Map(found.map((link) => [`${link.orgId}:${link.id}`, link]));
  return keys.map((key) => known.get(`${key.orgId}:${key.id}`));
}

/** One link. Throws NotFound when it is absent or not to be seen. */
export async function linkByKey(work: Work, key: LinkKey): Promise<InterchangeLink> {
  const [link] = await linksByKeys(work, [key]);
  if (!link) throw new NotFound('interchange link');
  return link;
}

/** Links of the picture around a part at most. */
export const linksAroundMax = 200;

/** The part that stands for a part: another one after a merge. */
const meant = (part: string): string =>
  `coalesce((select i.to_part from catalog.identity_correction i where i.from_part = ${part} and i.kind = 'MERGE' and i.undone_at is null), ${part})`;
/** A part with those that turned out to be it. */
const names = (part: string): string =>
  `any (array(select ${part} union all select i.from_part from catalog.identity_correction i where i.to_part = ${part} and i.kind = 'MERGE' and i.undone_at is null))`;
/** Links as they are to be drawn: between the parts that stand for those they were written on. */
const drawn = columns
  .replace('l.from_part as', `${meant('l.from_part')} as`)
  .replace('l.to_part as', `${meant('l.to_part')} as`)
  .replace("'partId', e.part_id", `'partId', ${meant('e.part_id')}`);

/**
 * The links around a part, in either direction, up to `depth` links away (1-4): every one that the acting organisation may see and
 * that was not withdrawn, claims and those of other days too. At most 200, the nearest first. A part that was merged into another is
 * drawn as that one.
 */
export async function linksAround(work: Work, partId: string, depth: number): Promise<InterchangeLink[]> {
  return rows<InterchangeLink>(
    work,
    `with recursive near (part, depth) as (
       select ${meant('x.part')}, 0 from (select $1::uuid as part) x
       union
       select ${meant('o.part')}, n.depth + 1 from near n cross join lateral (
         select coalesce(l.to_part, e.part_id) as part from catalog.interchange_link l left join catalog.interchange_member e on e.org_id = l.org_id and e.link_id = l.id
         where l.from_part = ${names('n.part')} and l.withdrawn_at is null
         union all select l.from_part from catalog.interchange_link l where l.to_part = ${names('n.part')} and l.withdrawn_at is null
         union all select l.from_part from catalog.interchange_member e join catalog.interchange_link l on l.org_id = e.org_id and l.id = e.link_id
         where e.part_id = ${names('n.part')} and l.withdrawn_at is null) o
       where n.depth < $2),
     parts as materialized (select n.part, min(n.depth) as depth from (select * from near limit 2000) n group by n.part),
     chosen as (
       select l.org_id, l.id, min(p.depth) as depth from parts p cross join lateral (
         select l.org_id, l.id from catalog.interchange_link l where (l.from_part = ${names('p.part')} or l.to_part = ${names('p.part')}) and l.withdrawn_at is null
         union select e.org_id, e.link_id from catalog.interchange_member e join catalog.interchange_link l on l.org_id = e.org_id and l.id = e.link_id
         where e.part_id = ${names('p.part')} and l.withdrawn_at is null) l
       where p.depth < $2 group by l.org_id, l.id order by 3, 2 limit $3)
     select ${drawn} from ${tables} join chosen x on x.org_id = l.org_id and x.id = l.id order by x.depth, l.asserted_at, l.id`,
    [partId, depth, linksAroundMax],
  );
}

/** The codes of both lists that hold today, each in its newest version. */
export async function presentCodes(work: Work): Promise<(ListedCode & { names: Record<string, string> })[]> {
  return rows(
    work,
    `select distinct on (c.list, c.code) c.list, c.version, c.code, c.meaning, c.names from catalog.interchange_code c
     where c.valid_from <= current_date and coalesce(c.valid_to, current_date) >= current_date order by c.list, c.code, c.valid_from desc, c.version desc`,
  );
}

/** What the acting organisation is with regard to these parts; unknown parts are left out. */
export async function capacitiesOf(work: Work, partIds: readonly string[]): Promise<Capacities> {
  const found = await one<{ roles: string[]; makers: string[]; parts: [string, string][] }>(
    work,
    `with asked as (select p.id, p.manufacturer_id from catalog.part p where p.id = any ($2))
     select g.roles, coalesce((select jsonb_agg(jsonb_build_array(a.id, a.manufacturer_id)) from asked a), '[]') as parts,
       array(select x.manufacturer_id::text from catalog.manufacturer_alias x where x.alias = 'C:' || g.cage) as makers
     from organizations.organization g where g.id = $1`,
    [work.actor.orgId, [...partIds]],
  );
  if (!found) throw new NotFound('organization');
  return { roles: found.roles, makers: found.makers, parts: new Map(found.parts) };
}

/** The acting organisation's link, locked. Throws NotFound. */
export async function lockLink(work: Work, id: string): Promise<InterchangeLink> {
  const key = { orgId: work.actor.orgId, id };
  const locked = await one(work, 'select l.id from catalog.interchange_link l where l.org_id = $1 and l.id = $2 for update', [
    key.orgId,
    id,
  ]);
  if (!locked) throw new NotFound('interchange link');
  return linkByKey(work, key);
}

/** The acting organisation's approval, locked, with the key of its link. Throws NotFound. */
export async function lockApproval(work: Work, id: string): Promise<Pick<LinkApproval, 'id' | 'revokedAt'> & { link: LinkKey }> {
  const locked = await one<Pick<LinkApproval, 'id' | 'revokedAt'> & { link: LinkKey }>(
    work,
    `select y.id, ${instant('y.revoked_at')} as "revokedAt", jsonb_build_object('orgId', y.link_org, 'id', y.link_id) as link
     from catalog.interchange_approval y where y.org_id = $1 and y.id = $2 for update`,
    [work.actor.orgId, id],
  );
  if (!locked) throw new NotFound('approval');
  return locked;
}
