import { v4 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, languages, requirePermission, rows, type Work } from '#libs/platform';
import { normalEmail } from '../credential/email.js';
import { freshSecret, secretHash } from '../credential/secret-token.js';
import type { Letters } from '../letters.js';
import { hasMemberWithEmail, membersByIds } from '../member/member.reader.js';
import { organizationById } from '../organization/organization.reader.js';
import { permissions } from '../permissions.js';
import { mayGrantRoles } from '../role/role.reader.js';
import { Invitation } from './invitation.entity.js';

/** Days a link of invitation is good. */
export const invitationDays = 7;

const input = z.strictObject({
  email: z.string().max(320),
  roles: z
    .array(z.string())
    .min(1)
    .max(20)
    .transform((roles) => [...new Set(roles)]),
  /** Language of the letter. */
  locale: z.enum(languages).default('en'),
});

export type InviteMemberInput = z.input<typeof input>;
export type InviteMemberError = Fault<'EmailNotValid' | 'AlreadyMember' | 'RoleUnknown' | 'PermissionNotHeld'>;

/** An invitation and the link that was mailed; the link is shown to nobody but the invited (and to the console that founds a hub). */
export interface Invited {
  invitation: Invitation;
  link: string;
}

/**
 * Invites somebody by mail, for 7 days; an older open invitation to the same address ends. Whether the address is known to the
 * hub does not show.
 * Errors: EmailNotValid, AlreadyMember, RoleUnknown, PermissionNotHeld. Throws Forbidden, BadInput.
 */
export async function inviteMember(
  work: Work,
  given: InviteMemberInput,
  letters: Letters,
): Promise<Result<Invited, InviteMemberError>> {
  requirePermission(work, permissions.manageMembers);
  const wanted = checkInput(input, given);
  const email = normalEmail(wanted.email);
  if (!email) return fail({ code: 'EmailNotValid', path: ['email'] });
  if (await hasMemberWithEmail(work, email)) return fail({ code: 'AlreadyMember', path: ['email'] });
  const refused = await mayGrantRoles(work, wanted.roles);
  if (refused.length > 0) return fail(...refused);

  const { orgId } = work.actor;
  await affected(
    work,
    `update organizations.invitation set status = 'REVOKED' where org_id = $1 and email = $2 and status = 'PENDING'`,
    [orgId, email],
  );
  const invitation: Invitation = {
    orgId,
    id: v4(),
    email,
    roles: wanted.roles,
    locale: wanted.locale,
    invitedBy: work.actor.kind === 'user' ? work.actor.memberId : null,
    status: 'PENDING',
    expiresAt: new Date(work.now.getTime() + invitationDays * 86_400_000),
    createdAt: work.now,
  };
  await work.tx.insert(Invitation, { ...invitation });
  const secret = freshSecret();
  await rows(work, `select organizations.put_invitation_link($1, $2, make_interval(days => $3))`, [
    secretHash(secret),
    invitation.id,
    invitationDays,
  ]);
  const link = letters.link('invitation', secret);
  await mail(work, { invitation, link, letters });
  await audit(work, { action: 'member:invite', subject: `invitation:${invitation.id}`, detail: { email, roles: wanted.roles } });
  return ok({ invitation, link });
}

async function mail(work: Work, { invitation, link, letters }: Invited & { letters: Letters }): Promise<void> {
  const organization = await organizationById(work, invitation.orgId);
  const [inviter] = invitation.invitedBy ? await membersByIds(work, [invitation.invitedBy]) : [];
  const values = {
    organization: organization.name,
    inviter: inviter?.name ?? organization.name,
    link,
    days: String(invitationDays),
  };
  await letters.send(work, { name: 'Invitation', to: invitation.email, locale: invitation.locale, values });
}
