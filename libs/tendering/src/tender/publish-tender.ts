import { z } from 'zod';
import { compareRatios, exact, type Fault, fail, ok, plus, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { announcementFaults } from '../auctioning/announced-auction.js';
import { criteriaFaults } from '../evaluation/criterion.js';
import { formulaFaults } from '../evaluation/formula.js';
import { ruleFaults } from '../rules/rule-faults.js';
import type { Seals } from '../sealed/hub-half.js';
import { makeHalves } from '../sealed/make-halves.js';
import { sealingOf } from '../sealed/sealing.reader.js';
import { calendarOfBuyer } from '../standstill/hold-decision.js';
import type { Tender } from './tender.entity.js';
import { memberOf, outcomeOf, versionConflict } from './tender.mover.js';
import { invitationsOf, linesOf, lockTender, tenderById } from './tender.reader.js';

const input = z.strictObject({ tenderId: z.uuid(), expectedVersion: z.int() });

export type PublishTenderFault = Fault<
  | 'VersionConflict'
  | 'TenderNotDraft'
  | 'TenderWithoutLines'
  | 'TenderWithoutDeadline'
  | 'TenderClosesTooSoon'
  | 'TenderQuestionsCloseLate'
  | 'TenderNeedsInvitations'
  | 'TenderSharesNotWhole'
  | 'FormulaUnsound'
  | 'SealingNotRehearsed'
  | 'AuctionUnsound'
  | 'TenderPeriodTooShort'
  | 'TenderEnquiriesTooShort'
  | 'ConfidentialityNotAllowed'
  | 'TenderMustBePublic'
>;

/**
 * Publishes a draft: from now on its terms, its criteria and its formula are fixed, and everybody who is invited, or with an open procedure
 * every supplier, reads it and may bid. Errors, all at once: TenderWithoutLines (a lot without one too), TenderWithoutDeadline,
 * TenderClosesTooSoon, TenderQuestionsCloseLate, TenderNeedsInvitations (selective without any, a single source without exactly one), TenderSharesNotWhole,
 * FormulaUnsound and AuctionUnsound with their reasons, TenderPeriodTooShort, TenderEnquiriesTooShort, ConfidentialityNotAllowed and TenderMustBePublic by its rule pack, with the article, SealingNotRehearsed (a sealed tender whose shares were not all proven); TenderNotDraft, VersionConflict. A sealed tender needs `seals`. Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function publishTender(
  work: Work,
  raw: z.input<typeof input>,
  seals?: Seals,
): Promise<Result<Tender, PublishTenderFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, expectedVersion } = checkInput(input, raw);
  const tender = await lockTender(work, tenderId);
  if (tender.edits !== expectedVersion) return fail(versionConflict);
  if (tender.status !== 'DRAFT') return fail({ code: 'TenderNotDraft', path: ['tenderId'] });
  const faults = [
    ...(await standing(work, tender)),
    ...dateFaults(tender, work.now),
    ...termFaults(tender),
    ...ruleFaults(tender, { now: work.now, calendar: await calendarOfBuyer(work, tender.orgId) }),
  ];
  if (faults.length > 0) return fail(...faults);

  const outcome = await outcomeOf(work, 'tendering.publish_tender($1)', [
    JSON.stringify({ id: tenderId, expectedEdits: expectedVersion, member: memberOf(work) }),
  ]);
  if (outcome === 'CLOSES_TOO_SOON') return fail({ code: 'TenderClosesTooSoon', path: ['closesAt'] });
  if (outcome === 'NOT_REHEARSED') return fail({ code: 'SealingNotRehearsed', path: ['tenderId'] });
  if (outcome !== 'PUBLISHED') return fail({ code: 'TenderNotDraft', path: ['tenderId'] });
  if (tender.confidentiality === 'SEALED') {
    if (!seals) throw new Error('a sealed tender is published with the seals of the hub');
    await makeHalves(work, tender, { lotIds: tender.lots.map(({ id }) => id), seals });
  }
  await audit(work, { action: 'tender:publish', subject: `tender:${tenderId}`, detail: { number: tender.number } });
  return ok(await tenderById(work, tenderId));
}

/** What is asked for, and of whom. */
async function standing(work: Work, tender: Tender): Promise<PublishTenderFault[]> {
  const lines = await linesOf(work, tender);
  const [invited = []] = await invitationsOf(work, [tender.id]);
  const empty = tender.lots.filter(({ id }) => lines.every(({ lotId }) => lotId !== id));
  const wanted = { OPEN: true, SELECTIVE: invited.length > 0, SINGLE_SOURCE: invited.length === 1 }[tender.procedure];
  const rehearsed = tender.confidentiality !== 'SEALED' || (await sealingOf(work, tender.id))?.rehearsedAt;
  return [
    ...(rehearsed ? [] : [{ code: 'SealingNotRehearsed' as const, path: ['tenderId'] }]),
    ...empty.map((lot) => ({
      code: 'TenderWithoutLines' as const,
      path: ['lots', String(lot.position)],
      values: { lot: lot.title },
    })),
    ...(wanted ? [] : [{ code: 'TenderNeedsInvitations' as const, path: ['suppliers'], values: { invited: invited.length } }]),
  ];
}

function dateFaults({ closesAt, questionsCloseAt }: Tender, now: Date): PublishTenderFault[] {
  if (!closesAt) return [{ code: 'TenderWithoutDeadline', path: ['closesAt'] }];
  return [
    ...(closesAt <= now ? [{ code: 'TenderClosesTooSoon' as const, path: ['closesAt'] }] : []),
    ...(questionsCloseAt && questionsCloseAt > closesAt
      ? [{ code: 'TenderQuestionsCloseLate' as const, path: ['questionsCloseAt'] }]
      : []),
  ];
}

/** The evaluation's own words about formula and criteria, each as the reason of one fault. */
function termFaults(tender: Tender): PublishTenderFault[] {
  const unsound = [
    ...formulaFaults(tender.formula).map((fault) => ({ ...fault, path: ['formula', ...fault.path] })),
    ...criteriaFaults(tender.formula, tender.criteria),
  ];
  const ids = new Set(['price', 'quality', ...tender.criteria.map(({ id }) => id)]);
  const unknown = tender.tieBreak.filter((step) => step.by === 'CRITERION' && !ids.has(step.criterionId));
  const whole =
    tender.awardMode !== 'SHARES' || compareRatios(plus(...tender.shares.map((share) => exact(share))), exact('100')) === 0;
  return [
    ...unsound.map(({ code, path }) => ({ code: 'FormulaUnsound' as const, path, values: { reason: code } })),
    ...unknown.map(() => ({ code: 'FormulaUnsound' as const, path: ['tieBreak'], values: { reason: 'CriterionUnknown' } })),
    ...announcementFaults(tender),
    ...(whole ? [] : [{ code: 'TenderSharesNotWhole' as const, path: ['shares'] }]),
  ];
}
