import { useTranslation } from 'react-i18next';
import type { UploadState } from '../../graphql/generated/graphql';
import { Status, type Tone } from '../../ui/shown/status';

const tones: Readonly<Record<UploadState, Tone>> = {
  QUARANTINED: 'waiting',
  PARSING: 'waiting',
  STAGED: 'attention',
  NEEDS_CONFIRMATION: 'attention',
  BLOCKED: 'bad',
  PUBLISHING: 'waiting',
  PUBLISHED: 'good',
  FAILED: 'bad',
  DISCARDED: 'quiet',
};

/** Where an upload stands, by shape, word and colour. */
export function UploadStatus({ state }: { state: UploadState }) {
  const { t } = useTranslation('selling');
  return <Status tone={tones[state]}>{t(`uploadState.${state}`)}</Status>;
}

/** States in which the hub is at work and figures move by themselves. */
export const moving = (state: UploadState): boolean => state === 'QUARANTINED' || state === 'PARSING' || state === 'PUBLISHING';
