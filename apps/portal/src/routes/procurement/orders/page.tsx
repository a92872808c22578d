import { Button, Group, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type OrderOrder, type OrderStatus, OrdersDocument } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { listOf, listText, useUrl } from '../../url';
import { orderStatuses } from '../states';
import { OrderCard, type Side, useColumns } from './columns';

const pageSize = 50;

/** The order of the hub's list for a sorted column, and back. */
const sorts: Record<string, string> = { placed: 'PLACED_AT', number: 'NUMBER' };
const orderByOf = (sort: string | undefined): OrderOrder => {
  const [column = 'placed', direction = 'desc'] = (sort ?? 'placed-desc').split('-');
  return `${sorts[column] ?? 'PLACED_AT'}_${direction === 'asc' ? 'ASC' : 'DESC'}` as OrderOrder;
};

/** Orders placed or received, newest first. */
export default function OrdersPage() {
  const { t } = useTranslation('procurement');
  const navigate = useNavigate();
  const [url, setUrl] = useUrl();
  const rights = useRights();
  const sides: Side[] = [
    ...(rights.has('order:place') ? ['buy' as const] : []),
    ...(rights.has('order:confirm') ? ['sell' as const] : []),
  ];
  const side: Side = url['side'] === 'sell' || (url['side'] !== 'buy' && sides[0] === 'sell') ? 'sell' : 'buy';
  const status = listOf(url['status']).filter((s): s is OrderStatus => (orderStatuses as readonly string[]).includes(s));
  const text = url['q']?.trim();
  const variables = {
    filter: {
      side: side === 'buy' ? ('BUYER' as const) : ('SUPPLIER' as const),
      status: status.length > 0 ? status : null,
      text: text || null,
    },
    orderBy: orderByOf(url['sort']),
    ...(url['before'] ? { last: pageSize, before: url['before'] } : { first: pageSize, after: url['after'] ?? null }),
  };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['orders', variables],
    queryFn: ({ signal }) => ask(OrdersDocument, variables, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(side);
  const toStart = { after: undefined, before: undefined };
  const [column = 'placed', direction = 'desc'] = (url['sort'] ?? 'placed-desc').split('-');
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const { orders } = data;
  return (
    <Page
      title={side === 'buy' ? t('orders.placedTitle') : t('orders.receivedTitle')}
      below={t('orders.count', { count: orders.totalCount })}
      actions={
        sides.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('orders.side')}
            value={side}
            onChange={(next) => setUrl({ side: next, ...toStart })}
            data={sides.map((value) => ({ value, label: t(`orders.sideOf.${value}`) }))}
          />
        )
      }
    >
      <Group gap="sm" align="flex-end">
        <NumberFilter value={text ?? ''} onChange={(q) => setUrl({ q, ...toStart }, { replace: true })} />
        <MultiSelect
          label={t('orders.status')}
          placeholder={status.length === 0 ? t('orders.anyStatus') : undefined}
          data={orderStatuses.map((value) => ({ value, label: t(`orderStatus.${value}`) }))}
          value={status}
          onChange={(next) => setUrl({ status: listText(next), ...toStart })}
          clearable
          miw={240}
        />
      </Group>
      {orders.nodes.length === 0 ? (
        <NoOrders side={side} narrowed={Boolean(text) || status.length > 0} />
      ) : (
        <DataTable
          label={side === 'buy' ? t('orders.placedTitle') : t('orders.receivedTitle')}
          rows={orders.nodes}
          columns={columns}
          rowKey={(order) => order.id}
          onOpen={(order) => void navigate({ to: '/orders/$orderId', params: { orderId: order.id } })}
          storageKey={`orders-${side}`}
          csvName={`orders-${side}`}
          sorting={{
            by: { id: column, desc: direction !== 'asc' },
            onSort: ({ id, desc }) => setUrl({ sort: `${id}-${desc ? 'desc' : 'asc'}`, ...toStart }),
          }}
          stale={isPlaceholderData}
          tone={(order) => (order.status === 'CHANGE_PROPOSED' ? 'attention' : undefined)}
          card={(order) => <OrderCard order={order} side={side} />}
        />
      )}
      <Pager
        page={orders.pageInfo}
        onPage={(where) => setUrl({ ...toStart, ...where })}
        shown={orders.nodes.length > 0 ? t('orders.onPage', { count: orders.nodes.length }) : undefined}
        busy={isPlaceholderData}
      />
    </Page>
  );
}

function NumberFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('procurement');
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const later = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      label={t('orders.find')}
      placeholder={t('orders.findHow')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}

function NoOrders({ side, narrowed }: { side: Side; narrowed: boolean }) {
  const { t } = useTranslation('procurement');
  if (narrowed) return <Empty title={t('orders.noneNarrowed')} text={t('orders.noneNarrowedText')} />;
  if (side === 'sell') return <Empty title={t('orders.noneReceived')} text={t('orders.noneReceivedText')} />;
  return (
    <Empty
      title={t('orders.nonePlaced')}
      text={t('orders.nonePlacedText')}
      action={
        <Button component={Link} to="/search">
          {t('baskets.toSearch')}
        </Button>
      }
    />
  );
}
