import { Button, Group, List, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAge, formatInstant } from '../../../i18n/format';
import { Confirm } from '../../../ui/forms/confirm';
import { errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { canSeal } from '../shared/fingerprint';
import { Answers } from './answers';
import { BidHead } from './bid-head';
import { BidLines } from './bid-lines';
import { KeepSealed, SealedTo } from './sealed/keep-sealed';
import { SheetTools } from './sheet-tools';
import { type BidOn, type OwnBid, useBid } from './use-bid';

/** A bid on a lot: terms, answers, a price for each line, by hand or by sheet; kept as a draft and submitted with its consequence. */
export function BidForm(on: BidOn) {
  const { t } = useTranslation('tendering');
  const own = useBid(on);
  const [sending, setSending] = useState(false);
  const priced = own.wanted.filter(({ id }) => own.lineOf(id).price.trim() !== '').length;
  const keep = async (): Promise<void> => {
    if (await own.save()) notifications.show({ message: t('bid.saved') });
  };
  const goSend = (event: FormEvent): void => {
    event.preventDefault();
    if (own.check()) setSending(true);
  };
  return (
    <form onSubmit={goSend} noValidate>
      <Section
        title={t(on.bid && on.bid.round === on.lot.round && !on.bid.withdrawnAt ? 'bid.replaceTitle' : 'bid.title')}
        actions={<SheetTools own={own} tender={on.tender} lot={on.lot} />}
      >
        {own.sealed && <SealedTo tender={on.tender} />}
        {own.kept && <KeepSealed sent={own.kept} />}
        {own.savedAt && (
          <Text size="sm" className="quiet" role="status">
            {t('bid.draftOf', { age: formatAge(own.savedAt) })}
          </Text>
        )}
        <BidHead own={own} tender={on.tender} />
        <Answers own={own} tender={on.tender} />
        <BidLines own={own} tender={on.tender} />
        {own.submit.failure !== undefined && !sending && <Failure error={own.submit.failure} />}
        {!sending && <FormErrors errors={errorsElsewhere(own.errors, [])} />}
        <Paper withBorder p="md" style={{ position: 'sticky', bottom: 0, zIndex: 3 }} className="no-print">
          <Group justify="space-between" gap="sm">
            <Text size="sm">{t('bid.priced', { count: own.wanted.length, priced })}</Text>
            <Group gap="sm">
              {!own.sealed && (
                <Button variant="default" loading={own.submit.busy} onClick={() => void keep()}>
                  {t('bid.save')}
                </Button>
              )}
              <Button type="submit" loading={own.submit.busy} disabled={priced === 0 || (own.sealed && !canSeal())}>
                {t(own.sealed ? 'bid.submitSealed' : 'bid.submit')}
              </Button>
            </Group>
          </Group>
        </Paper>
      </Section>
      <SubmitDialog on={on} own={own} priced={priced} opened={sending} onClose={() => setSending(false)} />
    </form>
  );
}

const readingOf = { OPEN: 'readAtOnce', TIMED: 'readLater', SEALED: 'readSealed' } as const;

interface DialogProps {
  on: BidOn;
  own: OwnBid;
  priced: number;
  opened: boolean;
  onClose: () => void;
}

/** What submitting means: who reads it when, and until when it may be taken back. */
function SubmitDialog({ on: { tender, lot, bid }, own, priced, opened, onClose }: DialogProps) {
  const { t } = useTranslation('tendering');
  const closesAt = lot.rounds.find(({ round }) => round === lot.round)?.closesAt;
  const go = async (): Promise<boolean> => {
    const receipt = await own.send();
    if (receipt)
      notifications.show({
        message: t('bid.accepted', { at: formatInstant(receipt.acceptedAt), hash: receipt.digest.slice(0, 12) }),
      });
    return receipt !== undefined;
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('bid.submitTitle')}
      consequence={t('bid.consequence', { count: own.wanted.length, priced, buyer: tender.buyer.name })}
      action={t(own.sealed ? 'bid.submitSealed' : 'bid.submit')}
      onConfirm={go}
    >
      <List size="sm" spacing={4}>
        <List.Item>{t(`bid.${readingOf[tender.confidentiality]}`, { buyer: tender.buyer.name })}</List.Item>
        {closesAt && <List.Item>{t('bid.until', { closes: formatInstant(closesAt) })}</List.Item>}
        {bid && bid.round === lot.round && !bid.withdrawnAt && <List.Item>{t('bid.replaces', { seq: bid.seq })}</List.Item>}
      </List>
      {own.submit.failure !== undefined && <Failure error={own.submit.failure} />}
      <FormErrors errors={own.submit.errors} />
    </Confirm>
  );
}
