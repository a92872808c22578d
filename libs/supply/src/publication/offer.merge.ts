import { affected, one, type Work } from '#libs/platform';
import { contentColumns } from '../staging/row-columns.js';
import type { PublicationCounts } from './publication.entity.js';

/** A version that is about to become the published one. */
export interface NextVersion {
  catalogueId: string;
  version: number;
}

/**
 * Turns the published offers into the next version, from three temporary tables of this transaction: `next_offer` (those that
 * change: offer_id, existed, returned, part_id), `next_content` (what they say then: offer_id, supplier_part, the content, break_from, break_price, digest)
 * and `gone_offer` (offer_id of those to withdraw). What is superseded goes to the history with the versions it held in. `gone_offer` is
 * dropped. Leaves `touched_part` (part_id) for the summary, and the others for the stock. Nothing here reads staging: publishing and rolling back share it.
 */
export async function applyOffers(work: Work, next: NextVersion): Promise<PublicationCounts> {
  const org = work.actor.orgId;
  // Of offers the planner knows what stood there at the last ANALYZE, on a new hub nothing. Taking them for a handful it reads the
  // other table once for each; by these indexes that is a probe and not a hundred thousand rows.
  await affected(work, 'create index on next_offer (offer_id) where existed');
  await affected(work, 'create index on gone_offer (offer_id)');
  await affected(work, 'drop table if exists pg_temp.touched_part');
  await affected(
    work,
    `create temp table touched_part on commit drop as select part_id from next_offer
     union select o.part_id from supply.offer o join next_offer n on n.offer_id = o.id and n.existed where o.org_id = '${checked(org)}'
     union select o.part_id from supply.offer o join gone_offer g on g.offer_id = o.id where o.org_id = '${checked(org)}'`,
  );
  await keepHistory(work, next);
  const added = await affected(work, insertion, [org, next.catalogueId, next.version]);
  const changed = await affected(work, update, [org, next.version]);
  const withdrawn = await affected(
    work,
    `update supply.offer o set status = 'WITHDRAWN', from_version = $2 from gone_offer g where o.org_id = $1 and o.id = g.offer_id and o.status = 'ACTIVE'`,
    [org, next.version],
  );
  await affected(work, tellShown, [org]);
  await replaceBreaks(work, org);
  const returned = await one<{ count: number }>(work, `select count(*)::int as count from next_offer where existed and returned`);
  await affected(work, 'drop table gone_offer');
  const back = returned?.count ?? 0;
  return { new: added + back, changed: changed - back, withdrawn };
}

/** Offers that go or come back take their stock out of sight or into it: whoever watches these parts reads them again. */
const tellShown = `select supply.tell_stock_changed($1, array_agg(t.part_id))
  from (select part_id, (row_number() over (order by part_id) - 1) / 20000 as slice from (
    select distinct o.part_id from supply.offer o
    where o.org_id = $1 and o.id in (select g.offer_id from gone_offer g union all select n.offer_id from next_offer n where n.existed and n.returned)
      and exists (select 1 from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id)) d) t
  group by t.slice order by t.slice`;

/** DDL takes no parameters, so the id is checked and written out. */
function checked(uuid: string): string {
  if (!/^[0-9a-f-]{36}$/.test(uuid)) throw new Error('not a uuid');
  return uuid;
}

/** The present state of every offer that is about to change, with its breaks, as one row of JSON: a rollback reads it back. */
async function keepHistory(work: Work, next: NextVersion): Promise<void> {
  await affected(
    work,
    `insert into supply.offer_history (org_id, catalogue_id, offer_id, from_version, to_version, row)
     select o.org_id, o.catalogue_id, o.id, o.from_version, $2 - 1, jsonb_strip_nulls(to_jsonb(o)) || case when o.break_count = 0 then '{}' else
       (select jsonb_build_object('break_from', array_agg(b.from_quantity order by b.from_quantity), 'break_price', array_agg(b.price order by b.from_quantity))
        from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id) end
     from (select n.offer_id from next_offer n where n.existed union all select g.offer_id from gone_offer g) t
     join supply.offer o on o.org_id = $1 and o.id = t.offer_id`,
    [work.actor.orgId, next.version],
  );
}

const breakCount = 'coalesce(cardinality(c.break_from), 0)';
const insertion = `insert into supply.offer (org_id, id, catalogue_id, part_id, supplier_part, ${contentColumns.join(', ')}, break_count, status, digest, from_version)
  select $1, n.offer_id, $2, n.part_id, c.supplier_part, ${contentColumns.map((column) => `c.${column}`).join(', ')}, ${breakCount}, 'ACTIVE', c.digest, $3
  from next_offer n join next_content c on c.offer_id = n.offer_id where not n.existed`;
const update = `update supply.offer o set part_id = n.part_id, ${contentColumns.map((column) => `${column} = c.${column}`).join(', ')},
    break_count = ${breakCount}, status = 'ACTIVE', digest = c.digest, from_version = $2
  from next_offer n join next_content c on c.offer_id = n.offer_id where n.existed and o.org_id = $1 and o.id = n.offer_id`;

async function replaceBreaks(work: Work, org: string): Promise<void> {
  await affected(
    work,
    'delete from supply.price_break b using next_offer n where n.existed and b.org_id = $1 and b.offer_id = n.offer_id',
    [org],
  );
  await affected(
    work,
    `insert into supply.price_break (org_id, offer_id, from_quantity, price, audience)
     select $1, c.offer_id, b.from_quantity, b.price, c.audience from next_content c, unnest(c.break_from, c.break_price) as b (from_quantity, price)
     where c.break_from is not null`,
    [org],
  );
}
