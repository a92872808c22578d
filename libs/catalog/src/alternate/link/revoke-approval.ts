import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../../permissions.js';
import type { InterchangeLink } from './link.entity.js';
import { type RevokeApprovalInput, revokeApprovalInput } from './link.input.js';
import { linkByKey, lockApproval } from './link.reader.js';

/**
 * Takes back an approval of the organisation's own; what was ordered under it stays. The link may be approved anew.
 * Errors: ApprovalRevoked when it was taken back before. Throws NotFound for others' approvals, Forbidden without alternate:approve.
 */
export async function revokeApproval(
  work: Work,
  raw: RevokeApprovalInput,
): Promise<Result<InterchangeLink, Fault<'ApprovalRevoked'>>> {
  requirePermission(work, permissions.approveAlternates);
  const input = checkInput(revokeApprovalInput, raw);
  const approval = await lockApproval(work, input.approvalId);
  if (approval.revokedAt) return fail({ code: 'ApprovalRevoked' as const, path: ['approvalId'] });
  await affected(
    work,
    'update catalog.interchange_approval set revoked_at = transaction_timestamp(), revoked_reason = $3 where org_id = $1 and id = $2',
    [work.actor.orgId, approval.id, input.reason ?? null],
  );
  return ok(await linkByKey(work, approval.link));
}
