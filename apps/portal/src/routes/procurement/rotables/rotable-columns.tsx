import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RotableRowFragment } from '../../../graphql/generated/graphql';
import { formatAge, formatInstant } from '../../../i18n/format';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { Status, type Tone } from '../../../ui/shown/status';

export type Rotable = RotableRowFragment;

const tones: Record<Rotable['status'], Tone> = {
  AWAITED: 'quiet',
  DUE: 'waiting',
  LATE: 'bad',
  ORDERED: 'waiting',
  SHIPPED: 'info',
  RECEIVED: 'info',
  INSPECTED: 'info',
  ACCEPTED: 'good',
  REJECTED: 'attention',
  BILLED: 'bad',
  QUOTED: 'attention',
  APPROVED: 'info',
  REFUSED: 'attention',
  REPAIRED: 'good',
  RETURNED: 'good',
  SCRAPPED: 'quiet',
  CANCELLED: 'quiet',
};

/** A state of a core or repair. */
export function RotableState({ status }: { status: Rotable['status'] }) {
  const { t } = useTranslation('rotables');
  return <Status tone={tones[status]}>{t(`status.${status}`)}</Status>;
}

/** Time left, then what it is about. */
export function useRotableColumns(side: 'buy' | 'sell', onOpen: (id: string) => void): DataColumn<Rotable>[] {
  const { t } = useTranslation('rotables');
  const partner = (row: Rotable): string => (side === 'buy' ? row.supplier.name : row.buyer.name);
  const serials = (row: Rotable): string => [row.outSerial, row.inSerial].map((serial) => serial ?? '–').join(' / ');
  return [
    { id: 'due', header: t('list.left'), fixed: true, text: (row) => row.dueAt ?? '', cell: (row) => <Due dueAt={row.dueAt} /> },
    {
      id: 'number',
      header: t('list.number'),
      text: (row) => row.number,
      cell: (row) => (
        <Anchor component="button" type="button" size="sm" onClick={() => onOpen(row.id)}>
          <span className="part-number">{row.number}</span>
        </Anchor>
      ),
    },
    { id: 'kind', header: t('list.kind'), text: (row) => t(`kind.${row.kind}`), cell: (row) => t(`kind.${row.kind}`) },
    {
      id: 'status',
      header: t('list.status'),
      text: (row) => t(`status.${row.status}`),
      cell: (row) => <RotableState status={row.status} />,
    },
    {
      id: 'part',
      header: t('list.part'),
      text: (row) => `${row.partNumber} ${row.description}`,
      cell: (row) => (
        <Text size="sm">
          <span className="part-number">{row.partNumber}</span> {row.description}
        </Text>
      ),
    },
    {
      id: 'serials',
      header: t('list.serials'),
      text: serials,
      cell: (row) => <span className="part-number">{serials(row)}</span>,
    },
    { id: 'partner', header: t(side === 'buy' ? 'list.supplier' : 'list.buyer'), text: partner, cell: partner },
  ];
}

/** How long is left; red when it has run out. */
export function Due({ dueAt }: { dueAt: string | null | undefined }) {
  const { t } = useTranslation('rotables');
  if (!dueAt) return <Nothing />;
  const late = Date.parse(dueAt) <= Date.now();
  return (
    <span title={formatInstant(dueAt)}>
      <Status tone={late ? 'bad' : 'waiting'}>{t(late ? 'list.ranOut' : 'list.runsOut', { when: formatAge(dueAt) })}</Status>
    </span>
  );
}
