import type { ExpectedMark } from './oracle.js';

/** A line of a request's log, as it was read afterwards. */
export interface LoggedEvent {
  kind: string;
  clock: string | null;
  level: number | null;
  at: number;
}

/** One request with everything that was logged of it, and the instants at which somebody looked at the clocks. */
export interface ClockEvidence {
  name: string;
  marks: readonly ExpectedMark[];
  log: readonly LoggedEvent[];
  /** Virtual instants of the rounds, in order. */
  rounds: readonly number[];
  /** When each clock was stopped by its party; absent: never. */
  stopped: Readonly<Record<string, number>>;
}

/** Marks that fired twice, never, too early, too late, or after their clock was stopped. */
export function clockFaults({ name, marks, log, rounds, stopped }: ClockEvidence): string[] {
  const end = rounds.at(-1) ?? 0;
  return marks.flatMap((mark) => {
    const say = (what: string): string => `${name}: ${mark.clock} ${mark.mark} ${mark.level} ${what}`;
    const fired = log.filter((event) => event.kind === mark.mark && event.clock === mark.clock && event.level === mark.level);
    const stop = stopped[mark.clock];
    // The party that stops a clock finds out what had run out by then.
    const wanted = mark.at <= (stop ?? end);
    if (!wanted) return fired.length === 0 ? [] : [say('fired although its clock was stopped or had not run out')];
    if (fired.length !== 1) return [say(`fired ${fired.length} times`)];
    const at = fired[0]?.at ?? 0;
    if (at < mark.at) return [say('fired before its time')];
    const looks = [...rounds, ...(stop === undefined ? [] : [stop])].filter((round) => round >= mark.at);
    return at > Math.min(...looks) ? [say('fired later than the first look after it')] : [];
  });
}

/** Percent kept, recounted from the log of each request; what the report says must be the same. */
export function recount(all: readonly Pick<ClockEvidence, 'log'>[]): Record<string, number> {
  const has = (log: readonly LoggedEvent[], kind: string, clock?: string): boolean =>
    log.some((event) => event.kind === kind && (clock === undefined || event.clock === clock));
  const count = (holds: (log: readonly LoggedEvent[]) => boolean): number => all.filter(({ log }) => holds(log)).length;
  const answered = (log: readonly LoggedEvent[]): boolean => has(log, 'ACCEPTED') || has(log, 'DECLINED');
  return {
    requests: all.length,
    respondMet: count((log) => !has(log, 'BREACH', 'RESPOND') && answered(log)),
    respondMissed: count((log) => has(log, 'BREACH', 'RESPOND')),
    shipMet: count((log) => !has(log, 'BREACH', 'SHIP') && has(log, 'SHIPPED')),
    shipMissed: count((log) => has(log, 'BREACH', 'SHIP')),
  };
}
