import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { type Actor, type GuestActor, hasEyesOnly } from '../auth/actor.js';
import { Forbidden } from './refusal.js';
import type { DomainEvent, GuestWork, Work } from './work.js';

/** Jobs to start per event: the event's wire name to the tasks that subscribe to it. */
export type EventRoutes = Readonly<Record<string, readonly string[]>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** serialization_failure and deadlock_detected: the same work may succeed when tried again. */
const retryable = new Set(['40001', '40P01']);
const triesMax = 4;
/** read_only_sql_transaction. */
const readOnlyViolated = '25006';

/**
 * Runs verbs and readers, each in one short READ COMMITTED transaction bound to the actor's organisation.
 * Work has no effects outside of the database, because it is run again after a lost race (40001, 40P01; three more times).
 */
export class UnitOfWork {
  private readonly dataSource: DataSource;
  private readonly routes: EventRoutes;

  constructor(dataSource: DataSource, options: { routes?: EventRoutes } = {}) {
    this.dataSource = dataSource;
    this.routes = options.routes ?? {};
  }

  /**
   * Commits what `fn` did, with its events as jobs and its notices. A thrown error or a returned `{ ok: false }` rolls all of it back.
   * For an actor who has eyes only it is read only: a write throws Forbidden.
   */
  async run<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T> {
    if (!hasEyesOnly(actor)) return this.retry(() => this.once(actor, 'read write', (work) => fn(work)));
    try {
      return await this.read(actor, fn);
    } catch (error) {
      throw sqlState(error) === readOnlyViolated ? new Forbidden('a session that may only look') : error;
    }
  }

  /** The same, read only: any write is a fault (25006). */
  read<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T> {
    return this.retry(() => this.once(actor, 'read only', (work) => fn(work)));
  }

  /** A transaction of somebody not signed in: bound to no organisation. */
  guest<T>(fn: (work: GuestWork) => Promise<T>): Promise<T> {
    return this.retry(() => this.once({ kind: 'guest' }, 'read write', (work) => fn(work)));
  }

  private async retry<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        if (tries >= triesMax || !retryable.has(sqlState(error) ?? '')) throw error;
        // A random pause of up to 20, 40, 80 ms lets the winner finish.
        await sleep(Math.random() * 10 * 2 ** tries);
      }
    }
  }

  private async once<A extends Actor | GuestActor, T>(
    actor: A,
    mode: 'read write' | 'read only',
    fn: (work: OpenWork<A>) => Promise<T>,
  ): Promise<T> {
    const opened = await Transaction.open(this.dataSource, actor, mode);
    try {
      const work = new OpenWork(actor, opened);
      const result = await fn(work);
      if (isFailure(result)) {
        await opened.rollback();
        return result;
      }
      await work.settle(this.routes);
      await opened.commit();
      return result;
    } catch (error) {
      await opened.rollback();
      throw error;
    }
  }
}

/** The error code of PostgreSQL, also behind TypeORM's wrapper; undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : undefined;
}

/** What PostgreSQL says of texts that no column of the type takes: an id that is none, a character it cannot hold. */
const unreadable = new Set(['22P02', '22P05', '22021']);

/** Whether the database could not read a value that came from outside: the caller's fault, not ours. */
export function isUnreadable(error: unknown): boolean {
  return unreadable.has(sqlState(error) ?? '');
}

function isFailure(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { ok?: unknown }).ok === false &&
    Array.isArray((value as { errors?: unknown }).errors)
  );
}

class OpenWork<A extends Actor | GuestActor> {
  readonly now: Date;
  readonly tx;
  private readonly events: DomainEvent[] = [];
  private readonly notices: string[] = [];

  constructor(
    readonly actor: A,
    private readonly transaction: Transaction,
  ) {
    this.now = transaction.now;
    this.tx = transaction.queryRunner.manager;
  }

  emit(event: DomainEvent): void {
    this.events.push(event);
  }

  notify(topic: string, orgId: string, id: string): void {
    this.notices.push(JSON.stringify({ topic, orgId, id }));
  }

  /** Events become jobs in the same transaction: that is the outbox. Equal notices are sent once by PostgreSQL itself. */
  async settle(routes: EventRoutes): Promise<void> {
    const jobs = this.events.flatMap((event) =>
      (routes[event.wire] ?? []).map((task) => ({ task, payload: JSON.stringify({ ...event.payload, event: event.wire }) })),
    );
    const { client } = this.transaction;
    if (jobs.length > 0)
      await client.query(
        'select platform.add_job(j.task, j.payload::jsonb) from unnest($1::text[], $2::text[]) as j (task, payload)',
        [jobs.map((j) => j.task), jobs.map((j) => j.payload)],
      );
    if (this.notices.length > 0)
      await client.query(`select pg_notify('entrepot', n) from unnest($1::text[]) as n`, [this.notices]);
  }
}

/** TypeORM's runner over a transaction that we open and close ourselves, because begin, binding and clock fit into one round trip. */
class Transaction {
  private open = true;

  private constructor(
    readonly queryRunner: QueryRunner,
    readonly client: pg.PoolClient,
    readonly now: Date,
  ) {}

  static async open(dataSource: DataSource, actor: Actor | GuestActor, mode: string): Promise<Transaction> {
    const binding = actor.kind === 'guest' ? '' : `set local app.org = '${checkedUuid(actor.orgId)}'; `;
    const queryRunner = dataSource.createQueryRunner();
    const client: pg.PoolClient = await queryRunner.connect();
    try {
      const results = (await client.query(
        `begin isolation level read committed ${mode}; ${binding}select transaction_timestamp() as now`,
      )) as unknown as pg.QueryResult<{ now: Date }>[];
      // TypeORM must know: a nested transaction then is a savepoint, and `insert` opens none of its own.
      Object.assign(queryRunner, { isTransactionActive: true, transactionDepth: 1 });
      return new Transaction(queryRunner, client, results.at(-1)!.rows[0]!.now);
    } catch (error) {
      await release(queryRunner, error as Error);
      throw error;
    }
  }

  async commit(): Promise<void> {
    const { command } = await this.client.query('commit');
    await this.close();
    // A transaction that failed inside and was swallowed by the caller answers COMMIT with ROLLBACK.
    if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back by its commit.');
  }

  async rollback(): Promise<void> {
    if (!this.open) return;
    const broken = await this.client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    );
    await this.close(broken);
  }

  private async close(broken?: Error): Promise<void> {
    this.open = false;
    Object.assign(this.queryRunner, { isTransactionActive: false, transactionDepth: 0 });
    await release(this.queryRunner, broken);
  }
}

function checkedUuid(orgId: string): string {
  if (!uuid.test(orgId)) throw new Error('The acting organisation is not a UUID.');
  return orgId;
}

/** A connection whose state is unknown goes out of the pool instead of back into it. */
async function release(queryRunner: QueryRunner, broken?: Error): Promise<void> {
  const runner = queryRunner as QueryRunner & { releasePostgresConnection(error?: Error): Promise<void> };
  await runner.releasePostgresConnection(broken);
}
