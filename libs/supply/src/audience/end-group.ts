import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { lockGroup } from './audience.reader.js';

const input = z.strictObject({ groupId: z.uuid() });

/**
 * Ends a group of the acting supplier that nothing is shown to any more; its members lose nothing by it.
 * Errors: GroupInUse (a catalogue, a category or an active offer is shown to it: show that to others first).
 * Throws NotFound for what is not his, Forbidden without agreement:manage, BadInput.
 */
export async function endGroup(work: Work, given: z.input<typeof input>): Promise<Result<{ id: string }, Fault<'GroupInUse'>>> {
  requirePermission(work, 'agreement:manage');
  const { groupId } = checkInput(input, given);
  const group = await lockGroup(work, groupId);
  const key = [work.actor.orgId, groupId];
  const used = await one<{ used: boolean }>(
    work,
    `select exists (select from supply.catalogue c where c.org_id = $1 and c.audience = $2)
       or exists (select from supply.category_audience r where r.org_id = $1 and r.audience = $2)
       or exists (select from supply.offer o where o.org_id = $1 and o.audience = $2 and o.status = 'ACTIVE') as used`,
    key,
  );
  if (used?.used) return fail({ code: 'GroupInUse', path: ['groupId'], values: { name: group.name } });
  await affected(work, 'delete from supply.audience_member m where m.org_id = $1 and m.audience = $2', key);
  await affected(work, 'delete from supply.audience g where g.org_id = $1 and g.id = $2', key);
  await audit(work, { action: 'group:end', subject: `group:${groupId}`, detail: { name: group.name } });
  return ok({ id: groupId });
}
