import { Alert, Anchor, Button, Group, Table } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlaceOrderMutation } from '../../../graphql/generated/graphql';
import { formatMoney } from '../../../i18n/format';
import { Page } from '../../../ui/page';

/** What became of the basket. */
export function Placed({ orders }: { orders: NonNullable<PlaceOrderMutation['placeOrder']['orders']> }) {
  const { t } = useTranslation('procurement');
  return (
    <Page title={t('placed.title', { count: orders.length })}>
      <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
        {t('placed.text', { count: orders.length })}
      </Alert>
      <Table aria-label={t('placed.title', { count: orders.length })} maw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('orders.number')}</Table.Th>
            <Table.Th>{t('orders.supplier')}</Table.Th>
            <Table.Th className="figures">{t('orders.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map((order) => (
            <Table.Tr key={order.id}>
              <Table.Td>
                <Anchor component={Link} to={`/orders/${order.id}`} className="part-number" fw={600}>
                  {order.number}
                </Anchor>
              </Table.Td>
              <Table.Td>{order.supplier.name}</Table.Td>
              <Table.Td className="figures">{formatMoney(order.total)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button component={Link} to="/orders" search={{ side: 'buy' } as never} variant="default">
          {t('placed.all')}
        </Button>
        <Button component={Link} to="/search">
          {t('baskets.toSearch')}
        </Button>
      </Group>
    </Page>
  );
}
