// Prints the migrated schema to migrations/schema.sql. `--check` compares instead, checks the walls, and migrates up, down and up
// again. Runs from sources on an embedded PostgreSQL of its own, or on TEST_DATABASE_URL (a superuser's address).
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import '../test/support/from-sources.mjs';

const file = new URL('../migrations/schema.sql', import.meta.url);
const database = '../libs/platform/src/database';
const { startEmbeddedPostgres } = await import(`${database}/embedded/start.ts`);
const { bootstrapRoles, addressOf } = await import(`${database}/roles.ts`);
const { migrate, migrateDown } = await import(`${database}/migrate.ts`);
const { lintWalls } = await import(`${database}/walls/lint-walls.ts`);
const { printSchema } = await import(`${database}/walls/print-schema.ts`);

async function onServer(work) {
  if (process.env.TEST_DATABASE_URL) return work(process.env.TEST_DATABASE_URL);
  const dir = await mkdtemp(path.join(os.tmpdir(), 'entrepot-schema-'));
  try {
    const server = await startEmbeddedPostgres({ dir, settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } });
    try {
      return await work(server.adminUrl);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** First line in which two texts differ, for the eye. */
function difference(wanted, found) {
  const [a, b] = [wanted.split('\n'), found.split('\n')];
  const i = a.findIndex((line, n) => line !== b[n]);
  const n = i < 0 ? a.length : i;
  return `line ${n + 1}:\n  committed: ${a[n] ?? '(end)'}\n  migrated:  ${b[n] ?? '(end)'}`;
}

async function check(urls, adminUrl, first) {
  const problems = await walls(adminUrl);
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed !== first) problems.push(`migrations/schema.sql is not what the migrations make: node .config/schema.mjs writes it; ${difference(committed, first)}`);
  const count = await migrateDown(urls.ownerUrl);
  const below = await printSchema(adminUrl);
  if (below.trim() !== '') problems.push(`taking all ${count} migrations back leaves something: ${below.split('\n')[0]}`);
  await migrate(urls.ownerUrl);
  const second = await printSchema(adminUrl);
  if (second !== first) problems.push(`up, down and up again makes another schema: ${difference(first, second)}`);
  return problems;
}

async function drop(serverUrl, name) {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
}

const walls = async (url) => (await lintWalls(url)).map(({ rule, object, problem }) => `wall ${rule}: ${object}: ${problem}`);

const problems = await onServer(async (serverUrl) => {
  const name = `entrepot_schema_${process.pid}`;
  const urls = await bootstrapRoles(serverUrl, { database: name });
  const adminUrl = addressOf(serverUrl, { database: name });
  try {
    await migrate(urls.ownerUrl);
    const printed = await printSchema(adminUrl);
    if (process.argv.includes('--check')) return await check(urls, adminUrl, printed);
    await writeFile(file, printed);
    console.log(`migrations/schema.sql: ${printed.split('\n').length - 1} lines`);
    return await walls(adminUrl);
  } finally {
    await drop(serverUrl, name);
  }
});
for (const problem of problems) console.error(problem);
console.log(`${problems.length} findings`);
process.exitCode = problems.length === 0 ? 0 : 1;
