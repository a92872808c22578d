import { z } from 'zod';
import { compare, type Fault, fail, hasLegalScale, isDecimal, isPositiveDecimal, type Result } from '#libs/kernel';
import { BadInput, checkInput, type Work } from '#libs/platform';
import type { Rotable } from '../rotable/rotable.entity.js';
import { text, which } from '../rotable/rotable.input.js';
import { moveRotable, type RotableStepError, requireHand, stepRotable } from '../rotable/rotable.mover.js';
import { repairById } from '../rotable/rotable.reader.js';
import { daysLater, marksUntil } from '../rotable/rotable.rules.js';

const quote = z.strictObject({
  ...which,
  amount: z.string().refine(isPositiveDecimal, 'a decimal above zero'),
  findings: text(2000),
});
const answer = z.union([
  z.strictObject({ ...which, approve: z.literal(true), amountSeen: z.string().refine(isDecimal, 'a decimal') }),
  z.strictObject({ ...which, approve: z.literal(false), disposition: z.enum(['RETURN_AS_IS', 'SCRAP']), reason: text(500) }),
]);

export type QuoteRepairInput = z.input<typeof quote>;
export type AnswerQuoteInput = z.input<typeof answer>;
export type AnswerQuoteError = RotableStepError | Fault<'QuoteExpired' | 'QuoteChanged'>;

/**
 * What the supplier found and what the repair costs, in the currency of its terms; at a fixed price too, when he finds more. The quote
 * stands for the agreed days; meanwhile the turn-around clock stands still.
 * Errors: VersionConflict, RotableNotPossible. Throws Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function quoteRepair(work: Work, given: QuoteRepairInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, amount, findings } = checkInput(quote, given);
  const repair = await repairById(work, rotableId);
  requireHand(work, repair, 'SUPPLIER');
  if (!hasLegalScale({ amount, currency: repair.currency }))
    throw new BadInput([{ path: ['amount'], message: `An amount has no more decimals than ${repair.currency}.` }]);
  const until = daysLater(repair.terms.calendar, work.now, { days: repair.terms.approveDays, dayKind: 'CALENDAR' });
  return stepRotable(work, repair, {
    event: 'QUOTE',
    expectedVersion,
    settle: true,
    set: { amount, findings, quoteUntil: until, dueAt: until },
    marks: marksUntil('APPROVE', work.now, until),
    detail: { amount, findings },
  });
}

/**
 * The buyer approves the amount he saw, which starts the turn-around clock, or refuses: the unit comes back as it is or is scrapped, and
 * the inspection is charged.
 * Errors: VersionConflict, RotableNotPossible, QuoteExpired, QuoteChanged (another amount is quoted). Throws Forbidden without
 * order:change, NotFound (also for the supplier), BadInput.
 */
export async function answerQuote(work: Work, given: AnswerQuoteInput): Promise<Result<Rotable, AnswerQuoteError>> {
  const asked = checkInput(answer, given);
  const repair = await repairById(work, asked.rotableId);
  requireHand(work, repair, 'BUYER');
  const { expectedVersion } = asked;
  if (!asked.approve) {
    const { disposition, reason } = asked;
    return stepRotable(work, repair, {
      event: 'REFUSE',
      expectedVersion,
      settle: true,
      set: { disposition, reason, dueAt: null },
      detail: { disposition, reason },
    });
  }
  if (repair.quoted !== null && compare(asked.amountSeen, repair.quoted) !== 0)
    return fail({ code: 'QuoteChanged', path: ['amountSeen'], values: { amount: repair.quoted, currency: repair.currency } });
  const { calendar, turnDays, dayKind } = repair.terms;
  const dueAt = daysLater(calendar, work.now, { days: turnDays, dayKind });
  return (await moveRotable(work, repair, {
    event: 'APPROVE',
    expectedVersion,
    settle: true,
    set: { dueAt },
    marks: marksUntil('TURN', work.now, dueAt),
    detail: { amount: repair.quoted },
  })) as Result<Rotable, AnswerQuoteError>;
}
