import type { Microseconds } from './auction-file.js';

/**
 * The clock of an auction stands while it is paused: stages are reckoned in running time, which is the database's time less
 * all pauses so far. What was to happen in ten minutes happens ten minutes after the pause.
 */
export interface AuctionClock {
  pauses: readonly { atRunningUs: Microseconds; lengthUs: Microseconds }[];
  /** Since when it stands, in the database's time. */
  pausedSinceUs?: Microseconds;
}

/** Running time at a time of the database; while paused, the moment at which it began to stand. */
export function runningAt(clock: AuctionClock, atUs: Microseconds): Microseconds {
  return Math.min(atUs, clock.pausedSinceUs ?? atUs) - pausedBefore(clock, Number.POSITIVE_INFINITY);
}

/** The database's time at which a running time is reached, as far as the pauses are known. */
export function wallTime(clock: AuctionClock, runningUs: Microseconds): Microseconds {
  return runningUs + pausedBefore(clock, runningUs);
}

/** The clock standing since `fromUs`. */
export function paused(clock: AuctionClock, fromUs: Microseconds): AuctionClock {
  return { ...clock, pausedSinceUs: fromUs };
}

/** The clock running again from `atUs` on. */
export function resumed(clock: AuctionClock, atUs: Microseconds): AuctionClock {
  const since = clock.pausedSinceUs ?? atUs;
  return { pauses: [...clock.pauses, { atRunningUs: runningAt(clock, since), lengthUs: atUs - since }] };
}

/** A pause that began at a running time delays what comes after it, not what fell on that very moment. */
function pausedBefore({ pauses }: AuctionClock, runningUs: Microseconds): Microseconds {
  return pauses.reduce((sum, pause) => (pause.atRunningUs < runningUs ? sum + pause.lengthUs : sum), 0);
}
