import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Question } from '../tender/tender.entity.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { tenderById } from '../tender/tender.reader.js';
import { questionById } from './question.reader.js';

const input = z.strictObject({ tenderId: z.uuid(), lotId: z.uuid().nullish(), text: text(4000) });
export type AskQuestionFault = Fault<'QuestionsClosed' | 'TenderLotUnknown' | 'TooManyQuestions'>;

/** Questions of one organisation about one tender, as `tendering.ask_question` counts them; each is a letter to the buyer. */
const questionsMax = 50;

/**
 * Asks the buyer of a tender something. Nobody learns who asked, the buyer neither; asker and buyer read it at once, all others with the
 * answer. Asked after the questions have closed it is shown as such, and no longer moves the deadline. Errors: QuestionsClosed when no bid
 * is taken any more, TenderLotUnknown, TooManyQuestions above 50 of one organisation. Throws Forbidden without bid:submit, NotFound also for one's own tender, BadInput.
 */
export async function askQuestion(work: Work, raw: z.input<typeof input>): Promise<Result<Question, AskQuestionFault>> {
  requirePermission(work, 'bid:submit');
  const { tenderId, lotId, text: body } = checkInput(input, raw);
  const tender = await tenderById(work, tenderId);
  if (lotId && !tender.lots.some(({ id }) => id === lotId))
    return fail({ code: 'TenderLotUnknown', path: ['lotId'], values: { lot: lotId, lots: tender.lots.length } });
  const id = uuid();
  const outcome = await outcomeOf(work, 'tendering.ask_question($1)', [
    JSON.stringify({ buyerId: tender.orgId, tenderId, lotId: lotId ?? null, id, body, member: memberOf(work) }),
  ]);
  if (outcome === 'TOO_MANY') return fail({ code: 'TooManyQuestions', path: ['tenderId'], values: { most: questionsMax } });
  if (outcome !== 'ASKED') return fail({ code: 'QuestionsClosed', path: ['tenderId'] });
  await audit(work, { action: 'tender:ask', subject: `tender:${tenderId}`, detail: { question: id } });
  return ok(await questionById(work, id));
}
