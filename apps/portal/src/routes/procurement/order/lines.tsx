import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import { PriceText } from '../../../ui/shown/price';
import type { Line, Order } from './order';
import { type ScheduleActions, ScheduleRow } from './schedule-row';

/** Each line as it was ordered, with its quantities beneath. */
export function OrderLines({ order, ...actions }: { order: Order } & ScheduleActions) {
  const { t } = useTranslation('procurement');
  return (
    <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('order.lines')}>
      {order.lines.map((line) => (
        <Paper key={line.id} withBorder component="li" p="md">
          <Stack gap="sm">
            <LineHead line={line} />
            <Stack
              gap={0}
              component="ul"
              p={0}
              m={0}
              style={{ listStyle: 'none' }}
              aria-label={t('order.quantitiesOf', { line: line.number })}
            >
              {line.schedules.map((schedule) => (
                <ScheduleRow key={schedule.id} order={order} line={line} schedule={schedule} {...actions} />
              ))}
            </Stack>
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function LineHead({ line }: { line: Line }) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const number = line.manufacturerPart ?? line.supplierPart;
  const others = [
    t('order.supplierPart', { number: line.supplierPart }),
    ...(line.buyerPart ? [t('order.buyerPart', { number: line.buyerPart })] : []),
    ...(line.alternatesConsent === 'NONE' ? [] : [t('consent.given', { level: t(`consent.${line.alternatesConsent}`) })]),
    ...(line.needBy ? [t('order.needBy', { date: formatDate(line.needBy) })] : []),
  ];
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Group gap="md" align="flex-start" wrap="nowrap">
        <Text span className="quiet figures" miw={28} title={t('order.lineNumber')}>
          {line.number}
        </Text>
        <Stack gap={2}>
          <Group gap={4}>
            <Anchor component={Link} to={`/parts/${line.partId}`} className="part-number" fw={600}>
              {number}
            </Anchor>
            <CodeText value={number} onlyCopy />
            {line.manufacturer && <Text size="sm">{line.manufacturer}</Text>}
            {line.ncnr && (
              <Badge variant="outline" color="orange" tt="none">
                {t('order.ncnr')}
              </Badge>
            )}
          </Group>
          {line.description && <Text size="sm">{line.description}</Text>}
          <Text size="xs" className="quiet">
            {others.join(' · ')}
          </Text>
          {line.note && (
            <Text size="xs" className="quiet">
              {t('order.lineNote', { note: line.note })}
            </Text>
          )}
        </Stack>
      </Group>
      <Group gap="md" align="flex-start">
        <Stack gap={0} ta="end" miw={80}>
          <Text span fw={600} style={{ whiteSpace: 'nowrap' }}>
            {t('order.quantity', {
              quantity: formatDecimal(normalise(line.quantity.value)),
              unit: names.unit(line.quantity.unit, line.quantity.value),
            })}
          </Text>
        </Stack>
        <div style={{ textAlign: 'end', minWidth: 110 }}>
          <PriceText price={line.price} source={line.priceSource} />
        </div>
        <Stack gap={0} ta="end" miw={110}>
          <Text span fw={600} style={{ whiteSpace: 'nowrap' }}>
            {formatMoney(line.liveAmount)}
          </Text>
          {line.liveAmount.amount !== line.amount.amount && (
            <Text span size="xs" className="quiet" td="line-through">
              {formatMoney(line.amount)}
            </Text>
          )}
          {line.charges.map((charge) => (
            <Text key={charge.code} span size="xs" className="quiet">
              {t('order.plusCharge', {
                name: names.name('charge', charge.code),
                money: formatMoney({ amount: charge.amount, currency: line.amount.currency }),
              })}
            </Text>
          ))}
        </Stack>
      </Group>
    </Group>
  );
}
