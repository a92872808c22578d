import { type Fault, fail, ok, partKey, partNumberAsWritten, type Result } from '#libs/kernel';
import { affected, requirePermission, type Work } from '#libs/platform';
import { partsById } from './part.reader.js';

export type SavePartAliasesError = Fault<'PartNumberInvalid'> | Fault<'PartUnknown'> | Fault<'TooManyLines'>;

export interface AliasLine {
  /** The organisation's own number, 1-70 characters. */
  number: string;
  partId: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Controls and halves of characters: no number has them, and no document could carry one. */
const unwritable = /[\p{Cc}\p{Cs}]/u;

/** Own numbers of one call at most. */
export const aliasLinesMax = 500;

/**
 * Notes an organisation's own numbers for parts; one number may stand for several parts, one part may have several numbers.
 * Gives how many were new. Errors: all wrong lines at once, and then nothing is written. Throws Forbidden.
 */
export async function savePartAliases(work: Work, lines: readonly AliasLine[]): Promise<Result<number, SavePartAliasesError>> {
  requirePermission(work, 'part:read');
  if (lines.length > aliasLinesMax) return fail({ code: 'TooManyLines', path: ['lines'], values: { limit: aliasLinesMax } });
  const ids = lines.map((line) => line.partId.toLowerCase()).filter((id) => uuid.test(id));
  const known = new Set((await partsById(work, ids)).map((part) => part.id));
  const errors: SavePartAliasesError[] = [];
  const written = lines.map((line, i) => {
    const number = partNumberAsWritten(line.number);
    if (!number || partKey(number) === '' || unwritable.test(number))
      errors.push({
        code: 'PartNumberInvalid',
        path: ['lines', String(i), 'number'],
        values: { value: line.number.slice(0, 80) },
      });
    if (!known.has(line.partId.toLowerCase())) errors.push({ code: 'PartUnknown', path: ['lines', String(i), 'partId'] });
    return { number: number ?? '', partId: line.partId };
  });
  if (errors.length > 0) return fail(...errors);
  const added = await affected(
    work,
    `insert into catalog.part_alias (org_id, number, key, part_id)
     select distinct on (number, part_id) $1::uuid, number, catalog.part_key(number), part_id from unnest($2::text[], $3::uuid[]) as l (number, part_id)
     on conflict (org_id, number, part_id) do nothing`,
    [work.actor.orgId, written.map((line) => line.number), written.map((line) => line.partId)],
  );
  return ok(added);
}
