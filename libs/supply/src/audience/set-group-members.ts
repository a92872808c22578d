import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { type BuyerGroup, buyersMax } from './audience.js';
import { lockGroup } from './audience.reader.js';

const buyers = z.array(z.uuid()).max(buyersMax).default([]);
const input = z.strictObject({ groupId: z.uuid(), add: buyers, remove: buyers });

/**
 * Puts buyers into a group of the acting supplier and takes others out; they see, or see no longer, what is shown to it from the
 * same moment on. Whom an agreement lets in stays in while it holds. A buyer named twice counts as taken out.
 * Errors: GroupBuyerUnknown (no active partnership with one to be put in; with all their places). Throws NotFound for a group
 * that is not his, Forbidden without agreement:manage, BadInput.
 */
export async function setGroupMembers(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<BuyerGroup, Fault<'GroupBuyerUnknown'>>> {
  requirePermission(work, 'agreement:manage');
  const { groupId, add, remove } = checkInput(input, given);
  const group = await lockGroup(work, groupId);
  const partners = await rows<{ id: string }>(
    work,
    `select p.org_id as id from organizations.partnership p where p.org_id = any ($1) and p.counterparty_id = $2 and p.status = 'ACTIVE'`,
    [add, work.actor.orgId],
  );
  const known = new Set(partners.map(({ id }) => id));
  const strangers = add.flatMap((id, i) =>
    known.has(id) ? [] : [{ code: 'GroupBuyerUnknown' as const, path: ['add', String(i)] }],
  );
  if (strangers.length > 0) return fail(...strangers);
  await affected(
    work,
    `insert into supply.audience_member (org_id, audience, counterparty_id) select $1, $2, b from unnest($3::uuid[]) as b on conflict do nothing`,
    [work.actor.orgId, groupId, add],
  );
  await affected(
    work,
    `delete from supply.audience_member m where m.org_id = $1 and m.audience = $2 and m.counterparty_id = any ($3) and m.agreement_id is null`,
    [work.actor.orgId, groupId, remove],
  );
  await audit(work, { action: 'group:members', subject: `group:${groupId}`, detail: { add, remove } });
  return ok(group);
}
