import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was found out about a wrong identity, and whether that was taken back. */
@Entity({ schema: 'catalog', name: 'identity_correction' })
export class IdentityCorrection {
  @PrimaryColumn('uuid')
  id: string;

  /** MERGE: two parts are one. SPLIT: what one supplier offers as a part is another. */
  @Column('text')
  kind: 'MERGE' | 'SPLIT';

  @Column('uuid', { name: 'from_part' })
  fromPart: string;

  /** null: the part was made for the correction and went with it. */
  @Column('uuid', { name: 'to_part', nullable: true })
  toPart: string | null;

  @Column('uuid', { name: 'supplier_id', nullable: true })
  supplierId: string | null;

  @Column('text')
  reason: string;

  /** The merge of manufacturers it came with. */
  @Column('uuid', { nullable: true })
  batch: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('text', { name: 'undone_reason', nullable: true })
  undoneReason: string | null;
}
