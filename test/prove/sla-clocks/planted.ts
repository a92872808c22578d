import type { Planted } from '../support/checker.js';
import type { ClockEvidence, LoggedEvent } from './clock-checker.js';

const mark = (clock: string, mark: string, level: number, at: number) => ({ clock, mark, level, at });
const event = (kind: string, clock: string | null, level: number | null, at: number): LoggedEvent => ({ kind, clock, level, at });

/** Answered in time, shipped never; the escalation lies beyond the last look. */
export const sound: ClockEvidence = {
  name: 'sound',
  marks: [
    mark('RESPOND', 'WARNING', 1, 75),
    mark('RESPOND', 'BREACH', 2, 100),
    mark('SHIP', 'WARNING', 1, 300),
    mark('SHIP', 'BREACH', 2, 400),
    mark('SHIP', 'ESCALATION', 3, 900),
  ],
  log: [
    event('WARNING', 'RESPOND', 1, 80),
    event('ACCEPTED', null, null, 90),
    event('WARNING', 'SHIP', 1, 350),
    event('BREACH', 'SHIP', 2, 450),
  ],
  rounds: [80, 350, 450, 500],
  stopped: { RESPOND: 90 },
};

const but = (name: string, log: readonly LoggedEvent[]): Planted<ClockEvidence> => ({ name, evidence: { ...sound, name, log } });
const [warned, accepted, shipWarned, breached] = sound.log as [LoggedEvent, LoggedEvent, LoggedEvent, LoggedEvent];

/** Violations that a checker of clocks must see. */
export const planted: readonly Planted<ClockEvidence>[] = [
  but('a breach fires twice after a restart', [...sound.log, { ...breached, at: 500 }]),
  but('a breach is lost in a restart', [warned, accepted, shipWarned]),
  but('a warning fires early', [{ ...warned, at: 70 }, accepted, shipWarned, breached]),
  but('a warning fires a round late', [warned, accepted, { ...shipWarned, at: 450 }, breached]),
  but('a stopped clock is breached', [...sound.log, event('BREACH', 'RESPOND', 2, 350)]),
  but('an escalation fires before its time', [...sound.log, event('ESCALATION', 'SHIP', 3, 500)]),
  but('the breach of another clock is taken for this one', [warned, accepted, shipWarned, { ...breached, clock: 'PO' }]),
];
