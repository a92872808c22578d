import type { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { chargesInput, overlapping } from './pricing.input.js';
import { lockPolicy, movePolicy, type PricingPolicy } from './pricing.reader.js';

export type SaveChargeRulesError = Fault<'PricingVersionConflict' | 'ChargeRulesOverlap'>;

/**
 * Puts these rules in the place of all charges of the acting supplier beside what his offers state (trade-rules 5): always, with
 * dangerous goods, on request of a line, or on orders whose goods are worth less than `below`; per line, order or package (order
 * unit). A rule in another currency than a price does not reach it, so that there is a total. Up to 100.
 * Errors: ChargeRulesOverlap (one code twice for the same goods and currency on a day), PricingVersionConflict. Throws Forbidden without
 * agreement:manage, BadInput.
 */
export async function saveChargeRules(
  work: Work,
  given: z.input<typeof chargesInput>,
): Promise<Result<PricingPolicy, SaveChargeRulesError>> {
  requirePermission(work, 'agreement:manage');
  const { rules, expectedVersion } = checkInput(chargesInput, given);
  const { version } = await lockPolicy(work);
  const faults: SaveChargeRulesError[] = overlapping(
    rules.map((rule) => ({ ...rule, key: JSON.stringify([rule.code, rule.currency, rule.category ?? '']) })),
  ).map((i) => ({ code: 'ChargeRulesOverlap', path: ['rules', String(i)] }));
  if (version !== expectedVersion) faults.push({ code: 'PricingVersionConflict', path: ['expectedVersion'] });
  if (faults.length > 0) return fail(...faults);

  const gone = await affected(work, 'delete from supply.charge_rule r where r.org_id = $1', [work.actor.orgId]);
  await affected(
    work,
    `insert into supply.charge_rule (org_id, code, per, applies, amount, currency, below, category, valid_from, valid_to)
     select $1, r.code, r.per, r.applies, r.amount, r.currency, r.below, r.category, r."validFrom", r."validTo"
     from jsonb_to_recordset($2) as r (code text, per text, applies text, amount numeric, currency text, below numeric, category text, "validFrom" date, "validTo" date)`,
    [work.actor.orgId, JSON.stringify(rules)],
  );
  const moved = await movePolicy(work);
  await audit(work, {
    action: 'pricing:charges',
    subject: `pricing-policy:${work.actor.orgId}`,
    detail: { before: gone, rules: rules.length },
  });
  return ok(moved);
}
