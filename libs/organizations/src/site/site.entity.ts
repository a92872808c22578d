import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SiteKind = 'SHIP_TO' | 'BILL_TO' | 'WAREHOUSE';

/** A postal address. */
export interface Address {
  /** Street, building, post box: 1 to 4 lines. */
  lines: string[];
  city: string;
  region: string | null;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** An address of an organisation. Private; orders carry a snapshot of it. */
@Entity({ schema: 'organizations', name: 'site' })
export class Site {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  kinds: SiteKind[];

  @Column('jsonb')
  address: Address;

  @Column('text', { nullable: true })
  gln: string | null;

  @Column('text')
  status: 'ACTIVE' | 'RETIRED';

  @Column('integer')
  version: number;
}
