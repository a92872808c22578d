import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role an organisation made for itself. Private. The built-in ones are rows of organizations.default_role. */
@Entity({ schema: 'organizations', name: 'role' })
export class Role {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  permissions: string[];

  @Column('integer')
  version: number;
}
