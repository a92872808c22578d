import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { type BreakGlass, listBreakGlass } from './break-glass.reader.js';

const input = z.strictObject({ breakGlassId: z.uuid() });

export type CloseBreakGlassError = Fault<'BreakGlassClosed'>;

/** Ends an operator's look before its time; its tokens are dead within a second. Errors: BreakGlassClosed. Throws Forbidden, NotFound. */
export async function closeBreakGlass(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<BreakGlass, CloseBreakGlassError>> {
  requirePermission(work, permissions.operateOrganizations);
  const { breakGlassId } = checkInput(input, given);
  const glass = (await listBreakGlass(work)).find((one) => one.id === breakGlassId);
  if (!glass) throw new NotFound(`break glass ${breakGlassId}`);
  const closed = await one<{ done: boolean }>(work, 'select organizations.close_break_glass($1) as done', [breakGlassId]);
  if (!closed?.done) return fail({ code: 'BreakGlassClosed', path: ['breakGlassId'] });
  await audit(work, { action: 'operator:close-glass', subject: `organization:${glass.targetId}`, detail: { id: breakGlassId } });
  return ok({ ...glass, closedAt: work.now });
}
