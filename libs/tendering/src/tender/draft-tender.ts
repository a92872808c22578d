import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Tender } from './tender.entity.js';
import { type CheckedTender, tenderInput, tenderLinesMax } from './tender.input.js';
import { type SourceFault, sourcedTerms } from './tender.source.js';
import { type SaveTenderFault, saveTender, type TenderTermFault } from './tender.writer.js';

const rules = (tender: CheckedTender): boolean =>
  (tender.procedure !== 'SINGLE_SOURCE' || tender.singleReason != null) &&
  (tender.procedure === 'OPEN' || !tender.isPublic) &&
  (tender.awardMode !== 'SHARES' || tender.shares.length > 0);
const rulesText = 'a single source needs its reason, an award by shares its shares; only an open procedure is public';

const draftInput = z
  .strictObject({
    tender: tenderInput,
    /** Lines of a file: part number, quantity and manufacturer, as a quick order reads them. */
    csv: z.string().max(300_000).nullish(),
    basketId: z.uuid().nullish(),
    /** A past tender of the actor's organisation: its lines, and with `copyTerms` its terms. */
    fromTenderId: z.uuid().nullish(),
  })
  .refine(
    (given) => [given.csv, given.basketId, given.fromTenderId].filter((source) => source != null).length <= 1,
    'one source at most',
  )
  .refine((given) => rules(given.tender), { path: ['tender'], message: rulesText });
export type DraftTenderInput = z.input<typeof draftInput>;
export type DraftTenderFault = TenderTermFault | SourceFault | Fault<'TenderTooLong'>;

/**
 * Drafts a tender: from scratch, or with the lines of a file, a basket of the actor or a past tender, put after the lines given. Nobody
 * else sees it before it is published. Errors, all at once: of lines (TenderPartUnknown, TenderSiteUnknown, TenderLineUndescribed,
 * TenderLineNumberTaken, TenderLotUnknown), of the file (TenderFileLineUnreadable, TenderFileUnitUnclear), TenderTooLong above 500 lines.
 * Throws Forbidden without tender:manage, NotFound for a basket or tender that is not the actor's, BadInput.
 */
export async function draftTender(work: Work, raw: DraftTenderInput): Promise<Result<Tender, DraftTenderFault>> {
  requirePermission(work, 'tender:manage');
  const given = checkInput(draftInput, raw);
  const sourced = await sourcedTerms(work, given);
  if (!sourced.ok) return sourced;
  const input = { ...given.tender, lines: [...given.tender.lines, ...sourced.value.lines] };
  if (input.lines.length > tenderLinesMax) return fail(tooLong(input.lines.length));
  const id = uuid();
  const saved = await saveTender(work, { id, expectedEdits: null, input, source: sourced.value.source });
  if (!saved.ok) return saved as Result<Tender, TenderTermFault>;
  await audit(work, {
    action: 'tender:draft',
    subject: `tender:${id}`,
    detail: { ...sourced.value.source, lines: input.lines.length },
  });
  return saved;
}

const changeInput = z
  .strictObject({ tenderId: z.uuid(), expectedVersion: z.int(), tender: tenderInput })
  .refine((given) => rules(given.tender), { path: ['tender'], message: rulesText });
export type ChangeTenderInput = z.input<typeof changeInput>;

/**
 * Replaces the whole draft by what is given. Errors: those of the lines, TenderNotDraft (a published one is amended), VersionConflict.
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function changeTender(work: Work, raw: ChangeTenderInput): Promise<Result<Tender, SaveTenderFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, expectedVersion, tender } = checkInput(changeInput, raw);
  const saved = await saveTender(work, { id: tenderId, expectedEdits: expectedVersion, input: tender });
  if (saved.ok)
    await audit(work, { action: 'tender:change', subject: `tender:${tenderId}`, detail: { lines: tender.lines.length } });
  return saved;
}

const tooLong = (lines: number): Fault<'TenderTooLong'> => ({
  code: 'TenderTooLong',
  path: ['lines'],
  values: { lines, most: tenderLinesMax },
});
