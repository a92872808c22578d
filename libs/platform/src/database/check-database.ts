import pg from 'pg';
import { StartError } from './start-error.js';

/** Connection and name-resolution errors of Node that mean: nobody is there. */
const nobodyThere = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET']);
/** PostgreSQL 15, as server_version_num counts. */
const versionMin = 150_000;

/**
 * Connects once to a configured database, so that a wrong address is told in one sentence at the start, without the password.
 * `variable` is the setting to name. Throws StartError.
 */
export async function checkDatabase(url: string, variable: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new StartError(`${variable} is not an address like postgres://user:password@host:5432/database.`);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ n: number; v: string; e: string }>(
      `select current_setting('server_version_num')::int as n, current_setting('server_version') as v, current_setting('server_encoding') as e`,
    );
    const { n, v, e } = rows[0]!;
    if (n < versionMin) throw new StartError(`${variable}: PostgreSQL ${v} is too old, the hub needs 15 or newer.`);
    if (e !== 'UTF8') throw new StartError(`${variable}: the database is encoded in ${e}, the hub needs UTF8.`);
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(`${variable}: ${reason(error, new URL(url))}`, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reason(error: unknown, { host, hostname, pathname, username }: URL): string {
  const { code, message } = error as { code?: string; message: string };
  const database = decodeURIComponent(pathname.slice(1)) || username;
  if (nobodyThere.has(code ?? '') || /timeout/i.test(message))
    return `nothing answers at ${host || hostname}; start PostgreSQL there, or mend the address.`;
  // invalid_authorization_specification, invalid_password
  if (code === '28000' || code === '28P01')
    return `the server at ${host} refuses the user ${decodeURIComponent(username)} or its password.`;
  if (code === '3D000') return `the server at ${host} has no database ${database}.`;
  if (code === '53300')
    return `the server at ${host} has no connection left; raise its max_connections or lower ENTREPOT_POOL_MAX.`;
  return `the server at ${host} cannot be used (${message}).`;
}
