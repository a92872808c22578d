import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Question } from '../tender/tender.entity.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { questionById } from './question.reader.js';

const input = z.strictObject({ questionId: z.uuid(), answer: text(10_000) });

/**
 * Answers a question, once, to all who see the tender. An answer to a question that was asked in time pushes a deadline that is nearer than
 * `pushHours`, once for each version of the tender. Error: QuestionAnswered. Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function answerQuestion(
  work: Work,
  raw: z.input<typeof input>,
): Promise<Result<Question, Fault<'QuestionAnswered'>>> {
  requirePermission(work, 'tender:manage');
  const { questionId, answer } = checkInput(input, raw);
  const outcome = await outcomeOf(work, 'tendering.answer_question($1, $2, $3)', [questionId, answer, memberOf(work)]);
  if (outcome !== 'ANSWERED') return fail({ code: 'QuestionAnswered', path: ['questionId'] });
  await audit(work, { action: 'tender:answer', subject: `question:${questionId}` });
  return ok(await questionById(work, questionId));
}
