import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An invitation to become a member. Private; the hash of its link's token stands in organizations.one_time_token. */
@Entity({ schema: 'organizations', name: 'invitation' })
export class Invitation {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text', { array: true })
  roles: string[];

  @Column('text')
  locale: string;

  /** The member who invited; null when the hub itself did. */
  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  @Column('text')
  status: 'PENDING' | 'ACCEPTED' | 'REVOKED';

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
