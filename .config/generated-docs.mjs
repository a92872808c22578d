// Writes docs/configuration.md and docs/errors.md from what they describe; `--check` compares instead. Needs the build.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSchema, isObjectType, isUnionType } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
const checking = process.argv.includes('--check');
const lib = (name) => import(pathToFileURL(path.join(root, `dist/libs/${name}/src/index.js`)).href);
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** docs/errors.md: every user error with its code, what it says in English, and the mutations that may answer with it. */
function errorsPage() {
  const schema = buildSchema(read('apps/hub/src/schema.graphql'));
  const sentences = Object.assign({}, ...readdirSync(path.join(root, 'libs')).map((name) => (existsSync(path.join(root, `libs/${name}/messages/en.json`)) ? JSON.parse(read(`libs/${name}/messages/en.json`)) : {})));
  const types = Object.values(schema.getTypeMap());
  const unions = types.filter(isUnionType).filter((type) => type.name.endsWith('Error'));
  const errors = types.filter((type) => isObjectType(type) && type.getInterfaces().some((i) => i.name === 'UserError'));
  const code = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  const rows = errors
    .map((type) => {
      const mutations = unions.filter((union) => union.getTypes().includes(type)).map((union) => `\`${union.name.charAt(0).toLowerCase()}${union.name.slice(1).replace(/Error$/, '')}\``);
      return `| ${type.name} | \`${code(type.name)}\` | ${(sentences[type.name] ?? type.description ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')} | ${mutations.sort().join(', ')} |`;
    })
    .sort();
  return [
    '# Errors',
    '',
    'User errors by their GraphQL type, the code that REST, documents and the command line use, the English sentence, and the mutations that may answer with them.',
    'Refusals are `UNAUTHENTICATED`, `FORBIDDEN` and `NOT_FOUND` (also for what is not yours); faults are `INTERNAL` with a correlation id. Printed from the schema and the sentences.',
    '',
    '| error | code | says | of |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const { configurationPage } = await lib('platform');
const pages = new Map([
  ['docs/configuration.md', configurationPage()],
  ['docs/errors.md', errorsPage()],
]);
let stale = 0;
for (const [file, text] of pages) {
  const full = path.join(root, file);
  if (existsSync(full) && readFileSync(full, 'utf8') === text) continue;
  stale += 1;
  if (checking) console.error(`${file} is stale: run node .config/generated-docs.mjs`);
  else {
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}
console.log(`${pages.size} pages, ${stale} ${checking ? 'stale' : 'written'}`);
process.exitCode = checking && stale > 0 ? 1 : 0;
