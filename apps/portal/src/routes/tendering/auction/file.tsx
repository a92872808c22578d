import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';
import type { Auction } from './use-auction';

/** What was published when the auction closed: with it everybody can recompute the result. */
export function AuctionFileSection({ auction: { file, id } }: { auction: Auction }) {
  const { t } = useTranslation('auction');
  if (!file) return null;
  return (
    <Section title={t('file.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('file.how')}</Text>
        <Text size="xs" className="quiet">
          {t('file.published', { at: formatInstant(file.publishedAt) })}
        </Text>
        <CodeText value={file.digest} size="sm" />
        <Group gap="sm">
          <Button size="xs" variant="default" onClick={() => keep(`auction-${id}.json`, file.body)}>
            {t('file.download')}
          </Button>
          {file.result && (
            <Button size="xs" variant="default" onClick={() => keep(`auction-${id}-result.json`, file.result ?? '')}>
              {t('file.result')}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  );
}

/** Byte for byte as it was published, so that its hash is the one shown. */
function keep(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
