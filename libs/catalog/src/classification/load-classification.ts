import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { type ClassFault, type ClassRow, classRowsMax, treeFaults } from './classification.rules.js';

const version = z.string().regex(/^[0-9][0-9A-Za-z.]{0,19}$/, 'a version such as 26.0801');
/** Name of a system as catalogues write it before the code, without its version. */
export const systemName = z.string().regex(/^[A-Z][A-Z0-9_]{1,19}$/, 'capitals and digits, such as UNSPSC');
const input = z.strictObject({
  system: systemName,
  version,
  /** Whether codes without a version mean this one from now on. */
  current: z.boolean().default(true),
  fileName: z.string().trim().min(1).max(255),
});

export type LoadClassificationInput = z.input<typeof input>;
export type LoadClassificationError = ClassFault | Fault<'TooManyLines'>;

/**
 * Loads one version of a published classification as a tree, for an operator; loading it again replaces it. Other versions stay, so
 * that parts classed by them keep their names. Gives how many classes it has. Errors: those of all rows, the first 100; then
 * nothing is loaded. Throws Forbidden, BadInput.
 */
export async function loadClassification(
  work: Work,
  given: LoadClassificationInput,
  rows: readonly ClassRow[],
): Promise<Result<number, LoadClassificationError>> {
  requirePermission(work, permissions.operateParts);
  const release = checkInput(input, given);
  if (rows.length > classRowsMax) return fail({ code: 'TooManyLines', path: ['rows'], values: { limit: classRowsMax } });
  const faults = treeFaults(rows);
  if (faults.length > 0) return fail(...faults);
  const stored = rows.map(({ code, parent, names }) => ({ code, parent: parent === '' ? null : parent, names }));
  const loaded = await one<{ classes: number }>(work, 'select catalog.load_classification($1, $2) as classes', [
    JSON.stringify(release),
    JSON.stringify(stored),
  ]);
  const classes = loaded?.classes ?? 0;
  const subject = `classification:${release.system}-${release.version}`;
  await audit(work, { action: 'classification:load', subject, detail: { ...release, classes } });
  return ok(classes);
}
