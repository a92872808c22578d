// Writes apps/portal/src/graphql/generated from the committed schema and every *.graphql of the portal: types, documents and the list of stored
// operations that the hub accepts by hash. `--check` compares instead of writing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse, validate } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
const portal = path.join(root, 'apps/portal/src');
const target = path.join(portal, 'graphql/generated');
const checking = process.argv.includes('--check');
const sdl = readFileSync(path.join(root, 'apps/hub/src/schema.graphql'), 'utf8');
const schemaAst = buildSchema(sdl);

const files = readdirSync(portal, { recursive: true })
  .filter((file) => file.endsWith('.graphql'))
  .sort();
const documents = files.map((file) => {
  const rawSDL = readFileSync(path.join(portal, file), 'utf8');
  return { location: file, document: parse(rawSDL), rawSDL };
});
const faults = documents.flatMap(({ location, document }) => {
  const others = documents.flatMap((d) => d.document.definitions.filter((x) => x.kind === 'FragmentDefinition' && d.location !== location));
  return validate(schemaAst, { kind: 'Document', definitions: [...document.definitions, ...others] })
    .filter((e) => !/Fragment ".*" is never used/.test(e.message))
    .map((e) => `${location}: ${e.message}`);
});
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const outputs = await preset.buildGeneratesSection({
  baseOutputDir: `${target}/`,
  schema: parse(sdl),
  schemaAst,
  documents,
  plugins: [],
  pluginMap: {},
  config: {
    documentMode: 'string',
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { Decimal: 'string', DateTime: 'string', LocalDate: 'string', CurrencyCode: 'string', CountryCode: 'string', UnitCode: 'string', JSON: 'Record<string, unknown>' },
  },
  presetConfig: { persistedDocuments: { hashAlgorithm: (text) => createHash('sha256').update(text).digest('hex') }, fragmentMasking: false },
});
const written = new Map();
for (const output of outputs) written.set(path.resolve(output.filename), await codegen(output));
let stale = 0;
for (const [file, content] of written) {
  const text = file.endsWith('.json') ? `${JSON.stringify(JSON.parse(content), null, 2)}\n` : content;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale += 1;
  if (checking) console.error(`${path.relative(root, file)} is stale: run node .config/portal-codegen.mjs`);
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
console.log(`${documents.length} documents, ${written.size} generated files, ${stale} ${checking ? 'stale' : 'written'}`);
process.exitCode = checking && stale > 0 ? 1 : 0;
