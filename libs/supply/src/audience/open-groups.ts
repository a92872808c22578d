import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Agreement } from '../agreement/agreement.entity.js';
import { lockAgreement } from '../agreement/agreement.reader.js';
import { ownGroups } from './audience.reader.js';

const input = z.strictObject({ agreementId: z.uuid(), groupIds: z.array(z.uuid()).max(50) });

/**
 * Lets the buyer of an agreement into these groups of the acting supplier, and into no others by it, up to and with its last day.
 * The groups of the offers that its terms name stay open whatever is said here. Errors: GroupUnknown, for each that is not his.
 * Throws NotFound for an agreement that is not his, Forbidden without agreement:manage, BadInput.
 */
export async function openGroups(work: Work, given: z.input<typeof input>): Promise<Result<Agreement, Fault<'GroupUnknown'>>> {
  requirePermission(work, 'agreement:manage');
  const { agreementId, groupIds } = checkInput(input, given);
  const agreement = await lockAgreement(work, agreementId);
  const own = await ownGroups(work, groupIds);
  const unknown = groupIds.flatMap((id, i) =>
    own.has(id) ? [] : [{ code: 'GroupUnknown' as const, path: ['groupIds', String(i)] }],
  );
  if (unknown.length > 0) return fail(...unknown);
  await affected(work, 'delete from supply.audience_member m where m.org_id = $1 and m.agreement_id = $2', [
    agreement.orgId,
    agreement.id,
  ]);
  await affected(
    work,
    `insert into supply.audience_member (org_id, audience, counterparty_id, agreement_id, until)
     select a.org_id, g, a.counterparty_id, a.id, a.valid_to from supply.agreement a, unnest($3::uuid[]) as g where a.org_id = $1 and a.id = $2
     on conflict do nothing`,
    [agreement.orgId, agreement.id, groupIds],
  );
  await openAgreed(work, { agreementId });
  await audit(work, { action: 'agreement:groups', subject: `agreement:${agreementId}`, detail: { groupIds } });
  return ok(agreement);
}

/**
 * An agreed price of an offer that its buyer cannot see would be worth nothing: he is let into the audiences of the offers that
 * standing agreements name, of one agreement or of one catalogue, up to and with the last day.
 */
export async function openAgreed(work: Work, scope: { agreementId: string } | { catalogueId: string }): Promise<void> {
  const [column, id] = 'agreementId' in scope ? ['p.agreement_id', scope.agreementId] : ['o.catalogue_id', scope.catalogueId];
  await affected(
    work,
    `insert into supply.audience_member (org_id, audience, counterparty_id, agreement_id, until)
     select distinct o.org_id, o.audience, a.counterparty_id, a.id, a.valid_to
     from supply.agreement_price p join supply.offer o on o.org_id = p.org_id and o.id = p.offer_id
     join supply.agreement a on a.org_id = p.org_id and a.id = p.agreement_id
     where p.org_id = $1 and ${column} = $2 and o.audience is not null and a.valid_to >= (transaction_timestamp() at time zone 'UTC')::date
     on conflict do nothing`,
    [work.actor.orgId, id],
  );
}
