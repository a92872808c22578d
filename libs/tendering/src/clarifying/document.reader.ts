import { one, requirePermission, type Work } from '#libs/platform';

/** The stored content behind a document of a tender that the actor sees; undefined: there is none for him. Throws Forbidden without tender:read. */
export async function tenderDocumentFile(
  work: Pick<Work, 'tx' | 'actor'>,
  id: string,
): Promise<{ sha256: string; mediaType: string; name: string } | undefined> {
  requirePermission(work, 'tender:read');
  return one(work, `select d.sha256, d.media_type as "mediaType", d.name from tendering.tender_document d where d.id = $1`, [id]);
}
