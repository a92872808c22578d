import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, Forbidden, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Organization } from './organization.entity.js';
import { cardFields, trustedFields } from './organization.input.js';
import { organizationById, takenIdentifier } from './organization.reader.js';

const input = z
  .strictObject({ organizationId: z.uuid().nullish(), expectedVersion: z.int(), ...cardFields, ...trustedFields })
  .partial({ name: true, country: true, currency: true, roles: true });

export type UpdateOrganizationInput = z.input<typeof input>;
export type UpdateOrganizationError = Fault<'IdentifierTaken' | 'VersionConflict'>;

/**
 * Changes the card: name, country and currency of the own organisation with `organization:manage`; any card with all its
 * fields (roles, CAGE, D-U-N-S, GLN, Peppol id) for an operator. Absent fields stay.
 * Errors: IdentifierTaken, VersionConflict. Throws Forbidden for fields that are the operator's, and for other organisations' cards.
 */
export async function updateOrganization(
  work: Work,
  given: UpdateOrganizationInput,
): Promise<Result<Organization, UpdateOrganizationError>> {
  const { organizationId, expectedVersion, ...card } = checkInput(input, given);
  const id = organizationId ?? work.actor.orgId;
  const trusted = Object.keys(trustedFields).some((field) => Object.hasOwn(card, field));
  if (id !== work.actor.orgId || trusted) requirePermission(work, permissions.operateOrganizations);
  else requirePermission(work, permissions.manageOrganization);
  if (card.roles && id === work.actor.orgId && !card.roles.includes('OPERATOR'))
    throw new Forbidden('an operator keeps his own role');

  const taken = await takenIdentifier(work, card, id);
  if (taken) return fail(taken);
  const changed = await one<{ outcome: string }>(work, 'select organizations.change_organization($1, $2::jsonb, $3) as outcome', [
    id,
    JSON.stringify(card),
    expectedVersion,
  ]);
  if (changed?.outcome !== 'CHANGED') return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, { action: 'organization:update', subject: `organization:${id}`, detail: { fields: Object.keys(card) } });
  return ok(await organizationById(work, id));
}
