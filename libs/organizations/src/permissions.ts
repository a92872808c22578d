/** The permissions that this room checks, `thing:verb`. The other rooms name theirs in a file of the same name. */
export const permissions = {
  manageOrganization: 'organization:manage',
  manageMembers: 'member:manage',
  manageRoles: 'role:manage',
  manageApiKeys: 'apikey:manage',
  manageSites: 'site:manage',
  managePartnerships: 'partnership:manage',
  operateOrganizations: 'operator:organizations',
} as const;
