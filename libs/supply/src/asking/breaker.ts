/** CLOSED: calls go out. OPEN: none does until its pause is over. HALF_OPEN: one goes out to see. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

interface BreakerOptions {
  /** Failures in a row that open it. */
  failuresMax: number;
  /** First pause; each opening that follows without a success between doubles it. */
  pauseMs: number;
  pauseMsMax: number;
  /** Milliseconds of a clock that never goes back. */
  clock: () => number;
}

const byDefault: BreakerOptions = { failuresMax: 5, pauseMs: 2_000, pauseMsMax: 60_000, clock: () => performance.now() };

/** Keeps calls away from a partner who does not answer: he gets rest, and nobody waits for him (docs/adr/0022). */
export class Breaker {
  private readonly options: BreakerOptions;
  private failures = 0;
  private openings = 0;
  private openUntil = 0;
  private probing = false;
  private current: BreakerState = 'CLOSED';

  constructor(options: Partial<BreakerOptions> = {}) {
    this.options = { ...byDefault, ...options };
  }

  get state(): BreakerState {
    return this.current === 'OPEN' && this.options.clock() >= this.openUntil ? 'HALF_OPEN' : this.current;
  }

  /** Whether a call may go out now. Whoever is let through must report its end by `succeeded` or `failed`. */
  admits(): boolean {
    const state = this.state;
    if (state === 'CLOSED') return true;
    if (state === 'OPEN' || this.probing) return false;
    this.current = 'HALF_OPEN';
    this.probing = true;
    return true;
  }

  succeeded(): void {
    this.failures = 0;
    this.openings = 0;
    this.probing = false;
    this.current = 'CLOSED';
  }

  failed(): void {
    this.failures += 1;
    const probe = this.current === 'HALF_OPEN';
    this.probing = false;
    // Calls that were under way when it opened do not lengthen the pause.
    if (this.current === 'OPEN' || (!probe && this.failures < this.options.failuresMax)) return;
    const { clock, pauseMs, pauseMsMax } = this.options;
    this.openUntil = clock() + Math.min(pauseMs * 2 ** this.openings, pauseMsMax);
    this.openings += 1;
    this.current = 'OPEN';
  }
}
