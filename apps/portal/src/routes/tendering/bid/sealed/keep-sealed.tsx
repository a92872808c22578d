import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../../graphql/generated/graphql';
import { CodeText } from '../../../../ui/shown/code-text';
import { saveText } from '../../../../ui/table/csv';
import { Fingerprint, NeedsCrypto } from '../../shared/fingerprint';
import type { SentBid } from './sealed-bid';

/** What is said before a sealed bid is typed: who opens it, and by which key, so that it can be compared with what the buyer says. */
export function SealedTo({ tender }: { tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('sealing');
  const { sealing } = tender;
  if (!sealing) return null;
  return (
    <>
      <NeedsCrypto />
      <Alert color="blue" icon={<IconLock aria-hidden />} title={t('bid.title')}>
        <Stack gap={4}>
          <Text size="sm">{t('bid.how', { count: sealing.threshold, buyer: tender.buyer.name })}</Text>
          <Text size="sm">{t('bid.envelopes', { names: sealing.envelopes.map((one) => t(`envelope.${one}`)).join(' → ') })}</Text>
          <Group gap="xs">
            <Text size="sm">{t('bid.half')}</Text>
            <Fingerprint publicKey={sealing.officersKey} />
          </Group>
          <Text size="sm">{t('bid.tab')}</Text>
        </Stack>
      </Alert>
    </>
  );
}

const nameOf = ({ number, lot, seq }: SentBid): string => `${number}-${lot}-v${seq}`;

/** Hands the bidder his bid as it was sealed, with the keys that open it: `entrepot tender verify` reads it. */
const saveBid = (sent: SentBid): void => {
  const { digest, envelopes, kept } = sent;
  saveText(`${nameOf(sent)}.sealed.json`, `${JSON.stringify({ digest, envelopes, kept }, null, 2)}\n`, 'application/json');
};
const saveReceipt = (sent: SentBid): void => saveText(`${nameOf(sent)}.receipt.jws`, `${sent.signed}\n`, 'application/jose');

/** What was accepted, and the two files that prove it; they are nowhere else once this page is left. */
export function KeepSealed({ sent }: { sent: SentBid }) {
  const { t } = useTranslation('sealing');
  return (
    <Alert color="blue" icon={<IconLock aria-hidden />} title={t('keep.title', { seq: sent.seq })} role="status">
      <Stack gap="xs">
        <Text size="sm">{t('keep.how')}</Text>
        <CodeText value={sent.digest} size="sm" wraps />
        <Group gap="sm">
          <Button size="xs" leftSection={<IconDownload size={15} aria-hidden />} onClick={() => saveBid(sent)}>
            {t('keep.bid')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => saveReceipt(sent)}
          >
            {t('keep.receipt')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
