import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Partnership } from './partnership.entity.js';
import { partnershipOf } from './partnership.reader.js';

/** Incoterms 2020, ICC publication 723E. */
const incoterms = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;

const input = z.strictObject({
  partnerId: z.uuid(),
  /** What the acting organisation is in it. */
  side: z.enum(['BUYER', 'SUPPLIER']),
  accountNumber: z.string().trim().min(1).max(60).nullish(),
  paymentTerms: z.string().trim().min(1).max(200).nullish(),
  deliveryTerms: z.strictObject({ code: z.enum(incoterms), place: z.string().trim().min(1).max(100) }).nullish(),
});

export type ProposePartnershipInput = z.input<typeof input>;
export type ProposePartnershipError = Fault<'NotABuyer' | 'NotASupplier' | 'PartnershipExists' | 'OwnOrganization'>;

const refusals = { NOT_A_BUYER: 'NotABuyer', NOT_A_SUPPLIER: 'NotASupplier', EXISTS: 'PartnershipExists' } as const;

/**
 * Proposes trade with another organisation, as buyer or as supplier; the other side accepts. An ended partnership is proposed anew.
 * Errors: NotABuyer, NotASupplier (by the public card, or suspended), PartnershipExists, OwnOrganization. Throws Forbidden, BadInput.
 */
export async function proposePartnership(
  work: Work,
  given: ProposePartnershipInput,
): Promise<Result<Partnership, ProposePartnershipError>> {
  requirePermission(work, permissions.managePartnerships);
  const { partnerId, side, ...terms } = checkInput(input, given);
  const own = work.actor.orgId;
  if (partnerId === own) return fail({ code: 'OwnOrganization', path: ['partnerId'] });
  const parties = side === 'BUYER' ? { buyerId: own, supplierId: partnerId } : { buyerId: partnerId, supplierId: own };

  const proposed = await one<{ outcome: string }>(
    work,
    'select organizations.propose_partnership($1, $2, $3::jsonb) as outcome',
    [parties.buyerId, parties.supplierId, JSON.stringify(terms)],
  );
  const outcome = proposed?.outcome ?? '';
  if (outcome !== 'PROPOSED')
    return fail({ code: refusals[outcome as keyof typeof refusals], path: outcome === 'EXISTS' ? ['partnerId'] : ['side'] });
  await audit(work, {
    action: 'partnership:propose',
    subject: `partnership:${parties.buyerId}:${parties.supplierId}`,
    detail: { side },
  });
  return ok(await partnershipOf(work, parties));
}
