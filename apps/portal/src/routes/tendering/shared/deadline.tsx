import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatAge, formatInstant } from '../../../i18n/format';
import { useMinute } from '../../../ui/shown/stock';
import { TimeLeft } from '../../../ui/shown/time-left';

/** What is nearer than this is counted down by the second. */
const countedHours = 24;

interface Lotted {
  closesAt?: string | null;
  lots: readonly { status: string; round: number; rounds: readonly { round: number; closesAt: string }[] }[];
}

/** The next deadline of a tender: that of the lot that closes first of those that take bids, else the first lot's. */
export function nextDeadline(tender: Lotted): string | undefined {
  const open = tender.lots
    .filter(({ status }) => status === 'BIDDING' || status === 'ANNOUNCED')
    .flatMap(({ round, rounds }) => rounds.filter((one) => one.round === round).map(({ closesAt }) => closesAt))
    .sort();
  return open[0] ?? tender.closesAt ?? undefined;
}

/** When bids close and how long that is; counted down on the last day, quiet once it is over. */
export function Deadline({ at, over }: { at: string | undefined; over: boolean }) {
  const { t } = useTranslation('tendering');
  const now = useMinute();
  if (!at)
    return (
      <Text span className="quiet" size="sm">
        {t('deadline.none')}
      </Text>
    );
  const left = Date.parse(at) - now;
  return (
    <Text span size="sm" component="span" title={at} style={{ whiteSpace: 'nowrap' }}>
      {formatInstant(at)}{' '}
      {!over && left > 0 && left < countedHours * 3_600_000 ? (
        <TimeLeft until={at} />
      ) : (
        <Text span size="xs" className="quiet">
          {formatAge(at, now)}
        </Text>
      )}
    </Text>
  );
}
