import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an API key is for and how long. Private; the hash of its secret stands in organizations.api_key_secret. */
@Entity({ schema: 'organizations', name: 'api_key' })
export class ApiKey {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** The eight public characters after `ek_`. */
  @Column('text')
  prefix: string;

  /** Permissions; what the organisation itself may not do, its key may not either. */
  @Column('text', { array: true })
  scopes: string[];

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** To the minute: it is not written more often. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
