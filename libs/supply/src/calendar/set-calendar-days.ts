import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, type Work } from '#libs/platform';
import { requireCalendarRight } from './calendar.access.js';
import { calendarDaysInput, type SetCalendarDaysInput } from './calendar.input.js';
import { lockCalendar, type OwnCalendar, ownCalendars } from './calendar.reader.js';

export type SetCalendarDaysError = Fault<'CalendarDayRepeated'>;

/**
 * Notes up to 2,000 days on which a place is closed although it is a working day, or open although it is none; WEEK takes an
 * exception away. Days that are not named stay as they are. Errors: CalendarDayRepeated. Throws Forbidden without stock:write or
 * site:manage, NotFound for a place without a calendar, BadInput.
 */
export async function setCalendarDays(
  work: Work,
  given: SetCalendarDaysInput,
): Promise<Result<OwnCalendar, SetCalendarDaysError>> {
  requireCalendarRight(work);
  const { place, days } = checkInput(calendarDaysInput, given);
  const { version } = await lockCalendar(work, place);
  const first = new Map<string, number>();
  const repeated = days.flatMap(({ day }, i): SetCalendarDaysError[] => {
    if (!first.has(day)) first.set(day, i);
    return first.get(day) === i ? [] : [{ code: 'CalendarDayRepeated', path: ['days', String(i)], values: { day } }];
  });
  if (repeated.length > 0) return fail(...repeated);
  const named = JSON.stringify(days);
  await affected(
    work,
    `delete from supply.calendar_day c using jsonb_to_recordset($3) as d (day date, kind text)
     where c.org_id = $1 and c.place = $2 and c.day = d.day and d.kind = 'WEEK'`,
    [work.actor.orgId, place, named],
  );
  await affected(
    work,
    `insert into supply.calendar_day (org_id, place, day, kind, name)
     select $1, $2, d.day, d.kind, d.name from jsonb_to_recordset($3) as d (day date, kind text, name text) where d.kind <> 'WEEK' order by d.day
     on conflict (org_id, place, day) do update set kind = excluded.kind, name = excluded.name`,
    [work.actor.orgId, place, named],
  );
  await affected(work, 'update supply.calendar set version = $3 where org_id = $1 and place = $2', [
    work.actor.orgId,
    place,
    version + 1,
  ]);
  await audit(work, { action: 'calendar:set-days', subject: `calendar:${place}`, detail: { days: days.length } });
  const saved = (await ownCalendars(work)).find((calendar) => calendar.place === place);
  if (!saved) throw new Error('a locked calendar can be read');
  return ok(saved);
}
