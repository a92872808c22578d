import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organization.reader.js';

const input = z.strictObject({
  organizationId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
  resume: z.boolean().default(false),
});

export type SuspendOrganizationInput = z.input<typeof input>;
export type SuspendOrganizationError = Fault<'OwnOrganization'>;

/**
 * Shuts an organisation out, or with `resume` lets it in again, for an operator. Suspended, none of its members or keys may
 * act: every process forgets them within a second. Doing it twice changes nothing.
 * Errors: OwnOrganization. Throws Forbidden, NotFound.
 */
export async function suspendOrganization(
  work: Work,
  given: SuspendOrganizationInput,
): Promise<Result<Organization, SuspendOrganizationError>> {
  requirePermission(work, permissions.operateOrganizations);
  const { organizationId, reason, resume } = checkInput(input, given);
  await organizationById(work, organizationId);
  const set = await one<{ outcome: string }>(work, 'select organizations.set_organization_status($1, $2) as outcome', [
    organizationId,
    resume ? 'ACTIVE' : 'SUSPENDED',
  ]);
  if (set?.outcome === 'OWN_ORGANIZATION') return fail({ code: 'OwnOrganization', path: ['organizationId'] });
  if (set?.outcome === 'CHANGED') {
    const action = resume ? 'organization:resume' : 'organization:suspend';
    await audit(work, { action, subject: `organization:${organizationId}`, detail: { reason } });
  }
  return ok(await organizationById(work, organizationId));
}
