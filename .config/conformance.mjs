// npm run conformance [-- --write] [--json]: walks the whole shared corpus (../shared/corpus, or CORPUS) through the codecs and prints exact counts by format and
// message; `--write` renews docs/standards/conformance.md. Without the corpus it says so and reads the project's own samples. Exit code 1 for a throw or a wrong rule.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, root } from './run.mjs';

if ((await node(['.config/build.mjs', '--server'])) !== 0) process.exit(1);
const { conformance } = await import(pathToFileURL(path.join(root, 'dist/test/conformance/conformance.js')).href);
const { isShared, walked, rules, page, faults } = conformance();
if (process.argv.includes('--json')) console.log(JSON.stringify({ isShared, files: walked.files, counts: walked.counts, rules, faults }));
else console.log(page);
if (!isShared) console.log('skipped: the shared corpus is not beside this checkout; only the samples of the project were read.');
for (const what of walked.differing.slice(0, 40)) console.log(`differs: ${what}`);
for (const what of rules.flatMap(({ wrong }) => wrong)) console.log(`wrong: ${what}`);
for (const what of faults) console.log(`FAULT ${what}`);
if (isShared && process.argv.includes('--write')) writeFileSync(path.join(root, 'docs/standards/conformance.md'), page);
process.exitCode = faults.length === 0 ? 0 : 1;
