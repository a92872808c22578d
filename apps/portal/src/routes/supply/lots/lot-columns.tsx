import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { useCodeNames } from '../../../ui/shown/code-name';
import { calledOf, type Doing, type OwnLot } from './lot';

/** Part, lot, what the units are, how many, and what one can do about them. */
export function useLotColumns(onDo: (doing: Doing) => void): DataColumn<OwnLot>[] {
  const { t } = useTranslation('lots');
  const names = useCodeNames();
  const plain = (id: string, width: number, text: (row: OwnLot) => string): DataColumn<OwnLot> => ({
    id,
    header: t(`column.${id}`),
    width,
    text,
    cell: (row) => text(row) || <Nothing />,
  });
  const kinds = (row: OwnLot): string => row.certificates.map((kind) => names.name('certificate', kind)).join(', ');
  return [
    {
      id: 'part',
      header: t('column.part'),
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
    plain('lot', 150, calledOf),
    plain('location', 110, (row) => row.location),
    plain('condition', 150, (row) => `${row.condition} · ${names.name('condition', row.condition)}`),
    plain('certificates', 200, kinds),
    plain('trace', 120, (row) => t(`trace.${row.trace}`)),
    plain('shelfLife', 120, (row) => (row.shelfLifeOn ? formatDate(row.shelfLifeOn) : '')),
    {
      id: 'quantity',
      header: t('column.quantity'),
      align: 'end',
      text: (row) => row.quantity,
      cell: (row) => `${formatDecimal(row.quantity)} ${names.unit(row.orderUnit, row.quantity)}`,
    },
    {
      id: 'free',
      header: t('column.free'),
      align: 'end',
      text: (row) => row.free,
      cell: (row) => <strong>{formatDecimal(row.free)}</strong>,
    },
    {
      id: 'actions',
      header: t('column.actions'),
      width: 240,
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onDo({ what: 'papers', lotId: row.id })}
            aria-label={t('papersOf', { lot: calledOf(row), count: row.files.length })}
          >
            {t('papers', { count: row.files.length })}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onDo({ what: 'lot', lot: row })}
            aria-label={t('changeOf', { lot: calledOf(row) })}
          >
            {t('change')}
          </Button>
        </Group>
      ),
    },
  ];
}
