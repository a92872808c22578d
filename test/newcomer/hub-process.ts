import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A hub as `npm start` runs it, from sources: its own process, its own embedded PostgreSQL, its own data folder. */
export interface HubProcess {
  url: string;
  dataDir: string;
  /** What it has printed. */
  output(): string;
  stop(): Promise<void>;
}

/** Who a process runs as; only root may choose another. */
export interface RunsAs {
  uid: number;
  gid: number;
}

/** Starts one with the demo world and waits until it is ready and has told its addresses. */
export async function startHubProcess(as?: RunsAs): Promise<HubProcess> {
  for (let tries = 1; ; tries += 1) {
    const started = await startOnce(as);
    if ('url' in started) return started;
    if (tries === 3 || !/Port \d+ is in use/.test(started.output)) throw started.error;
  }
}

/** A port that is free may be taken before it is used; then another one is tried. */
async function startOnce(as?: RunsAs): Promise<HubProcess | { error: unknown; output: string }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'entrepot-newcomer-'));
  // Started by root, PostgreSQL runs as another user, who must get through to its part of the folder.
  await chmod(dataDir, 0o711);
  if (as) await chown(dataDir, as.uid, as.gid);
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', './test/support/from-sources.mjs', '--disable-warning=ExperimentalWarning', 'apps/hub/src/main.ts'],
    { cwd: root, env: environment({ PORT: String(port), ENTREPOT_DATA_DIR: dataDir }), stdio: ['ignore', 'pipe', 'pipe'], ...as },
  );
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk.toString('utf8')));
  const hub = { url: `http://127.0.0.1:${port}`, dataDir, output: () => printed.join(''), stop: () => stop(child, dataDir) };
  try {
    await ready(hub, child);
  } catch (error) {
    await hub.stop();
    return { error, output: hub.output() };
  }
  return hub;
}

/** Of the test's environment only what a process needs: no database of somebody else's. */
function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const foreign = /^(?:DATABASE_|TEST_|ENTREPOT_|NODE_OPTIONS$|NODE_ENV$|JEST_)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), ENTREPOT_OUTBOUND_ALLOW: '127.0.0.1,localhost', ENTREPOT_DEMO: 'yes', ...own };
}

async function ready(hub: { url: string; output(): string }, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 300_000; ; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`the hub ended with ${child.exitCode}: ${hub.output()}`);
    const answered = await fetch(`${hub.url}/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered && hub.output().includes(hub.url.split('//')[1]!)) return;
    if (Date.now() > deadline) throw new Error(`the hub is not ready after five minutes: ${hub.output()}`);
  }
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
