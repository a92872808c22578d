import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section';
import type { Order } from '../order/order';
import { Due, RotableState } from './rotable-columns';

/** The cores of what was bought in exchange: the unit that came, the unit that goes back, and how long is left. */
export function OrderCores({ order }: { order: Order }) {
  const { t } = useTranslation('rotables');
  const side = order.side === 'BUYER' ? 'buy' : 'sell';
  return (
    <Section title={t('order.title')}>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('order.title')}>
        {order.cores.map((core) => (
          <Group key={core.id} component="li" gap="sm">
            <Anchor component={Link} to={`/rotables?side=${side}&id=${core.id}` as '/'} size="sm">
              <span className="part-number">{core.number}</span>
            </Anchor>
            <RotableState status={core.status} />
            <Text size="sm">{t('order.serials', { out: core.outSerial ?? '–', in: core.inSerial ?? '–' })}</Text>
            <Due dueAt={core.dueAt} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
