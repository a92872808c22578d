import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface HeartbeatOptions {
  jobsUrl: string;
  /** Ids under which this process locks jobs. */
  workerIds: ReadonlySet<string>;
  beatMs: number;
  deadAfterMs: number;
  onError: (error: unknown) => void;
}

/** How long the process may be busy without a breath (a large document parsed in one go) before its jobs are given to others. */
const stallMsMax = 60_000;

/**
 * graphile-worker gives a dead worker's job to another after four hours; with a row per worker that says "alive" it takes
 * `deadAfterMs`. A thread of its own beats, so that work which blocks the event loop is not mistaken for death; a killed
 * process takes its thread with it. A worker overtaken by mistake is harmless: the fence keeps its late effect out.
 */
export class Heartbeat {
  private thread: Worker | undefined;
  private signs: NodeJS.Timeout | undefined;

  constructor(private readonly options: HeartbeatOptions) {}

  /** The first beat is in the database when this resolves. */
  async start(): Promise<void> {
    const { jobsUrl, beatMs, deadAfterMs, onError, workerIds } = this.options;
    const thread = new Worker(new URL('./heartbeat-thread.mjs', import.meta.url), {
      workerData: { jobsUrl, beatMs, deadAfterMs, stallMsMax },
    });
    thread.on('error', onError);
    thread.once('exit', () => {
      this.thread = undefined;
    });
    thread.on('message', (message: { error?: string }) => {
      if (message.error) onError(new Error(message.error));
    });
    this.thread = thread;
    const first = once(thread, 'message');
    thread.postMessage({ ids: [...workerIds] });
    await first;
    this.signs = setInterval(() => thread.postMessage({ alive: true }), stallMsMax / 20);
    this.signs.unref();
  }

  /** Takes the workers off the list, so that nobody waits for them. */
  async stop(): Promise<void> {
    clearInterval(this.signs);
    const { thread } = this;
    if (!thread) return;
    const ended = once(thread, 'exit');
    thread.postMessage({ stop: true });
    await ended;
  }
}
