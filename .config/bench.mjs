// npm run bench [-- NAME ...] [--json]: benchmarks, each beside its limit measured in the same run (built from test/bench). Never part of CI.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node, root } from './run.mjs';

const folder = path.join(root, 'dist/test/bench');

async function main(args) {
  const json = args.includes('--json');
  const say = (text) => console.error(text);
  if ((await node(['.config/build.mjs', '--server'])) !== 0) return 1;
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.js'))
    .map((file) => file.slice(0, -'.bench.js'.length))
    .sort();
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const rows = [];
  for (const name of wanted.length > 0 ? wanted : names) {
    const { default: bench } = await import(pathToFileURL(path.join(folder, `${name}.bench.js`)).href);
    say(`${name}: ${bench.question}`);
    rows.push(...(await bench.run({ say })));
  }
  if (json) console.log(JSON.stringify(rows));
  else {
    for (const row of rows)
      console.log(`${row.ok ? 'ok  ' : 'FAIL'} ${row.name}: ${row.ours} of ${row.limit} ${row.unit}, ratio ${row.ratio} (wanted ${row.better === 'lower' ? '<=' : '>='} ${row.wanted})`);
  }
  return rows.every((row) => row.ok) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
