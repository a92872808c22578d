import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationRole } from '#libs/platform';

/** The public card of an organisation. Global: everybody reads it, definer functions write it. */
@Entity({ schema: 'organizations', name: 'organization' })
export class Organization {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  roles: OrganizationRole[];

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  /** ISO 4217; what its prices and totals are in unless a document says otherwise. */
  @Column('text')
  currency: string;

  @Column('text', { nullable: true })
  cage: string | null;

  @Column('text', { nullable: true })
  duns: string | null;

  @Column('text', { nullable: true })
  gln: string | null;

  @Column('text', { name: 'peppol_id', nullable: true })
  peppolId: string | null;

  @Column('text')
  status: 'ACTIVE' | 'SUSPENDED';

  @Column('integer')
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
