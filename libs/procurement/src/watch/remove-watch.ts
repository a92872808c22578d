import { z } from 'zod';
import { affected, checkInput, requirePermission, type Work } from '#libs/platform';
import { personOf } from './save-watch.js';
import { lockWatch } from './watch.reader.js';

const input = z.strictObject({ watchId: z.uuid() });

/** Ends a watch of the acting member; what it told stays readable. Throws NotFound for another member's, Forbidden without price:read, BadInput. */
export async function removeWatch(work: Work, given: z.input<typeof input>): Promise<{ id: string }> {
  requirePermission(work, 'price:read');
  const { watchId } = checkInput(input, given);
  const watch = await lockWatch(work, { id: watchId, personId: personOf(work) });
  await affected(work, 'delete from procurement.watch w where w.org_id = $1 and w.id = $2', [work.actor.orgId, watch.id]);
  return { id: watch.id };
}
