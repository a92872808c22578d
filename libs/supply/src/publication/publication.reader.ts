import { In } from 'typeorm';
import { type Connection, connection, keyset, type Ordering, type PageArgs, pageOf, rows, type Work } from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';
import { Publication } from './publication.entity.js';

const newestFirst: Ordering = { name: 'publications:NEWEST', columns: [{ sql: 'p.version', cast: 'bigint', descending: true }] };

/** A page of a catalogue's versions, newest first; empty for a foreign catalogue. */
export async function publicationsOf(work: Work, catalogueId: string, args: PageArgs): Promise<Connection<Publication>> {
  const page = pageOf(args, newestFirst);
  const { where, orderBy, limit, values } = keyset(page, newestFirst, 3);
  const found = await rows<{ version: number }>(
    work,
    `select p.version from supply.publication p where p.org_id = $1 and p.catalogue_id = $2 and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, idOf(catalogueId, 'catalogue'), ...values],
  );
  const versions = found.map(({ version }) => version);
  const known = await work.tx.findBy(Publication, { orgId: work.actor.orgId, catalogueId, version: In(versions) });
  return connection(
    versions.flatMap((version) => known.find((publication) => publication.version === version) ?? []),
    page,
    (publication) => [String(publication.version)],
  );
}

/** One version of a catalogue of the acting organisation. */
export async function publicationOf(work: Work, catalogueId: string, version: number): Promise<Publication> {
  return work.tx.findOneByOrFail(Publication, { orgId: work.actor.orgId, catalogueId, version });
}
