import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../../permissions.js';
import type { InterchangeLink } from './link.entity.js';
import { type WithdrawLinkInput, withdrawLinkInput } from './link.input.js';
import { linkByKey, lockLink } from './link.reader.js';

/**
 * Takes back what the organisation asserted: from now on nobody follows the link, and its approvals with it. It stays readable.
 * Errors: LinkWithdrawn when it was taken back before. Throws NotFound for others' links, Forbidden without alternate:assert.
 */
export async function withdrawLink(work: Work, raw: WithdrawLinkInput): Promise<Result<InterchangeLink, Fault<'LinkWithdrawn'>>> {
  requirePermission(work, permissions.assertAlternates);
  const input = checkInput(withdrawLinkInput, raw);
  const link = await lockLink(work, input.linkId);
  if (link.withdrawnAt) return fail({ code: 'LinkWithdrawn' as const, path: ['linkId'] });
  await affected(
    work,
    'update catalog.interchange_link set withdrawn_at = transaction_timestamp(), withdrawn_reason = $3 where org_id = $1 and id = $2',
    [link.orgId, link.id, input.reason ?? null],
  );
  return ok(await linkByKey(work, link));
}
