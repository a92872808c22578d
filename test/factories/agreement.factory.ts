import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/platform';
import { type Agreement, type SignAgreementInput, signAgreement } from '#libs/supply';
import type { FreshDatabase } from '../support/fresh-database.js';
import { value } from './catalogue.factory.js';

/** An active partnership of the two, past every wall. */
export async function partners(db: FreshDatabase, buyer: Actor, supplier: Actor): Promise<void> {
  await db.admin(
    `insert into organizations.partnership (org_id, counterparty_id, status, proposed_by) values ($1, $2, 'ACTIVE', $1) on conflict do nothing`,
    [buyer.orgId, supplier.orgId],
  );
}

/** A day some days from today (UTC), as CCYY-MM-DD. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A signed agreement of this year in USD between partners; give at least one item or category. */
export async function agreement(
  db: FreshDatabase,
  parties: { supplier: Actor; buyer: Actor },
  terms: Partial<SignAgreementInput>,
): Promise<Agreement> {
  await partners(db, parties.buyer, parties.supplier);
  const input = {
    buyerId: parties.buyer.orgId,
    number: `A-${randomUUID().slice(0, 8)}`,
    currency: 'USD',
    validFrom: dayFromNow(-30),
    validTo: dayFromNow(300),
    ...terms,
  };
  return value(await db.unitOfWork.run(parties.supplier, (work) => signAgreement(work, input)));
}
