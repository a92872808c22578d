// npm run oracles: brings the independent judges of documents into .data/oracles, so that tests can ask them. They are no
// part of the product: their source is ../shared/oracles, the schemas and rules they read are in ../shared/corpus.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = path.join(root, '../shared/oracles');
const corpus = path.join(root, '../shared/corpus');
const to = path.join(root, '.data/oracles');

/** A missing judge is no failure of the project: it is said, and the checks that need it are counted as skipped. */
function unavailable(why) {
  console.log(`The oracles are not installed: ${why}. Checks that ask them are skipped.`);
  process.exit(0);
}

if (!existsSync(path.join(from, 'validate.mjs'))) unavailable('there is no ../shared/oracles beside this checkout');
if (!existsSync(corpus)) unavailable('there is no ../shared/corpus with the schemas and rules they read');
mkdirSync(to, { recursive: true });
cpSync(from, to, { recursive: true, filter: (source) => !/[\\/](?:node_modules|\.cache)(?:[\\/]|$)/.test(path.relative(from, source)) });
const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--omit=dev'], { cwd: to, stdio: 'inherit', shell: process.platform === 'win32' });
if (installed.status !== 0) unavailable('npm install in .data/oracles failed');

const tried = spawnSync(process.execPath, ['validate.mjs', path.join(root, 'test/samples/documents/x12-850.edi')], {
  cwd: to,
  encoding: 'utf8',
  env: { ...process.env, CORPUS: corpus, ORACLE_CACHE: path.join(to, '.cache') },
});
if (tried.status !== 0) unavailable(`they do not run here (${(tried.stderr || tried.stdout).trim().split('\n')[0]})`);
console.log('The oracles stand in .data/oracles.');
