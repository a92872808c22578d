import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { Invitation } from './invitation.entity.js';
import { lockInvitation } from './invitation.reader.js';

const input = z.strictObject({ invitationId: z.uuid() });

export type RevokeInvitationInput = z.input<typeof input>;
export type RevokeInvitationError = Fault<'InvitationNotOpen'>;

/** Takes an open invitation back; its link is dead at once. Errors: InvitationNotOpen. Throws Forbidden, NotFound. */
export async function revokeInvitation(
  work: Work,
  given: RevokeInvitationInput,
): Promise<Result<Invitation, RevokeInvitationError>> {
  requirePermission(work, permissions.manageMembers);
  const invitation = await lockInvitation(work, checkInput(input, given).invitationId);
  if (invitation.status !== 'PENDING') return fail({ code: 'InvitationNotOpen', path: ['invitationId'] });
  await work.tx.update(Invitation, { orgId: invitation.orgId, id: invitation.id }, { status: 'REVOKED' });
  await audit(work, { action: 'member:uninvite', subject: `invitation:${invitation.id}`, detail: { email: invitation.email } });
  return ok({ ...invitation, status: 'REVOKED' });
}
