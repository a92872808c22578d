import { v4, v7 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, languages, one, requirePermission, type Work } from '#libs/platform';
import { emailField } from '../credential/email.js';
import { hashPassword } from '../credential/password.js';
import { permissions } from '../permissions.js';
import { mayGrantRoles } from '../role/role.reader.js';

const input = z.strictObject({
  email: emailField,
  name: z.string().trim().min(1).max(200),
  roles: z.array(z.string()).min(1).max(20),
  /** Absent: the person sets one by the mail for a forgotten password. */
  password: z.string().min(1).max(512).optional(),
  locale: z.enum(languages).default('en'),
});

export type AdmitMemberInput = z.input<typeof input>;
export type AdmitMemberError = Fault<'AlreadyMember' | 'RoleUnknown' | 'PermissionNotHeld'>;

/** Who joined. */
export interface Admitted {
  memberId: string;
  personId: string;
}

/**
 * Makes a person a member at once, without a letter: for the demo world, for single sign-on, for tests. A person who is on the
 * hub already keeps his name and password. People invite each other by `inviteMember`.
 * Errors: AlreadyMember, RoleUnknown, PermissionNotHeld. Throws Forbidden, BadInput.
 */
export async function admitMember(work: Work, given: AdmitMemberInput): Promise<Result<Admitted, AdmitMemberError>> {
  requirePermission(work, permissions.manageMembers);
  const person = checkInput(input, given);
  const refused = await mayGrantRoles(work, person.roles);
  if (refused.length > 0) return fail(...refused);
  return admit(work, { ...person, passwordHash: person.password === undefined ? null : await hashPassword(person.password) });
}

/** A person as he joins, with checked roles. */
export interface Joining {
  email: string;
  name: string;
  roles: readonly string[];
  passwordHash: string | null;
  locale: string;
}

/** The joining itself, shared with the acceptance of an invitation; rights and roles are checked by the callers. */
export async function admit(work: Work, person: Joining): Promise<Result<Admitted, Fault<'AlreadyMember'>>> {
  const joined = await one<Admitted & { outcome: string }>(
    work,
    `select member_id as "memberId", person_id as "personId", outcome from organizations.admit_member($1, $2, $3, $4, $5, $6, $7::text[])`,
    [v7(), v4(), person.email, person.name, person.passwordHash, person.locale, person.roles],
  );
  if (joined?.outcome !== 'ADMITTED') return fail({ code: 'AlreadyMember', path: ['email'] });
  await audit(work, { action: 'member:join', subject: `member:${joined.memberId}`, detail: { roles: person.roles } });
  return ok({ memberId: joined.memberId, personId: joined.personId });
}
