import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import { lineFields, tenderLinesMax, text } from '../tender/tender.input.js';
import { memberOf, outcomeOf, versionConflict } from '../tender/tender.mover.js';
import { linesOf, lockTender, tenderById, tenderPrivates } from '../tender/tender.reader.js';
import { filledLines, lineFaults, referencesOf, type TenderTermFault } from '../tender/tender.writer.js';

const { quantity, needBy, description, alternatesAllowed, revision } = lineFields;
const change = z.strictObject({
  lineId: z.uuid(),
  quantity: quantity.optional(),
  needBy,
  description,
  alternatesAllowed: alternatesAllowed.unwrap().optional(),
  revision,
});

const amendInput = z
  .strictObject({
    tenderId: z.uuid(),
    expectedVersion: z.int(),
    reason: text(2000),
    title: text(200).nullish(),
    description: text(10_000).nullish(),
    /** Only ever later. */
    closesAt: z.date().nullish(),
    changeLines: z
      .array(change)
      .max(tenderLinesMax)
      .refine((lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length, 'each line once')
      .default([]),
    addLines: z
      .array(z.strictObject({ ...lineFields, lotId: z.uuid() }))
      .max(tenderLinesMax)
      .default([]),
    dropLineIds: z.array(z.uuid()).max(tenderLinesMax).default([]),
  })
  .refine(
    (given) =>
      given.title != null ||
      given.description != null ||
      given.closesAt != null ||
      given.changeLines.length + given.addLines.length + given.dropLineIds.length > 0,
    'an amendment changes something',
  );
export type AmendTenderInput = z.input<typeof amendInput>;
type Amending = z.output<typeof amendInput>;

export type AmendTenderFault =
  | TenderTermFault
  | Fault<'VersionConflict' | 'TenderTooLong' | 'TenderNotOpen' | 'TenderClosesEarlier' | 'TenderLineUnknown' | 'TenderLotEmpty'>;

/**
 * Amends a published tender in its first round, as a new version that all bidders read. What changes more than the deadline makes submitted
 * bids wait for their bidders' confirmation, and pushes a deadline that is nearer than `pushHours`; formula, criteria and terms are fixed and
 * are not amended. Errors: of lines as in a draft, TenderTooLong with those that were dropped, TenderLineUnknown, TenderLotEmpty, TenderClosesEarlier, TenderNotOpen (bids are closed), VersionConflict.
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function amendTender(work: Work, raw: AmendTenderInput): Promise<Result<Tender, AmendTenderFault>> {
  requirePermission(work, 'tender:manage');
  const input = checkInput(amendInput, raw);
  const tender = await lockTender(work, input.tenderId);
  if (tender.edits !== input.expectedVersion) return fail(versionConflict);
  const all = await linesOf(work, tender);
  const lines = all.filter(({ droppedIn }) => droppedIn === null);
  const added = await addedLines(work, input, { tender, lines: all });
  if (!added.ok) return added;
  // Those that were dropped stay with the bids that were made on them.
  const total = all.length + input.addLines.length;
  if (input.addLines.length > 0 && total > tenderLinesMax)
    return fail({ code: 'TenderTooLong', path: ['addLines'], values: { lines: total, most: tenderLinesMax } });
  const unknown = unknownLines(input, lines);
  if (unknown.length > 0) return fail(...unknown);

  const changed = input.changeLines.flatMap((wish) => changedLine(wish, lines));
  const changes = changesOf(input, { changed, lines, closesAt: tender.closesAt });
  const outcome = await outcomeOf(work, 'tendering.amend_tender($1)', [
    JSON.stringify({
      id: tender.id,
      expectedEdits: tender.edits,
      member: memberOf(work),
      reason: input.reason,
      confirm: changes.some((name) => name !== 'closesAt'),
      closesAt: input.closesAt ?? null,
      title: input.title ?? null,
      description: input.description ?? null,
      lines: [...changed, ...added.value],
      dropped: input.dropLineIds,
      changes,
    }),
  ]);
  const fault = faultOf(outcome, tender);
  if (fault) return fail(fault);
  await audit(work, { action: 'tender:amend', subject: `tender:${tender.id}`, detail: { reason: input.reason, changes } });
  return ok(await tenderById(work, tender.id));
}

function faultOf(outcome: string, { status }: Tender): AmendTenderFault | undefined {
  switch (outcome) {
    case 'AMENDED':
      return undefined;
    case 'VERSION_CONFLICT':
      return versionConflict;
    case 'CLOSES_EARLIER':
      return { code: 'TenderClosesEarlier', path: ['closesAt'] };
    case 'LOT_EMPTY':
      return { code: 'TenderLotEmpty', path: ['dropLineIds'] };
    default:
      return { code: 'TenderNotOpen', path: ['tenderId'], values: { status } };
  }
}

/** New lines at the end of their lots, under numbers that no line has or had, for the place of the tender where they name none. */
async function addedLines(work: Work, input: Amending, { tender, lines }: { tender: Tender; lines: readonly TenderLine[] }) {
  const [own] = await tenderPrivates(work, [tender.id]);
  const shipToSiteId = own?.shipToSite ?? null;
  const known = await referencesOf(work, { lines: input.addLines, shipToSiteId });
  const wanted = input.addLines.map((line) => ({ ...line, lot: 1 }));
  const faults: AmendTenderFault[] = [
    ...lineFaults(wanted, known),
    ...input.addLines.flatMap(({ lotId }, i) =>
      tender.lots.some((lot) => lot.id === lotId)
        ? []
        : [
            {
              code: 'TenderLotUnknown' as const,
              path: ['addLines', String(i), 'lotId'],
              values: { lot: lotId, lots: tender.lots.length },
            },
          ],
    ),
    ...input.addLines.flatMap(({ number }, i) =>
      lines.some((line) => line.number === number)
        ? [{ code: 'TenderLineNumberTaken' as const, path: ['addLines', String(i), 'number'], values: { number: number ?? '' } }]
        : [],
    ),
  ];
  if (faults.length > 0) return fail(...faults);
  const filled = filledLines(input.addLines, known, { shipToSiteId, taken: lines.map(({ number }) => number) });
  return ok(filled.map((line, i) => ({ ...line, position: lines.length + i + 1 })));
}

function unknownLines(input: Amending, lines: readonly TenderLine[]): AmendTenderFault[] {
  const named = [
    ...input.changeLines.map(({ lineId }, i) => ['changeLines', i, lineId] as const),
    ...input.dropLineIds.map((id, i) => ['dropLineIds', i, id] as const),
  ];
  return named.flatMap(([list, i, id]) =>
    lines.some((line) => line.id === id) ? [] : [{ code: 'TenderLineUnknown' as const, path: [list, String(i)] }],
  );
}

/** The line as `tendering.write_lines` takes it: what is not named stays. */
function changedLine(wish: Amending['changeLines'][number], lines: readonly TenderLine[]) {
  const line = lines.find(({ id }) => id === wish.lineId);
  if (!line) return [];
  const targetShown = line.target !== null;
  return [
    {
      ...line,
      quantity: wish.quantity ?? line.quantity,
      needBy: wish.needBy ?? line.needBy,
      description: wish.description ?? line.description,
      alternatesAllowed: wish.alternatesAllowed ?? line.alternatesAllowed,
      revision: wish.revision ?? line.revision,
      target: line.target ?? line.ownTarget,
      targetBasis: line.targetBasis ?? line.ownTargetBasis,
      targetShown,
    },
  ];
}

/** What is other than before, by name: `line 10: quantity`. */
function changesOf(
  input: Amending,
  { changed, lines, closesAt }: { changed: readonly TenderLine[]; lines: readonly TenderLine[]; closesAt: Date | null },
): string[] {
  const fields = ['quantity', 'needBy', 'description', 'alternatesAllowed', 'revision'] as const;
  const numberOf = (id: string): string => lines.find((line) => line.id === id)?.number ?? '';
  return [
    ...(input.title != null ? ['title'] : []),
    ...(input.description != null ? ['description'] : []),
    ...(input.closesAt != null && input.closesAt.getTime() !== closesAt?.getTime() ? ['closesAt'] : []),
    ...changed.flatMap((line) => {
      const before = lines.find(({ id }) => id === line.id);
      return fields.filter((field) => before?.[field] !== line[field]).map((field) => `line ${line.number}: ${field}`);
    }),
    ...input.addLines.map((line) => `line added: ${line.description ?? line.partNumber ?? line.partId ?? ''}`.slice(0, 200)),
    ...input.dropLineIds.map((id) => `line ${numberOf(id)} dropped`),
  ];
}
