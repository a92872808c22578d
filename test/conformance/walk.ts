import {
  type AnyDocument,
  type DocumentFormat,
  diffDocuments,
  documentFormats,
  type FoundDocument,
  hasError,
  readDocuments,
  writeDocument,
} from '#libs/documents';
import type { Corpus, CorpusFile } from './corpus-files.js';

/** What became of the documents of one message. */
export interface MessageCount {
  format: string;
  message: string;
  /** Whether a table of this house reads the message. */
  isListed: boolean;
  documents: number;
  /** Read without an error, and with one: a document is none the less decoded when its content could be read. */
  clean: number;
  decoded: number;
  /** Written again in the format it came in; refused by our writer, with its reason; and come back the same. */
  written: number;
  exact: number;
}

export interface Walked {
  counts: MessageCount[];
  files: number;
  threw: string[];
  /** Documents that came back otherwise than they went, with the first place. */
  differing: string[];
}

const isFormat = (format: string): format is DocumentFormat => (documentFormats as readonly string[]).includes(format);

/** Walks the corpus: every document is read, what could be read is written again and read back. Nothing of it may throw. */
export function walk({ documents, others }: Corpus): Walked {
  const counts = new Map<string, MessageCount>();
  const walked: Walked = { counts: [], files: 0, threw: [], differing: [] };
  for (const file of documents) {
    walked.files += 1;
    guarded(file, walked, () => walkFile(file, counts, walked));
  }
  for (const file of others) {
    walked.files += 1;
    guarded(file, walked, () => void readDocuments(file.bytes, { rules: true }));
  }
  walked.counts = [...counts.values()].sort((a, b) => (`${a.format} ${a.message}` < `${b.format} ${b.message}` ? -1 : 1));
  return walked;
}

function guarded({ name }: CorpusFile, { threw }: Walked, run: () => void): void {
  try {
    run();
  } catch (error) {
    threw.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function walkFile({ name, bytes }: CorpusFile, counts: Map<string, MessageCount>, walked: Walked): void {
  const { format, documents } = readDocuments(bytes);
  if (!isFormat(format)) return;
  for (const found of documents) {
    const count = countOf(counts, format, found);
    count.documents += 1;
    if (!hasError(found.problems)) count.clean += 1;
    if (found.document === undefined) continue;
    count.decoded += 1;
    const release = found.coordinate?.split(':')[1];
    const back = again(found.document, format, release);
    if (back === undefined) continue;
    count.written += 1;
    const [first] = back.document === undefined ? [{ at: '/' }] : diffDocuments(found.document, back.document);
    if (first === undefined) count.exact += 1;
    else walked.differing.push(`${name} ${found.message}: ${first.at}`);
  }
}

/** The document as it comes back from its own format; undefined when our writer says that it cannot be sent. */
function again(
  document: AnyDocument,
  format: DocumentFormat,
  release: string | undefined,
): Pick<FoundDocument, 'document'> | undefined {
  const written = writeDocument(document, format, release === undefined ? {} : { release });
  if (written === undefined || hasError(written.problems)) return undefined;
  const [read] = readDocuments(new TextEncoder().encode(written.text)).documents;
  return read === undefined ? {} : read;
}

function countOf(counts: Map<string, MessageCount>, format: string, { message, coordinate }: FoundDocument): MessageCount {
  const key = `${format} ${coordinate ?? message}`;
  const known = counts.get(key);
  if (known) return known;
  const [, release] = coordinate?.split(':') ?? [];
  const title = release === undefined ? message.slice(0, 40) : `${coordinate?.split(':')[2]} ${release}`;
  const made = {
    format,
    message: title,
    isListed: coordinate !== undefined,
    documents: 0,
    clean: 0,
    decoded: 0,
    written: 0,
    exact: 0,
  };
  counts.set(key, made);
  return made;
}
