import type { DomainEvent } from '#libs/platform';

/** A version of a catalogue became what the market sees. `id` is the catalogue, `seq` its version. */
export class CataloguePublished implements DomainEvent {
  readonly wire = 'catalogue.published.v1';
  readonly payload;

  constructor(orgId: string, id: string, published: { seq: number; uploadId?: string | null }) {
    this.payload = { orgId, id, seq: published.seq, uploadId: published.uploadId ?? undefined };
  }
}
