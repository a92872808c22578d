import { affected, one, type Work } from '#libs/platform';
import { collectSame } from '../memory/same-rows.js';
import { joinBySets } from '../staging/bulk.settings.js';

/**
 * Writes the stock that came with a catalogue, for every accepted row: locations that the file does not name, or that are managed here, keep theirs, equal
 * quantities are not written again unless the file gives a newer count. Parts whose stock moved join `touched_part`, and their watchers hear of it when the version holds.
 * Needs the offers of the version to be in place, and `next_offer` and `next_content` as applyOffers left them.
 */
export async function applyStock(work: Work, from: StockSource): Promise<number> {
  const { rows, counted, notManaged } = partsOf(work, from);
  // Of an offer that this transaction made nobody else knows, so nobody can have reported its stock meanwhile.
  const first = await affected(
    work,
    `insert into supply.stock (${columns}) select ${rows.org}, s.offer_id, w.location, s.audience, w.quantity, ${rows.countedAt}, 'FILE'
     from next_content s ${counted} where not s.existed and s.stock_location is not null and ${notManaged}`,
  );
  if (first > 0)
    await tellMoved(
      work,
      'select distinct n.part_id from next_offer n join next_content c on c.offer_id = n.offer_id where not n.existed and c.stock_location is not null',
    );
  const known = await one<{ some: boolean }>(work, 'select exists (select from next_offer where existed) as some');
  return first + (known?.some || from.unchanged > 0 ? await applyToKnown(work, from) : 0);
}

export interface StockSource {
  uploadId: string;
  catalogueId: string;
  /** When the file came in: what does not say when it was counted was counted no later. */
  receivedAt: Date;
  /** Accepted rows that say what is published already. */
  unchanged: number;
}

const columns = 'org_id, offer_id, location, audience, quantity, as_of, source';

/** What both ways of writing say alike; `s` is what carries the stock of a row. */
function partsOf(work: Work, from: StockSource) {
  const [org, upload, catalogue] = [work.actor.orgId, from.uploadId, from.catalogueId].map((id) => `'${id}'::uuid`);
  const countedAt = `coalesce(s.stock_as_of, '${from.receivedAt.toISOString()}'::timestamptz)`;
  return {
    rows: { org, upload, catalogue, countedAt },
    counted: 'cross join lateral unnest(s.stock_location, s.stock_quantity) as w (location, quantity)',
    notManaged: `not exists (select from supply.managed_location h where h.org_id = ${org} and h.location = w.location)`,
  };
}

/** Stock of offers that were there before, changed by this version or not. */
async function applyToKnown(work: Work, from: StockSource): Promise<number> {
  await collectNext(work, from);
  const values = `$1, n.offer_id, n.location, n.audience, n.quantity, n.as_of, 'FILE' from next_stock n`;
  const added = await affected(
    work,
    `insert into supply.stock (${columns}) select ${values} where not n.existed order by n.offer_id, n.location
     on conflict (org_id, offer_id, location) do update set quantity = excluded.quantity, as_of = excluded.as_of, source = 'FILE'
       where stock.as_of <= excluded.as_of and stock.source <> 'MANAGED'`,
    [work.actor.orgId],
  );
  // Locked in the order that orders take: reservations running beside wait, and never deadlock. A newer count made meanwhile stays.
  const changed = await affected(
    work,
    `with held as materialized (select k.offer_id, k.location, n.quantity, n.as_of from supply.stock k join next_stock n on n.existed and n.offer_id = k.offer_id and n.location = k.location
       where k.org_id = $1 order by k.offer_id, k.location for update of k)
     update supply.stock k set quantity = h.quantity, as_of = h.as_of, source = 'FILE' from held h where k.org_id = $1 and k.offer_id = h.offer_id and k.location = h.location
       and k.as_of <= h.as_of and k.source <> 'MANAGED'`,
    [work.actor.orgId],
  );
  await affected(work, 'insert into touched_part select part_id from next_stock except select part_id from touched_part');
  await tellMoved(work, 'select distinct part_id from next_stock');
  await affected(work, 'drop table next_stock');
  return added + changed;
}

async function collectNext(work: Work, from: StockSource): Promise<void> {
  const { rows, counted, notManaged } = partsOf(work, from);
  const { org, upload, catalogue, countedAt } = rows;
  await affected(work, 'drop table if exists pg_temp.next_stock');
  await joinBySets(work, true);
  await collectSame(work, [work.actor.orgId, from.uploadId], false);
  await affected(
    work,
    `create temp table next_stock on commit drop as
     select o.id as offer_id, o.part_id, o.audience, w.location, w.quantity, ${countedAt} as as_of, k.offer_id is not null as existed
     from (select supplier_part, stock_location, stock_quantity, stock_as_of from supply.staged_row where org_id = ${org} and upload_id = ${upload} and not refused and stock_location is not null
       union all select supplier_part, locations::text[], quantities::numeric[], null from same_row where locations <> '') s
     join supply.offer o on o.org_id = ${org} and o.catalogue_id = ${catalogue} and o.supplier_part = s.supplier_part and o.status = 'ACTIVE'
     ${counted}
     left join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id and k.location = w.location
     where (k.offer_id is null or k.quantity <> w.quantity and k.as_of <= ${countedAt} or s.stock_as_of > k.as_of)
       and not exists (select from next_offer n where n.offer_id = o.id and not n.existed) and ${notManaged}`,
  );
  await joinBySets(work, false);
  await affected(work, 'analyze next_stock (offer_id, location, existed, part_id)');
  // As in applyOffers: no plan may read this table once for each row of stock.
  await affected(work, 'create index on next_stock (offer_id, location) where existed');
}

/** Watchers of these parts hear of it when the version holds. In slices, so that no parameter grows without bound. */
async function tellMoved(work: Work, parts: string): Promise<void> {
  await affected(
    work,
    `select supply.tell_stock_changed($1, array_agg(t.part_id))
     from (select part_id, (row_number() over (order by part_id) - 1) / 20000 as slice from (${parts}) d) t group by t.slice order by t.slice`,
    [work.actor.orgId],
  );
}
