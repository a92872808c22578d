import pg from 'pg';
import { HotQuery, type HotStatement } from './hot-query.js';

/**
 * The short way for reads that must be fast: one named prepared statement, one round trip, no unit of work. Only for functions
 * `<lib>.read_<name>(p_org uuid, ...)` that bind the organisation themselves, and with the organisation of the checked actor.
 */
export class HotReads {
  private readonly pool: pg.Pool;
  private readonly statements = new Map<string, HotStatement>();

  /** A pool of its own on the app's address; default 10 connections, statements end after 10 s. */
  constructor(appUrl: string, options: { poolMax?: number } = {}) {
    this.pool = new pg.Pool({
      connectionString: appUrl,
      max: options.poolMax ?? 10,
      application_name: 'entrepot-hot',
      statement_timeout: 10_000,
    });
    // A connection that dies fails the query it carries; without a listener its error would end the process.
    this.pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  }

  /** All rows. One name always stands for one text: `call('availability', 'select * from supply.read_availability($1, $2)', [orgId, lines])`. Values are in text form. */
  call<T>(name: string, text: string, values: readonly (string | null)[]): Promise<T[]> {
    const statement = this.statements.get(name) ?? { name, text };
    if (statement.text !== text) return Promise.reject(new Error(`${name} stands for another statement`));
    this.statements.set(name, statement);
    return new Promise((resolve, reject) => {
      this.pool.connect((refused, client, release) => {
        if (refused || !client) return reject(refused ?? new Error('the pool gave no connection'));
        const query = new HotQuery<T>(statement, values, (failure, rows) => {
          // As pg's own pool: a connection whose query failed is not used again.
          release(failure);
          if (failure) reject(failure);
          else resolve(rows);
        });
        client.query(query as unknown as pg.Submittable);
      });
    });
  }

  /** Connections in use and waiting callers, for metrics and for shedding load. */
  get load(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
