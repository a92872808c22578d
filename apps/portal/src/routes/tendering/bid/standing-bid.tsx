import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type BidWholeFragment,
  ConfirmBidDocument,
  type TenderOfBidderFragment,
  WithdrawBidDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate, formatInstant } from '../../../i18n/format';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { Status } from '../../../ui/shown/status';
import { Failure } from '../../../ui/states';
import { OwnEnvelopes } from './sealed/own-envelopes';

interface Props {
  tender: TenderOfBidderFragment;
  lot: TenderOfBidderFragment['lots'][number];
  bid: BidWholeFragment;
  moved: () => Promise<void>;
  mayBid: boolean;
}

/** One's own bid as it stands; until the deadline it may be withdrawn, and after an amendment let stand as it is. */
export function StandingBid({ tender, lot, bid, moved, mayBid }: Props) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [withdrawing, setWithdrawing] = useState(false);
  const step = { tenderId: tender.id, lotId: lot.id, expectedVersion: bid.seq };
  const present = bid.round === lot.round;
  const confirm = async (): Promise<void> => {
    const input = { ...step, tenderVersion: tender.version };
    if (await submit.run(async () => (await ask(ConfirmBidDocument, { input })).confirmBid)) await moved();
  };
  const withdraw = async (): Promise<boolean> => {
    const done = await submit.run(async () => (await ask(WithdrawBidDocument, { input: step })).withdrawBid);
    if (done) await moved();
    return done !== undefined;
  };
  const { content } = bid;
  const failed = tender.openings.some(
    ({ bidId, outcome, verdict }) => bidId === bid.id && (outcome === 'UNOPENABLE' || verdict === 'FAILED'),
  );
  const tone = bid.withdrawnAt ? 'quiet' : failed ? 'bad' : bid.counts ? 'good' : 'attention';
  const state = bid.withdrawnAt ? 'withdrawn' : failed ? 'failed' : bid.counts ? 'stands' : 'unconfirmed';
  return (
    <Section
      title={t('mine.title')}
      actions={
        mayBid &&
        present &&
        !bid.withdrawnAt && (
          <>
            {!bid.counts && (
              <Button size="xs" loading={submit.busy} onClick={() => void confirm()}>
                {t('mine.confirm')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setWithdrawing(true)}>
              {t('mine.withdraw')}
            </Button>
          </>
        )
      }
    >
      <Group gap="sm">
        <Status tone={tone}>{t(`mine.${state}`)}</Status>
        <Text size="sm">{t('mine.accepted', { seq: bid.seq, at: formatInstant(bid.acceptedAt) })}</Text>
        {!present && <Text size="sm">{t('mine.ofRound', { round: bid.round })}</Text>}
      </Group>
      {submit.failure !== undefined && !withdrawing && <Failure error={submit.failure} />}
      {!withdrawing && <FormErrors errors={submit.errors} />}
      {tender.confidentiality === 'SEALED' && <OwnEnvelopes tender={tender} bid={bid} moved={moved} />}
      {content && (
        <Facts
          facts={[
            [t('mine.lines'), String(content.lines.length)],
            [t('basis.currency'), content.currency],
            [t('bid.deliveryTerm'), content.deliveryTerm],
            [t('basis.paymentDays'), String(content.paymentDays)],
            ...(content.validUntil ? [[t('bid.validUntil'), formatDate(content.validUntil)] as const] : []),
          ]}
        />
      )}
      <Confirm
        opened={withdrawing}
        onClose={() => setWithdrawing(false)}
        title={t('mine.withdrawTitle')}
        consequence={t('mine.withdrawConsequence')}
        action={t('mine.withdraw')}
        onConfirm={withdraw}
        danger
      >
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={submit.errors} />
      </Confirm>
    </Section>
  );
}
