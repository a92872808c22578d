import { useTranslation } from 'react-i18next';
import type { TenderStatus } from '../../../graphql/generated/graphql';
import { Status, type Tone } from '../../../ui/shown/status';

const tones: Record<TenderStatus, Tone> = {
  DRAFT: 'quiet',
  ANNOUNCED: 'waiting',
  BIDDING: 'info',
  CLOSED: 'attention',
  EVALUATION: 'attention',
  STANDSTILL: 'waiting',
  AWARDED: 'good',
  UNSUCCESSFUL: 'quiet',
  CANCELLED: 'bad',
};
export const boughtStatuses = Object.keys(tones) as readonly TenderStatus[];
/** Nobody but its buyer sees a draft. */
export const offeredStatuses = boughtStatuses.filter((status) => status !== 'DRAFT');

/** Where a tender or a lot stands, in a word. */
export function TenderState({ status }: { status: TenderStatus }) {
  const { t } = useTranslation('tendering');
  return <Status tone={tones[status]}>{t(`status.${status}`)}</Status>;
}
