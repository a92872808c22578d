import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type ContentKind,
  FileRefused,
  FileStore,
  type QuarantinedFile,
  type StoredFile,
  type UploadCaps,
} from './file-store.js';
import { sniff, sniffBytes } from './sniff.js';

const hash = /^[0-9a-f]{64}$/;
const quarantineId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What the hub itself stores: no document of ours comes near it. */
const ownBytesMax = 4 * 1024 ** 3;

interface Received extends StoredFile {
  kind: ContentKind;
}

/** The file store on a folder: `<first two of the hash>/<hash>`, folders 0700, files 0600; names of users never become paths. */
export class LocalFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async receive(source: Readable, caps: UploadCaps): Promise<QuarantinedFile> {
    const id = randomUUID();
    const target = this.quarantinePath(id);
    const received = await this.write(source, target, caps);
    return { id, ...received };
  }

  async put(content: Buffer | Readable, caps: UploadCaps = { bytesMax: ownBytesMax }): Promise<StoredFile> {
    const source = Buffer.isBuffer(content) ? Readable.from([content], { objectMode: false }) : content;
    const id = randomUUID();
    const { sha256, size } = await this.write(source, this.quarantinePath(id), caps);
    return this.settle(id, { sha256, size });
  }

  async accept({ id, sha256, size }: QuarantinedFile): Promise<StoredFile> {
    return this.settle(checked(id, quarantineId), { sha256: checked(sha256, hash), size });
  }

  async discard({ id }: Pick<QuarantinedFile, 'id'>): Promise<void> {
    await unlink(this.quarantinePath(checked(id, quarantineId))).catch(ignoreAbsent);
  }

  async open(sha256: string, part?: { start: number; end: number }): Promise<Readable | undefined> {
    return hash.test(sha256) ? opened(this.storedPath(sha256), part) : undefined;
  }

  async openQuarantined(id: string): Promise<Readable | undefined> {
    return quarantineId.test(id) ? opened(this.quarantinePath(id)) : undefined;
  }

  /** Drops what has lain in quarantine longer than this, such as the rest of a crash; gives how many. */
  async sweep(olderThanMs: number): Promise<number> {
    const folder = path.join(this.folder, 'quarantine');
    const names = await readdir(folder).catch(() => [] as string[]);
    let dropped = 0;
    for (const name of names.filter((candidate) => quarantineId.test(candidate))) {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => undefined);
      if (!found || Date.now() - found.mtimeMs < olderThanMs) continue;
      await unlink(file).catch(ignoreAbsent);
      dropped += 1;
    }
    return dropped;
  }

  /** Streams to `target` while counting, hashing and looking at the head; removes the file again when anything is wrong. */
  private async write(source: Readable, target: string, caps: UploadCaps): Promise<Received> {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const meter = new Meter(caps.bytesMax);
    try {
      await pipeline(source, meter, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
      const { kind } = meter;
      if (meter.size === 0) throw new FileRefused('FILE_EMPTY', 'The file is empty.');
      if (caps.kinds && !caps.kinds.includes(kind)) throw new FileRefused('FILE_KIND_REFUSED', `The content is ${kind}.`);
      return { sha256: meter.digest(), size: meter.size, kind };
    } catch (error) {
      await unlink(target).catch(ignoreAbsent);
      throw isCut(error) ? new FileRefused('FILE_CUT', 'The upload broke off.') : error;
    }
  }

  private async settle(id: string, file: StoredFile): Promise<StoredFile> {
    const target = this.storedPath(file.sha256);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    // The same content may be there already; replacing it by itself is safe, also for who is reading it.
    await rename(this.quarantinePath(id), target);
    await syncFolder(path.dirname(target));
    return file;
  }

  private storedPath(sha256: string): string {
    return path.join(this.folder, 'store', sha256.slice(0, 2), sha256);
  }

  private quarantinePath(id: string): string {
    return path.join(this.folder, 'quarantine', id);
  }
}

class Meter extends Transform {
  size = 0;
  private head = Buffer.alloc(0);
  private readonly hash = createHash('sha256');

  constructor(private readonly bytesMax: number) {
    super();
  }

  get kind(): ContentKind {
    return sniff(this.head);
  }

  digest(): string {
    return this.hash.digest('hex');
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error | null, data?: Buffer) => void): void {
    this.size += chunk.length;
    if (this.size > this.bytesMax) {
      done(new FileRefused('FILE_TOO_LARGE', `A file has at most ${this.bytesMax} bytes here.`));
      return;
    }
    if (this.head.length < sniffBytes) this.head = Buffer.concat([this.head, chunk.subarray(0, sniffBytes - this.head.length)]);
    this.hash.update(chunk);
    done(null, chunk);
  }
}

async function opened(file: string, part?: { start: number; end: number }): Promise<Readable | undefined> {
  const handle = await open(file, 'r').catch(ignoreAbsent);
  return handle ? createReadStream('', { fd: handle, ...(part ? { start: part.start, end: part.end - 1 } : {}) }) : undefined;
}

/** A rename is durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function checked(text: string, shape: RegExp): string {
  if (!shape.test(text)) throw new Error('not a name of the file store');
  return text;
}

function isCut(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'].includes(code);
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
