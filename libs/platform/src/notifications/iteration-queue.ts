/** Waiting items of one reader at most; above it the reader is cut off. */
const waitingMax = 10_000;

/** A queue that is read by `for await`, keeps one item per key, and ends with its signal. */
export class IterationQueue<T> implements AsyncIterable<T> {
  private readonly waiting = new Map<string, T>();
  private wake: (() => void) | undefined;
  private overrun = false;

  constructor(
    private readonly keyOf: (item: T) => string,
    private readonly signal: AbortSignal,
  ) {}

  push(item: T): void {
    if (this.waiting.size >= waitingMax) this.overrun = true;
    else this.waiting.set(this.keyOf(item), item);
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    const onAbort = (): void => this.wake?.();
    this.signal.addEventListener('abort', onAbort);
    try {
      while (!this.signal.aborted) {
        if (this.overrun) throw new Error('The reader fell too far behind and was cut off.');
        const next = this.waiting.entries().next();
        if (next.done) {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
          continue;
        }
        const [key, item] = next.value;
        this.waiting.delete(key);
        yield item;
      }
    } finally {
      this.signal.removeEventListener('abort', onAbort);
    }
  }
}
