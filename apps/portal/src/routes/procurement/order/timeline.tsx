import { Stack, Timeline as Steps, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import type { Order } from './order';

/** Who did what, when, through which channel; the newest first. */
export function OrderTimeline({ order }: { order: Order }) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const events = [...order.timeline].reverse();
  return (
    <Stack gap="md" component="section" aria-label={t('timeline.title')}>
      <Title order={2}>{t('timeline.title')}</Title>
      <Steps bulletSize={14} lineWidth={2} active={events.length}>
        {events.map((event) => {
          const party = event.side === 'BUYER' ? order.buyer.name : order.supplier.name;
          return (
            <Steps.Item key={event.seq} title={t(`timeline.kind.${event.kind}`)}>
              <Text size="sm">{event.memberName ? t('timeline.byMember', { member: event.memberName, party }) : party}</Text>
              <Text size="xs" className="quiet">
                <time dateTime={event.at} title={event.at}>
                  {formatInstant(event.at)}
                </time>
                {' · '}
                {names.name('channel', event.channel)}
              </Text>
              {event.despatchNumber && (
                <Text size="sm" className="quiet">
                  {t('goods.despatch', { number: event.despatchNumber })}
                </Text>
              )}
              {event.reason && (
                <Text size="sm" className="quiet">
                  {t('order.reason', { reason: event.reason })}
                </Text>
              )}
            </Steps.Item>
          );
        })}
      </Steps>
    </Stack>
  );
}
