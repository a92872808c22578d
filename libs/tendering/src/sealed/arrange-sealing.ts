import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { arrangementFaults, EnvelopeError, envelopeSets, holderRoles, isPublicKey, readEnvelope } from '#libs/sealing';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf, outcomeOf, versionConflict } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';

/** Holders of one tender: a committee with its deputies. */
const holdersMax = 40;

const input = z.strictObject({
  tenderId: z.uuid(),
  expectedVersion: z.int(),
  officersKey: z.string().length(87),
  threshold: z.int().min(1).max(holdersMax),
  /** In the order in which they are opened; one of `envelopeSets`. */
  envelopes: z
    .array(z.enum(['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL']))
    .min(1)
    .max(3),
  rehearsal: z.string().min(1).max(20_000),
  shares: z
    .array(
      z.strictObject({
        keyId: z.uuid(),
        role: z.enum(holderRoles),
        position: z.int().min(1).max(holdersMax),
        sealed: z.string().min(1).max(1000),
      }),
    )
    .min(1)
    .max(holdersMax),
});
type Arranging = z.output<typeof input>;

export type ArrangeSealingFault = Fault<'VersionConflict' | 'SealingNotPossible' | 'SealingUnsound' | 'OfficerKeyUnknown'>;

/**
 * Keeps how the bids of a sealed draft are opened: the officers' half of its key, which the buyer's client has made, and a share for each holder's key. Arranging again
 * replaces it. Errors: SealingUnsound with its reason (k below 2, fewer than k + 1 officers, no single recovery share, a holder twice, envelopes that do not
 * go together, a rehearsal that is none), OfficerKeyUnknown (or revoked), SealingNotPossible (no sealed draft), VersionConflict. Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function arrangeSealing(work: Work, raw: z.input<typeof input>): Promise<Result<Tender, ArrangeSealingFault>> {
  requirePermission(work, 'tender:manage');
  const given = checkInput(input, raw);
  const tender = await lockTender(work, given.tenderId);
  if (tender.edits !== given.expectedVersion) return fail(versionConflict);
  const reasons = await unsound(given, work.actor.orgId);
  if (reasons.length > 0)
    return fail(...reasons.map((reason) => ({ code: 'SealingUnsound' as const, path: ['shares'], values: { reason } })));

  const { expectedVersion, ...arrangement } = given;
  const outcome = await outcomeOf(work, 'tendering.arrange_sealing($1)', [
    JSON.stringify({ ...arrangement, expectedEdits: expectedVersion, member: memberOf(work) }),
  ]);
  if (outcome !== 'ARRANGED') return fail(faultOf(outcome));
  await audit(work, {
    action: 'tender:arrange-sealing',
    subject: `tender:${tender.id}`,
    detail: { threshold: given.threshold, holders: given.shares.length },
  });
  return ok(await tenderById(work, tender.id));
}

function faultOf(outcome: string): ArrangeSealingFault {
  switch (outcome) {
    case 'VERSION_CONFLICT':
      return versionConflict;
    case 'NO_SUCH_KEY':
      return { code: 'OfficerKeyUnknown', path: ['shares'] };
    case 'ONE_HOLDER_TWICE':
    case 'OTHER_ROLE':
      return { code: 'SealingUnsound', path: ['shares'], values: { reason: outcome } };
    default:
      return { code: 'SealingNotPossible', path: ['tenderId'] };
  }
}

async function unsound(given: Arranging, buyer: string): Promise<string[]> {
  const known = envelopeSets.some((set) => set.join() === given.envelopes.join());
  return [
    ...arrangementFaults(given.shares, given.threshold),
    ...(known ? [] : ['ENVELOPES_UNKNOWN']),
    ...((await isPublicKey(given.officersKey)) ? [] : ['KEY_UNSOUND']),
    ...(isRehearsal(given, buyer) ? [] : ['REHEARSAL_UNSOUND']),
  ];
}

/** An envelope of this tender that the officers' half alone opens. */
function isRehearsal({ rehearsal, tenderId, officersKey }: Arranging, buyer: string): boolean {
  try {
    const { header } = readEnvelope(rehearsal);
    const { envelope, tender, bidder, keys } = header;
    return envelope === 'REHEARSAL' && tender === tenderId && bidder === buyer && keys.join() === officersKey;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;
    throw error;
  }
}
