// npm test: builds, then every test: pure code, real database, real browser. Prints its counts last.
import { fileURLToPath } from 'node:url';
import { closing, jest, node, step, sum } from './run.mjs';

export async function test(args = []) {
  const built = await step('build', () => node(['.config/build.mjs']));
  if (built.failed > 0) return built;
  const counts = [];
  for (const tier of ['unit', 'database', 'browser']) {
    console.log(`\n${tier} tests`);
    counts.push(await jest(tier, ['--passWithNoTests', ...args]));
  }
  return sum(counts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = closing(await test(process.argv.slice(2)));
