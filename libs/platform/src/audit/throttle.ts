import { createHash } from 'node:crypto';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be tried: `points` within `seconds`; then it waits until they are over. */
export interface ThrottleRule {
  /** Name of what is counted, such as `sign-in:account`. */
  name: string;
  points: number;
  seconds: number;
}

/** Counts attempts in the database, so that all hubs count together. Each call of a verb is one point, whatever request it came in. */
export class Throttle {
  private readonly pool: pg.Pool;
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  /** Writes on the jobs connection, outside of any unit of work: a rollback must not give attempts back. */
  constructor(jobsUrl: string) {
    this.pool = new pg.Pool({
      connectionString: jobsUrl,
      max: 3,
      application_name: 'entrepot-throttle',
      statement_timeout: 5_000,
    });
    this.pool.on('error', () => undefined);
  }

  /** Takes one point for `key` (hashed, never stored in clear). Gives the seconds to wait when none is left, undefined when the attempt may go on. */
  async take(rule: ThrottleRule, key: string): Promise<number | undefined> {
    try {
      await this.limiterFor(rule).consume(hashed(key), 1);
      return undefined;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  }

  /** Gives one point of a key back: this attempt was honest, the others are still counted. */
  async giveBack(rule: ThrottleRule, key: string): Promise<void> {
    await this.limiterFor(rule).reward(hashed(key), 1);
  }

  /** Gives all points of a key back: the attempt succeeded. */
  async clear(rule: ThrottleRule, key: string): Promise<void> {
    await this.limiterFor(rule).delete(hashed(key));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private limiterFor(rule: ThrottleRule): RateLimiterPostgres {
    const known = this.limiters.get(rule.name);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      schemaName: 'platform',
      tableName: 'throttle',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.seconds,
    });
    this.limiters.set(rule.name, made);
    return made;
  }
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 32);
}
