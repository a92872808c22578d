import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
const number = (description: string) => ({ type: () => Int, description });

export const CatalogueNameTaken = userError('CatalogueNameTaken', 'The organisation has a catalogue of this name.', {
  name: text('The name.'),
});
export const CatalogueNameInvalid = userError('CatalogueNameInvalid', 'The name is empty or too long.', {
  limit: number('Characters at most.'),
});
export const CurrencyUnknown = userError('CurrencyUnknown', 'The text is no currency of ISO 4217 that prices can stand in.', {
  value: text('The text.'),
});
export const MakerMissing = userError('MakerMissing', 'A fixed maker needs a code.');
export const PercentInvalid = userError('PercentInvalid', 'The text is no percentage from 0 to 100 with up to two decimals.', {
  value: text('The text.'),
});
export const UploadNotReady = userError('UploadNotReady', 'The upload is in a state that does not allow this.', {
  state: text('The state, as in UploadState.'),
});
export const VersionUnknown = userError('VersionUnknown', 'The catalogue has no earlier version of this number.', {
  version: number('The number asked for.'),
  present: number('The newest version.'),
});
