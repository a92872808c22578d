import { In } from 'typeorm';
import type { Fault } from '#libs/kernel';
import {
  type Connection,
  connection,
  type GuestWork,
  keyset,
  NotFound,
  type Ordering,
  type OrganizationRole,
  one,
  type PageArgs,
  pageOf,
  rows,
  type Work,
} from '#libs/platform';
import { Organization } from './organization.entity.js';

/** What narrows the list of organisations. */
export interface OrganizationFilter {
  role?: OrganizationRole | null;
  /** Part of the name, any case. */
  text?: string | null;
}

/** Cards of the organisations with these ids, in no order; unknown ids are left out. */
export async function organizationCards(work: Work | GuestWork, ids: readonly string[]): Promise<Organization[]> {
  return ids.length === 0 ? [] : work.tx.findBy(Organization, { id: In([...new Set(ids)]) });
}

/** The card of one organisation. Throws NotFound. */
export async function organizationById(work: Work | GuestWork, id: string): Promise<Organization> {
  const card = await work.tx.findOneBy(Organization, { id });
  if (!card) throw new NotFound(`organization ${id}`);
  return card;
}

const byName: Ordering = {
  name: 'organizations:NAME_ASC',
  columns: [
    { sql: 'o.name', cast: 'text' },
    { sql: 'o.id', cast: 'uuid' },
  ],
};

/** One page of cards by name. Cards are global: every organisation that trades here is on the list. */
export async function listOrganizations(
  work: Work,
  filter: OrganizationFilter,
  args: PageArgs,
): Promise<Connection<Organization>> {
  const page = pageOf(args, byName);
  const key = keyset(page, byName, 3);
  const found = await rows<Organization>(
    work,
    `select o.id, o.name, o.roles, o.country, o.currency, o.cage, o.duns, o.gln, o.peppol_id as "peppolId", o.status, o.version, o.created_at as "createdAt"
     from organizations.organization o
     where ($1::text is null or $1 = any (o.roles)) and ($2::text is null or position(lower($2) in lower(o.name)) > 0) and ${key.where}
     order by ${key.orderBy} limit ${key.limit}`,
    [filter.role ?? null, filter.text?.trim() || null, ...key.values],
  );
  return connection(found, page, (o) => [o.name, o.id]);
}

/** How many organisations the filter leaves. */
export async function countOrganizations(work: Work, filter: OrganizationFilter): Promise<number> {
  const [row] = await rows<{ n: number }>(
    work,
    `select count(*)::int as n from organizations.organization o
     where ($1::text is null or $1 = any (o.roles)) and ($2::text is null or position(lower($2) in lower(o.name)) > 0)`,
    [filter.role ?? null, filter.text?.trim() || null],
  );
  return row?.n ?? 0;
}

/** Members per organisation, for an operator; everybody else gets none. */
export async function memberCounts(work: Work, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = await rows<{ orgId: string; members: number }>(
    work,
    'select org_id as "orgId", members from organizations.member_counts($1::uuid[])',
    [ids],
  );
  return new Map(counts.map((row) => [row.orgId, row.members]));
}

/** Identifiers of an organisation that the world gives out once. */
export interface Identifiers {
  cage?: string | null | undefined;
  duns?: string | null | undefined;
  gln?: string | null | undefined;
  peppolId?: string | null | undefined;
}

/** The first identifier that another organisation than `except` has already, as a fault of its field. Until the work ends nobody else takes one. */
export async function takenIdentifier(
  work: Work,
  given: Identifiers,
  except?: string,
): Promise<Fault<'IdentifierTaken'> | undefined> {
  const wanted = [given.cage ?? null, given.duns ?? null, given.gln ?? null, given.peppolId ?? null];
  if (wanted.every((identifier) => identifier === null)) return undefined;
  await rows(work, `select pg_advisory_xact_lock(hashtext('organizations.found_organization'))`);
  const found = await one<{ field: keyof Identifiers }>(
    work,
    `select case when o.cage = $1 then 'cage' when o.duns = $2 then 'duns' when o.gln = $3 then 'gln' else 'peppolId' end as field
     from organizations.organization o
     where (o.cage = $1 or o.duns = $2 or o.gln = $3 or o.peppol_id = $4) and ($5::uuid is null or o.id <> $5) order by o.id limit 1`,
    [...wanted, except ?? null],
  );
  if (!found) return undefined;
  return { code: 'IdentifierTaken', path: [found.field], values: { identifier: given[found.field] ?? null } };
}
