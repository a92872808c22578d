// What every browser test shares: the test database, a small world in it, one hub process from sources that serves the built portal, and one
// Chromium. Tests find them by ENTREPOT_TEST_PORTAL (support.ts). Where no Chromium can run, the suite is skipped and says so.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import setupDatabase from '../support/global-setup.mjs';
import { startBrowser, whyNoBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** From sources a start takes 4 s; eight times that on a busy machine. */
const startMsMax = 60_000;

export default async function setup() {
  const missing = whyNoBrowser();
  if (missing) {
    console.log(`\nThe browser tests are skipped: ${missing}`);
    process.env['ENTREPOT_TEST_PORTAL'] = JSON.stringify({ missing });
    return;
  }
  const built = spawnSync(process.execPath, ['.config/build.mjs', '--portal'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The portal could not be built.');
  await setupDatabase();

  const { foundWorld } = await import('./world.ts');
  const { db, world } = await foundWorld();
  const dir = await mkdtemp(path.join(os.tmpdir(), 'entrepot-portal-'));
  const hub = await startHub(db, dir);
  const browser = await startBrowser();
  globalThis.testPortal = { db, hub: hub.process, browser, dir };
  guard([hub.process.pid, browser.process().pid], dir);
  const facts = { url: hub.url, browser: browser.wsEndpoint(), world, adminUrl: db.adminUrl, dataDir: dir };
  process.env['ENTREPOT_TEST_PORTAL'] = JSON.stringify(facts);
}

async function startHub(db, dataDir) {
  const env = {
    ...process.env,
    PORT: '0',
    DATABASE_URL: db.appUrl,
    DATABASE_OWNER_URL: db.ownerUrl,
    DATABASE_JOBS_URL: db.jobsUrl,
    ENTREPOT_DATA_DIR: dataDir,
    ENTREPOT_DEMO: 'no',
    ENTREPOT_LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  };
  const args = ['--import', './test/support/from-sources.mjs', '--disable-warning=ExperimentalWarning', 'apps/hub/src/main.ts'];
  const hub = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = new Promise((resolve, reject) => {
    createInterface(hub.stdout).on('line', (line) => {
      const listening = /listens on (\S+)/.exec(line)?.[1];
      if (listening) resolve(listening);
      else if (line.startsWith('{')) console.error(line);
    });
    hub.once('exit', (code) => reject(new Error(`The hub of the browser tests left with exit code ${code}.`)));
    setTimeout(
      () => reject(new Error(`The hub of the browser tests did not listen within ${startMsMax} ms.`)),
      startMsMax,
    ).unref();
  });
  return { process: hub, url: await url };
}

/** When this run is killed nobody calls the teardown: a shell that outlives it ends hub and browser and clears the folder. */
function guard(pids, dir) {
  if (process.platform === 'win32') return;
  const script =
    'while kill -0 "$1" 2>/dev/null; do sleep 1; done; [ -d "$4" ] || exit 0; kill "$2" "$3" 2>/dev/null; sleep 2; rm -rf "$4"';
  const args = ['-c', script, 'sh', String(process.pid), ...pids.map(String), dir];
  spawn('/bin/sh', args, { detached: true, stdio: 'ignore' }).unref();
}
