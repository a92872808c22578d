import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#libs/platform';

/** Where the shared corpus stands beside a checkout, unless CORPUS says otherwise. */
export const corpusFolder = process.env['CORPUS'] ?? path.join(projectRoot, '../shared/corpus');
const samples = path.join(projectRoot, 'test/samples/documents');
/** Files above this are catalogues, which are read as streams. */
const bytesMax = 1024 * 1024;

function* below(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* below(file);
    else if (statSync(file).size <= bytesMax) yield file;
  }
}

/** Folders of documents that somebody sends; the others hold schemas, rules and damaged files. */
const ofSenders = ['ubl/samples', 'x12/samples', 'edifact/samples', 'cxml/samples', 'ocds/samples'];
/** Folders of what is broken on purpose, or is no message of this house. */
const ofOthers = [
  'x12/malformed',
  'x12/other-sets',
  'edifact/malformed',
  'edifact/other-messages',
  'edifact/tradacoms',
  'edifact/synthetic-bdew',
  'xml/attacks',
];

export interface CorpusFile {
  name: string;
  bytes: Uint8Array;
}

/** Files to read: those of the corpus, or the project's own samples when it is not here. */
export interface Corpus {
  isShared: boolean;
  documents: Iterable<CorpusFile>;
  /** What must only not throw. */
  others: Iterable<CorpusFile>;
}

function* filesIn(root: string, folders: readonly string[]): Generator<CorpusFile> {
  for (const folder of folders.filter((one) => existsSync(path.join(root, one))))
    for (const file of below(path.join(root, folder))) yield { name: path.relative(root, file), bytes: readFileSync(file) };
}

export function openCorpus(): Corpus {
  if (existsSync(corpusFolder))
    return { isShared: true, documents: filesIn(corpusFolder, ofSenders), others: filesIn(corpusFolder, ofOthers) };
  return { isShared: false, documents: filesIn(samples, ['.']), others: [] };
}
