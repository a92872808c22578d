import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in one organisation, with the names of his roles there. Private: joins and leaves by definer functions. */
@Entity({ schema: 'organizations', name: 'member' })
export class Member {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** This organisation's copy of the person's name and address. */
  @Column('text')
  name: string;

  @Column('text')
  email: string;

  @Column('text', { array: true })
  roles: string[];

  @Column('text')
  status: 'ACTIVE' | 'LEFT';

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt: Date;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;

  @Column('integer')
  version: number;
}
