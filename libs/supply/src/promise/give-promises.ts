import { v7 } from 'uuid';
import { addDays, type DecimalText, type LocalDate } from '#libs/kernel';
import { affected, BadInput, checkInput, hasEyesOnly, requirePermission, type Work } from '#libs/platform';
import type { LineProblem, PartCandidate } from '../availability/availability.row.js';
import { type CheckedPromise, type PromiseInput, promiseInput } from './promise.input.js';
import type { PromiseAnswer, PromiseInputs } from './promise.inputs.js';
import { inputsOf, type PromiseGround, type PromiseOffer, promiseGround } from './promise.reader.js';
import { promiseOf } from './promise.rules.js';

/** A dated answer for one offer; `id` names it until it is reserved. */
export interface GivenPromise extends PromiseAnswer {
  id: string;
  offerId: string;
  supplierId: string;
  partId: string;
  inputs: PromiseInputs;
}

/** The answer to one line: every offer that may serve it, the earliest on the dock first, or why there is none. */
export interface PromisedLine {
  /** Index in the question, from 0. */
  line: number;
  quantity: DecimalText;
  needBy: LocalDate | null;
  promises: GivenPromise[];
  problem: { code: LineProblem; choices: readonly PartCandidate[] } | null;
}

/**
 * Says of up to 200 lines when each offer can be on the dock of the acting buyer, from stock, expected receipts and lead times, on the
 * calendars of both sides and the supplier's ways. Each answer is stored with its inputs, so that it can be computed again and
 * reserved by its id; nothing is held yet. Who may only look is answered, and nothing is stored. A line by part is answered with up
 * to 10 offers, 1,000 in all.
 * Throws Forbidden without price:read, BadInput (also for a site that the buyer does not have).
 */
export async function givePromises(work: Work, given: PromiseInput): Promise<PromisedLine[]> {
  requirePermission(work, 'price:read');
  const input = checkInput(promiseInput, given);
  const ground = await promiseGround(work, input);
  if (ground.shipTo === null) throw new BadInput([{ path: ['shipTo', 'siteId'], message: 'There is no such site in use.' }]);
  const lines = input.lines.map(({ quantity, needBy }, line): PromisedLine => {
    const offers = ground.offers.filter(({ n }) => n === line);
    const failed = offers.find(({ problem }) => problem !== null);
    return {
      line,
      quantity,
      needBy: needBy ?? null,
      promises: offers.flatMap((offer) => promised(work, { input, ground, offer })).sort(byDock),
      problem: failed?.problem ? { code: failed.problem, choices: failed.choices ?? [] } : null,
    };
  });
  await store(
    work,
    lines.flatMap(({ promises }) => promises),
  );
  return lines;
}

function promised(work: Work, from: { input: CheckedPromise; ground: PromiseGround; offer: PromiseOffer }): GivenPromise[] {
  const { input, ground, offer } = from;
  const line = input.lines[offer.n];
  if (offer.offerId === null || !line) return [];
  const inputs = inputsOf(ground, offer, {
    askedAt: work.now,
    quantity: line.quantity,
    needBy: line.needBy ?? null,
    method: input.method ?? null,
    buyerId: work.actor.orgId,
  });
  const { offerId, supplierId, partId } = offer;
  return [{ id: v7(), offerId, supplierId, partId, inputs, ...promiseOf(inputs) }];
}

/** On the dock first, then away first; what has no date comes last. */
function byDock(a: GivenPromise, b: GivenPromise): number {
  const never = '9999-12-31';
  const key = (one: GivenPromise): string =>
    one.problem ? never : `${one.arriveOn ?? addDays(never, -1)} ${one.shipOn ?? never} ${one.id}`;
  return key(a) < key(b) ? -1 : 1;
}

async function store(work: Work, promises: readonly GivenPromise[]): Promise<void> {
  if (promises.length === 0 || hasEyesOnly(work.actor)) return;
  const rows = promises.map(({ id, offerId, supplierId, partId, inputs, ...answer }) => ({
    id,
    supplier: supplierId,
    offer: offerId,
    part: partId,
    quantity: inputs.quantity,
    inputs,
    answer,
    until: answer.validUntil,
  }));
  await affected(
    work,
    `insert into supply.promise (org_id, id, counterparty_id, offer_id, part_id, quantity, inputs, answer, valid_until, asked_at)
     select $1, p.id, p.supplier, p.offer, p.part, p.quantity, p.inputs, p.answer, p.until, $3
     from jsonb_to_recordset($2) as p (id uuid, supplier uuid, offer uuid, part uuid, quantity numeric, inputs jsonb, answer jsonb, until timestamptz)`,
    [work.actor.orgId, JSON.stringify(rows), work.now],
  );
}
