import pg from 'pg';

interface HeartbeatOptions {
  jobsUrl: string;
  /** Ids under which this process locks jobs. */
  workerIds: ReadonlySet<string>;
  beatMs: number;
  deadAfterMs: number;
  onError: (error: unknown) => void;
}

/** Frees what is locked by workers that no longer beat, and wakes the living ones. Covers workers that died before their first beat. */
const freeDead = `
  with dead as (
    select distinct j.locked_by from graphile_worker.jobs j
    where j.locked_at < clock_timestamp() - $1::interval and not exists (
      select from platform.worker_beat b where b.worker_id = j.locked_by and b.beat_at > clock_timestamp() - $1::interval)),
  freed as (select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0)
  select pg_notify('jobs:insert', json_build_object('r', random(), 'count', 1)::text) from freed`;

/**
 * graphile-worker gives a dead worker's job to another after four hours; with a row per worker that says "alive" it takes
 * `deadAfterMs`. A worker that only stalled is overtaken too: the fence keeps its late effect out.
 */
export class Heartbeat {
  private readonly pool: pg.Pool;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor(private readonly options: HeartbeatOptions) {
    this.pool = new pg.Pool({ connectionString: options.jobsUrl, max: 1, application_name: 'entrepot-heartbeat' });
    this.pool.on('error', () => undefined);
  }

  /** The first beat is in the database when this resolves. */
  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beating = this.beating.then(() => this.beat()).catch(this.options.onError);
    }, this.options.beatMs);
  }

  /** Takes the workers off the list, so that nobody waits for them. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.pool
      .query('delete from platform.worker_beat where worker_id = any ($1)', [[...this.options.workerIds]])
      .catch(this.options.onError);
    await this.pool.end();
  }

  private async beat(): Promise<void> {
    await this.pool.query(
      `insert into platform.worker_beat (worker_id) select unnest($1::text[])
       on conflict (worker_id) do update set beat_at = clock_timestamp()`,
      [[...this.options.workerIds]],
    );
    await this.pool.query(freeDead, [`${this.options.deadAfterMs} milliseconds`]);
  }
}
