import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { type SetTransitInput, transitInput } from './calendar.input.js';
import { ownTransit, type Transit } from './calendar.reader.js';

export type SetTransitError = Fault<'TransitRepeated'>;

/**
 * Says how many days goods of the acting supplier travel, by place, country, region and ship method; '' stands for any, and the
 * row that says most holds. `days` null takes a way away; with `replace` every way that is not named goes.
 * Errors: TransitRepeated. Throws Forbidden without stock:write, BadInput.
 */
export async function setTransit(work: Work, given: SetTransitInput): Promise<Result<Transit[], SetTransitError>> {
  requirePermission(work, 'stock:write');
  const { rows, replace } = checkInput(transitInput, given);
  const seen = new Set<string>();
  const repeated = rows.flatMap(({ place, country, region, method }, i): SetTransitError[] => {
    const key = JSON.stringify([place, country, region, method]);
    if (seen.has(key)) return [{ code: 'TransitRepeated', path: ['rows', String(i)], values: { method } }];
    seen.add(key);
    return [];
  });
  if (repeated.length > 0) return fail(...repeated);
  await affected(work, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`transit ${work.actor.orgId}`]);
  const named = JSON.stringify(rows);
  await affected(
    work,
    `delete from supply.transit t where t.org_id = $1 and ($3 or exists (
       select from jsonb_to_recordset($2) as r (place text, country text, region text, method text, days int)
       where (r.place, r.country, r.region, r.method) = (t.place, t.country, t.region, t.method) and r.days is null))`,
    [work.actor.orgId, named, replace],
  );
  await affected(
    work,
    `insert into supply.transit (org_id, place, country, region, method, days, day_kind)
     select $1, r.place, r.country, r.region, r.method, r.days, r.kind
     from jsonb_to_recordset($2) as r (place text, country text, region text, method text, days int, kind text) where r.days is not null order by 2, 3, 4, 5
     on conflict (org_id, place, country, region, method) do update set days = excluded.days, day_kind = excluded.day_kind`,
    [work.actor.orgId, named],
  );
  await audit(work, {
    action: 'transit:set',
    subject: `organization:${work.actor.orgId}`,
    detail: { rows: rows.length, replace },
  });
  return ok(await ownTransit(work));
}
