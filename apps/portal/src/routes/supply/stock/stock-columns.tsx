import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDecimal } from '../../../i18n/format';
import type { DataColumn } from '../../../ui/data-table';
import { CodeName, useCodeNames } from '../../../ui/shown/code-name';
import { StockAge } from '../../../ui/shown/stock';
import { CountCell } from './count-cell';
import type { StockRow } from './stock-row';

const figure = (text: string): string => formatDecimal(normalise(text));

export function useStockColumns(onLedger: (row: StockRow) => void): DataColumn<StockRow>[] {
  const { t } = useTranslation('selling');
  const { t: s } = useTranslation('stock');
  const names = useCodeNames();
  return [
    {
      id: 'part',
      header: t('stock.part'),
      fixed: true,
      text: (row) => row.supplierPart,
      cell: (row) => (
        <Anchor
          className="part-number"
          renderRoot={(props) => <Link {...props} to="/parts/$partId" params={{ partId: row.partId }} />}
        >
          {row.supplierPart}
        </Anchor>
      ),
    },
    { id: 'name', header: t('stock.name'), width: 200, text: (row) => row.name, cell: (row) => row.name },
    { id: 'location', header: t('stock.location'), text: (row) => row.location, cell: (row) => row.location },
    {
      id: 'quantity',
      header: t('stock.quantity'),
      align: 'end',
      width: 150,
      text: (row) => normalise(row.quantity),
      // A place that is managed here is corrected with a reason, in its ledger.
      cell: (row) => (row.source === 'MANAGED' ? figure(row.quantity) : <CountCell row={row} />),
    },
    {
      id: 'reserved',
      header: t('stock.reserved'),
      align: 'end',
      text: (row) => normalise(row.reserved),
      cell: (row) => figure(row.reserved),
    },
    {
      id: 'free',
      header: t('stock.free'),
      align: 'end',
      text: (row) => normalise(row.free),
      cell: (row) => <strong>{figure(row.free)}</strong>,
    },
    {
      id: 'unit',
      header: t('stock.unit'),
      text: (row) => row.orderUnit,
      cell: (row) => <CodeName family="unit" code={row.orderUnit} />,
    },
    {
      id: 'age',
      header: t('stock.age'),
      text: (row) => `${row.asOf} ${names.name('stockSource', row.source)}`,
      cell: (row) => <StockAge asOf={row.asOf} source={row.source} />,
    },
    {
      id: 'ledger',
      header: s('ledger.open'),
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onLedger(row)}
          aria-label={s('ledger.openOf', { part: row.supplierPart, location: row.location })}
        >
          {s('ledger.open')}
        </Button>
      ),
    },
  ];
}
