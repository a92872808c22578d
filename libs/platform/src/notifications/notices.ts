import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { IterationQueue } from './iteration-queue.js';

/** Something changed; ids only, to be re-read behind the listener's own wall. `missed`: notices were lost, so re-read everything. */
export interface Notice {
  readonly topic: string;
  readonly orgId: string;
  readonly id: string;
  readonly missed?: true;
}

type Handler = (notice: Notice) => void;

interface Connection {
  client: pg.Client;
  lost: Promise<void>;
}

/** A dead peer is noticed by a question that stays unanswered: asked every 10 s, given 5 s. */
const askEveryMs = 10_000;
const answerWithinMs = 5_000;
const pauseMsMax = 5_000;

/**
 * What other processes committed, over one LISTEN connection per process on the channel `entrepot`. A hint, not a queue: what
 * is sent while the connection is down is lost, so after each reconnection every handler gets a notice with `missed`.
 */
export class Notices {
  private readonly handlers = new Map<string, Set<Handler>>();
  private connection: Connection | undefined;
  private up = false;
  private loop: Promise<void> | undefined;
  private readonly ending = new AbortController();

  constructor(
    private readonly url: string,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {}

  /** Whether notices arrive now. While false, nothing may be trusted that a notice would have dropped. */
  get connected(): boolean {
    return this.up;
  }

  /** Resolves when the first connection listens; rejects when it cannot. From then on it reconnects by itself. */
  async start(): Promise<void> {
    this.loop = this.keepListening(await this.listen());
  }

  /** Calls `handler` for each notice of the topic until the returned function is called. */
  on(topic: string, handler: Handler): () => void {
    const set = this.handlers.get(topic) ?? new Set();
    this.handlers.set(topic, set.add(handler));
    return () => {
      set.delete(handler);
      if (set.size === 0) this.handlers.delete(topic);
    };
  }

  /**
   * Notices of a topic that pass the filter, until `signal` aborts. Equal notices that wait are one. A reader that falls
   * 10,000 behind is cut off with an error rather than kept in memory.
   */
  async *iterate(topic: string, filter: (notice: Notice) => boolean, signal: AbortSignal): AsyncGenerator<Notice> {
    const queue = new IterationQueue<Notice>((notice) => `${notice.orgId} ${notice.id}`, signal);
    const off = this.on(topic, (notice) => {
      if (notice.missed || filter(notice)) queue.push(notice);
    });
    try {
      yield* queue;
    } finally {
      off();
    }
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.connection?.client.end().catch(() => undefined);
    await this.loop;
  }

  /** Connects and listens; `lost` resolves when the connection is gone. */
  private async listen(): Promise<Connection> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'entrepot-notices',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
      client.on('error', () => resolve());
    });
    client.on('notification', (message) => this.deliver(message.payload ?? ''));
    try {
      await client.connect();
      await client.query('listen entrepot');
    } catch (error) {
      cut(client);
      throw error;
    }
    this.connection = { client, lost };
    this.up = true;
    return this.connection;
  }

  private async keepListening(first: Connection): Promise<void> {
    let connection: Connection | undefined = first;
    while (connection) {
      await untilLost(connection);
      this.up = false;
      connection = await this.reconnect();
      if (connection) for (const topic of [...this.handlers.keys()]) this.call({ topic, orgId: '', id: '', missed: true });
    }
  }

  private async reconnect(): Promise<Connection | undefined> {
    for (let pause = 50; !this.ending.signal.aborted; pause = Math.min(pause * 2, pauseMsMax)) {
      try {
        return await this.listen();
      } catch (error) {
        this.onError(error);
        // Half of the pause is random, so that processes do not return all at once.
        await sleep(pause / 2 + (Math.random() * pause) / 2, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  private deliver(payload: string): void {
    try {
      const { topic, orgId, id } = JSON.parse(payload) as Notice;
      this.call({ topic, orgId, id });
    } catch (error) {
      this.onError(error);
    }
  }

  private call(notice: Notice): void {
    for (const handler of this.handlers.get(notice.topic) ?? []) {
      try {
        handler(notice);
      } catch (error) {
        this.onError(error);
      }
    }
  }
}

async function untilLost({ client, lost }: Connection): Promise<void> {
  const asking = setInterval(() => {
    const silent = setTimeout(() => cut(client), answerWithinMs);
    const answered = (): void => clearTimeout(silent);
    client.query('select 1').then(answered, answered);
  }, askEveryMs);
  await lost;
  clearInterval(asking);
  cut(client);
}

/** Drops the socket without a farewell, which a dead peer would never answer. */
function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
