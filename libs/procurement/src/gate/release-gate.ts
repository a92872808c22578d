import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { actorKey, audit, checkInput, Forbidden, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { sideOf } from '../order/order.access.js';
import { lockOrder } from '../order/order.reader.js';
import type { GateCheck } from './gate.entity.js';
import { gateChecksOfOrders } from './gate.reader.js';

const input = z.strictObject({
  orderId: z.uuid(),
  lineId: z.uuid(),
  ruleId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
});

export type ReleaseGateInput = z.input<typeof input>;

/**
 * Lets an order line pass a rule that holds it, or asks a document of it, with a reason: by a person of the side that the rule names.
 * The decision and its facts stay as they were. Errors: GateNotOpen. Throws NotFound for orders of others and for a rule that was not
 * judged, Forbidden for machines, for the other side and without gate:release, BadInput.
 */
export async function releaseGate(work: Work, given: ReleaseGateInput): Promise<Result<GateCheck, Fault<'GateNotOpen'>>> {
  requirePermission(work, 'gate:release');
  if (work.actor.kind !== 'user') throw new Forbidden('gate:release');
  const { orderId, lineId, ruleId, reason } = checkInput(input, given);
  const order = await lockOrder(work, orderId);
  const check = await checkOf(work, { orderId, lineId, ruleId });
  if (sideOf(work, order) !== check.releaser) throw new Forbidden('gate:release');
  const by = { kind: work.actor.kind, key: actorKey(work.actor), memberId: work.actor.memberId };
  const released = await one<{ done: boolean }>(work, 'select procurement.release_gate($1, $2, $3, $4) as done', [
    orderId,
    lineId,
    ruleId,
    JSON.stringify({ by, reason }),
  ]);
  if (!released?.done) return fail({ code: 'GateNotOpen', path: ['ruleId'], values: { rule: check.code, status: check.status } });
  const { code, version } = check;
  await audit(work, { action: 'gate:release', subject: `order:${orderId}`, detail: { lineId, rule: code, version, reason } });
  return ok(await checkOf(work, { orderId, lineId, ruleId }));
}

async function checkOf(
  work: Work,
  { orderId, lineId, ruleId }: Pick<GateCheck, 'orderId' | 'lineId' | 'ruleId'>,
): Promise<GateCheck> {
  const found = (await gateChecksOfOrders(work, [orderId])).find((check) => check.lineId === lineId && check.ruleId === ruleId);
  if (!found) throw new NotFound('gate check');
  return found;
}
