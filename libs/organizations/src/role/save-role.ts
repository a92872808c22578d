import { v7 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { Role } from './role.entity.js';
import { grantablePermissions, mayGrant } from './role.reader.js';

const builtIn = ['ADMIN', 'BUYER', 'SELLER', 'VIEWER', 'INTEGRATION'];

const input = z.strictObject({
  name: z.string().trim().min(1).max(60),
  permissions: z
    .array(z.string())
    .min(1)
    .max(100)
    .transform((names) => [...new Set(names)].sort()),
  /** Absent: a new role. */
  expectedVersion: z.int().nullish(),
});

export type SaveRoleInput = z.input<typeof input>;
export type SaveRoleError = Fault<
  'RoleBuiltIn' | 'RoleNameTaken' | 'PermissionUnknown' | 'PermissionNotHeld' | 'VersionConflict'
>;

/**
 * Makes a role of the organisation's own, or with `expectedVersion` changes what it allows; members who have it feel it within a second.
 * Errors: RoleBuiltIn, RoleNameTaken, PermissionUnknown (not what this kind of organisation can do), PermissionNotHeld, VersionConflict. Throws Forbidden.
 */
export async function saveRole(work: Work, given: SaveRoleInput): Promise<Result<Role, SaveRoleError>> {
  requirePermission(work, permissions.manageRoles);
  const wanted = checkInput(input, given);
  if (builtIn.includes(wanted.name.toUpperCase()))
    return fail({ code: 'RoleBuiltIn', path: ['name'], values: { name: wanted.name } });
  const grantable = await grantablePermissions(work);
  const unknown = wanted.permissions.filter((permission) => !grantable.has(permission));
  if (unknown.length > 0)
    return fail({ code: 'PermissionUnknown', path: ['permissions'], values: { permissions: unknown.join(', ') } });
  const refused = mayGrant(work, wanted.permissions, ['permissions']);
  if (refused.length > 0) return fail(...refused);

  const before = await work.tx.findOne(Role, {
    where: { orgId: work.actor.orgId, name: wanted.name },
    lock: { mode: 'pessimistic_write' },
  });
  const saved = wanted.expectedVersion == null ? await insert(work, wanted) : await change(work, { ...wanted, before });
  if (!saved.ok) return saved;
  const detail = { name: wanted.name, before: before?.permissions ?? null, after: wanted.permissions };
  await audit(work, { action: 'role:save', subject: `role:${saved.value.id}`, detail });
  return saved;
}

interface Wanted {
  name: string;
  permissions: string[];
  expectedVersion?: number | null | undefined;
}

async function insert(work: Work, wanted: Wanted): Promise<Result<Role, SaveRoleError>> {
  const role: Role = { orgId: work.actor.orgId, id: v7(), name: wanted.name, permissions: wanted.permissions, version: 1 };
  const count = await affected(
    work,
    'insert into organizations.role (org_id, id, name, permissions) values ($1, $2, $3, $4::text[]) on conflict (org_id, name) do nothing',
    [role.orgId, role.id, role.name, role.permissions],
  );
  return count === 1 ? ok(role) : fail({ code: 'RoleNameTaken', path: ['name'], values: { name: wanted.name } });
}

async function change(work: Work, wanted: Wanted & { before: Role | null }): Promise<Result<Role, SaveRoleError>> {
  const { before } = wanted;
  if (before?.version !== wanted.expectedVersion || !before) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  // What the role allows now must be the actor's to take away, too.
  const refused = mayGrant(work, before.permissions, ['permissions']);
  if (refused.length > 0) return fail(...refused);
  const changed = { permissions: wanted.permissions, version: before.version + 1 };
  await work.tx.update(Role, { orgId: before.orgId, id: before.id }, changed);
  return ok({ ...before, ...changed });
}
