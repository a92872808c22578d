import { type OrganizationRole, one, rows, type UnitOfWork } from '#libs/platform';

/** An organisation that a person belongs to. */
export interface Membership {
  organizationId: string;
  name: string;
  roles: OrganizationRole[];
  status: 'ACTIVE' | 'SUSPENDED';
  memberId: string;
}

/** A person's own card. */
export interface PersonCard {
  id: string;
  email: string;
  name: string;
  locale: string;
}

/** Every organisation of a person, by name; asked for a person who has just proved who he is. */
export function membershipsOf(unitOfWork: UnitOfWork, personId: string): Promise<Membership[]> {
  return unitOfWork.guest((work) =>
    rows<Membership>(
      work,
      'select org_id as "organizationId", name, roles, status, member_id as "memberId" from organizations.memberships_of($1)',
      [personId],
    ),
  );
}

/** A person's own card; undefined when he is blocked. */
export function personById(unitOfWork: UnitOfWork, personId: string): Promise<PersonCard | undefined> {
  return unitOfWork.guest((work) =>
    one<PersonCard>(work, 'select id, email, name, locale from organizations.person_by_id($1)', [personId]),
  );
}
