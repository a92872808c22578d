import { Alert, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { unsettled } from '../standstill/unsettled';
import type { BoughtTender } from './bought';

/** What happens next, and who must do it. */
export function NextStep({ tender }: { tender: BoughtTender }) {
  const { t } = useTranslation('tendering');
  const [mine, text] = useStep(tender);
  return (
    <Alert
      color={mine ? 'orange' : 'gray'}
      icon={<IconArrowRight aria-hidden />}
      title={t(mine ? 'next.mine' : 'next.theirs')}
      role="status"
    >
      <Text size="sm">{text}</Text>
    </Alert>
  );
}

function useStep(tender: BoughtTender): [boolean, string] {
  const { t } = useTranslation('tendering');
  const { status, tally, confidentiality } = tender;
  const open = tally.questionsOpen;
  if (open > 0 && (status === 'BIDDING' || status === 'ANNOUNCED')) return [true, t('next.answer', { count: open })];
  const { challenged, notMade } = unsettled(tender.standstills);
  if (challenged) return [true, t('next.challenged')];
  if (notMade) return [true, t('next.notMade')];
  switch (status) {
    case 'BIDDING':
      return confidentiality === 'OPEN'
        ? [false, t('next.biddingOpen', { count: tally.bidders ?? 0 })]
        : [false, t(confidentiality === 'SEALED' ? 'next.biddingSealed' : 'next.biddingTimed')];
    case 'CLOSED':
      return [true, t(confidentiality === 'SEALED' ? 'next.openSealed' : 'next.open')];
    case 'EVALUATION':
      return tally.bidders ? [true, t('next.award', { count: tally.bidders })] : [true, t('next.noBids')];
    case 'STANDSTILL':
      return [false, t('next.standstill')];
    case 'AWARDED':
      return [false, t(tender.awards.some(({ orderId }) => orderId) ? 'next.ordered' : 'next.awarded')];
    case 'CANCELLED':
      return [false, t('next.cancelled', { reason: tender.cancelReason ?? '' })];
    case 'UNSUCCESSFUL':
      return [false, t('next.unsuccessful')];
    default:
      return [false, t('next.announced')];
  }
}
