import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Unreadable } from '../row/problem.js';

/** A file that can be read from anywhere: a ZIP keeps its table of contents at its end. */
export interface ByteSource {
  size: number;
  /** The bytes from `start` up to, not with, `end`. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** One file of an archive. */
interface ZipEntry {
  compressed: number;
  offset: number;
  method: number;
}

/** Caps of an archive. A workbook has some dozen files and compresses its XML to a tenth, seldom to a fiftieth. */
export const zipCaps = {
  entries: 5_000,
  directoryBytes: 4 * 1024 * 1024,
  /** Of all files that are read, together. */
  unpackedBytes: 4 * 1024 ** 3,
  /** Unpacked bytes for each packed one, once `freeBytes` have come. */
  ratio: 250,
  freeBytes: 8 * 1024 * 1024,
} as const;

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The end record with the longest comment. */
const endBytesMax = 22 + 65_535;

/**
 * A ZIP archive of which single files are read, each as a stream, in any order. Names lead nowhere: nothing is written to disk. Throws Unreadable for what
 * is none, for encrypted and divided ones, for more than 4 GB (ZIP64), and beyond the caps.
 */
export class ZipArchive {
  private unpacked = 0;

  private constructor(
    private readonly source: ByteSource,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  static async open(source: ByteSource): Promise<ZipArchive> {
    return new ZipArchive(source, await directoryOf(source));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The content of a file, unpacked. */
  async *bytes(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) throw unreadable(`${name} is missing`);
    const head = await whole(this.source, entry.offset, entry.offset + 30);
    if (head.length < 30 || head.readUInt32LE(0) !== localSignature) throw unreadable(`${name} is not where it should be`);
    const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    const end = start + entry.compressed;
    if (end > this.source.size) throw unreadable(`${name} is cut off`);
    let count = 0;
    for await (const chunk of unpacked(this.source.read(start, end), entry.method, name)) {
      count += chunk.length;
      this.unpacked += chunk.length;
      if (count > zipCaps.freeBytes && count > entry.compressed * zipCaps.ratio)
        throw tooLarge(`${name}, unpacked`, `${zipCaps.ratio} times its packed size`);
      if (this.unpacked > zipCaps.unpackedBytes) throw tooLarge('The workbook, unpacked', `${zipCaps.unpackedBytes} bytes`);
      yield chunk;
    }
  }

  /** The content of a file as text; the files of a workbook are UTF-8. */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of this.bytes(name)) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw unreadable(`${name} is not UTF-8`);
      throw error;
    }
  }
}

export function unreadable(found: string): Unreadable {
  return new Unreadable('WORKBOOK_UNREADABLE', { found });
}

export function tooLarge(what: string, limit: string): Unreadable {
  return new Unreadable('WORKBOOK_TOO_LARGE', { what, limit });
}

async function* unpacked(packed: AsyncIterable<Uint8Array>, method: number, name: string): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw();
  // What goes wrong in either is thrown by the loop below.
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw unreadable(`${name} is damaged`);
    throw error;
  } finally {
    inflate.destroy();
  }
}

async function directoryOf(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const tail = await whole(source, Math.max(0, source.size - endBytesMax), source.size);
  const at = endRecordIn(tail);
  const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (tail.readUInt16LE(at + 4) !== 0) throw unreadable('it is divided into several files');
  if (count === 0xffff || offset === 0xffffffff) throw unreadable('it is a ZIP64 archive');
  if (count > zipCaps.entries) throw tooLarge('The number of files in the workbook', String(zipCaps.entries));
  if (size > zipCaps.directoryBytes) throw tooLarge('The table of contents', `${zipCaps.directoryBytes} bytes`);
  const directory = await whole(source, offset, offset + size);
  const entries = new Map<string, ZipEntry>();
  for (let from = 0, n = 0; n < count; n++) {
    if (from + 46 > directory.length || directory.readUInt32LE(from) !== directorySignature)
      throw unreadable('its table of contents is damaged');
    const nameEnd = from + 46 + directory.readUInt16LE(from + 28);
    const name = directory.toString('utf8', from + 46, nameEnd).replace(/^\//, '');
    entries.set(name, entryAt(directory, from, name));
    from = nameEnd + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
  }
  return entries;
}

function endRecordIn(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--)
    if (tail.readUInt32LE(at) === endSignature && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return at;
  throw unreadable('its end is missing');
}

function entryAt(directory: Buffer, from: number, name: string): ZipEntry {
  const method = directory.readUInt16LE(from + 10);
  if ((directory.readUInt16LE(from + 8) & 1) !== 0) throw unreadable('it is protected by a password');
  if (method !== 0 && method !== 8) throw unreadable(`${name} is packed by method ${method}`);
  return { method, compressed: directory.readUInt32LE(from + 20), offset: directory.readUInt32LE(from + 42) };
}

async function whole(source: ByteSource, start: number, end: number): Promise<Buffer> {
  if (start >= end || start >= source.size) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  for await (const part of source.read(start, Math.min(end, source.size))) parts.push(part);
  return Buffer.concat(parts);
}
