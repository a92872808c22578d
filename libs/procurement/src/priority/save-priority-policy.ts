import { v7 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, isCurrencyCode, isPositiveDecimal, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { ownPolicy, type PriorityPolicy } from './priority.reader.js';

const input = z
  .strictObject({
    /** Absent: a new one. */
    policyId: z.uuid().nullish(),
    expectedVersion: z.int().nullish(),
    priority: z.string().min(2).max(10),
    /** Absent: for every partner. */
    buyerId: z.uuid().nullish(),
    respondMinutes: z.int().min(1).max(100_000),
    shipMinutes: z.int().min(1).max(1_000_000),
    clock: z.enum(['ALWAYS', 'CALENDAR']),
    place: z.string().trim().max(40).default(''),
    warnPercent: z.int().min(1).max(99).default(75),
    escalatePercents: z.array(z.int().min(101).max(10_000)).max(10).default([]),
    holdMinutes: z.int().min(0).max(1440).default(30),
    /** Goods without an order up to an amount, for so long. */
    poToFollow: z
      .strictObject({
        cap: z.string().refine(isPositiveDecimal, 'a decimal above zero'),
        currency: z.string().refine(isCurrencyCode, 'an ISO 4217 code'),
        minutes: z.int().min(1).max(100_000),
      })
      .nullish(),
  })
  .refine((given) => given.respondMinutes <= given.shipMinutes, { path: ['shipMinutes'], message: 'ships before it answers' });

export type SavePriorityPolicyInput = z.input<typeof input>;
export type SavePriorityPolicyError = Fault<'PriorityUnknown' | 'PolicyTaken' | 'PolicyPartnerInactive' | 'VersionConflict'>;

/**
 * Says what the acting supplier promises for a priority: to all his partners, or to one buyer by contract, which goes first. Requests
 * that run already keep the terms they were raised under. Errors: PriorityUnknown, PolicyTaken (there is one for this priority and
 * buyer), PolicyPartnerInactive, VersionConflict. Throws Forbidden without agreement:manage, NotFound, BadInput.
 */
export async function savePriorityPolicy(
  work: Work,
  given: SavePriorityPolicyInput,
): Promise<Result<PriorityPolicy, SavePriorityPolicyError>> {
  requirePermission(work, 'agreement:manage');
  const wanted = checkInput(input, given);
  if (!(await one(work, 'select from procurement.priority p where p.code = $1', [wanted.priority])))
    return fail({ code: 'PriorityUnknown', path: ['priority'], values: { value: wanted.priority } });
  const partner = `select from organizations.partnership p where p.org_id = $1 and p.counterparty_id = $2 and p.status = 'ACTIVE'`;
  if (wanted.buyerId && !(await one(work, partner, [wanted.buyerId, work.actor.orgId])))
    return fail({ code: 'PolicyPartnerInactive', path: ['buyerId'] });
  if (wanted.policyId) {
    const before = await ownPolicy(work, wanted.policyId);
    if (!before) throw new NotFound(`policy ${wanted.policyId}`);
    if (before.version !== wanted.expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  }
  const id = wanted.policyId ?? v7();
  if ((await write(work, id, wanted)) === 0) return fail({ code: 'PolicyTaken', path: ['priority'] });
  await audit(work, {
    action: 'priority-policy:save',
    subject: `priority-policy:${id}`,
    detail: {
      priority: wanted.priority,
      buyerId: wanted.buyerId ?? null,
      respondMinutes: wanted.respondMinutes,
      shipMinutes: wanted.shipMinutes,
    },
  });
  const saved = await ownPolicy(work, id);
  if (!saved) throw new Error('a saved policy can be read');
  return ok(saved);
}

/** How many rows were written: none when another policy holds the place. */
async function write(work: Work, id: string, wanted: z.output<typeof input>): Promise<number> {
  const values = [
    work.actor.orgId,
    id,
    wanted.buyerId ?? null,
    wanted.priority,
    wanted.respondMinutes,
    wanted.shipMinutes,
    wanted.clock,
    wanted.place,
    wanted.warnPercent,
    wanted.escalatePercents,
    wanted.holdMinutes,
    wanted.poToFollow != null,
    wanted.poToFollow?.cap ?? null,
    wanted.poToFollow?.currency ?? null,
    wanted.poToFollow?.minutes ?? null,
  ];
  if (!wanted.policyId)
    return affected(
      work,
      `insert into procurement.priority_policy (org_id, id, counterparty_id, priority, respond_minutes, ship_minutes, clock, place, warn_percent, escalate_percents,
         hold_minutes, po_to_follow, po_cap, po_currency, po_minutes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::smallint[], $11, $12, $13, $14, $15) on conflict do nothing`,
      values,
    );
  return affected(
    work,
    `update procurement.priority_policy p set counterparty_id = $3, priority = $4, respond_minutes = $5, ship_minutes = $6, clock = $7, place = $8, warn_percent = $9,
       escalate_percents = $10::smallint[], hold_minutes = $11, po_to_follow = $12, po_cap = $13, po_currency = $14, po_minutes = $15, version = p.version + 1
     where p.org_id = $1 and p.id = $2 and not exists (select from procurement.priority_policy o where o.org_id = $1 and o.id <> $2 and o.priority = $4
       and o.counterparty_id is not distinct from $3::uuid)`,
    values,
  );
}
