import { assumedCalendar, type WorkCalendar, workingMinutesLater } from '#libs/supply';

/** What a supplier promises for a priority, as it is copied onto a request: later policies change no running clock. */
export interface PriorityTerms {
  priority: string;
  /** 1 is the most urgent. */
  rank: number;
  respondMinutes: number;
  shipMinutes: number;
  /** ALWAYS: day and night; CALENDAR: while the supplier works. */
  clock: 'ALWAYS' | 'CALENDAR';
  warnPercent: number;
  /** Of the time of a clock, beyond 100; each tells one level more. */
  escalatePercents: readonly number[];
  holdMinutes: number;
  /** null: no goods without an order. */
  poToFollow: { cap: string; currency: string; minutes: number } | null;
  /** Whether a contract with this buyer says so. */
  contract: boolean;
  /** The supplier's, when the clock runs on it. */
  calendar: WorkCalendar | null;
}

export type ClockName = 'RESPOND' | 'SHIP' | 'PO';

/** An instant at which a clock warns, is breached or escalates. Level 1 warns, 2 is the breach. */
export interface ClockMark {
  clock: ClockName;
  mark: 'WARNING' | 'BREACH' | 'ESCALATION';
  level: number;
  dueAt: Date;
}

/** The instant at which a share of a clock's time has passed. An order to follow is due day and night: it waits for a desk, not for a warehouse. */
function after(terms: PriorityTerms, start: Date, { clock, percent }: { clock: ClockName; percent: number }): Date {
  const minutes = { RESPOND: terms.respondMinutes, SHIP: terms.shipMinutes, PO: terms.poToFollow?.minutes ?? 0 }[clock];
  const calendar = terms.clock === 'ALWAYS' || clock === 'PO' ? null : (terms.calendar ?? assumedCalendar);
  return workingMinutesLater(calendar, start, (minutes * percent) / 100);
}

/** When the clocks of a request that started then run out. */
export function deadlinesOf(terms: PriorityTerms, start: Date): { respondBy: Date; shipBy: Date; poBy: Date | null } {
  const end = (clock: ClockName): Date => after(terms, start, { clock, percent: 100 });
  return { respondBy: end('RESPOND'), shipBy: end('SHIP'), poBy: terms.poToFollow ? end('PO') : null };
}

/** Every mark of these clocks for a request that started then: a warning, the breach, then the escalations. */
export function marksOf(terms: PriorityTerms, start: Date, clocks: readonly ClockName[]): ClockMark[] {
  const steps = [
    { mark: 'WARNING' as const, percent: terms.warnPercent },
    { mark: 'BREACH' as const, percent: 100 },
    ...[...terms.escalatePercents].sort((a, b) => a - b).map((percent) => ({ mark: 'ESCALATION' as const, percent })),
  ];
  return clocks.flatMap((clock) =>
    steps.map(
      ({ mark, percent }, i): ClockMark => ({ clock, mark, level: i + 1, dueAt: after(terms, start, { clock, percent }) }),
    ),
  );
}
