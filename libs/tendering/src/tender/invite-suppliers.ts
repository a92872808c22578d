import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import type { Tender } from './tender.entity.js';
import { text } from './tender.input.js';
import { memberOf, outcomeOf } from './tender.mover.js';
import { lockTender, tenderById } from './tender.reader.js';

const inviteInput = z.strictObject({ tenderId: z.uuid(), supplierIds: z.array(z.uuid()).min(1).max(200) });
export type InviteSuppliersFault = Fault<'SupplierNotInvitable' | 'TenderNotOpen'>;

/**
 * Invites suppliers, partners or not; whoever is invited already stays so. Of a published tender they hear at once, of a draft when it is
 * published. Errors: SupplierNotInvitable for each that is no active supplier (or the buyer himself), TenderNotOpen once bids are closed.
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function inviteSuppliers(
  work: Work,
  raw: z.input<typeof inviteInput>,
): Promise<Result<Tender, InviteSuppliersFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, supplierIds } = checkInput(inviteInput, raw);
  const tender = await lockTender(work, tenderId);
  if (!['DRAFT', 'ANNOUNCED', 'BIDDING'].includes(tender.status))
    return fail({ code: 'TenderNotOpen', path: ['tenderId'], values: { status: tender.status } });
  const known = await rows<{ id: string }>(
    work,
    `select o.id from organizations.organization o where o.id = any ($1) and o.id <> $2 and 'SUPPLIER' = any (o.roles) and o.status = 'ACTIVE'`,
    [supplierIds, work.actor.orgId],
  );
  const faults = supplierIds.flatMap((id, i) =>
    known.some((found) => found.id === id) ? [] : [{ code: 'SupplierNotInvitable' as const, path: ['supplierIds', String(i)] }],
  );
  if (faults.length > 0) return fail(...faults);
  await outcomeOf(work, 'tendering.invite_suppliers($1, $2, $3)', [tenderId, supplierIds, memberOf(work)]);
  await audit(work, { action: 'tender:invite', subject: `tender:${tenderId}`, detail: { suppliers: supplierIds } });
  return ok(await tenderById(work, tenderId));
}

const declineInput = z.strictObject({ tenderId: z.uuid(), reason: text(500).nullish() });
export type DeclineTenderFault = Fault<'NotInvited' | 'BidStands'>;

/**
 * Tells the buyer that the acting supplier will not bid; he gets no more letters about it. A later bid takes it back.
 * Errors: NotInvited (or declined already), BidStands (withdraw it first). Throws Forbidden without bid:submit, NotFound, BadInput.
 */
export async function declineTender(work: Work, raw: z.input<typeof declineInput>): Promise<Result<Tender, DeclineTenderFault>> {
  requirePermission(work, 'bid:submit');
  const { tenderId, reason } = checkInput(declineInput, raw);
  const tender = await tenderById(work, tenderId);
  const outcome = await outcomeOf(work, 'tendering.decline_tender($1, $2, $3)', [tender.orgId, tender.id, reason ?? null]);
  if (outcome === 'HAS_BID') return fail({ code: 'BidStands', path: ['tenderId'] });
  if (outcome !== 'DECLINED') return fail({ code: 'NotInvited', path: ['tenderId'] });
  await audit(work, { action: 'tender:decline', subject: `tender:${tenderId}`, detail: { reason: reason ?? null } });
  return ok(await tenderById(work, tenderId));
}
