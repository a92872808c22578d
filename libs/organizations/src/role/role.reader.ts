import type { Fault } from '#libs/kernel';
import { one, rows, type Work } from '#libs/platform';

/** A role that members of the acting organisation can have. */
export interface KnownRole {
  /** null for a built-in one. */
  id: string | null;
  name: string;
  permissions: string[];
  builtIn: boolean;
  version: number;
}

/** Built-in roles of the organisation's kinds and its own ones, by name, the built-in ones first. */
export async function listRoles(work: Work): Promise<KnownRole[]> {
  return rows<KnownRole>(
    work,
    `select null::uuid as id, d.name, organizations.permissions_of(o.roles, array[d.name]) as permissions, true as "builtIn", 0 as version
     from organizations.organization o cross join lateral (
       select distinct r.name from organizations.default_role r where r.kind = any (o.roles || 'ANY'::text)) as d
     where o.id = $1
     union all
     select r.id, r.name, r.permissions, false, r.version from organizations.role r where r.org_id = $1
     order by 4 desc, 2`,
    [work.actor.orgId],
  );
}

/** Everything that the kinds of the acting organisation allow, which is what its administrators have. */
export async function grantablePermissions(work: Work): Promise<ReadonlySet<string>> {
  const found = await one<{ permissions: string[] }>(
    work,
    `select organizations.permissions_of(o.roles, array['ADMIN']) as permissions from organizations.organization o where o.id = $1`,
    [work.actor.orgId],
  );
  return new Set(found?.permissions);
}

/** Whether the actor may hand out these permissions: nobody gives what he has not. */
export function mayGrant(work: Work, permissions: Iterable<string>, path: readonly string[]): Fault<'PermissionNotHeld'>[] {
  const lacking = [...permissions].filter((permission) => !work.actor.permissions.has(permission));
  return lacking.length === 0 ? [] : [{ code: 'PermissionNotHeld', path, values: { permissions: lacking.sort().join(', ') } }];
}

/** Whether these roles exist and the actor may hand them out. */
export async function mayGrantRoles(work: Work, names: readonly string[]): Promise<Fault<'RoleUnknown' | 'PermissionNotHeld'>[]> {
  if (names.length === 0) return [];
  const known = await listRoles(work);
  const unknown = names.filter((name) => !known.some((role) => role.name === name));
  if (unknown.length > 0) return [{ code: 'RoleUnknown', path: ['roles'], values: { roles: unknown.join(', ') } }];
  return mayGrant(work, new Set(known.filter((role) => names.includes(role.name)).flatMap((role) => role.permissions)), [
    'roles',
  ]);
}
