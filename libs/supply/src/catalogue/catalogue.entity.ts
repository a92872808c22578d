import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supplier's catalogue: the scope of its loads. A full load withdraws only what is absent from this catalogue. */
@Entity({ schema: 'supply', name: 'catalogue' })
export class Catalogue {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  currency: string;

  /** Who made a part whose row does not say: FILE refuses such rows, OWN the supplier itself, FIXED the named body or maker. */
  @Column('text', { name: 'maker_rule' })
  makerRule: 'FILE' | 'OWN' | 'FIXED';

  @Column('text', { name: 'maker_code', nullable: true })
  makerCode: string | null;

  @Column('text', { name: 'maker_name', nullable: true })
  makerName: string | null;

  /** Group of buyers that alone sees the offers; null for every buyer, the catalogue's own id for nobody. */
  @Column('uuid', { nullable: true })
  audience: string | null;

  @Column('jsonb', { nullable: true })
  mapping: object | null;

  @Column('text', { name: 'mapping_headers_hash', nullable: true })
  mappingHeadersHash: string | null;

  /** A full load that withdraws more than this per cent of the active offers waits for confirmation. */
  @Column('numeric', { name: 'withdraw_percent_max' })
  withdrawPercentMax: string;

  /** Newest publication; 0 before the first. */
  @Column('int')
  version: number;

  /** Number of the last update since the last full load, as BMEcat's prev_version counts them. */
  @Column('int')
  sequence: number;

  /** Raised by every edit of the settings. */
  @Column('int')
  revision: number;

  /** Raised whenever its offers are shown to others than before. */
  @Column('int', { name: 'shown_version' })
  shownVersion: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
