import type { DecimalText, LocalDate } from '#libs/kernel';
import { NotFound, one, rows, type Work } from '#libs/platform';
import type { WorkCalendar } from './working-time.js';

/** A calendar as its organisation keeps it. */
export interface OwnCalendar extends Omit<WorkCalendar, 'days'> {
  name: string;
  version: number;
  /** Exceptions by day. */
  days: { day: LocalDate; kind: 'CLOSED' | 'OPEN'; name: string }[];
}

/** A calendar as JSON, by the columns of `c`; days from `since` on. The same shape is stored with promises. */
export const calendarJson = (
  since: string,
): string => `json_build_object('place', c.place, 'timeZone', c.time_zone, 'workingDays', c.working_days,
  'opens', to_char(c.opens, 'HH24:MI'), 'closes', to_char(c.closes, 'HH24:MI'), 'cutOff', to_char(c.cut_off, 'HH24:MI'), 'handlingDays', c.handling_days, 'leadFrom', c.lead_from,
  'days', coalesce((select json_agg(json_build_object('day', d.day, 'kind', d.kind) order by d.day) from supply.calendar_day d
    where d.org_id = c.org_id and d.place = c.place and d.day >= ${since}), '[]'::json))`;

/** Exceptions shown of one calendar at most. */
const daysMax = 1_000;

/** The calendars of the acting organisation by place, its default first, with at most 1,000 exceptions each, from last year on. */
export async function ownCalendars(work: Work): Promise<OwnCalendar[]> {
  return rows<OwnCalendar>(
    work,
    `select c.place, c.name, c.time_zone as "timeZone", c.working_days as "workingDays", to_char(c.opens, 'HH24:MI') as opens, to_char(c.closes, 'HH24:MI') as closes,
       to_char(c.cut_off, 'HH24:MI') as "cutOff", c.handling_days as "handlingDays", c.lead_from as "leadFrom", c.version,
       coalesce((select json_agg(json_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day) from
         (select x.* from supply.calendar_day x where x.org_id = c.org_id and x.place = c.place and x.day >= current_date - 366 order by x.day limit $2) d), '[]'::json) as days
     from supply.calendar c where c.org_id = $1 order by c.place`,
    [work.actor.orgId, daysMax],
  );
}

/** One calendar that the acting organisation may see: its own or a partner's, the default when the place has none; null: none is known. */
export async function calendarFor(work: Work, at: { orgId: string; place: string }): Promise<WorkCalendar | null> {
  const found = await one<{ calendar: WorkCalendar }>(
    work,
    `select ${calendarJson('current_date - 31')} as calendar from supply.calendar c where c.org_id = $1 and c.place in ($2, '') order by c.place desc limit 1`,
    [at.orgId, at.place],
  );
  return found?.calendar ?? null;
}

/** The working calendars of organisations as a whole, by their ids; those without one are left out. */
export async function calendarsOf(work: Work, orgIds: readonly string[]): Promise<ReadonlyMap<string, WorkCalendar>> {
  if (orgIds.length === 0) return new Map();
  const found = await rows<{ orgId: string; calendar: WorkCalendar }>(
    work,
    `select c.org_id as "orgId", ${calendarJson('current_date - 31')} as calendar from supply.calendar c where c.org_id = any ($1) and c.place = ''`,
    [[...new Set(orgIds)]],
  );
  return new Map(found.map(({ orgId, calendar }) => [orgId, calendar]));
}

/** Locks the calendar of a place of the acting organisation. Throws NotFound. */
export async function lockCalendar(work: Work, place: string): Promise<{ place: string; version: number }> {
  const found = await one<{ place: string; version: number }>(
    work,
    'select c.place, c.version from supply.calendar c where c.org_id = $1 and c.place = $2 for update',
    [work.actor.orgId, place],
  );
  if (!found) throw new NotFound(`calendar ${place}`);
  return found;
}

/** A way of the acting supplier. */
export interface Transit {
  place: string;
  country: string;
  region: string;
  method: string;
  days: number;
  kind: 'CALENDAR' | 'WORKING';
}

/** The ways of the acting organisation, at most 5,000. */
export async function ownTransit(work: Work): Promise<Transit[]> {
  return rows<Transit>(
    work,
    `select t.place, t.country, t.region, t.method, t.days, t.day_kind as kind from supply.transit t where t.org_id = $1
     order by t.country, t.region, t.place, t.method limit 5000`,
    [work.actor.orgId],
  );
}

/** A receipt that the acting supplier expects. */
export interface Inbound {
  offerId: string;
  supplierPart: string;
  location: string;
  reference: string;
  quantity: DecimalText;
  claimed: DecimalText;
  expectedOn: LocalDate;
}

/** The receipts that the acting organisation expects, the next first, at most 1,000. */
export async function ownInbound(work: Work): Promise<Inbound[]> {
  return rows<Inbound>(
    work,
    `select i.offer_id as "offerId", o.supplier_part as "supplierPart", i.location, i.reference, trim_scale(i.quantity)::text as quantity,
       trim_scale(i.claimed)::text as claimed, i.expected_on as "expectedOn"
     from supply.inbound i join supply.offer o on o.org_id = i.org_id and o.id = i.offer_id where i.org_id = $1
     order by i.expected_on, o.supplier_part, i.location, i.reference limit 1000`,
    [work.actor.orgId],
  );
}
