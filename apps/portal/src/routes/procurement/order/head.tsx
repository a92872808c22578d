import { DataList, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant, formatMoney } from '../../../i18n/format';
import { CodeName, useCodeNames } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import type { Order } from './order';

/** Parties, places, terms and sums of an order. */
export function OrderHead({ order }: { order: Order }) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const gone = order.total.amount !== order.liveTotal.amount;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md">
      <Block>
        <Fact name={t('order.buyer')}>{order.buyer.name}</Fact>
        <Fact name={t('order.supplier')}>{order.supplier.name}</Fact>
        {order.supplierNumber && (
          <Fact name={t('order.supplierNumber')}>
            <CodeText value={order.supplierNumber} size="sm" />
          </Fact>
        )}
        <Fact name={t('order.placed')}>
          <span title={order.placedAt}>{formatInstant(order.placedAt)}</span>
        </Fact>
        <Fact name={t('order.channel')}>
          <CodeName family="channel" code={order.channel} />
        </Fact>
      </Block>
      <Block>
        <Fact name={t('order.shipTo')}>
          <Place place={order.shipTo} />
        </Fact>
        <Fact name={t('order.billTo')}>
          <Place place={order.billTo} />
        </Fact>
      </Block>
      <Block>
        {order.requestedDelivery && <Fact name={t('order.requested')}>{formatDate(order.requestedDelivery)}</Fact>}
        {order.deliveryTerms && <Fact name={t('order.deliveryTerms')}>{order.deliveryTerms}</Fact>}
        {order.paymentTerms && <Fact name={t('order.paymentTerms')}>{order.paymentTerms}</Fact>}
        {order.note && <Fact name={t('order.note')}>{order.note}</Fact>}
        {order.private?.costReference && <Fact name={t('order.costReference')}>{order.private.costReference}</Fact>}
        {order.private?.internalNote && <Fact name={t('order.internalNote')}>{order.private.internalNote}</Fact>}
      </Block>
      <Block>
        <Fact name={gone ? t('order.liveTotal') : t('order.total')}>
          <Text span fw={700} size="lg">
            {formatMoney(order.liveTotal)}
          </Text>
        </Fact>
        {gone && <Fact name={t('order.totalPlaced')}>{formatMoney(order.total)}</Fact>}
        {order.charges.map((charge) => (
          <Fact key={charge.code} name={names.name('charge', charge.code)}>
            {formatMoney({ amount: charge.amount, currency: order.currency })}
          </Fact>
        ))}
        <Fact name={t('order.tax')}>{t('order.beforeTax')}</Fact>
      </Block>
    </SimpleGrid>
  );
}

function Block({ children }: { children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <DataList size="sm" orientation="vertical">
        {children}
      </DataList>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{name}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}

function Place({ place }: { place: Order['shipTo'] }) {
  const names = useCodeNames();
  const town = [place.postalCode, place.city, place.region].filter(Boolean).join(' ');
  return (
    <Stack gap={0} component="address" style={{ fontStyle: 'normal' }}>
      <Text span size="sm" fw={600}>
        {place.name || place.code}
      </Text>
      {[...place.lines, town, place.country ? names.country(place.country) : ''].filter(Boolean).map((line) => (
        <Text span size="sm" key={line}>
          {line}
        </Text>
      ))}
    </Stack>
  );
}
