import { z } from 'zod';
import type { BidContent } from '../bid/bid.entity.js';
import { bidAnswers, bidContent } from '../bid/bid.input.js';
import type { BidEnvelope } from '../sealed/sealing.entity.js';

/** What an envelope that is not the last says: answers to criteria. */
const part = z.strictObject({ answers: bidAnswers });

/** The content of an envelope in its usual form; undefined: it is no content of such an envelope. */
export function envelopeContent(content: unknown, isLast: boolean): object | undefined {
  return (isLast ? bidContent : part).safeParse(content).data;
}

/** The bid of all its envelopes: the last has everything but what the others answer. undefined while the last is closed. */
export function contentOfParts(bodies: Readonly<Partial<Record<BidEnvelope, string>>>): BidContent | undefined {
  const { WHOLE, COMMERCIAL, ...others } = bodies;
  const last = WHOLE ?? COMMERCIAL;
  if (last === undefined) return undefined;
  const whole = bidContent.parse(JSON.parse(last));
  const answers = Object.values(others).map((body) => part.parse(JSON.parse(body)).answers);
  return { ...whole, answers: Object.assign({}, whole.answers, ...answers) as BidContent['answers'] };
}
