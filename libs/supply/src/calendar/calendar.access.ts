import { Forbidden, type Work } from '#libs/platform';

/** Those who may say when their organisation works: whoever keeps its stock, or its sites. */
export const calendarRights = ['stock:write', 'site:manage'] as const;

/** Throws Forbidden unless the actor holds one of the rights over calendars. */
export function requireCalendarRight(work: Work): void {
  if (!calendarRights.some((right) => work.actor.permissions.has(right))) throw new Forbidden(calendarRights[0]);
}
