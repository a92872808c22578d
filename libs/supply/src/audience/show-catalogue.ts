import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import type { Catalogue } from '../catalogue/catalogue.entity.js';
import { lockCatalogue } from '../catalogue/catalogue.reader.js';
import { refreshSummary } from '../publication/publish-catalogue.js';
import { allowBulk } from '../staging/bulk.settings.js';
import { digestOf } from '../staging/row-columns.js';
import { audienceOf, type ShownTo, shownTo } from './audience.js';
import { lockShown, ownGroups } from './audience.reader.js';
import { openAgreed } from './open-groups.js';

const category = z.strictObject({ category: z.string().trim().min(1).max(120), shownTo });
const input = z.strictObject({
  catalogueId: z.uuid(),
  expectedRevision: z.int(),
  shownTo,
  categories: z
    .array(category)
    .max(500)
    .default([])
    .refine((all) => new Set(all.map((one) => one.category)).size === all.length, 'A category stands here twice.'),
});

export type ShowCatalogueError = Fault<'VersionConflict' | 'GroupUnknown' | 'UploadsWaiting'>;
type Setting = { audience: string | null; categories: { category: string; audience: string | null }[] };

/**
 * Says whom the offers of a catalogue are shown: all of it, and categories that differ. It replaces what was said before, and holds at
 * once for what is published, with stock, breaks and inbound, and for every load to come. Offers that a file showed to another group than
 * its setting stay there. Buyers with an agreed price keep the offers it names. The content of offers does not change by it: an
 * unchanged file is unchanged afterwards. Errors: VersionConflict, GroupUnknown (not one of his), UploadsWaiting (a load of this catalogue is on its way
 * under the old setting: publish or discard it first). Throws NotFound, Forbidden without catalogue:publish, BadInput.
 */
export async function showCatalogue(work: Work, given: z.input<typeof input>): Promise<Result<Catalogue, ShowCatalogueError>> {
  requirePermission(work, 'catalogue:publish');
  const wanted = checkInput(input, given);
  // In this order: behind a long publication it waits without keeping the supplier's stock waiting.
  const catalogue = await lockCatalogue(work, wanted.catalogueId);
  await lockShown(work, catalogue.id, 'change');
  const errors = await faults(work, catalogue, wanted);
  if (errors.length > 0) return fail(...errors);

  const setting: Setting = {
    audience: audienceOf(wanted.shownTo, catalogue.id),
    categories: wanted.categories.map((rule) => ({ category: rule.category, audience: audienceOf(rule.shownTo, catalogue.id) })),
  };
  await allowBulk(work);
  await collectMoving(work, catalogue, setting);
  await writeSetting(work, catalogue, setting);
  const moved = await moveOffers(work, catalogue);
  await openAgreed(work, { catalogueId: catalogue.id });
  await refreshSummary(work);
  await audit(work, { action: 'catalogue:show', subject: `catalogue:${catalogue.id}`, detail: { ...setting, moved } });
  return ok(
    Object.assign(catalogue, {
      audience: setting.audience,
      revision: catalogue.revision + 1,
      shownVersion: catalogue.shownVersion + 1,
    }),
  );
}

async function faults(work: Work, catalogue: Catalogue, wanted: z.output<typeof input>): Promise<ShowCatalogueError[]> {
  const errors: ShowCatalogueError[] = [];
  if (catalogue.revision !== wanted.expectedRevision) errors.push({ code: 'VersionConflict', path: ['expectedRevision'] });
  const named: { path: string[]; shown: ShownTo }[] = [
    { path: ['shownTo'], shown: wanted.shownTo },
    ...wanted.categories.map((rule, i) => ({ path: ['categories', String(i)], shown: rule.shownTo })),
  ];
  const groups = named.flatMap(({ path, shown }) => (shown.to === 'GROUP' ? [{ path, id: shown.groupId }] : []));
  const own = await ownGroups(
    work,
    groups.map(({ id }) => id),
  );
  for (const { path, id } of groups) if (!own.has(id)) errors.push({ code: 'GroupUnknown', path });
  const waiting = await one<{ count: number }>(
    work,
    `select count(*)::int as count from supply.upload u where u.org_id = $1 and u.catalogue_id = $2
       and u.state in ('QUARANTINED', 'PARSING', 'STAGED', 'NEEDS_CONFIRMATION', 'PUBLISHING')`,
    [catalogue.orgId, catalogue.id],
  );
  if (waiting && waiting.count > 0)
    errors.push({ code: 'UploadsWaiting', path: ['catalogueId'], values: { count: waiting.count } });
  return errors;
}

/** `shown_offer`: what stands where the setting so far puts it and belongs elsewhere by the new one, withdrawn offers too. `touched_part` for the summary. */
async function collectMoving(work: Work, catalogue: Catalogue, setting: Setting): Promise<void> {
  await affected(work, 'drop table if exists pg_temp.shown_offer, pg_temp.touched_part');
  await affected(
    work,
    `create temp table shown_offer (offer_id uuid primary key, part_id uuid not null, active boolean not null, audience uuid) on commit drop`,
  );
  await affected(
    work,
    `insert into shown_offer select o.id, o.part_id, o.status = 'ACTIVE', case when n.category is null then $4::uuid else n.audience end
     from supply.offer o
     left join supply.category_audience r on r.org_id = o.org_id and r.catalogue_id = o.catalogue_id and r.category = o.category
     left join jsonb_to_recordset($5::jsonb) as n (category text, audience uuid) on n.category = o.category
     where o.org_id = $1 and o.catalogue_id = $2 and o.audience is not distinct from (case when r.category is null then $3::uuid else r.audience end)
       and o.audience is distinct from (case when n.category is null then $4::uuid else n.audience end)`,
    [catalogue.orgId, catalogue.id, catalogue.audience, setting.audience, JSON.stringify(setting.categories)],
  );
  await affected(work, 'analyze shown_offer');
  await affected(work, 'create temp table touched_part on commit drop as select distinct part_id from shown_offer');
}

async function writeSetting(work: Work, catalogue: Catalogue, setting: Setting): Promise<void> {
  const key = [catalogue.orgId, catalogue.id];
  await affected(
    work,
    'update supply.catalogue set audience = $3, revision = revision + 1, shown_version = shown_version + 1 where org_id = $1 and id = $2',
    [...key, setting.audience],
  );
  await affected(work, 'delete from supply.category_audience where org_id = $1 and catalogue_id = $2', key);
  await affected(
    work,
    `insert into supply.category_audience (org_id, catalogue_id, category, audience)
     select $1, $2, n.category, n.audience from jsonb_to_recordset($3::jsonb) as n (category text, audience uuid)`,
    [...key, JSON.stringify(setting.categories)],
  );
}

const breaks = (column: string): string =>
  `case when o.break_count > 0 then array(select b.${column} from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id order by b.from_quantity) end`;
const digest = digestOf((column) => `${column === 'audience' ? 'm' : 'o'}.${column}`, {
  from: breaks('from_quantity'),
  price: breaks('price'),
});

/** Stock and inbound follow their offer by trigger; whoever watches the parts reads them again. */
async function moveOffers(work: Work, { orgId }: Catalogue): Promise<number> {
  const moved = await affected(
    work,
    `update supply.offer o set audience = m.audience, digest = ${digest} from shown_offer m where o.org_id = $1 and o.id = m.offer_id`,
    [orgId],
  );
  await affected(
    work,
    'update supply.price_break b set audience = m.audience from shown_offer m where b.org_id = $1 and b.offer_id = m.offer_id',
    [orgId],
  );
  await affected(
    work,
    `select supply.tell_stock_changed($1, array_agg(t.part_id)) from (
       select part_id, (row_number() over (order by part_id) - 1) / 20000 as slice from (select distinct part_id from shown_offer where active) d) t
     group by t.slice order by t.slice`,
    [orgId],
  );
  return moved;
}
