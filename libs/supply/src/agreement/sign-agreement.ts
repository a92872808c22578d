import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { Agreement } from './agreement.entity.js';
import { agreementInput, type SignAgreementInput } from './agreement.input.js';
import { lockAgreements } from './agreement.reader.js';
import { type TermFault, termFaults, writeAgreement } from './agreement.writer.js';

export type SignAgreementError = TermFault | Fault<'AgreementNumberTaken' | 'AgreementPartnerInactive'>;

/**
 * Signs prices of the acting supplier with one of his buyers: prices of offers, with breaks in order or price units, and discounts on
 * his categories. From then on to `validTo` the buyer is in the audiences of the offers named, and pays these prices from
 * `validFrom` to `validTo`, both included. Nothing of it changes later: `replaceAgreement` follows it with another, `endAgreement` ends it early.
 * Errors, all at once: AgreementOverlaps (another agreement prices the same thing on one of the days), AgreementOfferUnknown,
 * AgreementTermRepeated, AgreementNumberTaken, AgreementPartnerInactive. Throws Forbidden without agreement:manage, BadInput.
 */
export async function signAgreement(work: Work, given: SignAgreementInput): Promise<Result<Agreement, SignAgreementError>> {
  requirePermission(work, 'agreement:manage');
  const input = checkInput(agreementInput, given);
  const partner = `select 1 from organizations.partnership where org_id = $1 and counterparty_id = $2 and status = 'ACTIVE'`;
  if (!(await one(work, partner, [input.buyerId, work.actor.orgId]))) {
    return fail({ code: 'AgreementPartnerInactive', path: ['buyerId'] });
  }

  await lockAgreements(work);
  const { input: terms, offers, faults } = await termFaults(work, input);
  const taken = await work.tx.existsBy(Agreement, { orgId: work.actor.orgId, number: input.number });
  const all: SignAgreementError[] = taken
    ? [...faults, { code: 'AgreementNumberTaken', path: ['number'], values: { number: input.number } }]
    : faults;
  if (all.length > 0) return fail(...all);

  const agreement = await writeAgreement(work, { ...terms, version: 1 }, offers);
  await audit(work, {
    action: 'agreement:sign',
    subject: `agreement:${agreement.id}`,
    detail: { buyerId: input.buyerId, terms: input.items.length + input.categories.length },
  });
  return ok(agreement);
}
