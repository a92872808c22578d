import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
const permissionList = { permissions: text('Their names, parted by commas.') };

export const IdentifierTaken = userError('IdentifierTaken', 'Another organisation has this CAGE, D-U-N-S, GLN or Peppol id.', {
  identifier: text('The one in question.'),
});
export const OwnOrganization = userError('OwnOrganization', 'This cannot be done to the own organisation.');
export const EmailNotValid = userError('EmailNotValid', 'The text is no e-mail address.');
export const EmailTaken = userError('EmailTaken', 'The address was taken by somebody else meanwhile.');
export const AlreadyMember = userError('AlreadyMember', 'The person is an active member of the organisation.');
export const RoleUnknown = userError('RoleUnknown', 'The organisation has no such role.', {
  roles: text('Their names, parted by commas.'),
});
export const RoleBuiltIn = userError('RoleBuiltIn', 'The name belongs to a built-in role.', { name: text('The name.') });
export const RoleNameTaken = userError('RoleNameTaken', 'The organisation has a role of this name.', { name: text('The name.') });
export const PermissionNotHeld = userError(
  'PermissionNotHeld',
  'Nobody hands out rights that he has not himself.',
  permissionList,
);
export const PermissionUnknown = userError(
  'PermissionUnknown',
  'No organisation of this kind can have these rights.',
  permissionList,
);
export const LastAdmin = userError('LastAdmin', 'An organisation keeps at least one administrator.');
export const InvitationNotOpen = userError('InvitationNotOpen', 'The invitation was accepted or revoked.');
export const InvitationInvalid = userError('InvitationInvalid', 'The link is unknown, used, revoked or too old.');
export const PersonNameMissing = userError('PersonNameMissing', 'Whoever is new gives his name.');
export const CredentialsWrong = userError('CredentialsWrong', 'Address or password is wrong; which of them is not told.');
export const SignInThrottled = userError(
  'SignInThrottled',
  'Too many passwords were tried for this account from places where it is not known.',
  {
    retryAfterSeconds: { type: () => Int, description: 'Seconds after which one may try again.' },
  },
);
export const NoOrganization = userError('NoOrganization', 'The person belongs to no active organisation.');
export const NotYourOrganization = userError('NotYourOrganization', 'The person is no member there, or it is suspended.');
export const PasswordTooWeak = userError('PasswordTooWeak', 'The password is too short, too long or easy to guess.', {
  reason: text('TOO_SHORT, TOO_LONG, CONTAINS_NAME or TOO_COMMON.'),
  minimum: { type: () => Int, description: 'Characters it needs.' },
});
export const LinkInvalid = userError('LinkInvalid', 'The link is unknown, used or too old.');
export const SiteCodeTaken = userError('SiteCodeTaken', 'The organisation has a site of this code.', {
  siteCode: text('The code.'),
});
export const GlnNotValid = userError('GlnNotValid', 'The text is no GLN: 13 digits with a GS1 check digit.', {
  gln: text('The text.'),
});
export const NotABuyer = userError('NotABuyer', 'The organisation that would buy is no active buyer.');
export const NotASupplier = userError('NotASupplier', 'The organisation that would sell is no active supplier.');
export const PartnershipExists = userError('PartnershipExists', 'The two trade already, or one has proposed it.');
export const PartnershipMoveNotPossible = userError(
  'PartnershipMoveNotPossible',
  'The state does not allow this step, or not to this side.',
  {
    status: text('The present state.'),
  },
);
export const ToleranceCurrencyMissing = userError(
  'ToleranceCurrencyMissing',
  'An amount needs a currency and a currency an amount.',
);
export const ApiKeyExpiryNotValid = userError('ApiKeyExpiryNotValid', 'A key ends in the future, within two years.');
export const BreakGlassClosed = userError('BreakGlassClosed', 'The look was closed or its time is over.');
