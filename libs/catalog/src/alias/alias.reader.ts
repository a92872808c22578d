import { NotFound, type RequestContext, rows, type UnitOfWork, type Work } from '#libs/platform';
import type { AliasKind } from './alias.entity.js';

/** A number that stands for a part today. */
export interface KnownAlias {
  id: string;
  partId: string;
  kind: AliasKind;
  number: string;
  /** Whether everybody sees it; else it is the acting organisation's own. */
  shared: boolean;
  validFrom: string;
  validTo: string | null;
}

/** Numbers of these parts that hold today: the acting organisation's own first, then those that everybody sees. */
export async function aliasesOf(work: Work, partIds: readonly string[]): Promise<KnownAlias[]> {
  if (partIds.length === 0) return [];
  return rows<KnownAlias>(
    work,
    // Numbers noted for a part that was merged stand for the one it is.
    `with meant as (select p.id, p.id as as_part from unnest($2::uuid[]) as p (id)
       union all select c.from_part, c.to_part from catalog.identity_correction c where c.to_part = any ($2) and c.kind = 'MERGE' and c.undone_at is null)
     select u.id, m.as_part as "partId", u.kind, u.number, u.shared, u.valid_from as "validFrom", u.valid_to as "validTo" from (
       select a.id, a.part_id, a.kind, a.number, false as shared, a.valid_from, a.valid_to from catalog.part_alias a where a.org_id = $1
       union all
       select a.id, a.part_id, a.kind, a.number, true, a.valid_from, a.valid_to from catalog.common_alias a) u join meant m on m.id = u.part_id
     where u.valid_from <= current_date and coalesce(u.valid_to, current_date) >= current_date order by u.shared, u.number, u.id`,
    [work.actor.orgId, [...partIds]],
  );
}

/** Numbers of the parts of one request, read together. */
export function aliasLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, KnownAlias[]>('catalog.alias', async (ids) => {
    if (!ctx.actor) throw new NotFound('part');
    const found = await unitOfWork.read(ctx.actor, (work) => aliasesOf(work, ids));
    return ids.map((id) => found.filter((alias) => alias.partId === id));
  });
}
