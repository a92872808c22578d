import { useTranslation } from 'react-i18next';
import type { PublicTenderStatus } from '../../../graphql/generated/graphql';
import { Status, type Tone } from '../../../ui/shown/status';
import { useMinute } from '../../../ui/shown/stock';

const tones: Readonly<Record<PublicTenderStatus, Tone>> = {
  ACTIVE: 'info',
  COMPLETE: 'good',
  CANCELLED: 'bad',
  UNSUCCESSFUL: 'quiet',
};

interface Stated {
  status: PublicTenderStatus;
  closesAt: string;
}

/** What is published goes on until somebody awards it; the reader's clock says whether bids are still taken. */
export const takesBids = ({ status, closesAt }: Stated, now: number): boolean =>
  status === 'ACTIVE' && now <= Date.parse(closesAt);

/** Where a public tender or lot stands. */
export function PublicState({ of }: { of: Stated }) {
  const { t } = useTranslation('notices');
  const now = useMinute();
  if (of.status === 'ACTIVE' && !takesBids(of, now)) return <Status tone="waiting">{t('status.JUDGED')}</Status>;
  return <Status tone={tones[of.status]}>{t(`status.${of.status}`)}</Status>;
}
