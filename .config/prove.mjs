// npm run prove -- NAME [--full] [--seed N] [--json] | --all | --list: the promises as programmes (built from test/prove).
// Each programme runs in a process of its own, because some plant faults in it. It first shows that its checker catches faults planted for it; exit 1 when any promise is not kept.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { closing, node, root } from './run.mjs';

const folder = path.join(root, 'dist/test/prove');

const names = () =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.prove.js'))
        .map((file) => file.slice(0, -'.prove.js'.length))
        .sort()
    : [];

const load = async (name) => (await import(pathToFileURL(path.join(folder, `${name}.prove.js`)).href)).default;

/** One programme in this process; its rows go to the process that started it. */
async function runHere(name, mode, seed) {
  const programme = await load(name);
  console.log(`\n${name}: ${programme.promise} (${mode}, seed ${seed})`);
  const rows = await programme.run({ mode, seed, say: (text) => console.log(text) }).catch((error) => {
    console.log(String(error?.stack ?? error));
    return [{ promise: `${name} ran to its end`, figure: 'threw', wanted: 'no throw', ok: false }];
  });
  process.send(rows);
  process.disconnect();
}

async function runOne(name, { mode, seed, json }) {
  const started = Date.now();
  const child = fork(fileURLToPath(import.meta.url), ['--here', name, mode, String(seed)], { stdio: ['ignore', json ? 2 : 1, 2, 'ipc'] });
  let rows = [{ promise: `${name} ran to its end`, figure: 'its process ended', wanted: 'rows', ok: false }];
  child.on('message', (told) => {
    rows = told;
  });
  await once(child, 'exit');
  const seconds = Number(((Date.now() - started) / 1000).toFixed(1));
  return rows.map((row) => ({ programme: name, ...row, seed, seconds, mode }));
}

/** Runs the named programmes (all when none) and counts kept promises. */
export async function prove(wanted = [], { mode = 'short', seed = Number(process.env.PROVE_SEED ?? 20261121), json = false } = {}) {
  const say = json ? (text) => console.error(text) : (text) => console.log(text);
  const rows = [];
  for (const name of wanted.length > 0 ? wanted : names()) {
    if (!names().includes(name)) {
      rows.push({ programme: name, promise: 'is a programme', figure: 'unknown', wanted: names().join(', '), ok: false, seed, seconds: 0, mode });
      continue;
    }
    for (const row of await runOne(name, { mode, seed, json })) {
      rows.push(row);
      say(`  ${row.ok ? 'kept  ' : 'BROKEN'} ${row.promise}: ${row.figure} (wanted ${row.wanted}), ${row.seconds} s`);
    }
  }
  if (json) console.log(JSON.stringify(rows));
  return { passed: rows.filter((row) => row.ok).length, failed: rows.filter((row) => !row.ok).length, skipped: 0 };
}

async function main(args) {
  const seedAt = args.indexOf('--seed');
  const seed = seedAt >= 0 ? Number(args[seedAt + 1]) : undefined;
  const wanted = args.filter((arg, i) => !arg.startsWith('--') && (seedAt < 0 || i !== seedAt + 1));
  if ((await node(['.config/build.mjs', '--server'])) !== 0) return 1;
  if (args.includes('--list')) {
    for (const name of names()) console.log(`${name.padEnd(16)} ${(await load(name)).promise}`);
    return 0;
  }
  if (wanted.length === 0 && !args.includes('--all')) {
    console.error('Name a programme, or --all, or --list.');
    return 2;
  }
  const json = args.includes('--json');
  const counts = await prove(wanted, { mode: args.includes('--full') ? 'full' : 'short', json, ...(seed ? { seed } : {}) });
  if (json) return counts.failed === 0 ? 0 : 1;
  return closing(counts);
}

if (process.argv[2] === '--here') await runHere(process.argv[3], process.argv[4], Number(process.argv[5]));
else if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
