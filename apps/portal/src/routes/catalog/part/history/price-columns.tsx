import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartPriceHistoryQuery } from '../../../../graphql/generated/graphql';
import { formatDate, formatMoney } from '../../../../i18n/format';
import type { DataColumn } from '../../../../ui/data-table';
import { PriceText, useBasisText } from '../../../../ui/shown/price';
import { Status } from '../../../../ui/shown/status';

type Row = PartPriceHistoryQuery['partPriceHistory'][number];

export function usePriceColumns(): DataColumn<Row>[] {
  const { t } = useTranslation('history');
  const basis = useBasisText();
  return useMemo((): DataColumn<Row>[] => {
    const day = (iso: string): string => formatDate(iso.slice(0, 10));
    return [
      {
        id: 'supplier',
        header: t('column.supplier'),
        fixed: true,
        cell: (row) => row.supplier.name,
        text: (row) => row.supplier.name,
      },
      {
        id: 'number',
        header: t('column.number'),
        cell: (row) => <span className="part-number">{row.supplierPart}</span>,
        text: (row) => row.supplierPart,
      },
      {
        id: 'price',
        header: t('column.listPrice'),
        align: 'end',
        width: 150,
        cell: (row) => <PriceText price={row.price} />,
        text: ({ price }) => `${formatMoney(price)} ${basis(price.basis, price.unit)}`,
      },
      {
        id: 'since',
        header: t('column.since'),
        cell: (row) => (row.since ? day(row.since) : <span className="quiet">{t('sinceUnknown')}</span>),
        text: (row) => row.since ?? '',
      },
      {
        id: 'until',
        header: t('column.until'),
        cell: (row) => (row.until ? day(row.until) : <Status tone="good">{t('now')}</Status>),
        text: (row) => row.until ?? '',
      },
    ];
  }, [t, basis]);
}
