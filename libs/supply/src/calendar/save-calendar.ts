import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, type Work } from '#libs/platform';
import { requireCalendarRight } from './calendar.access.js';
import { calendarInput, type SaveCalendarInput } from './calendar.input.js';
import { type OwnCalendar, ownCalendars } from './calendar.reader.js';
import { isTimeZone } from './zoned-time.js';

export type SaveCalendarError = Fault<'TimeZoneUnknown' | 'VersionConflict'>;

/**
 * Says when a place of the acting organisation works; '' is the whole organisation, and holds wherever a place has no calendar of its
 * own. With `expectedVersion` it changes the one that is there, without it makes it. Times are those on the wall of the place.
 * Errors: TimeZoneUnknown, VersionConflict (also when there is one already, or none). Throws Forbidden without stock:write or site:manage, BadInput.
 */
export async function saveCalendar(work: Work, given: SaveCalendarInput): Promise<Result<OwnCalendar, SaveCalendarError>> {
  requireCalendarRight(work);
  const input = checkInput(calendarInput, given);
  if (!isTimeZone(input.timeZone))
    return fail({ code: 'TimeZoneUnknown', path: ['timeZone'], values: { value: input.timeZone } });
  const before = await one<{ version: number }>(
    work,
    'select c.version from supply.calendar c where c.org_id = $1 and c.place = $2 for update',
    [work.actor.orgId, input.place],
  );
  if ((before?.version ?? null) !== (input.expectedVersion ?? null))
    return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  const written = await affected(
    work,
    `insert into supply.calendar as c (org_id, place, name, time_zone, working_days, opens, closes, cut_off, handling_days, lead_from)
     values ($1, $2, $3, $4, $5::smallint[], $6::time, $7::time, $8::time, $9, $10)
     on conflict (org_id, place) do update set name = excluded.name, time_zone = excluded.time_zone, working_days = excluded.working_days, opens = excluded.opens,
       closes = excluded.closes, cut_off = excluded.cut_off, handling_days = excluded.handling_days, lead_from = excluded.lead_from, version = c.version + 1
       where c.version = $11`,
    [
      work.actor.orgId,
      input.place,
      input.name,
      input.timeZone,
      input.workingDays,
      input.opens,
      input.closes,
      input.cutOff,
      input.handlingDays,
      input.leadFrom,
      input.expectedVersion ?? null,
    ],
  );
  // Two people made the same one at once.
  if (written === 0) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, {
    action: 'calendar:save',
    subject: `calendar:${input.place}`,
    detail: { timeZone: input.timeZone, workingDays: input.workingDays, cutOff: input.cutOff },
  });
  const saved = (await ownCalendars(work)).find(({ place }) => place === input.place);
  if (!saved) throw new Error('a saved calendar can be read');
  return ok(saved);
}
