// npm run bench [-- NAME ...] [--json]: benchmarks, each beside its limit measured in the same run (built from test/bench). Never part of CI.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node, root } from './run.mjs';

const folder = path.join(root, 'dist/test/bench');

const load = (file) => import(pathToFileURL(path.join(folder, file)).href);

/** All rows; whatever the benchmarks started is ended, also when one throws or Ctrl-C comes. */
async function measure(names, say) {
  const { endAll } = await load('support/end-all.js');
  const stop = () => void endAll().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const rows = [];
  try {
    for (const name of names) {
      const { default: bench } = await load(`${name}.bench.js`);
      say(`${name}: ${bench.question}`);
      for (const row of await bench.run({ say })) {
        rows.push(row);
        say(`  ${told(row)}`);
      }
    }
  } finally {
    await endAll();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  return rows;
}

function told({ ok, name, ours, limit, unit, ratio, wanted, better }) {
  const bound = wanted === 0 ? 'reported' : `wanted ${better === 'lower' ? '<=' : '>='} ${wanted}`;
  return `${ok ? 'ok  ' : 'FAIL'} ${name}: ${ours} of ${limit} ${unit}, ratio ${ratio} (${bound})`;
}

async function main(args) {
  const json = args.includes('--json');
  const say = (text) => console.error(text);
  if ((await node(['.config/build.mjs', '--server'])) !== 0) return 1;
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.js'))
    .map((file) => file.slice(0, -'.bench.js'.length))
    .sort();
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    say(`There is no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}.`);
    return 2;
  }
  const rows = await measure(wanted.length > 0 ? wanted : names, say);
  if (json) console.log(JSON.stringify(rows));
  else for (const row of rows) console.log(told(row));
  return rows.every((row) => row.ok) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
