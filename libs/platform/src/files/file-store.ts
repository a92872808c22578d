import type { Readable } from 'node:stream';

/** What is known of a stored file. The content has its hash for a name, so equal contents are kept once. */
export interface StoredFile {
  sha256: string;
  size: number;
}

/** What an upload may be: bytes at most, and which kinds of content are let in, judged by the bytes themselves. */
export interface UploadCaps {
  bytesMax: number;
  /** Kinds let in; absent: any. */
  kinds?: readonly ContentKind[];
}

/** What the first bytes of a file say it is. `text` is anything without a known magic number and without zero bytes. */
export type ContentKind = 'xml' | 'text' | 'zip' | 'pdf' | 'png' | 'jpeg' | 'gzip' | 'binary';

/** Content-addressed files of the hub. Files wait in quarantine until somebody who understands them accepts them. */
export abstract class FileStore {
  /** Streams an upload into quarantine. Throws FileRefused beyond the caps; nothing of a broken or refused upload stays. */
  abstract receive(source: Readable, caps: UploadCaps): Promise<QuarantinedFile>;
  /** Stores trusted content (what the hub itself made, or raw partner messages). */
  abstract put(content: Buffer | Readable, caps?: UploadCaps): Promise<StoredFile>;
  /** Moves a file out of quarantine into the store. */
  abstract accept(quarantined: QuarantinedFile): Promise<StoredFile>;
  /** Drops a file from quarantine. */
  abstract discard(quarantined: QuarantinedFile): Promise<void>;
  /** The content as a stream, or undefined when there is none of that name. `sha256` is checked before any path is made. With `part`, the bytes from `start` up to, not with, `end`. */
  abstract open(sha256: string, part?: { start: number; end: number }): Promise<Readable | undefined>;
  /** The content of a file in quarantine, as often as needed. */
  abstract openQuarantined(id: string): Promise<Readable | undefined>;
}

/** A file that nobody has vouched for yet. */
export interface QuarantinedFile extends StoredFile {
  id: string;
  kind: ContentKind;
}

/** Thrown when an upload breaks its caps. */
export class FileRefused extends Error {
  constructor(
    readonly code: 'FILE_TOO_LARGE' | 'FILE_KIND_REFUSED' | 'FILE_EMPTY' | 'FILE_CUT',
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'FileRefused';
  }
}
