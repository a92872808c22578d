import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { hasError, openCatalogue, readDocuments, writeDocument } from '#libs/documents';
import { answerWith } from './processes.js';

/** What this process is asked to do, over and over for `ms` milliseconds or once over a file. */
export type DocumentRequest =
  | { do: 'ours' | 'bare parse and build' | 'ours of x12' | 'bare split'; file: string; ms: number }
  | { do: 'catalogue' | 'bare saxes'; file: string };

/** Work done per second of processor time, its own threads included: the machine may do much else. */
export interface Done {
  perSecond: number;
  /** The most memory this process ever held, in MB (10^6 bytes). */
  peakMb: number;
}

answerWith(async (request: DocumentRequest): Promise<object> => {
  const perSecond = 'ms' in request ? repeated(request) : await streamed(request);
  return { perSecond, peakMb: peakBytes() / 1e6 } satisfies Done;
});

function repeated({ do: what, file, ms }: Extract<DocumentRequest, { ms: number }>): number {
  const bytes = readFileSync(file);
  const work = works[what](bytes);
  const round = (): number => {
    const began = process.cpuUsage();
    const until = performance.now() + ms;
    let times = 0;
    for (; performance.now() < until; times++) work();
    return (times * 1e6) / spent(began);
  };
  round();
  return round();
}

const spent = (began: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(began);
  return user + system;
};

const works: Readonly<Record<Extract<DocumentRequest, { ms: number }>['do'], (bytes: Buffer) => () => void>> = {
  ours: (bytes) => () => {
    const { documents, problems } = readDocuments(bytes);
    const [found] = documents;
    if (!found?.document || hasError(problems) || hasError(found.problems)) throw new Error('the order was not read');
    const written = writeDocument(found.document, 'x12');
    if (!written || hasError(written.problems)) throw new Error('the order was not written');
  },
  'bare parse and build': (bytes) => {
    // What keeps all that the document says: elements in their order, and attributes.
    const options = { preserveOrder: true, ignoreAttributes: false };
    const [parser, builder] = [new XMLParser(options), new XMLBuilder(options)];
    return () => void builder.build(parser.parse(bytes.toString('utf8')));
  },
  'ours of x12': (bytes) => () => {
    const { documents } = readDocuments(bytes);
    if (documents.length === 0 || documents.some(({ document }) => !document)) throw new Error('an order was not read');
  },
  'bare split': (bytes) => () => {
    let elements = 0;
    for (const segment of bytes.toString('utf8').split('~')) elements += segment.trim().split('*').length;
    if (elements === 0) throw new Error('nothing was split');
  },
};

/** Megabytes of a catalogue per second. */
async function streamed({ do: what, file }: { do: 'catalogue' | 'bare saxes'; file: string }): Promise<number> {
  const began = process.cpuUsage();
  let bytes = 0;
  const source = createReadStream(file, { highWaterMark: 65_536 });
  source.on('data', (chunk) => {
    bytes += chunk.length;
  });
  if (what === 'catalogue') await readCatalogue(source);
  else await readBare(source);
  return bytes / spent(began);
}

async function readCatalogue(source: AsyncIterable<Uint8Array>): Promise<void> {
  let rows = 0;
  const { events } = await openCatalogue(source);
  for await (const event of events) if (event.kind === 'row') rows++;
  if (rows === 0) throw new Error('no row was read');
}

async function readBare(source: AsyncIterable<Uint8Array>): Promise<void> {
  const parser = new SaxesParser({});
  const decoder = new TextDecoder();
  let elements = 0;
  parser.on('opentag', () => {
    elements++;
  });
  for await (const chunk of source) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  if (elements === 0) throw new Error('no element was read');
}

/** VmHWM; elsewhere what getrusage says, which is the same figure. */
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kib = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return (kib === undefined ? process.resourceUsage().maxRSS : Number(kib)) * 1024;
}
