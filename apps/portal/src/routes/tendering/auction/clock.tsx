import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Status } from '../../../ui/shown/status';
import type { Auction } from './use-auction';
import { useServerTime } from './use-auction';

const tones = {
  SCHEDULED: 'quiet',
  PREVIEW: 'quiet',
  OPEN: 'good',
  EXTENDED: 'attention',
  PAUSED: 'attention',
  CLOSED: 'quiet',
  FROZEN: 'quiet',
  AWARDED: 'good',
  VOIDED: 'bad',
} as const;

export function AuctionState({ status }: { status: Auction['status'] }) {
  const { t } = useTranslation('auction');
  return <Status tone={tones[status]}>{t(`status.${status}`)}</Status>;
}

/** What the clock of the server says: how long until it opens or closes; it stands while the auction is paused. */
export function AuctionClock({ auction, skewMs }: { auction: Auction; skewMs: number }) {
  const { t } = useTranslation('auction');
  const now = useServerTime(skewMs);
  const { status, opensAt, closesAt, pausedAt, extensions, resumesAt, priceUntil } = auction;
  const before = Date.parse(opensAt) > now;
  const running = status === 'OPEN' || status === 'EXTENDED';
  return (
    <Stack gap={2}>
      <Group gap="sm" align="baseline">
        {before && status !== 'VOIDED' && <Left label={t('clock.opens')} until={opensAt} now={now} />}
        {running && !before && <Left label={t('clock.closes')} until={closesAt} now={now} />}
        {running && priceUntil && <Left label={t('clock.price')} until={priceUntil} now={now} />}
        {status === 'PAUSED' && resumesAt && <Left label={t('clock.resumes')} until={resumesAt} now={now} />}
        {status === 'PAUSED' && !resumesAt && <Text size="sm">{t('clock.stands')}</Text>}
        {!running && !before && status !== 'PAUSED' && <Text size="sm">{t('clock.over')}</Text>}
      </Group>
      <Text size="xs" className="quiet">
        {pausedAt ? `${formatInstant(pausedAt)} · ` : ''}
        {t('clock.extended', { count: extensions })} · {t('clock.server', { time: formatInstant(new Date(now).toISOString()) })}
      </Text>
    </Stack>
  );
}

function Left({ label, until, now }: { label: string; until: string; now: number }) {
  const left = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  const two = (count: number): string => String(count).padStart(2, '0');
  const hours = Math.floor(left / 3600);
  const text = `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
  return (
    <span title={until}>
      <Text span size="sm">
        {label}{' '}
      </Text>
      <Text span size="xl" fw={600} ff="monospace" c={left < 60 ? 'red' : undefined} data-auction-left={left} role="timer">
        {text}
      </Text>
    </span>
  );
}
