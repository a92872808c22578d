/** One line per step, and how many went wrong. */
export class Journal {
  done = 0;
  failed = 0;
  skipped = 0;

  constructor(private readonly say: (line: string) => void) {}

  /** Runs a step; `fn` may give a word about what it found. A step that fails ends what depends on it. */
  async step<T>(name: string, fn: () => Promise<T>, shown?: (value: T) => string): Promise<T> {
    const started = Date.now();
    try {
      const value = await fn();
      this.done += 1;
      const told = shown ? `: ${shown(value)}` : '';
      this.say(`ok    ${name}${told} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      return value;
    } catch (error) {
      this.failed += 1;
      this.say(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
      throw new StepFailed(name);
    }
  }

  /** A part whose failure does not keep the next from being tried. */
  async part(fn: () => Promise<void>): Promise<void> {
    await fn().catch((error: unknown) => {
      if (!(error instanceof StepFailed)) throw error;
    });
  }

  skip(name: string, why: string): void {
    this.skipped += 1;
    this.say(`skip  ${name}: ${why}`);
  }
}

/** Thrown after a step was told as failed. */
export class StepFailed extends Error {}

/** Throws unless both are the same as JSON. */
export function same(what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what} is ${a}, not ${b}`);
}
