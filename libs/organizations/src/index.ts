// organisations

// keys
export { ApiKey } from './api-key/api-key.entity.js';
export { apiKeyActor } from './api-key/api-key-actor.js';
export { type CreateApiKeyInput, createApiKey } from './api-key/create-api-key.js';
export { Invitation } from './invitation/invitation.entity.js';
// people
export { type Letter, Letters } from './letters.js';
export { type AdmitMemberInput, type Admitted, admitMember } from './member/admit-member.js';
export { Member } from './member/member.entity.js';
// GraphQL and wiring
export { MemberType } from './member/member.graphql.js';
export { membersByIds, membersWho } from './member/member.reader.js';
export { type BootstrapOperatorInput, type Bootstrapped, bootstrapOperator } from './organization/bootstrap-operator.js';
export { type CreateOrganizationInput, createOrganization } from './organization/create-organization.js';
export { Organization } from './organization/organization.entity.js';
export { OrganizationRoleEnum, OrganizationType } from './organization/organization.graphql.js';
export { organizationLoader } from './organization/organization.loader.js';
export { organizationById, organizationCards } from './organization/organization.reader.js';
export { OrganizationsModule, organizationsRoom } from './organizations.module.js';
// partnerships
export { acceptPartnership } from './partnership/accept-partnership.js';
export { changePartnership } from './partnership/change-partnership.js';
export {
  type DeliveryTerms,
  Partnership,
  type PartnershipStatus,
  PartnershipTolerance,
} from './partnership/partnership.entity.js';
export { PartnershipSideEnum } from './partnership/partnership.graphql.js';
export { listPartnerships, partnershipBetween, toleranceFor } from './partnership/partnership.reader.js';
export { type ProposePartnershipInput, proposePartnership } from './partnership/propose-partnership.js';
export { type SetTolerancesInput, setTolerances } from './partnership/set-tolerances.js';
export { permissions as organizationPermissions } from './permissions.js';
export { Role } from './role/role.entity.js';
export { type SaveRoleInput, saveRole } from './role/save-role.js';
// sites
export { type SaveSiteInput, saveSite } from './site/save-site.js';
export { type Address, Site, type SiteKind } from './site/site.entity.js';
export { AddressType, SiteType } from './site/site.graphql.js';
export { siteById, sitesOf } from './site/site.reader.js';
