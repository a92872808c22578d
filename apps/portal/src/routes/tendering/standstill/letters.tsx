import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { StandstillWholeFragment } from '../../../graphql/generated/graphql';
import { formatInstant, formatMoney } from '../../../i18n/format';

type Letter = StandstillWholeFragment['notices'][number];

/** What a bidder was told: his own result, his place, and who won. */
export function AwardLetter({ letter, currency }: { letter: Letter; currency: string }) {
  const { t } = useTranslation('standstill');
  const { t: words } = useTranslation('tendering');
  return (
    <Stack gap={2}>
      <Text size="sm">
        {t(`outcome.${letter.outcome}`)}
        {letter.rank != null && ` ${t('ownRank', { rank: letter.rank, ranked: letter.ranked })}`}
      </Text>
      {letter.refused.length > 0 && (
        <Text size="sm">
          {t('notRanked', {
            why: letter.refused.map((reason) => words(`refused.${reason as 'INCOMPLETE'}`, { defaultValue: reason })).join(', '),
          })}
        </Text>
      )}
      <Winners letter={letter} currency={currency} />
      <Text size="xs" className="quiet">
        {t('sent', { at: formatInstant(letter.sentAt) })}
      </Text>
    </Stack>
  );
}

function Winners({ letter, currency }: { letter: Letter; currency: string }) {
  const { t } = useTranslation('standstill');
  if (letter.winners.length === 0) return null;
  return (
    <List size="sm" spacing={2} aria-label={t('winners')}>
      {letter.winners.map(({ supplierId, name, rank, amount }) => (
        <List.Item key={supplierId}>
          {t('winner', { name })}
          {rank != null && ` · ${t('rank', { rank })}`}
          {amount && ` · ${formatMoney({ amount: normalise(amount), currency })}`}
        </List.Item>
      ))}
    </List>
  );
}

/** To whom the buyer wrote, and with which result. */
export function AwardLetters({ held, currency }: { held: StandstillWholeFragment; currency: string }) {
  const { t } = useTranslation('standstill');
  const [first] = held.notices;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {t('letters', { count: held.notices.length })}
      </Text>
      <List size="sm" spacing={2}>
        {held.notices.map(({ supplierId, supplier, outcome, rank, ranked }) => (
          <List.Item key={supplierId}>
            {supplier.name}: {t(`told.${outcome}`)}
            {rank != null && ` · ${t('rankOf', { rank, ranked })}`}
          </List.Item>
        ))}
      </List>
      {first && <Winners letter={first} currency={currency} />}
    </Stack>
  );
}
