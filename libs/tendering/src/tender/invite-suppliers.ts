import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import type { Tender } from './tender.entity.js';
import { text } from './tender.input.js';
import { memberOf, outcomeOf } from './tender.mover.js';
import { lockTender, tenderById } from './tender.reader.js';

const inviteInput = z.strictObject({ tenderId: z.uuid(), supplierIds: z.array(z.uuid()).min(1).max(200) });
export type InviteSuppliersFault = Fault<'SupplierNotInvitable' | 'TenderNotOpen' | 'TooManyInvitations' | 'SingleSourceTaken'>;

/** Suppliers of one tender; each gets every letter about it. */
const invitationsMax = 500;

/**
 * Invites suppliers, partners or not; whoever is invited already stays so. Of a published tender they hear at once, of a draft when it is
 * published. Errors: SupplierNotInvitable for each that is no active supplier (or the buyer himself), TooManyInvitations above 500,
 * SingleSourceTaken for a second one of a published single source, TenderNotOpen once bids are closed.
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
  const crowded = await crowdedBy(work, tender, supplierIds);
  if (crowded) return fail(crowded);
  await outcomeOf(work, 'tendering.invite_suppliers($1, $2, $3)', [tenderId, supplierIds, memberOf(work)]);
  await audit(work, { action: 'tender:invite', subject: `tender:${tenderId}`, detail: { suppliers: supplierIds } });
  return ok(await tenderById(work, tenderId));
}

/** What stands against so many; the tender is locked. */
async function crowdedBy(
  work: Work,
  { id, procedure, status }: Tender,
  supplierIds: readonly string[],
): Promise<InviteSuppliersFault | undefined> {
  const invited = await rows<{ id: string }>(
    work,
    'select i.counterparty_id as id from tendering.invitation i where i.org_id = $1 and i.tender_id = $2',
    [work.actor.orgId, id],
  );
  const all = new Set([...invited.map((found) => found.id), ...supplierIds]).size;
  if (all === invited.length) return undefined;
  if (procedure === 'SINGLE_SOURCE' && status !== 'DRAFT') return { code: 'SingleSourceTaken', path: ['supplierIds'] };
  return all > invitationsMax
    ? { code: 'TooManyInvitations', path: ['supplierIds'], values: { invited: all, most: invitationsMax } }
    : undefined;
}

const declineInput = z.strictObject({ tenderId: z.uuid(), reason: text(500).nullish() });
export type DeclineTenderFault = Fault<'NotInvited' | 'BidStands'>;

/**
 * Tells the buyer that the acting supplier will not bid; he gets no more letters about it. A later bid takes it back, which
 * the buyer reads when he may read of the bid.
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
