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

  /** Who goes on with its business. */
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId: string | null;

  @Column('date', { name: 'succeeded_on', nullable: true })
  succeededOn: string | null;

  /** The manufacturer it turned out to be. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @Column('int')
  version: number;
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

  /** UN and four digits. */
  @Column('text', { name: 'un_number', nullable: true })
  unNumber: string | null;

  @Column('text', { name: 'hazard_class', nullable: true })
  hazardClass: string | null;

  @Column('text', { name: 'packing_group', nullable: true })
  packingGroup: 'I' | 'II' | 'III' | null;

  @Column('bool', { name: 'shelf_life_extendable', nullable: true })
  shelfLifeExtendable: boolean | null;

  /** Export control classification number of the United States. */
  @Column('text', { nullable: true })
  eccn: string | null;

  @Column('text', { name: 'hs_code', nullable: true })
  hsCode: string | null;

  @Column('bool', { name: 'life_limited', nullable: true })
  lifeLimited: boolean | null;

  /** ESS of parts-model 5.3: 0 not applicable, 1 no-go, 2 go-if, 3 go. */
  @Column('text', { nullable: true })
  essentiality: string | null;

  /** SPC of parts-model 5.3: 0 reference, 1 expendable, 2 repairable by manual, 6 repairable without. */
  @Column('text', { name: 'spare_class', nullable: true })
  spareClass: string | null;
}
