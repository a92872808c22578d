// The thread behind heartbeat.ts. Plain JavaScript, because a thread starts from a file that Node reads itself.
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';

const { jobsUrl, beatMs, deadAfterMs, stallMsMax } = workerData;

/** Frees what is locked by workers that no longer beat, and wakes the living ones. Covers workers that died before their first beat. */
const freeDead = `
  with dead as (
    select distinct j.locked_by from graphile_worker.jobs j
    where j.locked_at < clock_timestamp() - $1::interval and not exists (
      select from platform.worker_beat b where b.worker_id = j.locked_by and b.beat_at > clock_timestamp() - $1::interval)),
  freed as (select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0)
  select pg_notify('jobs:insert', json_build_object('r', random(), 'count', 1)::text) from freed`;

const pool = new pg.Pool({
  connectionString: jobsUrl,
  max: 1,
  application_name: 'entrepot-heartbeat',
  connectionTimeoutMillis: 5000,
});
pool.on('error', () => undefined);

let ids = [];
let heardAt = Date.now();
let beating;

async function beat() {
  await pool.query(
    `insert into platform.worker_beat (worker_id) select unnest($1::text[])
     on conflict (worker_id) do update set beat_at = clock_timestamp()`,
    [ids],
  );
  await pool.query(freeDead, [`${deadAfterMs} milliseconds`]);
}

function beatOnce() {
  // The rest of the process has hung for too long: let others have its jobs.
  if (Date.now() - heardAt > stallMsMax) return undefined;
  beating ??= beat()
    .then(
      () => parentPort.postMessage({ beaten: true }),
      (error) => parentPort.postMessage({ error: String(error) }),
    )
    .finally(() => {
      beating = undefined;
    });
  return beating;
}

const timer = setInterval(beatOnce, beatMs);

parentPort.on('message', async (message) => {
  heardAt = Date.now();
  if (message.ids) ids = message.ids;
  if (message.ids) await beatOnce();
  if (!message.stop) return;
  clearInterval(timer);
  await beating;
  await pool.query('delete from platform.worker_beat where worker_id = any ($1)', [ids]).catch(() => undefined);
  await pool.end();
  parentPort.close();
});
