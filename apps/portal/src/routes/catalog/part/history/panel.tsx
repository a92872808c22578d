import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { PartHistoryDocument, PartPriceHistoryDocument } from '../../../../graphql/generated/graphql';
import { useRights } from '../../../../shell/me';
import { DataTable } from '../../../../ui/data-table';
import { Section } from '../../../../ui/section';
import { Empty, Failure, Waiting } from '../../../../ui/states';
import { useOrderColumns } from './order-columns';
import { usePriceColumns } from './price-columns';

/** What the reader's organisation has ordered of the part, and what its offers have cost. */
export function HistoryPanel({ partId, number }: { partId: string; number: string }) {
  const { t } = useTranslation('history');
  const rights = useRights();
  if (!rights.has('order:read') && !rights.has('price:read')) return null;
  return (
    <Section title={t('title')}>
      <Stack gap="lg">
        {rights.has('order:read') && <Orders partId={partId} number={number} />}
        {rights.has('price:read') && <Prices partId={partId} number={number} />}
      </Stack>
    </Section>
  );
}

function Orders({ partId, number }: { partId: string; number: string }) {
  const { t } = useTranslation('history');
  const columns = useOrderColumns();
  const { data, error, refetch } = useQuery({
    queryKey: ['part-orders', partId],
    queryFn: ({ signal }) => ask(PartHistoryDocument, { partId }, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.partOrders.length === 0) return <Empty title={t('noOrders')} text={t('noOrdersText')} />;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('orders')}</Title>
      <DataTable
        label={t('ordersOf', { number })}
        rows={data.partOrders}
        columns={columns}
        rowKey={(row) => `${row.orderId} ${row.lineNumber}`}
        csvName={`orders-${number}`}
        keys={false}
        maxHeight="24rem"
      />
    </Stack>
  );
}

function Prices({ partId, number }: { partId: string; number: string }) {
  const { t } = useTranslation('history');
  const columns = usePriceColumns();
  const { data, error, refetch } = useQuery({
    queryKey: ['part-price-history', partId],
    queryFn: ({ signal }) => ask(PartPriceHistoryDocument, { partId }, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || data.partPriceHistory.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('prices')}</Title>
      <DataTable
        label={t('pricesOf', { number })}
        rows={data.partPriceHistory}
        columns={columns}
        rowKey={(row) => `${row.offerId} ${row.since ?? ''}`}
        csvName={`prices-${number}`}
        keys={false}
        maxHeight="24rem"
      />
    </Stack>
  );
}
