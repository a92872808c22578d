import { one, rows } from '../database/queries.js';
import type { Work } from '../work/work.js';
import type { ContentKind, StoredFile } from './file-store.js';

/** A file that an organisation has sent here, by its own id: whoever only knows a hash has nothing. */
export interface KeptFile {
  id: string;
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/** What people may attach, by what the bytes are, with the media type it is given back under. */
export const attachable: Readonly<Partial<Record<ContentKind, string>>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/** Bytes of an attached file at most, 20 MiB: a scanned release certificate has some 0.5, a manual's chapter some 10. */
export const attachedBytesMax = 20 * 1024 * 1024;

const shown = `f.id, f.sha256, f.size::int as size, f.media_type as "mediaType", f.name`;

/** Notes a stored file of the acting organisation. The name is kept for people, without control characters; it never becomes a path. */
export async function keepFile(work: Work, file: StoredFile & { mediaType: string; name: string }): Promise<KeptFile> {
  const name =
    file.name
      .replaceAll(/[\p{Cc}\p{Cs}/\\]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'file';
  const [kept] = await rows<KeptFile>(
    work,
    `insert into platform.file as f (org_id, sha256, size, media_type, name, path) values ($1, $2, $3, $4, $5, $2) returning ${shown}`,
    [work.actor.orgId, file.sha256, file.size, file.mediaType, name],
  );
  if (!kept) throw new Error('the file was not noted');
  return kept;
}

/** A file that the acting organisation sent; undefined for what is another's or nobody's. */
export async function keptFile(work: Pick<Work, 'tx' | 'actor'>, id: string): Promise<KeptFile | undefined> {
  return one<KeptFile>(work, `select ${shown} from platform.file f where f.org_id = $1 and f.id = $2`, [work.actor.orgId, id]);
}
