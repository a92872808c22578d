import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two manufacturers that are one, and whether that was taken back. */
@Entity({ schema: 'catalog', name: 'manufacturer_merge' })
export class ManufacturerMerge {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'from_id' })
  fromId: string;

  @Column('uuid', { name: 'into_id' })
  intoId: string;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('text', { name: 'undone_reason', nullable: true })
  undoneReason: string | null;
}
