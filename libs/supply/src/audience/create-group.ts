import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { type BuyerGroup, groupName, groupNote } from './audience.js';

const input = z.strictObject({ name: groupName, note: groupNote });

/**
 * Opens an empty group of buyers of the acting supplier. Errors: GroupNameTaken; of two at once one wins.
 * Throws Forbidden without agreement:manage, BadInput.
 */
export async function createGroup(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<BuyerGroup, Fault<'GroupNameTaken'>>> {
  requirePermission(work, 'agreement:manage');
  const { name, note } = checkInput(input, given);
  const made = await one<BuyerGroup>(
    work,
    `insert into supply.audience (org_id, name, note) values ($1, $2, $3) on conflict (org_id, name) do nothing
     returning id, name, note, version, created_at as "createdAt"`,
    [work.actor.orgId, name, note ?? null],
  );
  if (!made) return fail({ code: 'GroupNameTaken', path: ['name'], values: { name } });
  await audit(work, { action: 'group:create', subject: `group:${made.id}`, detail: { name } });
  return ok(made);
}
