import { v7 } from 'uuid';
import { compare, type DecimalText, type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, affected, audit, checkInput, onceByKey, one, requirePermission, type Work } from '#libs/platform';
import { reserveStock } from '#libs/supply';
import type { Place } from '../order/order.entity.js';
import { placingContext, pricedLines } from '../placing/placing.reader.js';
import type { PricedLine } from '../placing/placing.rules.js';
import { type ClockName, deadlinesOf, marksOf, type PriorityTerms } from '../priority/clock.rules.js';
import { termsFor } from '../priority/priority.reader.js';
import { type CheckedUrgent, type RaiseUrgentInput, raiseUrgentInput } from './urgent.input.js';
import { type UrgentRequest, urgentById } from './urgent.reader.js';

export type RaiseUrgentError = Fault<
  | 'PriorityUnknown'
  | 'IntakeIncomplete'
  | 'MinimumAboveQuantity'
  | 'OfferWithdrawn'
  | 'PartnershipInactive'
  | 'SiteUnknown'
  | 'PoToFollowRefused'
  | 'PoCapExceeded'
  | 'PartSuperseded'
>;

/** Gives a named hold back when its time is over. */
export const releaseUrgentHoldTask = 'procurement.release-urgent-hold';

/**
 * Asks a supplier for a part now, under a priority: the intake answers, deadlines on the clock that his policy names, and a named
 * hold without an order on what is there, for as long as he allows (at least the minimum quantity, or nothing). With `poToFollow` the
 * goods may leave before the order, up to his cap. Nothing is bought by it: binding is the order. Both desks are told. Once per
 * idempotency key: a repeated call gets the same request as it is now.
 * Errors, all at once where they can be: IntakeIncomplete (an aircraft on ground needs tail and place), MinimumAboveQuantity,
 * PriorityUnknown (also one without deadlines), OfferWithdrawn, PartSuperseded (a class V link took it off sale), PartnershipInactive,
 * SiteUnknown, PoToFollowRefused, PoCapExceeded; IdempotencyMismatch.
 * Throws Forbidden without order:place, BadInput.
 */
export async function raiseUrgent(
  work: Work,
  given: RaiseUrgentInput,
): Promise<Result<UrgentRequest, RaiseUrgentError | Fault<'IdempotencyMismatch'>>> {
  requirePermission(work, 'order:place');
  const input = checkInput(raiseUrgentInput, given);
  const { idempotencyKey: key, ...request } = input;
  const raised = await onceByKey(work, { operation: 'raiseUrgent', key, request }, () => raiseOnce(work, input));
  return raised.ok ? ok(await urgentById(work, raised.value)) : raised;
}

/** Gives the id of the new request. */
async function raiseOnce(work: Work, input: CheckedUrgent): Promise<Result<string, RaiseUrgentError>> {
  const [offer] = await pricedLines(work, [{ offerId: input.offerId, quantity: input.quantity }]);
  if (!offer?.offerId || (offer.obstacles ?? '').includes('WITHDRAWN'))
    return fail({ code: 'OfferWithdrawn', path: ['offerId'] });
  const context = await placingContext(work, {
    destinations: [{ siteId: input.shipTo }],
    suppliers: [offer.supplierId],
    parts: offer.partId ? [offer.partId] : [],
    agreements: [],
    offers: [],
    number: null,
  });
  const site = context.sites[0];
  const terms = await termsFor(work, { supplierId: offer.supplierId, buyerId: work.actor.orgId, priority: input.priority });
  const faults = [
    ...intakeFaults(input, terms),
    ...(context.partners.length === 0
      ? [{ code: 'PartnershipInactive' as const, path: ['offerId'], values: { supplierId: offer.supplierId } }]
      : []),
    ...(context.blockedParts.length > 0
      ? [{ code: 'PartSuperseded' as const, path: ['offerId'], values: { number: offer.manufacturerPart } }]
      : []),
    ...(site ? [] : [{ code: 'SiteUnknown' as const, path: ['shipTo'] }]),
    ...(terms && input.poToFollow ? capFaults(terms, offer) : []),
  ];
  if (faults.length > 0 || !terms || !site) return fail(...faults);

  const { id: _, ...place } = site;
  const id = v7();
  const held = input.hold && terms.holdMinutes > 0 ? await hold(work, id, { input, offer }) : '0';
  await write(work, id, { input, offer, terms, place, held });
  await audit(work, {
    action: 'urgent:raise',
    subject: `urgent:${id}`,
    detail: { priority: terms.priority, offerId: input.offerId, held },
  });
  return ok(id);
}

function intakeFaults(input: CheckedUrgent, terms: PriorityTerms | undefined): RaiseUrgentError[] {
  const faults: RaiseUrgentError[] = [];
  if (!terms) faults.push({ code: 'PriorityUnknown', path: ['priority'], values: { value: input.priority } });
  for (const field of ['tail', 'groundedAt'] as const)
    if (terms?.rank === 1 && input[field] == null) faults.push({ code: 'IntakeIncomplete', path: [field], values: { field } });
  if (input.minimumQuantity != null && compare(input.minimumQuantity, input.quantity) > 0)
    faults.push({ code: 'MinimumAboveQuantity', path: ['minimumQuantity'] });
  return faults;
}

function capFaults(terms: PriorityTerms, offer: PricedLine): RaiseUrgentError[] {
  const path = ['poToFollow'];
  if (!terms.poToFollow) return [{ code: 'PoToFollowRefused', path }];
  const { cap, currency } = terms.poToFollow;
  const within = offer.lineAmount !== null && offer.currency === currency && compare(offer.lineAmount, cap) <= 0;
  return within
    ? []
    : [
        {
          code: 'PoCapExceeded',
          path,
          values: { amount: offer.lineAmount, currency: offer.currency, cap, capCurrency: currency },
        },
      ];
}

/** Holds the quantity, else what is there as far as it would do. */
async function hold(work: Work, id: string, { input, offer }: { input: CheckedUrgent; offer: PricedLine }): Promise<DecimalText> {
  const claim = { line: `urgent:${id}`, supplierId: offer.supplierId, offerId: input.offerId, backorder: false };
  const whole = await reserveStock(work, [{ ...claim, quantity: input.quantity }]);
  if (whole.ok) return whole.value[0]?.held ?? '0';
  const free = whole.errors[0]?.values?.['free'];
  if (typeof free !== 'string' || compare(free, input.minimumQuantity ?? input.quantity) < 0) return '0';
  const part = await reserveStock(work, [{ ...claim, quantity: free }]);
  return part.ok ? (part.value[0]?.held ?? '0') : '0';
}

interface Raised {
  input: CheckedUrgent;
  offer: PricedLine;
  terms: PriorityTerms;
  place: Place;
  held: DecimalText;
}

async function write(work: Work, id: string, { input, offer, terms: promised, place, held }: Raised): Promise<void> {
  const terms = input.poToFollow ? promised : { ...promised, poToFollow: null };
  const { respondBy, shipBy, poBy } = deadlinesOf(terms, work.now);
  const heldUntil = held === '0' ? null : new Date(work.now.getTime() + terms.holdMinutes * 60_000);
  const number = await one<{ number: string }>(work, `select platform.next_number('UR') as number`);
  await affected(
    work,
    `insert into procurement.urgent_request (org_id, id, counterparty_id, number, priority, offer_id, part_id, supplier_part, description, order_unit, quantity, minimum_quantity,
       need_at, tail, grounded_at, next_flight, contact, forwarder, forwarder_account, note, ship_to, policy, opened_at, respond_by, ship_by, po_by, held, held_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)`,
    [
      work.actor.orgId,
      id,
      offer.supplierId,
      number?.number,
      terms.priority,
      input.offerId,
      offer.partId,
      offer.supplierPart,
      offer.name,
      offer.orderUnit,
      input.quantity,
      input.minimumQuantity ?? input.quantity,
      input.needAt,
      input.tail ?? null,
      input.groundedAt ?? null,
      input.nextFlight ?? null,
      input.contact,
      input.forwarder ?? null,
      input.forwarderAccount ?? null,
      input.note ?? null,
      JSON.stringify(place),
      JSON.stringify(terms),
      work.now,
      respondBy,
      shipBy,
      poBy,
      held,
      heldUntil,
    ],
  );
  await start(work, id, { offer, terms, held });
  if (heldUntil) await addJob(work, { task: releaseUrgentHoldTask, payload: { id }, key: `urgent-hold:${id}`, runAt: heldUntil });
}

/** Winds the clocks up, opens the log and tells both desks. */
async function start(work: Work, id: string, { offer, terms, held }: Pick<Raised, 'offer' | 'terms' | 'held'>): Promise<void> {
  const clocks: ClockName[] = terms.poToFollow ? ['RESPOND', 'SHIP', 'PO'] : ['RESPOND', 'SHIP'];
  await affected(
    work,
    `insert into procurement.urgent_clock (org_id, request_id, counterparty_id, generation, clock, mark, level, due_at)
     select $1, $2, $3, 1, m.clock, m.mark, m.level, m."dueAt" from jsonb_to_recordset($4) as m (clock text, mark text, level smallint, "dueAt" timestamptz)`,
    [work.actor.orgId, id, offer.supplierId, JSON.stringify(marksOf(terms, work.now, clocks))],
  );
  await affected(
    work,
    `insert into procurement.urgent_event (org_id, request_id, seq, counterparty_id, kind, at, actor_org, actor_member, detail) values ($1, $2, 1, $3, 'OPENED', $4, $1, $5, $6)`,
    [
      work.actor.orgId,
      id,
      offer.supplierId,
      work.now,
      work.actor.kind === 'user' ? work.actor.memberId : null,
      JSON.stringify({ priority: terms.priority, held }),
    ],
  );
  await affected(work, 'select procurement.announce_urgent($1)', [id]);
}
