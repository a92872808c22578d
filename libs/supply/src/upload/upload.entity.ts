import { Column, Entity, PrimaryColumn } from 'typeorm';

export type UploadKind = 'CATALOGUE' | 'PRICES' | 'STOCK';
export type LoadMode = 'FULL' | 'DELTA';
export type UploadState =
  | 'QUARANTINED'
  | 'PARSING'
  | 'STAGED'
  | 'BLOCKED'
  | 'NEEDS_CONFIRMATION'
  | 'PUBLISHING'
  | 'PUBLISHED'
  | 'FAILED'
  | 'DISCARDED';

/** How far the reading or publishing has come; bytes and rows are of the file. */
export interface UploadProgress {
  bytesRead?: number;
  bytesTotal?: number;
  rows?: number;
  errors?: number;
  startedAt?: string;
  /** While publishing: which of `steps` is running. */
  phase?: 'PARTS' | 'OFFERS' | 'STOCK' | 'SUMMARY';
  step?: number;
  steps?: number;
}

/** What the staged set is and would do. `rows` = `ok` + `refused`. */
export interface UploadCounts {
  rows: number;
  ok: number;
  refused: number;
  warnings: number;
  new: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  /** Active offers of the catalogue before it. */
  active: number;
  /** Refused rows whose part number could not be read. */
  unidentified: number;
  /** Rows that report stock. */
  stock: number;
}

/** Why an upload is blocked, waits for a confirmation, or failed. */
export interface UploadReason {
  code:
    | 'INCOMPLETE_FILE'
    | 'LOAD_MODE_UNKNOWN'
    | 'SEQUENCE_BROKEN'
    | 'NOTHING_ACCEPTED'
    | 'MASS_WITHDRAWAL'
    | 'UNIDENTIFIED_ROWS'
    | 'SCHEDULE_STALE';
  facts: Record<string, string | number>;
}

/** One file of a supplier on its way from quarantine to publication. */
@Entity({ schema: 'supply', name: 'upload' })
export class Upload {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'catalogue_id', nullable: true })
  catalogueId: string | null;

  @Column('text')
  kind: UploadKind;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text', { nullable: true })
  format: string | null;

  @Column('bigint')
  bytes: string;

  @Column('text')
  sha256: string;

  @Column('text', { name: 'load_mode', nullable: true })
  loadMode: LoadMode | null;

  /** Whether the reader reached the end of the file: an incomplete full load would withdraw what it did not reach. */
  @Column('bool')
  complete: boolean;

  /** The update this one builds on, when the file says so. */
  @Column('int', { name: 'prev_version', nullable: true })
  prevVersion: number | null;

  @Column('text')
  state: UploadState;

  @Column('jsonb')
  progress: UploadProgress;

  @Column('jsonb', { nullable: true })
  counts: UploadCounts | null;

  @Column('jsonb', { nullable: true })
  reasons: UploadReason[] | null;

  @Column('jsonb', { nullable: true })
  mapping: object | null;

  /** What ended it when it failed: code and facts. */
  @Column('jsonb', { nullable: true })
  error: { code: string; facts: Record<string, string | number>; message?: string } | null;

  /** The catalogue's version that the preview compares with. */
  @Column('int', { name: 'based_on_version', nullable: true })
  basedOnVersion: number | null;

  @Column('int', { name: 'publication_version', nullable: true })
  publicationVersion: number | null;

  /** Rows in staging; fewer found there means the database lost its unlogged tables in a crash. */
  @Column('int', { name: 'staged_rows' })
  stagedRows: number;

  /** When it is published by itself; null: when somebody says so. */
  @Column('timestamptz', { name: 'publish_at', nullable: true })
  publishAt: Date | null;

  /** The time zone in which that was said. */
  @Column('text', { name: 'publish_zone', nullable: true })
  publishZone: string | null;

  @Column('jsonb', { name: 'created_by' })
  createdBy: { kind: string; id?: string };

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** Raised by every change of state. */
  @Column('int')
  version: number;
}
