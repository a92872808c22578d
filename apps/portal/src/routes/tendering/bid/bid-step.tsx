import { Alert, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';

/** What happens next, and whether it is the reader's turn. */
export function BidStep({ tender }: { tender: TenderOfBidderFragment }) {
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

function useStep(tender: TenderOfBidderFragment): [boolean, string] {
  const { t } = useTranslation('tendering');
  const standing = tender.bids.filter(
    ({ withdrawnAt, round, lotId }) => withdrawnAt == null && tender.lots.some((lot) => lot.id === lotId && lot.round === round),
  );
  const waiting = standing.filter(({ counts }) => !counts);
  switch (tender.status) {
    case 'BIDDING':
      if (waiting.length > 0) return [true, t('step.confirm')];
      if (standing.length > 0) return [false, t('step.stands')];
      if (tender.invitations.some(({ declinedAt }) => declinedAt != null)) return [false, t('step.declined')];
      return [true, t(tender.lots.some(({ round }) => round > 1) ? 'step.again' : 'step.bid')];
    case 'CLOSED':
    case 'EVALUATION':
      return [false, t(tender.bids.some(({ withdrawnAt }) => withdrawnAt == null) ? 'step.judged' : 'step.missed')];
    case 'STANDSTILL':
      return [false, t(tender.standstills.some(({ notices }) => notices.length > 0) ? 'step.standstill' : 'step.lost')];
    case 'AWARDED':
      return tender.awards.some(({ cancelledAt }) => cancelledAt == null) ? [true, t('step.won')] : [false, t('step.lost')];
    case 'CANCELLED':
      return [false, t('next.cancelled', { reason: tender.cancelReason ?? '' })];
    case 'UNSUCCESSFUL':
      return [false, t('next.unsuccessful')];
    default:
      return [false, t('next.announced')];
  }
}
