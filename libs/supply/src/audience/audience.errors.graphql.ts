import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const name = { name: { type: () => String, description: 'The name of the group.' } };

export const GroupNameTaken = userError('GroupNameTaken', 'You have a group of this name.', name);
export const GroupInUse = userError('GroupInUse', 'A catalogue, a category or an offer is shown to the group.', name);
export const GroupBuyerUnknown = userError('GroupBuyerUnknown', 'There is no active partnership with this buyer.');
export const GroupUnknown = userError('GroupUnknown', 'You have no such group.');
export const UploadsWaiting = userError('UploadsWaiting', 'Loads of this catalogue are on their way under the old setting.', {
  count: { type: () => Int, description: 'How many.' },
});
