import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a publication did to the offers of its catalogue. */
export interface PublicationCounts {
  new: number;
  changed: number;
  withdrawn: number;
}

/** A version of a catalogue; written once. */
@Entity({ schema: 'supply', name: 'publication' })
export class Publication {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'catalogue_id' })
  catalogueId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('uuid', { name: 'upload_id', nullable: true })
  uploadId: string | null;

  @Column('text')
  kind: 'PUBLISH' | 'ROLLBACK';

  @Column('int', { name: 'rolled_back_to', nullable: true })
  rolledBackTo: number | null;

  @Column('jsonb')
  counts: PublicationCounts;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('jsonb', { name: 'published_by' })
  publishedBy: { kind: string; id?: string };
}
