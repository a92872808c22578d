import { v7 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, languages, requirePermission, rows, type Work } from '#libs/platform';
import { emailField } from '../credential/email.js';
import { permissions } from '../permissions.js';
import type { Organization } from './organization.entity.js';
import { cardFields, trustedFields } from './organization.input.js';
import { organizationById, takenIdentifier } from './organization.reader.js';

const input = z.strictObject({
  ...cardFields,
  ...trustedFields,
  adminEmail: emailField.nullish(),
  adminLocale: z.enum(languages).nullish(),
});

export type CreateOrganizationInput = z.input<typeof input>;
export type CreateOrganizationError = Fault<'IdentifierTaken'>;

/**
 * Founds an organisation, for an operator. `adminEmail` gets an invitation to be its first administrator, sent by a job of
 * the new organisation; its members are its own from then on.
 * Errors: IdentifierTaken (CAGE, D-U-N-S, GLN or Peppol id of another organisation). Throws Forbidden, BadInput.
 */
export async function createOrganization(
  work: Work,
  given: CreateOrganizationInput,
): Promise<Result<Organization, CreateOrganizationError>> {
  requirePermission(work, permissions.operateOrganizations);
  const card = checkInput(input, given);
  const taken = await takenIdentifier(work, card);
  if (taken) return fail(taken);

  const id = v7();
  await rows(work, 'select organizations.found_organization($1, $2::jsonb)', [id, JSON.stringify(card)]);
  await audit(work, {
    action: 'organization:create',
    subject: `organization:${id}`,
    detail: { name: card.name, roles: card.roles },
  });
  return ok(await organizationById(work, id));
}
