import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';

const input = z.strictObject({ buyerId: z.uuid(), category: z.string().trim().min(1).max(40).nullable() });

/**
 * Counts a buyer among one category of the acting supplier's customers, or among none (null); it decides his rows of the discount
 * matrix from now on. Errors: AgreementPartnerInactive. Throws Forbidden without agreement:manage, BadInput.
 */
export async function setCustomerCategory(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<{ buyerId: string; category: string | null }, Fault<'AgreementPartnerInactive'>>> {
  requirePermission(work, 'agreement:manage');
  const { buyerId, category } = checkInput(input, given);
  const parties = [work.actor.orgId, buyerId];
  if (category === null) {
    await affected(work, 'delete from supply.customer_category c where c.org_id = $1 and c.counterparty_id = $2', parties);
  } else {
    const partner = `select 1 from organizations.partnership where org_id = $2 and counterparty_id = $1 and status = 'ACTIVE'`;
    if (!(await one(work, partner, parties))) return fail({ code: 'AgreementPartnerInactive', path: ['buyerId'] });
    await affected(
      work,
      `insert into supply.customer_category (org_id, counterparty_id, category) values ($1, $2, $3)
       on conflict (org_id, counterparty_id) do update set category = excluded.category`,
      [...parties, category],
    );
  }
  await audit(work, { action: 'pricing:customer', subject: `organization:${buyerId}`, detail: { category } });
  return ok({ buyerId, category });
}
