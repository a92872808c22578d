// Builds what is not fresh: the server (tsc to dist, with the JSON it reads) and the portal (vite to dist/portal).
// `--server` leaves the portal out, `--portal` the server; `--force` builds all. Exit code 1 when the compiler finds an error; dist is written all the same.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const force = process.argv.includes('--force');
const skipped = new Set(['node_modules', 'dist', '.git', '.data']);

function* filesBelow(folder) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    if (skipped.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Whether the stamp is younger than everything it was made from; `files` counts, so that a deleted source is noticed. */
function fresh(stamp, sources) {
  const files = sources.flatMap((source) => (existsSync(source) && statSync(source).isFile() ? [source] : [...filesBelow(source)]));
  const stampFile = at('dist', stamp);
  const note = String(files.length);
  const began = new Date();
  const young = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === note && files.every((file) => statSync(file).mtimeMs < statSync(stampFile).mtimeMs);
  // The stamp bears the time of the beginning: what is saved while the compiler runs is compiled the next time.
  const done = () => {
    writeFileSync(stampFile, note);
    utimesSync(stampFile, began, began);
  };
  return { fresh: !force && young, done };
}

function run(label, file, args) {
  const began = Date.now();
  // Whoever calls, a test runner too, gets what is shipped: with its NODE_ENV the portal would be built for development.
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  console.log(`${label}: ${status === 0 ? 'done' : 'failed'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
}

function buildServer() {
  const state = fresh('.server', [at('apps/hub'), at('apps/worker'), at('apps/cli'), at('libs'), at('migrations'), at('test'), at('tsconfig.json'), at('package.json')]);
  if (state.fresh) return true;
  if (force) rmSync(at('dist/.tsbuildinfo'), { force: true });
  for (const folder of ['apps', 'libs', 'migrations', 'test']) removeStale(folder);
  const ok = run('server', at('node_modules/typescript/bin/tsc'), ['-p', 'tsconfig.json']);
  copyData();
  if (ok) state.done();
  return ok;
}

/** What has lost its source would still be imported. */
function removeStale(folder) {
  for (const file of filesBelow(at('dist', folder))) {
    if (!/\.js(\.map)?$/.test(file)) continue;
    const source = at(path.relative(at('dist'), file).replace(/\.js(\.map)?$/, '.ts'));
    if (!existsSync(source)) rmSync(file);
  }
}

/** Sentences, the schema and other data that compiled code reads beside itself. */
function copyData() {
  for (const folder of ['libs', 'apps/hub', 'apps/cli', 'apps/worker']) {
    for (const file of filesBelow(at(folder))) {
      if (!/\.(json|mjs|graphql|sql|txt|html|css|xsd|dtd)$/.test(file)) continue;
      const target = at('dist', path.relative(root, file));
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(file, target);
    }
  }
}

function buildPortal() {
  if (!existsSync(at('apps/portal/index.html'))) return true;
  const state = fresh('.portal', [at('apps/portal'), at('libs/kernel'), at('apps/hub/src/schema.graphql'), at('package.json')]);
  if (state.fresh) return true;
  const ok = run('portal', at('node_modules/vite/bin/vite.js'), ['build', 'apps/portal', '--outDir', at('dist/portal'), '--emptyOutDir', '--logLevel', 'warn']);
  if (ok) state.done();
  return ok;
}

mkdirSync(at('dist'), { recursive: true });
const server = process.argv.includes('--portal') || buildServer();
const portal = process.argv.includes('--server') || buildPortal();
process.exit(server && portal ? 0 : 1);
