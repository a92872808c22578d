import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, one, requirePermission, type Work } from '#libs/platform';
import { partsById } from '../part/part.reader.js';
import { permissions } from '../permissions.js';
import { type AliasFault, type AliasLine, aliasLinesMax, checkedAliases, partIdsOf } from './alias.rules.js';

export type SaveCommonAliasesError = AliasFault | Fault<'AliasKindOwned'>;

/**
 * Notes numbers that everybody finds a part by: NSN, GTIN, former and supplier numbers, by an operator. Gives how many were new.
 * Errors: all wrong lines at once, and then nothing is written; a stock number belongs to whoever stocks, never to everybody.
 * Throws Forbidden, BadInput.
 */
export async function saveCommonAliases(
  work: Work,
  lines: readonly AliasLine[],
): Promise<Result<number, SaveCommonAliasesError>> {
  requirePermission(work, permissions.operateParts);
  if (lines.length > aliasLinesMax) return fail({ code: 'TooManyLines', path: ['lines'], values: { limit: aliasLinesMax } });
  const known = new Set((await partsById(work, partIdsOf(lines))).map((part) => part.id));
  const { errors, written } = checkedAliases(lines, { known, today: work.now.toISOString().slice(0, 10) });
  const owned = written.flatMap(({ kind }, i) =>
    kind === 'OWN_STOCK_NUMBER' ? [{ code: 'AliasKindOwned' as const, path: ['lines', String(i), 'kind'] }] : [],
  );
  const faults = [...errors, ...owned];
  if (faults.length > 0) return fail(...faults);
  const saved = await one<{ added: number }>(work, 'select catalog.save_common_aliases($1) as added', [JSON.stringify(written)]);
  const numbers = written.map(({ kind, number, partId }) => `${kind} ${number} ${partId}`);
  await audit(work, { action: 'part:save-common-aliases', subject: 'catalog:common-aliases', detail: { numbers } });
  return ok(saved?.added ?? 0);
}
