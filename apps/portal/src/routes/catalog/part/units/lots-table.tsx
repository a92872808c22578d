import { Anchor, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '../../../../graphql/transfer';
import { formatDate, formatDecimal } from '../../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../../ui/data-table';
import { type CodeNames, useCodeNames } from '../../../../ui/shown/code-name';
import type { LotRow } from './unit';

const papersOf = (row: LotRow, names: CodeNames): string =>
  row.certificates.map((kind) => names.name('certificate', kind)).join(', ');

/** Lots and serials with what they are; a certificate that its supplier shows can be fetched. */
export function LotsTable({ rows, number }: { rows: readonly LotRow[]; number: string }) {
  const { t } = useTranslation('units');
  return <DataTable label={t('title')} rows={rows} columns={useColumns()} rowKey={(row) => row.id} csvName={`lots-${number}`} />;
}

function useColumns(): DataColumn<LotRow>[] {
  const { t } = useTranslation('units');
  const names = useCodeNames();
  const column = (id: string, width: number, text: (row: LotRow) => string): DataColumn<LotRow> => ({
    id,
    header: t(`column.${id}`),
    width,
    text,
    cell: (row) => text(row) || <Nothing />,
  });
  return [
    column('supplier', 200, (row) => `${row.offer.supplier.name} · ${row.offer.supplierPart}`),
    column('lot', 170, (row) => row.serialNumber ?? row.lotNumber ?? ''),
    column('condition', 150, (row) => `${row.condition} · ${names.name('condition', row.condition)}`),
    column('trace', 130, (row) => t(`trace.${row.trace}`)),
    column('shelfLife', 140, (row) => (row.shelfLifeOn ? formatDate(row.shelfLifeOn) : t('notStated'))),
    column('free', 110, (row) => `${formatDecimal(row.free)} ${names.unit(row.offer.orderUnit, row.free)}`),
    column('location', 120, (row) => row.location),
    {
      id: 'papers',
      header: t('column.papers'),
      width: 260,
      text: (row) => papersOf(row, names),
      cell: (row) => (
        <Stack gap={2}>
          <span>{papersOf(row, names) || <Nothing />}</span>
          {row.files.map((file) => (
            <Anchor
              key={file.id}
              component="button"
              type="button"
              size="sm"
              ta="start"
              onClick={() => void download(`/api/v1/files/lot/${file.id}`, file.name)}
            >
              {t('fetch', { kind: names.name('certificate', file.kind), name: file.number ?? file.name })}
            </Anchor>
          ))}
        </Stack>
      ),
    },
  ];
}
