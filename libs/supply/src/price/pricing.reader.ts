import type { DecimalText, LocalDate } from '#libs/kernel';
import { affected, one, rows, type Work } from '#libs/platform';
import type { ChargeBase, ChargeCondition, PriceStep } from './price.js';

/** In which order a supplier's sources are asked; `version` counts every change of sequence, matrix and charges, 0 before the first. */
export interface PricingPolicy {
  sequence: PriceStep[];
  version: number;
}

/** One row of the discount matrix. */
export interface DiscountRule {
  id: string;
  customerCategory: string;
  productCategory: string;
  discountPercent: DecimalText;
  validFrom: LocalDate;
  validTo: LocalDate;
}

/** One charge beside the prices. */
export interface ChargeRule {
  id: string;
  code: string;
  per: ChargeBase;
  applies: ChargeCondition;
  amount: DecimalText;
  currency: string;
  below: DecimalText | null;
  category: string | null;
  validFrom: LocalDate;
  validTo: LocalDate;
}

/** What holds for a supplier who has declared nothing. */
const usual: PricingPolicy = { sequence: ['ITEM', 'GROUP', 'MATRIX', 'LIST'], version: 0 };

/** The acting supplier's own policy. */
export async function pricingPolicy(work: Work): Promise<PricingPolicy> {
  const found = await one<PricingPolicy>(work, 'select p.sequence, p.version from supply.pricing_policy p where p.org_id = $1', [
    work.actor.orgId,
  ]);
  return found ?? usual;
}

/** The same for a verb that changes it: the row is made when there is none, and locked. `version` is what it was before. */
export async function lockPolicy(work: Work): Promise<PricingPolicy> {
  const made = await affected(work, 'insert into supply.pricing_policy (org_id, version) values ($1, 0) on conflict do nothing', [
    work.actor.orgId,
  ]);
  const found = await one<PricingPolicy>(
    work,
    'select p.sequence, p.version from supply.pricing_policy p where p.org_id = $1 for update',
    [work.actor.orgId],
  );
  return made === 1 || !found ? usual : found;
}

/** The next version, with the switches of the hot read set as the rules are now. */
export async function movePolicy(work: Work, sequence?: readonly PriceStep[]): Promise<PricingPolicy> {
  const moved = await one<PricingPolicy>(
    work,
    `update supply.pricing_policy p set version = p.version + 1, updated_at = transaction_timestamp(), sequence = coalesce($2, p.sequence),
       matrix = exists (select 1 from supply.discount_rule r where r.org_id = p.org_id), charges = exists (select 1 from supply.charge_rule r where r.org_id = p.org_id)
     where p.org_id = $1 returning p.sequence, p.version`,
    [work.actor.orgId, sequence ?? null],
  );
  if (!moved) throw new Error('the policy that was locked is gone');
  return moved;
}

/** The acting supplier's own matrix by categories and time. */
export async function ownMatrix(work: Work): Promise<DiscountRule[]> {
  return rows<DiscountRule>(
    work,
    `select r.id, r.customer_category as "customerCategory", r.product_category as "productCategory", r.discount_percent as "discountPercent",
       r.valid_from as "validFrom", r.valid_to as "validTo"
     from supply.discount_rule r where r.org_id = $1 order by r.customer_category, r.product_category, r.valid_from`,
    [work.actor.orgId],
  );
}

/** The acting supplier's own charges by code and time. */
export async function ownCharges(work: Work): Promise<ChargeRule[]> {
  return rows<ChargeRule>(
    work,
    `select r.id, r.code, r.per, r.applies, r.amount, r.currency, r.below, r.category, r.valid_from as "validFrom", r.valid_to as "validTo"
     from supply.charge_rule r where r.org_id = $1 order by r.code, r.currency, r.category nulls first, r.valid_from`,
    [work.actor.orgId],
  );
}

/** Which of the acting supplier's buyers count among which category. */
export async function customerCategories(work: Work): Promise<{ buyerId: string; category: string }[]> {
  return rows(
    work,
    'select c.counterparty_id as "buyerId", c.category from supply.customer_category c where c.org_id = $1 order by c.category, c.counterparty_id',
    [work.actor.orgId],
  );
}
