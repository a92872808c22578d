import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';

/** The clock of the page by the second, for what ends soon. */
function useSecond(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long something still holds; red in the last two minutes. The instant stands on hover. */
export function TimeLeft({ until }: { until: string }) {
  const { t } = useTranslation('ui');
  const left = Math.max(0, Math.ceil((Date.parse(until) - useSecond()) / 1000));
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  const text =
    left === 0
      ? t('left.over')
      : hours > 0
        ? t('left.hours', { hours, minutes })
        : t('left.minutes', { minutes, seconds: String(seconds).padStart(2, '0') });
  return (
    <Text
      span
      size="sm"
      c={left < 120 ? 'red' : undefined}
      title={`${formatInstant(until)} · ${until}`}
      style={{ whiteSpace: 'nowrap' }}
    >
      {text}
    </Text>
  );
}
