import { z } from 'zod';
import { type Fault, fail, type LocalDate, ok, type Result } from '#libs/kernel';
import { actorKey, affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { day } from '../price/pricing.input.js';
import type { Agreement } from './agreement.entity.js';
import { lockAgreement } from './agreement.reader.js';

const input = z.strictObject({ agreementId: z.uuid(), lastDay: day, reason: z.string().trim().min(1).max(500) });

export type EndAgreementError = Fault<'AgreementEndsTooEarly' | 'AgreementOver'>;

/**
 * Brings the last day of one of the acting supplier's agreements forward; its prices hold up to and with it, and so long the buyer
 * is in the groups that it opened to him. Orders placed before keep their prices.
 * Errors: AgreementEndsTooEarly (before today or before it begins), AgreementOver (it ends on that day or earlier anyway).
 * Throws NotFound for what is not his, Forbidden without agreement:manage, BadInput.
 */
export async function endAgreement(work: Work, given: z.input<typeof input>): Promise<Result<Agreement, EndAgreementError>> {
  requirePermission(work, 'agreement:manage');
  const { agreementId, lastDay, reason } = checkInput(input, given);
  const agreement = await lockAgreement(work, agreementId);
  const earliest = firstPossible(work, agreement);
  if (lastDay >= agreement.validTo)
    return fail({ code: 'AgreementOver', path: ['lastDay'], values: { lastDay: agreement.validTo } });
  if (lastDay < earliest) return fail({ code: 'AgreementEndsTooEarly', path: ['lastDay'], values: { earliest } });
  const ended = await bringForward(work, agreement, { lastDay, reason });
  await audit(work, { action: 'agreement:end', subject: `agreement:${agreement.id}`, detail: { lastDay, reason } });
  return ok(ended);
}

/** The later of today and its first day. */
export function firstPossible(work: Work, agreement: Agreement): LocalDate {
  return [work.now.toISOString().slice(0, 10), agreement.validFrom].sort().at(-1) ?? agreement.validFrom;
}

/** Writes the new last day to the agreement, all its terms and what it opened. */
export async function bringForward(
  work: Work,
  agreement: Agreement,
  end: { lastDay: LocalDate; reason: string },
): Promise<Agreement> {
  const by = { kind: work.actor.kind, id: actorKey(work.actor) };
  await affected(
    work,
    'update supply.agreement a set valid_to = $3, ended_at = transaction_timestamp(), ended_by = $4, end_reason = $5 where a.org_id = $1 and a.id = $2',
    [agreement.orgId, agreement.id, end.lastDay, JSON.stringify(by), end.reason],
  );
  await affected(work, 'update supply.agreement_price p set valid_to = $3 where p.org_id = $1 and p.agreement_id = $2', [
    agreement.orgId,
    agreement.id,
    end.lastDay,
  ]);
  await affected(work, 'update supply.audience_member m set until = $3 where m.org_id = $1 and m.agreement_id = $2', [
    agreement.orgId,
    agreement.id,
    end.lastDay,
  ]);
  return { ...agreement, validTo: end.lastDay, endedAt: work.now, endedBy: by, endReason: end.reason };
}
