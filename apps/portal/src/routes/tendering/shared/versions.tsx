import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TenderSharedFragment } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';

/** Published versions, the newest first: what changed, why, and whether bids wait for confirmation. */
export function Versions({ tender }: { tender: TenderSharedFragment }) {
  const { t } = useTranslation('tendering');
  if (tender.amendments.length === 0) return null;
  return (
    <Section title={t('versions.title')}>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {[...tender.amendments].reverse().map((amendment) => (
          <li key={amendment.version}>
            <Text size="sm" fw={600}>
              {amendment.version === 1 ? t('versions.published') : t('versions.version', { version: amendment.version })}{' '}
              {amendment.confirm && <Status tone="attention">{t('versions.confirm')}</Status>}
            </Text>
            {amendment.version > 1 && (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {amendment.reason}
              </Text>
            )}
            {amendment.changes.length > 0 && amendment.version > 1 && (
              <Text size="xs">
                {t('versions.changes', { changes: amendment.changes.map((name) => changeText(name, t)).join(', ') })}
              </Text>
            )}
            <Text size="xs" className="quiet">
              {t('versions.facts', { at: formatInstant(amendment.madeAt), closes: formatInstant(amendment.closesAt) })}
            </Text>
          </li>
        ))}
      </Stack>
    </Section>
  );
}

const wholes = ['title', 'description', 'closesAt'];

/** What the hub names in its own words, in the reader's. */
export function changeText(name: string, t: TFunction<'tendering'>): string {
  if (wholes.includes(name)) return t(`change.${name}`);
  const field = /^line (.+): (quantity|needBy|description|alternatesAllowed|revision)$/.exec(name);
  if (field) return t('change.line', { line: field[1], field: t(`change.${field[2]}`) });
  const dropped = /^line (.+) dropped$/.exec(name);
  if (dropped) return t('change.dropped', { line: dropped[1] });
  const added = /^line added: (.*)$/s.exec(name);
  return added ? t('change.added', { line: added[1] }) : name;
}
