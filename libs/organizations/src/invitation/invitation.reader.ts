import { NotFound, rows, type Work } from '#libs/platform';
import { Invitation } from './invitation.entity.js';

/** Open invitations of the acting organisation, newest first, at most 100. */
export async function listInvitations(work: Work): Promise<Invitation[]> {
  return work.tx.find(Invitation, {
    where: { orgId: work.actor.orgId, status: 'PENDING' },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 100,
  });
}

/** One invitation, locked. Throws NotFound. */
export async function lockInvitation(work: Work, id: string): Promise<Invitation> {
  const [found] = await rows<Invitation>(
    work,
    `select i.org_id as "orgId", i.id, i.email, i.roles, i.locale, i.invited_by as "invitedBy", i.status, i.expires_at as "expiresAt", i.created_at as "createdAt"
     from organizations.invitation i where i.org_id = $1 and i.id = $2 for update`,
    [work.actor.orgId, id],
  );
  if (!found) throw new NotFound(`invitation ${id}`);
  return found;
}
