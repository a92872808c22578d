// npm run check: format, lint, boundaries, rules of the house, generated artefacts. Prints its counts last.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closing, jest, node, root, step, sum, tool } from './run.mjs';

const artefacts = [
  ['database schema, walls, migrations up and down', '.config/schema.mjs'],
  ['graphql schema', '.config/graphql-schema.mjs'],
  ['portal operations and types', '.config/portal-codegen.mjs'],
  ['configuration and errors pages', '.config/generated-docs.mjs'],
  ['standards pages', '.config/document-standards.mjs'],
];

export async function check() {
  const counts = [
    await step('lock file is complete', () => node(['.config/complete-lock.mjs', '--check'])),
    await step('format and lint', () => tool('biome', ['check', '--config-path=.config', 'apps', 'libs', 'migrations', 'test'])),
    await step('types', () => tool('tsc', ['--noEmit', '-p', 'tsconfig.json'])),
    await step('types of the portal', () => tool('tsc', ['--noEmit', '-p', 'apps/portal/tsconfig.json'])),
    await step('floating promises', () => tool('eslint', ['-c', '.config/eslint.config.mjs', 'apps', 'libs', 'migrations'])),
    await step('boundaries', () => tool('depcruise', ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs'])),
    await step('unused files, exports and dependencies', () => tool('knip', ['--config', '.config/knip.json'])),
    await jest('house'),
    await step('build', () => node(['.config/build.mjs'])),
  ];
  for (const [name, script] of artefacts) {
    if (!existsSync(path.join(root, script))) counts.push(await step(`${name}: ${script} is missing`, async () => 1));
    else counts.push(await step(name, () => node([script, '--check'])));
  }
  return sum(counts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = closing(await check());
