import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrdersQuery } from '../../../graphql/generated/graphql';
import { formatDate, formatInstant, formatMoney } from '../../../i18n/format';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { CodeName } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import { OrderState } from '../states';

export type Row = OrdersQuery['orders']['nodes'][number];
export type Side = 'buy' | 'sell';

/** What a list of orders shows of each. */
export function useColumns(side: Side): DataColumn<Row>[] {
  const { t } = useTranslation('procurement');
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('orders.number'),
        fixed: true,
        width: 180,
        sortable: true,
        cell: (order) => (
          <Group gap={2} wrap="nowrap">
            <Anchor component={Link} to={`/orders/${order.id}`} className="part-number" fw={600}>
              {order.number}
            </Anchor>
            <CodeText value={order.number} onlyCopy />
          </Group>
        ),
        text: (order) => order.number,
      },
      {
        id: 'status',
        header: t('orders.status'),
        width: 160,
        cell: (order) => <OrderState status={order.status} />,
        text: (order) => t(`orderStatus.${order.status}`),
      },
      {
        id: 'partner',
        header: side === 'buy' ? t('orders.supplier') : t('orders.buyer'),
        width: 200,
        cell: (order) => (side === 'buy' ? order.supplier.name : order.buyer.name),
        text: (order) => (side === 'buy' ? order.supplier.name : order.buyer.name),
      },
      {
        id: 'total',
        header: t('orders.total'),
        align: 'end',
        width: 110,
        cell: (order) => formatMoney(order.liveTotal),
        text: (order) => `${order.liveTotal.amount} ${order.liveTotal.currency}`,
      },
      {
        id: 'placed',
        header: t('orders.placed'),
        width: 160,
        sortable: true,
        cell: (order) => (
          <span className="one-line" title={order.placedAt}>
            {formatInstant(order.placedAt)}
          </span>
        ),
        text: (order) => order.placedAt,
      },
      {
        id: 'requested',
        header: t('orders.requested'),
        width: 110,
        cell: (order) =>
          order.requestedDelivery ? (
            <span className="one-line" title={order.requestedDelivery}>
              {formatDate(order.requestedDelivery)}
            </span>
          ) : (
            <Nothing />
          ),
        text: (order) => order.requestedDelivery ?? '',
      },
      {
        id: 'shipTo',
        header: t('orders.shipTo'),
        width: 160,
        cell: (order) => order.shipTo.name || order.shipTo.city,
        text: (order) => order.shipTo.name,
      },
      {
        id: 'channel',
        header: t('orders.channel'),
        hidden: true,
        cell: (order) => <CodeName family="channel" code={order.channel} />,
        text: (order) => order.channel,
      },
      {
        id: 'supplierNumber',
        header: t('orders.supplierNumber'),
        hidden: true,
        cell: (order) => order.supplierNumber ?? <Nothing />,
        text: (order) => order.supplierNumber ?? '',
      },
    ],
    [t, side],
  );
}

/** The same on a phone. */
export function OrderCard({ order, side }: { order: Row; side: Side }) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Anchor component={Link} to={`/orders/${order.id}`} className="part-number" fw={600}>
          {order.number}
        </Anchor>
        <OrderState status={order.status} />
      </Group>
      <Text size="sm">{side === 'buy' ? order.supplier.name : order.buyer.name}</Text>
      <Group justify="space-between" gap="sm">
        <Text size="xs" className="quiet">
          {formatInstant(order.placedAt)}
        </Text>
        <Text size="sm" fw={600}>
          {formatMoney(order.liveTotal)}
        </Text>
      </Group>
    </Stack>
  );
}
