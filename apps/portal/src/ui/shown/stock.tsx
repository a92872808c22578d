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

/** How old a figure is and who said it; a stale one looks stale, a live one says so. */
export function StockAge({ asOf, source, label }: { asOf: string; source: string; label?: string | undefined }) {
  const { t } = useTranslation('ui');
  const names = useCodeNames();
  const now = useMinute();
  const live = label === 'LIVE' || source === 'MANAGED';
  const stale = !live && isStale(asOf, now);
  const said = names.name('stockSource', source);
  const text = live
    ? t('stock.liveFrom', { live: t('stock.live'), source: said })
    : t('stock.ageAndSource', { age: formatAge(asOf, now), source: said });
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
  label?: string | undefined;
}

/** One stock figure with its age and source. */
export function StockFigure({ quantity, unit, asOf, source, label }: Props) {
  const names = useCodeNames();
  const value = normalise(quantity);
  return (
    <Group component="span" gap={6} display="inline-flex" style={{ rowGap: 0 }}>
      <Text
        span
        size="sm"
        fw={600}
        className={label !== 'LIVE' && source !== 'MANAGED' && isStale(asOf) ? 'stale' : undefined}
        style={{ whiteSpace: 'nowrap' }}
      >
        {formatDecimal(value)} {names.unit(unit, value)}
      </Text>
      <StockAge asOf={asOf} source={source} label={label} />
    </Group>
  );
}
