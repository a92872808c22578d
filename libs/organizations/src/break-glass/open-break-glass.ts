import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, Forbidden, one, requirePermission, type Work } from '#libs/platform';
import { organizationById } from '../organization/organization.reader.js';
import { permissions } from '../permissions.js';
import type { BreakGlass } from './break-glass.reader.js';

/** Minutes the glass stays open, at most. */
export const breakGlassMinutesMax = 60;

const input = z.strictObject({
  organizationId: z.uuid(),
  /** Shown to the organisation that is looked into. */
  reason: z.string().trim().min(10).max(500),
  minutes: z.int().min(1).max(breakGlassMinutesMax),
});

export type OpenBreakGlassInput = z.input<typeof input>;
export type OpenBreakGlassError = Fault<'OwnOrganization'>;

/**
 * Lets an operator look into another organisation: reading only, for minutes, with a reason. Both audit trails have it, and the
 * administrators of the organisation are told by mail. The session it opens gives tokens by `breakGlassToken`.
 * Errors: OwnOrganization. Throws Forbidden, NotFound, BadInput.
 */
export async function openBreakGlass(work: Work, given: OpenBreakGlassInput): Promise<Result<BreakGlass, OpenBreakGlassError>> {
  requirePermission(work, permissions.operateOrganizations);
  if (work.actor.kind !== 'user') throw new Forbidden('only people break the glass');
  const { organizationId: targetId, reason, minutes } = checkInput(input, given);
  await organizationById(work, targetId);
  const [id, sessionId] = [randomUUID(), randomUUID()];
  const { userId: personId, memberId } = work.actor;
  const opened = await one<{ outcome: string }>(
    work,
    'select organizations.open_break_glass($1, $2, $3, $4, $5, make_interval(mins => $6)) as outcome',
    [id, sessionId, personId, targetId, reason, minutes],
  );
  if (opened?.outcome === 'OWN_ORGANIZATION') return fail({ code: 'OwnOrganization', path: ['organizationId'] });
  await audit(work, { action: 'operator:break-glass', subject: `organization:${targetId}`, detail: { id, reason, minutes } });
  const expiresAt = new Date(work.now.getTime() + minutes * 60_000);
  return ok({ id, personId, targetId, sessionId, memberId, reason, openedAt: work.now, expiresAt, closedAt: null });
}
