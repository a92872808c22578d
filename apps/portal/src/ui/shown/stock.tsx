import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatAge, formatDecimal, formatInstant } from '../../i18n/format';
import { useCodeNames } from './code-name';

/** A figure older than this looks stale: a working day and the night after it. */
export const staleAfterHours = 24;
export const isStale = (asOf: string, now = Date.now()): boolean => now - Date.parse(asOf) > staleAfterHours * 3_600_000;

/** The clock of the page, moving once a minute: ages grow while one reads. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How old a figure is and who said it; a stale one looks stale. */
export function StockAge({ asOf, source }: { asOf: string; source: string }) {
  const { t } = useTranslation('ui');
  const names = useCodeNames();
  const now = useMinute();
  const stale = isStale(asOf, now);
  const text = t('stock.ageAndSource', { age: formatAge(asOf, now), source: names.name('stockSource', source) });
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex" title={`${formatInstant(asOf)} · ${asOf}`}>
      {stale && <IconAlertTriangle size={13} color="var(--mantine-color-orange-6)" aria-label={t('stock.stale')} />}
      <Text span size="xs" className={stale ? 'stale' : 'quiet'} style={{ whiteSpace: 'nowrap' }}>
        {text}
      </Text>
    </Group>
  );
}

interface Props {
  quantity: string;
  unit: string;
  asOf: string;
  source: string;
}

/** One stock figure with its age and source. */
export function StockFigure({ quantity, unit, asOf, source }: Props) {
  const names = useCodeNames();
  const value = normalise(quantity);
  return (
    <Group component="span" gap={6} display="inline-flex" style={{ rowGap: 0 }}>
      <Text span size="sm" fw={600} className={isStale(asOf) ? 'stale' : undefined} style={{ whiteSpace: 'nowrap' }}>
        {formatDecimal(value)} {names.unit(unit, value)}
      </Text>
      <StockAge asOf={asOf} source={source} />
    </Group>
  );
}
