// Writes docs/standards/<message>.md and matrix.md from the tables of libs/documents, or with --check says whether they are what the tables say.
// Runs on the build: `npm run build && node .config/document-standards.mjs [--check]`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { matrixPage, messages, standardPage } = await import(new URL('../dist/libs/documents/src/index.js', import.meta.url));
const check = process.argv.includes('--check');
const stale = [];
mkdirSync(`${root}docs/standards`, { recursive: true });
const pages = [...messages].map(([coordinate, message]) => [coordinate.replaceAll(':', '-').toLowerCase(), standardPage(message)]);
for (const [name, page] of [['matrix', matrixPage()], ...pages]) {
  const file = `${root}docs/standards/${name}.md`;
  if (check && (!existsSync(file) || readFileSync(file, 'utf8') !== page)) stale.push(file.slice(root.length));
  if (!check) writeFileSync(file, page);
}
if (stale.length > 0) {
  console.error(`not what the tables say: ${stale.join(', ')}; run node .config/document-standards.mjs`);
  process.exitCode = 1;
}
