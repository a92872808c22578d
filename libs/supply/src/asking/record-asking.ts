import { ok, type Result } from '#libs/kernel';
import { affected, rows, type Work } from '#libs/platform';
import { keepsShown } from '../audience/audience.reader.js';
import { tellStockChanged } from '../stock/set-stock.js';
import { type AskedFigure, type AskedOffer, type AskingCall, everyPlace } from './asking.js';

interface Recorded {
  call: AskingCall;
  /** The place of the profile. */
  location: string;
  offers: readonly AskedOffer[];
  figures: readonly AskedFigure[];
}

/**
 * Takes what an ERP answered as the stock of the acting supplier, by its own time: an older answer changes nothing. Places of an answered
 * offer that the ERP no longer names hold nothing; places that are managed here, and offers it did not answer, stay. Writes the call into the log.
 * A buyer waits for this: while a catalogue is being shown to others the figures are left to the next call.
 */
export async function recordAsking(work: Work, { call, location, offers, figures }: Recorded): Promise<Result<number, never>> {
  const parts = figures.length > 0 && (await keepsShown(work)) ? await write(work, { location, offers, figures }) : [];
  if (parts.length > 0) await tellStockChanged(work, parts);
  await affected(
    work,
    `insert into supply.asking_call (org_id, profile_id, cause, outcome, status, ms, lines, figures, problems)
     select $1, p.id, $3, $4, $5, $6, $7, $8, $9 from supply.asking_profile p where p.org_id = $1 and p.id = $2`,
    [
      work.actor.orgId,
      call.profileId,
      call.cause,
      call.outcome,
      call.status,
      call.ms,
      call.lines,
      figures.length,
      JSON.stringify(call.problems),
    ],
  );
  return ok(parts.length);
}

/** One statement, rows in the order that orders lock them; gives the parts whose quantity changed. */
async function write(
  work: Work,
  { location, offers, figures }: Pick<Recorded, 'location' | 'offers' | 'figures'>,
): Promise<string[]> {
  const newest = new Date(Math.max(...figures.map(({ asOf }) => asOf.getTime())));
  const found = await rows<{ id: string }>(
    work,
    `with said as (select * from jsonb_to_recordset($2) as f (offer uuid, location text, quantity numeric, "asOf" timestamptz)),
     gone as (
       select k.offer_id as offer, k.location, 0::numeric as quantity, $5::timestamptz as "asOf" from supply.stock k
       where k.org_id = $1 and k.source = 'ASKED' and ($4 = '${everyPlace}' or k.location = $4) and k.offer_id in (select s.offer from said s)
         and not exists (select from said s where s.offer = k.offer_id and s.location = k.location)),
     counts as (
       select c.*, o.audience, o.part_id, k.quantity as before from (select * from said union all select * from gone) c
       join supply.offer o on o.org_id = $1 and o.id = c.offer and o.id = any ($3) and o.status = 'ACTIVE'
       left join supply.stock k on k.org_id = $1 and k.offer_id = c.offer and k.location = c.location
       where not exists (select from supply.managed_location m where m.org_id = $1 and m.location = c.location)),
     written as (
       insert into supply.stock as k (org_id, offer_id, location, audience, quantity, as_of, source)
       select $1, c.offer, c.location, c.audience, c.quantity, c."asOf", 'ASKED' from counts c order by c.offer, c.location
       on conflict (org_id, offer_id, location) do update set quantity = excluded.quantity, as_of = excluded.as_of, source = excluded.source
         where k.as_of <= excluded.as_of
       returning k.offer_id, k.location, k.quantity)
     select distinct c.part_id as id from counts c join written w on w.offer_id = c.offer and w.location = c.location where c.before is distinct from w.quantity`,
    [
      work.actor.orgId,
      JSON.stringify(
        figures.map(({ offerId, location: place, quantity, asOf }) => ({ offer: offerId, location: place, quantity, asOf })),
      ),
      offers.map(({ offerId }) => offerId),
      location,
      newest,
    ],
  );
  return found.map(({ id }) => id);
}
