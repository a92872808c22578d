import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a number is to the part it stands for. */
export const aliasKinds = ['OWN_STOCK_NUMBER', 'NSN', 'GTIN', 'FORMER_NUMBER', 'SUPPLIER_NUMBER'] as const;
export type AliasKind = (typeof aliasKinds)[number];

/** An organisation's own number for a part. */
@Entity({ schema: 'catalog', name: 'part_alias' })
export class PartAlias {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: AliasKind;

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

/** A number of a part that everybody sees, noted by the operator. */
@Entity({ schema: 'catalog', name: 'common_alias' })
export class CommonAlias {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: AliasKind;

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
