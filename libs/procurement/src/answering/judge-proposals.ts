import { type DecimalText, type LocalDate, ok, type Result } from '#libs/kernel';
import { toleranceFor } from '#libs/organizations';
import { requirePermission, type Work } from '#libs/platform';
import { requireSide } from '../order/order.access.js';
import type { OrderLine, WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, type ScheduleStep } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { coveredSubstitutes } from '../substitution/substitute.reader.js';
import { dateAgreed } from './answer-steps.js';
import { type Asked, type Tolerance, termsWithin, withinTolerance } from './tolerance.rules.js';

/** Of a partnership without tolerances: a substitute must keep every other term. */
const strict: Tolerance = {
  pricePercent: null,
  priceAbsolute: null,
  currency: null,
  quantityPercent: null,
  daysEarly: null,
  daysLate: null,
  packRounding: false,
};

/**
 * Accepts, in the buyer's name, what the supplier proposed inside the partnership's tolerance, a substitute only where the line's consent
 * covers it, and logs it as accepted by rule with the path that leads to the substitute; the rest waits for the buyer. Run by a job of the buyer after each answer: the supplier never learns the limits.
 * Run again it finds nothing more to do. Throws NotFound unless the actor is the order's buyer.
 */
export async function judgeProposals(work: Work, input: { orderId: string }): Promise<Result<WholeOrder, never>> {
  requirePermission(work, 'order:change');
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  const covered = await coveredSubstitutes(work, order);
  const tolerance = (await toleranceFor(work, order.counterpartyId)) ?? (covered.size > 0 ? strict : undefined);
  if (!tolerance) return ok(order);

  const accepted = order.lines.flatMap((line) =>
    line.schedules
      .filter((schedule) => {
        const terms = { tolerance, currency: order.currency, asked: askedFor(order, line) };
        return covered.has(schedule.id) ? termsWithin(line, schedule, terms) : withinTolerance(line, schedule, terms);
      })
      .map((schedule) => ({
        line: line.number,
        proposal: schedule.proposal,
        alternative: covered.get(schedule.id),
        before: { quantity: line.quantity, deliverOn: dateAgreed(line, schedule) ?? null },
        step: { id: schedule.id, event: 'ACCEPT' } satisfies ScheduleStep,
      })),
  );
  if (accepted.length === 0) return ok(order);
  return ok(
    await moveOrder(work, order, {
      kind: 'PROPOSAL_ACCEPTED_BY_RULE',
      wire: orderWires.proposalAnswered,
      channel: 'RULE',
      detail: {
        accepted: accepted.map(({ line, proposal, before, alternative }) => ({
          line,
          proposal,
          before,
          ...(alternative ? { alternative } : {}),
        })),
      },
      splits: [],
      steps: accepted.map(({ step }) => step),
    }),
  );
}

/** What stood before the first change of the line that a rule took over; the log of the rule says so. */
function askedFor(order: WholeOrder, line: OrderLine): Asked {
  const first = order.events
    .filter((event) => event.kind === 'PROPOSAL_ACCEPTED_BY_RULE')
    .flatMap((event) => (event.detail as { accepted?: AcceptedByRule[] }).accepted ?? [])
    .find((entry) => entry.line === line.number)?.before;
  return { quantity: first?.quantity ?? line.quantity, deliverOn: line.needBy ?? first?.deliverOn ?? undefined };
}

interface AcceptedByRule {
  line: string;
  before?: { quantity: DecimalText; deliverOn: LocalDate | null };
}
