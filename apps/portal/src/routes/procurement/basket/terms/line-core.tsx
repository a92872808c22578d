import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMoney } from '../../../../i18n/format';
import type { Line } from '../basket';
import type { LineActions } from '../line-actions';

type Props = { line: Line } & Pick<LineActions, 'onChange' | 'busy'>;

/** The core that the line makes its buyer owe: what it is worth, by when, and his tick. */
export function LineCore({ line: { exchange, coreDueAt, notices }, onChange, busy }: Props) {
  const { t } = useTranslation('procurement');
  const { t: r } = useTranslation('rotables');
  if (notices.includes('EXCHANGE_WITHDRAWN'))
    return (
      <Group gap="xs">
        <Text size="sm">{t('basket.coreGone')}</Text>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={() => onChange({ acceptCore: true })}>
          {t('basket.coreGoneAction')}
        </Button>
      </Group>
    );
  if (!exchange) return null;
  const { version, coreValue, currency, coreDays } = exchange;
  const money = (amount: string): string => formatMoney({ amount, currency: exchange.currency });
  const open = notices.includes('CORE_NOT_ACCEPTED');
  return (
    <>
      <Text size="sm">
        {t('basket.core', {
          value: money(exchange.coreValue),
          deposit: money(exchange.deposit),
          days: r(`terms.days.${exchange.dayKind}`, { count: exchange.coreDays }),
          due: coreDueAt ? formatDate(coreDueAt.slice(0, 10)) : '–',
        })}
      </Text>
      <Checkbox
        size="xs"
        label={t('basket.coreTick')}
        checked={!open}
        disabled={busy || !open}
        onChange={() => onChange({ acceptCore: true, exchangeSeen: { version, coreValue, currency, coreDays } })}
        error={open ? t('basket.coreNeeded') : undefined}
      />
    </>
  );
}
