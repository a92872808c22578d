import { addDays, type LocalDate } from '#libs/kernel';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Whether this is a zone of the IANA database that this process knows; bare offsets such as +01:00 are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows. */
export interface WallClock {
  date: LocalDate;
  /** Minutes since midnight, seconds as a fraction. */
  minutes: number;
}

/** What the clock on the wall of `zone` shows at an instant. */
export function wallClock(instant: Date, zone: string): WallClock {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    minutes: Number(part['hour']) * 60 + Number(part['minute']) + Number(part['second']) / 60,
  };
}

const minuteMs = 60_000;

/** Milliseconds that the wall clock of `zone` is ahead of UTC at an instant of whole seconds. */
function offsetMs(atMs: number, zone: string): number {
  const whole = Math.floor(atMs / 1000) * 1000;
  const { date, minutes } = wallClock(new Date(whole), zone);
  return Date.parse(`${date}T00:00:00Z`) + Math.round(minutes * minuteMs) - whole;
}

/**
 * The instant at which the wall clock of `zone` shows `minutes` (0 to 1440, whole) after midnight of a day. A time that comes twice
 * when clocks go back means the first; one that is left out when they go forward means as much later as is left out.
 */
export function instantOf(date: LocalDate, minutes: number, zone: string): Date {
  const asUtc = Date.parse(`${minutes >= 1440 ? addDays(date, 1) : date}T00:00:00Z`) + (minutes % 1440) * minuteMs;
  // No zone changes its offset twice within two days.
  const before = offsetMs(asUtc - 24 * 60 * minuteMs, zone);
  const after = offsetMs(asUtc + 24 * 60 * minuteMs, zone);
  const fitting = [asUtc - before, asUtc - after].filter((at) => at + offsetMs(at, zone) === asUtc);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : asUtc - before);
}

/** Minutes since midnight of `HH:MM` or `HH:MM:SS`; 24:00 is the end of the day. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
