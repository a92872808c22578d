import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Maker or issuing body of parts. */
@Entity({ schema: 'catalog', name: 'manufacturer' })
export class Manufacturer {
  @PrimaryColumn('uuid')
  id: string;

  /** What `code` is: a CAGE code, another code, or a normalised name. */
  @Column('text', { name: 'code_kind' })
  codeKind: 'CAGE' | 'CODE' | 'NAME';

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  cages: string[];

  /** NAS, MS, AN and their like name a standard; who made the piece belongs to offer and lot. */
  @Column('bool', { name: 'issuing_body' })
  issuingBody: boolean;
}

/** One identity: a manufacturer's number as written. */
@Entity({ schema: 'catalog', name: 'part' })
export class Part {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'manufacturer_id' })
  manufacturerId: string;

  @Column('text')
  number: string;

  /** Upper case, only 0-9 and A-Z: finds, never identifies. */
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  names: Record<string, string>;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { nullable: true })
  unit: string | null;

  @Column('text', { nullable: true })
  unspsc: string | null;

  @Column('text', { nullable: true })
  ata: string | null;

  @Column('jsonb')
  classifications: { system: string; code: string; version?: string }[];

  @Column('int', { name: 'shelf_life_days', nullable: true })
  shelfLifeDays: number | null;

  @Column('text', { nullable: true })
  hazmat: string | null;

  @Column('text', { name: 'approval_basis', nullable: true })
  approvalBasis: string | null;
}

/** An organisation's own number for a part. */
@Entity({ schema: 'catalog', name: 'part_alias' })
export class PartAlias {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('text')
  key: string;

  @Column('uuid', { name: 'part_id' })
  partId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
