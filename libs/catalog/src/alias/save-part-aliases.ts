import { fail, ok, type Result } from '#libs/kernel';
import { one, requirePermission, type Work } from '#libs/platform';
import { partsById } from '../part/part.reader.js';
import { permissions } from '../permissions.js';
import { type AliasFault, type AliasLine, aliasLinesMax, checkedAliases, partIdsOf } from './alias.rules.js';

export type SavePartAliasesError = AliasFault;

/**
 * Notes an organisation's own numbers for parts; one number may stand for several parts, one part may have several numbers.
 * A number that stands for the part already takes the kind and the days given. Gives how many were new. Errors: all wrong
 * lines at once, and then nothing is written. Throws Forbidden, BadInput.
 */
export async function savePartAliases(work: Work, lines: readonly AliasLine[]): Promise<Result<number, SavePartAliasesError>> {
  requirePermission(work, permissions.writeAliases);
  if (lines.length > aliasLinesMax) return fail({ code: 'TooManyLines', path: ['lines'], values: { limit: aliasLinesMax } });
  const known = new Set((await partsById(work, partIdsOf(lines))).map((part) => part.id));
  const { errors, written } = checkedAliases(lines, { known, today: work.now.toISOString().slice(0, 10) });
  if (errors.length > 0) return fail(...errors);
  const saved = await one<{ added: number }>(
    work,
    `with written as (
       insert into catalog.part_alias as a (org_id, kind, number, key, part_id, valid_from, valid_to)
       select distinct on (l.number, l."partId") $1::uuid, l.kind, l.number, catalog.part_key(l.number), l."partId", coalesce(l."validFrom", current_date), l."validTo"
       from jsonb_to_recordset($2) as l (kind text, number text, "partId" uuid, "validFrom" date, "validTo" date) order by l.number, l."partId"
       on conflict (org_id, number, part_id) do update set kind = excluded.kind, valid_to = excluded.valid_to,
         valid_from = case when a.valid_to < current_date then excluded.valid_from else least(a.valid_from, excluded.valid_from) end
       returning a.xmax = 0 as added)
     select count(*) filter (where added)::int as added from written`,
    [work.actor.orgId, JSON.stringify(written)],
  );
  return ok(saved?.added ?? 0);
}
