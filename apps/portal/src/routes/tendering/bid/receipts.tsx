import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';

/** What the hub accepted when, by the hash of the text that it keeps; the newest first. */
export function Receipts({ tender }: { tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('tendering');
  if (tender.receipts.length === 0) return null;
  return (
    <Section title={t('receipts.title')}>
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
          </li>
        ))}
      </Stack>
    </Section>
  );
}
