import { z } from 'zod';
import type { Identifier } from '#libs/documents';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { organizationCards } from '#libs/organizations';
import { affected, audit, checkInput, NotFound, requirePermission, rows, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { identitiesOf } from './partner-identity.reader.js';

const input = z.strictObject({
  organizationId: z.uuid(),
  identities: z
    .array(z.strictObject({ scheme: z.string().trim().min(1).max(40), value: z.string().trim().min(1).max(100) }))
    .max(20),
});

/**
 * Sets the codes by which the acting organisation's ERP knows another organisation (or itself); they replace those it had.
 * Errors: IdentityTaken, one per code that names another organisation already. Throws Forbidden, NotFound (no such organisation), BadInput.
 */
export async function savePartnerIdentities(
  work: Work,
  raw: z.input<typeof input>,
): Promise<Result<Identifier[], Fault<'IdentityTaken'>>> {
  requirePermission(work, permissions.manageExchange);
  const { organizationId, identities } = checkInput(input, raw);
  if ((await organizationCards(work, [organizationId])).length === 0) throw new NotFound(`organization ${organizationId}`);
  const wanted = identities.filter(
    (one, i) => identities.findIndex((other) => other.scheme === one.scheme && other.value === one.value) === i,
  );

  await affected(work, 'delete from exchange.partner_identity where org_id = $1 and counterparty_id = $2', [
    work.actor.orgId,
    organizationId,
  ]);
  const kept = await rows<Identifier>(
    work,
    `insert into exchange.partner_identity (org_id, scheme, value, counterparty_id) select $1, i.scheme, i.value, $4 from unnest($2::text[], $3::text[]) as i (scheme, value)
     on conflict do nothing returning scheme, value`,
    [work.actor.orgId, wanted.map((i) => i.scheme), wanted.map((i) => i.value), organizationId],
  );
  const taken = wanted.filter((i) => !kept.some((k) => k.scheme === i.scheme && k.value === i.value));
  if (taken.length > 0)
    return fail(
      ...taken.map((i) => ({
        code: 'IdentityTaken' as const,
        path: ['identities'],
        values: { scheme: i.scheme ?? '', value: i.value },
      })),
    );
  await audit(work, {
    action: permissions.manageExchange,
    subject: `partner-identities:${organizationId}`,
    detail: { codes: kept.length },
  });
  return ok(await identitiesOf(work, organizationId));
}
