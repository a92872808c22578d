import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compare, normalise } from '#libs/kernel';
import type { PartHistoryQuery } from '../../../../graphql/generated/graphql';
import { formatDate, formatDecimal, formatMoney } from '../../../../i18n/format';
import { type DataColumn, Nothing } from '../../../../ui/data-table';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { PriceText, useBasisText } from '../../../../ui/shown/price';
import { Status } from '../../../../ui/shown/status';

type Row = PartHistoryQuery['partOrders'][number];

/** The last day on which a part of the line comes, of what was confirmed; undefined while a part has no day. */
function confirmedOn({ quantities }: Row): string | undefined {
  const live = quantities.filter(({ status }) => !['REJECTED', 'CANCELLED', 'CLOSED_SHORT'].includes(status));
  const days = live.flatMap(({ deliverOn }) => deliverOn ?? []);
  return live.length > 0 && days.length === live.length ? days.sort().at(-1) : undefined;
}

/** Against what was promised with the order, else against the day it was wanted. */
const measure = (row: Row): string | null => row.promisedOn ?? row.needBy ?? null;

export function useOrderColumns(): DataColumn<Row>[] {
  const { t } = useTranslation('history');
  const names = useCodeNames();
  const basis = useBasisText();
  return useMemo((): DataColumn<Row>[] => {
    const day = (iso: string | null | undefined) => (iso ? formatDate(iso) : <Nothing />);
    return [
      {
        id: 'placed',
        header: t('column.placed'),
        fixed: true,
        cell: (row) => formatDate(row.placedAt.slice(0, 10)),
        text: (row) => row.placedAt,
        compare: (a, b) => a.placedAt.localeCompare(b.placedAt),
      },
      {
        id: 'order',
        header: t('column.order'),
        fixed: true,
        cell: (row) => (
          <Anchor component={Link} to={`/orders/${row.orderId}`} className="one-line">
            {t('orderLine', { order: row.orderNumber, line: row.lineNumber })}
          </Anchor>
        ),
        text: (row) => `${row.orderNumber} ${row.lineNumber}`,
      },
      {
        id: 'supplier',
        header: t('column.supplier'),
        cell: (row) => row.supplier.name,
        text: (row) => row.supplier.name,
        compare: (a, b) => a.supplier.name.localeCompare(b.supplier.name),
      },
      {
        id: 'quantity',
        header: t('column.quantity'),
        align: 'end',
        cell: ({ quantity: { value, unit } }) => `${formatDecimal(normalise(value))} ${names.unit(unit, value)}`,
        text: (row) => row.quantity.value,
        compare: (a, b) => compare(a.quantity.value, b.quantity.value),
      },
      {
        id: 'price',
        header: t('column.price'),
        align: 'end',
        width: 150,
        cell: (row) => <PriceText price={row.price} source={row.priceSource} />,
        text: ({ price }) => `${formatMoney(price)} ${basis(price.basis, price.unit)}`,
      },
      {
        id: 'amount',
        header: t('column.amount'),
        align: 'end',
        cell: (row) => <span className="one-line">{formatMoney(row.lineAmount)}</span>,
        text: (row) => row.lineAmount.amount,
      },
      { id: 'needBy', header: t('column.needBy'), cell: (row) => day(row.needBy), text: (row) => row.needBy ?? '' },
      { id: 'promised', header: t('column.promised'), cell: (row) => day(row.promisedOn), text: (row) => row.promisedOn ?? '' },
      {
        id: 'confirmed',
        header: t('column.confirmed'),
        width: 150,
        cell: (row) => {
          const on = confirmedOn(row);
          const wanted = measure(row);
          if (!on) return <Nothing />;
          return wanted && on > wanted ? <Status tone="attention">{t('later', { day: formatDate(on) })}</Status> : formatDate(on);
        },
        text: (row) => confirmedOn(row) ?? '',
      },
    ];
  }, [t, names, basis]);
}
