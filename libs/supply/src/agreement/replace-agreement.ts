import { addDays, type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import type { Agreement } from './agreement.entity.js';
import { type ReplaceAgreementInput, replacementInput } from './agreement.input.js';
import { lockAgreement } from './agreement.reader.js';
import { type TermFault, termFaults, writeAgreement } from './agreement.writer.js';
import { bringForward, firstPossible } from './end-agreement.js';

export type ReplaceAgreementError = TermFault | Fault<'AgreementBeginsTooEarly' | 'AgreementReplaced'>;

/**
 * Follows one of the acting supplier's agreements with its next version: the same buyer and number, all terms anew. The earlier one
 * ends the day before, unless it has ended already; no day has both.
 * Errors, all at once: AgreementBeginsTooEarly (not after today and after the earlier one began), AgreementReplaced (a newer version
 * is there), and those of the terms as in signAgreement. Throws NotFound, Forbidden without agreement:manage, BadInput.
 */
export async function replaceAgreement(
  work: Work,
  given: ReplaceAgreementInput,
): Promise<Result<Agreement, ReplaceAgreementError>> {
  requirePermission(work, 'agreement:manage');
  const { agreementId, ...terms } = checkInput(replacementInput, given);
  const before = await lockAgreement(work, agreementId);
  const later = firstPossible(work, before);
  const newer = await one(work, 'select 1 from supply.agreement a where a.org_id = $1 and a.number = $2 and a.version > $3', [
    before.orgId,
    before.number,
    before.version,
  ]);
  const faults: ReplaceAgreementError[] = [];
  if (newer) faults.push({ code: 'AgreementReplaced', path: ['agreementId'], values: { number: before.number } });
  if (terms.validFrom <= later) faults.push({ code: 'AgreementBeginsTooEarly', path: ['validFrom'], values: { after: later } });
  if (faults.length > 0) return fail(...faults);

  // What is wrong with the terms is judged with the earlier version ended; a refusal takes that back with everything else.
  const version = before.version + 1;
  if (terms.validFrom <= before.validTo)
    await bringForward(work, before, { lastDay: addDays(terms.validFrom, -1), reason: `version ${version}` });
  const following = { ...terms, buyerId: before.counterpartyId, number: before.number };
  const { input, offers, faults: wrong } = await termFaults(work, following);
  if (wrong.length > 0) return fail(...wrong);
  const agreement = await writeAgreement(work, { ...input, version }, offers);
  await audit(work, {
    action: 'agreement:replace',
    subject: `agreement:${agreement.id}`,
    detail: { replaces: before.id, version },
  });
  return ok(agreement);
}
