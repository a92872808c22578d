import type { ProofRow } from '../programme.js';

/** A violation planted for a checker: what it is called and the faulty evidence. */
export interface Planted<T> {
  name: string;
  evidence: T;
}

/** A checker that does not see what was planted for it proves nothing: this row comes first in every programme. Sound evidence must pass. */
export function selfTest<T>(checker: (evidence: T) => readonly string[], sound: T, planted: readonly Planted<T>[]): ProofRow {
  const missed = planted.filter(({ evidence }) => checker(evidence).length === 0).map(({ name }) => name);
  const alarms = checker(sound);
  const caught = planted.length - missed.length;
  return {
    promise: 'the checker catches every violation planted for it, and nothing in sound evidence',
    figure: [
      `${caught} of ${planted.length}`,
      ...missed.map((name) => `missed: ${name}`),
      ...alarms.map((alarm) => `false: ${alarm}`),
    ].join('; '),
    wanted: `${planted.length} of ${planted.length}`,
    ok: missed.length === 0 && alarms.length === 0,
  };
}

/** A row of found faults, wanted 0; the first three are told. */
export function noneOf(promise: string, faults: readonly string[]): ProofRow {
  const told = faults.length === 0 ? '0' : `${faults.length}: ${faults.slice(0, 3).join('; ')}`;
  return { promise, figure: told, wanted: '0', ok: faults.length === 0 };
}
