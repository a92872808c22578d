import { v7 } from 'uuid';
import { z } from 'zod';
import { compare, type Fault, fail, isCurrencyCode, isDecimal, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, onceByKey, one, requirePermission, sqlState, type Work } from '#libs/platform';
import { calendarFor, type OfferCard, offersById, type RepairTerms, unitTermsOf } from '#libs/supply';
import type { Place } from '../order/order.entity.js';
import { placingContext } from '../placing/placing.reader.js';
import type { Rotable } from '../rotable/rotable.entity.js';
import { partNumber, serial, text } from '../rotable/rotable.input.js';
import { rotableById } from '../rotable/rotable.reader.js';

const input = z.strictObject({
  idempotencyKey: z.string().min(1).max(255),
  offerId: z.uuid(),
  serial,
  /** Of the unit; that of the offer when absent. */
  partNumber: partNumber.nullish(),
  /** What is wrong with it. */
  complaint: text(2000),
  /** Where it comes back to: a site of the buyer. */
  shipTo: z.uuid(),
  /** The terms the buyer saw. */
  termsSeen: z.strictObject({
    version: z.int(),
    currency: z.string().refine(isCurrencyCode, 'an ISO 4217 code'),
    price: z.string().refine(isDecimal, 'a decimal').nullish(),
  }),
});

export type OrderRepairInput = z.input<typeof input>;
type Asked = z.output<typeof input>;
export type OrderRepairError = Fault<
  'OfferWithdrawn' | 'RepairTermsChanged' | 'PartnershipInactive' | 'SiteUnknown' | 'SerialTaken'
>;

/**
 * Orders the repair of one unit of the acting buyer on the terms he saw. The supplier is told; the unit is then sent by `shipUnit`. Once
 * per idempotency key: a repeated call gets the same repair as it is now.
 * Errors, all at once where they can be: OfferWithdrawn, RepairTermsChanged (also: repaired no more), PartnershipInactive, SiteUnknown,
 * SerialTaken (the unit is on its way elsewhere); IdempotencyMismatch. Throws Forbidden without order:place, BadInput.
 */
export async function orderRepair(
  work: Work,
  given: OrderRepairInput,
): Promise<Result<Rotable, OrderRepairError | Fault<'IdempotencyMismatch'>>> {
  requirePermission(work, 'order:place');
  const asked = checkInput(input, given);
  const { idempotencyKey: key, ...request } = asked;
  const ordered = await onceByKey(work, { operation: 'orderRepair', key, request }, () => orderOnce(work, asked));
  return ordered.ok ? ok(await rotableById(work, ordered.value)) : ordered;
}

async function orderOnce(work: Work, asked: Asked): Promise<Result<string, OrderRepairError>> {
  const [offer] = await offersById(work, [asked.offerId]);
  if (offer?.status !== 'ACTIVE') return fail({ code: 'OfferWithdrawn', path: ['offerId'] });
  const [units] = await unitTermsOf(work, [asked.offerId]);
  const terms = units?.repair ?? null;
  const context = await placingContext(work, {
    destinations: [{ siteId: asked.shipTo }],
    suppliers: [offer.supplierId],
    parts: [],
    offers: [],
    agreements: [],
    number: null,
  });
  const faults: OrderRepairError[] = [];
  if (!terms || !sameTerms(asked.termsSeen, terms))
    faults.push({
      code: 'RepairTermsChanged',
      path: ['termsSeen'],
      values: { version: terms?.version ?? null, price: terms?.price ?? null, currency: terms?.currency ?? null },
    });
  if (context.partners.length === 0)
    faults.push({ code: 'PartnershipInactive', path: ['offerId'], values: { supplierId: offer.supplierId } });
  const site = context.sites[0];
  if (!site) faults.push({ code: 'SiteUnknown', path: ['shipTo'] });
  if (faults.length > 0 || !terms || !site) return fail(...faults);
  const { id: _, ...place } = site;
  return write(work, asked, { offer, terms, place });
}

function sameTerms(seen: Asked['termsSeen'], terms: RepairTerms): boolean {
  if (seen.version !== terms.version || seen.currency !== terms.currency) return false;
  return terms.price === null ? seen.price == null : seen.price != null && compare(seen.price, terms.price) === 0;
}

async function write(
  work: Work,
  asked: Asked,
  { offer, terms, place }: { offer: OfferCard; terms: RepairTerms; place: Place },
): Promise<Result<string, OrderRepairError>> {
  const id = v7();
  const { offerId: _, version: __, ...kept } = terms;
  const calendar = await calendarFor(work, { orgId: offer.supplierId, place: '' });
  const named = await one<{ number: string; part: string }>(
    work,
    `select platform.next_number('RO') as number, p.number as part from catalog.part p where p.id = $1`,
    [offer.partId],
  );
  const part = asked.partNumber ?? named?.part ?? offer.supplierPart;
  try {
    await affected(
      work,
      `insert into procurement.rotable (org_id, id, counterparty_id, kind, number, offer_id, part_id, part_number, supplier_part, description, terms, currency, note, ship_to, status, in_part,
         in_serial, in_open, opened_at) values ($1, $2, $3, 'REPAIR', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'ORDERED', $7, $14, true, $15)`,
      [
        work.actor.orgId,
        id,
        offer.supplierId,
        named?.number,
        offer.id,
        offer.partId,
        part,
        offer.supplierPart,
        offer.name,
        JSON.stringify({ ...kept, calendar }),
        terms.currency,
        asked.complaint,
        JSON.stringify(place),
        asked.serial,
        work.now,
      ],
    );
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    return fail({ code: 'SerialTaken', path: ['serial'], values: { serial: asked.serial } });
  }
  await start(work, { id, supplierId: offer.supplierId, serial: asked.serial });
  return ok(id);
}

/** Opens the log and tells the supplier. */
async function start(
  work: Work,
  { id, supplierId, serial: unit }: { id: string; supplierId: string; serial: string },
): Promise<void> {
  const member = work.actor.kind === 'user' ? work.actor.memberId : null;
  await affected(
    work,
    `insert into procurement.rotable_event (org_id, rotable_id, seq, counterparty_id, kind, at, actor_org, actor_member, detail) values ($1, $2, 1, $3, 'OPENED', $4, $1, $5, $6)`,
    [work.actor.orgId, id, supplierId, work.now, member, JSON.stringify({ serial: unit })],
  );
  await one(work, 'select procurement.announce_rotable($1)', [id]);
  await audit(work, { action: 'rotable:order', subject: `rotable:${id}`, detail: { serial: unit } });
}
