import pg from 'pg';

/**
 * The short way for reads that must be fast: one named prepared statement, one round trip, no unit of work. Only for functions
 * `<lib>.read_<name>(p_org uuid, ...)` that bind the organisation themselves, and with the organisation of the checked actor.
 */
export class HotReads {
  private readonly pool: pg.Pool;

  /** A pool of its own on the app's address; default 10 connections, statements end after 10 s. */
  constructor(appUrl: string, options: { poolMax?: number } = {}) {
    this.pool = new pg.Pool({
      connectionString: appUrl,
      max: options.poolMax ?? 10,
      application_name: 'entrepot-hot',
      statement_timeout: 10_000,
    });
    this.pool.on('error', () => undefined);
  }

  /** All rows. One name always stands for one text: `call('availability', 'select * from supply.read_availability($1, $2)', [orgId, lines])`. */
  async call<T>(name: string, text: string, values: readonly unknown[]): Promise<T[]> {
    const { rows } = await this.pool.query({ name, text, values: [...values] });
    return rows as T[];
  }

  /** Connections in use and waiting callers, for metrics and for shedding load. */
  get load(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
