import { affected, one, type Work } from '#libs/platform';
import type { Catalogue } from './catalogue.entity.js';

/** Whom a category is shown, in SQL: by its own rule `r`, else as the catalogue `c` says. */
const ruled = (rule: string): string => `case when ${rule}.catalogue_id is null then c.audience else ${rule}.audience end`;
const ruleOf = (alias: string, category: string): string =>
  `left join supply.category_audience ${alias} on ${alias}.org_id = c.org_id and ${alias}.catalogue_id = c.id and ${alias}.category = ${category}`;

/**
 * Whole rows that name no group are shown as their category is; gives whether the catalogue has such rules at all. A row that names the
 * catalogue's own group counts as naming none.
 */
export async function showCategories(work: Work, key: readonly string[], catalogue: Catalogue): Promise<boolean> {
  const rule = 'select from supply.category_audience where org_id = $1 and catalogue_id = $2 limit 1';
  if (!(await one(work, rule, [catalogue.orgId, catalogue.id]))) return false;
  await affected(
    work,
    `update supply.staged_row s set audience = r.audience from supply.category_audience r
     where s.org_id = $1 and s.upload_id = $2 and not s.refused and s.action in ('PUT', 'ADD') and s.audience is not distinct from $4::uuid
       and r.org_id = $1 and r.catalogue_id = $3 and r.category = s.category and r.audience is distinct from s.audience`,
    [...key, catalogue.id, catalogue.audience],
  );
  return true;
}

/** A CHANGE into another category takes the offer along to whom that is shown, when it stood where its old category is shown. */
export async function showMoved(work: Work, key: readonly string[], catalogue: Catalogue): Promise<void> {
  await affected(
    work,
    `update supply.staged_row s set audience = m.audience from (
       select o.supplier_part, ${ruled('b')} as audience, q.row_no from supply.staged_row q
       join supply.catalogue c on c.org_id = q.org_id and c.id = $3
       join (select * from supply.offer where org_id = $1 and id = any (array(select id from published))) o on o.supplier_part = q.supplier_part
       ${ruleOf('a', 'o.category')} ${ruleOf('b', 'q.category')}
       where q.org_id = $1 and q.upload_id = $2 and not q.refused and q.action = 'CHANGE' and q.category is distinct from o.category
         and q.audience is not distinct from o.audience and o.audience is not distinct from ${ruled('a')}) m
     where s.org_id = $1 and s.upload_id = $2 and s.row_no = m.row_no and s.audience is distinct from m.audience`,
    [...key, catalogue.id],
  );
}
