import type { BidAnswer } from '../bid/bid.entity.js';
import type { EnvelopeOpening } from '../sealed/sealing.entity.js';

/** An opening with the answers in it as a list; prices are read with the bid. */
export function openingView({ body, ...opening }: EnvelopeOpening) {
  const { answers = {} } = (body === null ? {} : JSON.parse(body)) as { answers?: Record<string, BidAnswer> };
  return { ...opening, answers: Object.entries(answers).map(([criterionId, answer]) => ({ criterionId, ...answer })) };
}
