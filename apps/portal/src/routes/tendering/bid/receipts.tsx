import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { verifyReceipt } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { SignedReceiptsDocument, type TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';
import { Failure } from '../../../ui/states';
import { saveText } from '../../../ui/table/csv';

/** What the hub accepted when, by the hash of the text that it keeps; the newest first. */
export function Receipts({ tender }: { tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  if (tender.receipts.length === 0) return null;
  const save = async (bidId: string, seq: number): Promise<void> => {
    await submit.run(async () => {
      const answer = await ask(SignedReceiptsDocument, { id: tender.id });
      const found = answer.tender?.receipts.find((one) => one.bidId === bidId && one.seq === seq);
      const sound = found && answer.receiptKey && (await verifyReceipt(found.signed, [answer.receiptKey]));
      if (!sound) return { errors: [{ path: [], message: t('receipts.unsound') }] };
      saveText(`${tender.number}-v${seq}.receipt.jws`, `${found.signed}\n`, 'application/jose');
      return { errors: [] };
    });
  };
  return (
    <Section title={t('receipts.title')}>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Text size="xs" className="quiet">
        {t('receipts.how')}
      </Text>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('receipts.title')}>
        {[...tender.receipts].reverse().map(({ bidId, seq, kind, digest, acceptedAt, lotId }) => (
          <li key={`${bidId} ${seq}`}>
            <Text size="sm" fw={600}>
              {t(`receipts.${kind}`, { seq })}{' '}
              {tender.lots.length > 1 && <span className="quiet">{tender.lots.find(({ id }) => id === lotId)?.title}</span>}
            </Text>
            <Text size="xs" className="quiet" title={acceptedAt}>
              {formatInstant(acceptedAt)} · {acceptedAt}
            </Text>
            <CodeText value={digest} size="sm" wraps />
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('receipts.saveOf', { seq })}
              onClick={() => void save(bidId, seq)}
            >
              {t('receipts.save')}
            </Button>
          </li>
        ))}
      </Stack>
    </Section>
  );
}
