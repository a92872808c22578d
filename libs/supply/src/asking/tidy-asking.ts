import { ok, type Result } from '#libs/kernel';
import { affected, rows, type Work } from '#libs/platform';
import { tellStockChanged } from '../stock/set-stock.js';

/** Calls of one profile that the log keeps. */
export const callsKept = 500;

/**
 * What the clock does for a supplier who is asked: figures that could not be renewed for as long as he said no longer count (the
 * quantity is none, its time stays, so every label tells the truth), and the log keeps its newest 500 calls. Gives how many figures fell.
 */
export async function tidyAsking(work: Work): Promise<Result<number, never>> {
  const fallen = await rows<{ id: string }>(
    work,
    `with late as materialized (
       select k.offer_id, k.location from supply.stock k
       where k.org_id = $1 and k.source = 'ASKED' and k.quantity > 0 and k.as_of < clock_timestamp() - make_interval(mins => coalesce(
         (select p.keep_minutes from supply.asking_profile p where p.org_id = $1 and p.location in (k.location, '*') order by p.location desc limit 1), 1440))
       order by k.offer_id, k.location limit 5000 for update of k),
     zeroed as (
       update supply.stock k set quantity = 0 from late l where k.org_id = $1 and k.offer_id = l.offer_id and k.location = l.location returning k.offer_id)
     select distinct o.part_id as id from zeroed z join supply.offer o on o.org_id = $1 and o.id = z.offer_id`,
    [work.actor.orgId],
  );
  const parts = fallen.map(({ id }) => id);
  if (parts.length > 0) await tellStockChanged(work, parts);
  await affected(
    work,
    `delete from supply.asking_call c using (
       select x.id, row_number() over (partition by x.profile_id order by x.id desc) as place from supply.asking_call x where x.org_id = $1) r
     where c.org_id = $1 and c.id = r.id and r.place > $2`,
    [work.actor.orgId, callsKept],
  );
  return ok(parts.length);
}
