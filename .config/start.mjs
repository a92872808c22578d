// npm start [-- --demo]: builds what is stale, then runs the hub (embedded PostgreSQL unless DATABASE_URL is set, migrations, worker in
// the same process). Ctrl-C and SIGTERM reach the hub once; this process leaves with its exit code.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const built = spawnSync(process.execPath, ['.config/build.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

// A hub of one's own, which nobody else can reach, may deliver documents to an ERP on the same machine, to try the connection; one
// with a database of its own, or open to the network, decides itself (docs/configuration.md).
const { DATABASE_URL, ENTREPOT_HOST } = process.env;
const ownMachine = !DATABASE_URL && (!ENTREPOT_HOST || /^(127\.|localhost$|::1$)/.test(ENTREPOT_HOST));
const loopback = ownMachine ? { ENTREPOT_OUTBOUND_ALLOW: '127.0.0.1,localhost' } : {};

const hub = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'dist/apps/hub/src/main.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { NODE_ENV: 'production', ...loopback, ...process.env, ...(process.argv.includes('--demo') ? { ENTREPOT_DEMO: 'yes' } : {}) },
});
// A terminal sends Ctrl-C to the whole group, so the hub has it already; a SIGTERM comes to this process alone.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => hub.kill('SIGTERM'));
process.on('SIGHUP', () => hub.kill('SIGTERM'));
// npm hands a SIGTERM to its shell, which dies of it and tells nobody: whoever has lost his parent under npm ends too.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && hub.kill('SIGTERM'), 500).unref();
hub.once('error', (error) => {
  console.error(`The hub could not be started: ${error.message}`);
  process.exit(1);
});
hub.once('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
