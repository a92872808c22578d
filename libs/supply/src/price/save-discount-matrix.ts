import type { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { matrixInput, overlapping } from './pricing.input.js';
import { lockPolicy, movePolicy, type PricingPolicy } from './pricing.reader.js';

export type SaveDiscountMatrixError = Fault<'PricingVersionConflict' | 'MatrixRowsOverlap'>;

/**
 * Puts these rows in the place of the acting supplier's whole discount matrix: a category of customers, a category of goods as his
 * catalogue names it, a percentage off breaks and list price, first and last day. Up to 2,000 rows; none takes the matrix away.
 * Errors: MatrixRowsOverlap (two rows for the same categories share a day), PricingVersionConflict. Throws Forbidden without agreement:manage, BadInput.
 */
export async function saveDiscountMatrix(
  work: Work,
  given: z.input<typeof matrixInput>,
): Promise<Result<PricingPolicy, SaveDiscountMatrixError>> {
  requirePermission(work, 'agreement:manage');
  const { rows, expectedVersion } = checkInput(matrixInput, given);
  const { version } = await lockPolicy(work);
  const faults: SaveDiscountMatrixError[] = overlapping(
    rows.map((row) => ({ ...row, key: JSON.stringify([row.customerCategory, row.productCategory]) })),
  ).map((i) => ({ code: 'MatrixRowsOverlap', path: ['rows', String(i)] }));
  if (version !== expectedVersion) faults.push({ code: 'PricingVersionConflict', path: ['expectedVersion'] });
  if (faults.length > 0) return fail(...faults);

  const gone = await affected(work, 'delete from supply.discount_rule r where r.org_id = $1', [work.actor.orgId]);
  await affected(
    work,
    `insert into supply.discount_rule (org_id, customer_category, product_category, discount_percent, valid_from, valid_to)
     select $1, r."customerCategory", r."productCategory", r."discountPercent", r."validFrom", r."validTo"
     from jsonb_to_recordset($2) as r ("customerCategory" text, "productCategory" text, "discountPercent" numeric, "validFrom" date, "validTo" date)`,
    [work.actor.orgId, JSON.stringify(rows)],
  );
  const moved = await movePolicy(work);
  await audit(work, {
    action: 'pricing:matrix',
    subject: `pricing-policy:${work.actor.orgId}`,
    detail: { before: gone, rows: rows.length },
  });
  return ok(moved);
}
