import type { Readable } from 'node:stream';
import { type ByteSource, isArchive, type Mapping, sheetText } from '#libs/documents';
import type { FileStore } from '#libs/platform';
import type { Upload } from '#libs/supply';

type Stored = Pick<Upload, 'id' | 'sha256' | 'bytes'>;

/** The file of an upload as it is read: as it came, or one sheet of a workbook as CSV. */
export interface UploadSource {
  bytes: AsyncIterable<Uint8Array>;
  /** Of a sheet, which is no longer as its sender may have said. */
  sheet?: { format: 'xlsx'; charset: 'utf-8' };
  /** Bytes of the file that have been taken from the store. */
  taken(): number;
  close(): void;
}

/** Opens the file of an upload. Throws when it is not in the store. */
export async function uploadSource(
  files: FileStore,
  upload: Stored,
  mapping: Pick<Mapping, 'sheet' | 'decimalSeparator' | 'dateFormat'> | undefined,
): Promise<UploadSource> {
  if (!(await isWorkbook(files, upload))) {
    const source = await required(files.open(upload.sha256), upload);
    const counted = new Counted();
    return { bytes: counted.of(source), taken: () => counted.taken, close: () => source.destroy() };
  }
  const workbook = storedBytes(files, upload);
  const { sheet, decimalSeparator, dateFormat } = mapping ?? {};
  const choice = {
    ...(sheet === undefined ? {} : { sheet }),
    ...(decimalSeparator ? { decimalSeparator } : {}),
    ...(dateFormat ? { dateFormat } : {}),
  };
  return {
    bytes: sheetText(workbook, choice),
    sheet: { format: 'xlsx', charset: 'utf-8' },
    taken: () => workbook.taken(),
    close: () => undefined,
  };
}

/** Whether the file of an upload is an archive, as a workbook is. */
export async function isWorkbook(files: FileStore, upload: Stored): Promise<boolean> {
  const head = await required(files.open(upload.sha256, { start: 0, end: 4 }), upload);
  const parts: Buffer[] = [];
  for await (const part of head as AsyncIterable<Buffer>) parts.push(part);
  return isArchive(Buffer.concat(parts));
}

/** A stored file from anywhere in it, with the bytes taken so far. */
export function storedBytes(files: FileStore, upload: Stored): ByteSource & { taken(): number } {
  const counted = new Counted();
  return {
    size: Number(upload.bytes),
    async *read(start, end) {
      const part = await required(files.open(upload.sha256, { start, end }), upload);
      try {
        yield* counted.of(part);
      } finally {
        part.destroy();
      }
    },
    taken: () => Math.min(counted.taken, Number(upload.bytes)),
  };
}

class Counted {
  taken = 0;

  async *of(source: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      this.taken += chunk.length;
      yield chunk;
    }
  }
}

async function required(opening: Promise<Readable | undefined>, { id }: Stored): Promise<Readable> {
  const source = await opening;
  if (!source) throw new Error(`the file of upload ${id} is not in the store`);
  return source;
}
