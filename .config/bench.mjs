// npm run bench [-- NAME ...] [--offers N] [--json]: benchmarks (at N offers, 100,000 unless told), each beside its limit measured in the same run (built from test/bench). Never part of CI.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node, root } from './run.mjs';

const folder = path.join(root, 'dist/test/bench');

const load = (file) => import(pathToFileURL(path.join(folder, file)).href);

/** All rows; whatever the benchmarks started is ended, also when one throws or Ctrl-C comes. */
async function measure(names, run) {
  const { endAll } = await load('support/end-all.js');
  const stop = () => void endAll().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const rows = [];
  try {
    for (const name of names) {
      const { default: bench } = await load(`${name}.bench.js`);
      run.say(`${name}: ${bench.question}`);
      for (const row of await bench.run(run)) {
        rows.push(row);
        run.say(`  ${told(row)}`);
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

/** What the command line says: names, JSON or not, and how many offers; undefined when that is no number a world can be made of. */
function readArguments(args) {
  const at = args.indexOf('--offers');
  const offers = at < 0 ? 100_000 : Number(args[at + 1]);
  if (!(offers >= 10_000 && offers % 1000 === 0)) return undefined;
  const names = args.filter((arg, place) => !arg.startsWith('--') && (at < 0 || place !== at + 1));
  return { names, offers, json: args.includes('--json') };
}

async function main(args) {
  const say = (text) => console.error(text);
  const asked = readArguments(args);
  if (!asked) {
    say('--offers takes thousands, from 10000 on.');
    return 2;
  }
  if ((await node(['.config/build.mjs', '--server'])) !== 0) return 1;
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.js'))
    .map((file) => file.slice(0, -'.bench.js'.length))
    .sort();
  const { names: wanted, offers, json } = asked;
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    say(`There is no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}.`);
    return 2;
  }
  const rows = await measure(wanted.length > 0 ? wanted : names, { say, offers });
  if (json) console.log(JSON.stringify(rows));
  else for (const row of rows) console.log(told(row));
  return rows.every((row) => row.ok) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
