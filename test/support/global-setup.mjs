// One PostgreSQL per test run, in a folder of its own: several runs on one machine do not meet. With TEST_DATABASE_URL
// (a superuser's address) that server is used instead. The template is migrated anew in every run, from sources.
import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import './from-sources.mjs';

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
};

export default async function setup() {
  const { startEmbeddedPostgres } = await import('../../libs/platform/src/database/embedded/start.ts');
  const { bootstrapRoles } = await import('../../libs/platform/src/database/roles.ts');
  const { migrate } = await import('../../libs/platform/src/database/migrate.ts');

  let adminUrl = process.env['TEST_DATABASE_URL'];
  if (!adminUrl) {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'entrepot-test-'));
    const server = await startEmbeddedPostgres({ dir, settings });
    guard(server.pid, dir);
    globalThis.testServer = { server, dir };
    adminUrl = server.adminUrl;
  }
  const template = `entrepot_template_${process.pid}`;
  const urls = await bootstrapRoles(adminUrl, { database: template });
  await migrate(urls.ownerUrl);
  globalThis.testTemplate = { adminUrl, template };
  process.env['ENTREPOT_TEST_DATABASE'] = JSON.stringify({ adminUrl, template, ...urls });
}

/** When this run is killed, nobody calls the teardown: a shell that outlives it ends the server and clears its folder. */
function guard(serverPid, dir) {
  if (process.platform === 'win32') return;
  const script =
    'while kill -0 "$1" 2>/dev/null; do sleep 1; done; [ -d "$3" ] || exit 0; kill -INT "$2" 2>/dev/null; sleep 2; rm -rf "$3"';
  spawn('/bin/sh', ['-c', script, 'sh', String(process.pid), String(serverPid), dir], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}
