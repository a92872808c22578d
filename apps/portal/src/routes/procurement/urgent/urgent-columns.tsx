import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UrgentDeskQuery } from '../../../graphql/generated/graphql';
import { formatAge, formatDecimal, formatInstant } from '../../../i18n/format';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { useCodeNames } from '../../../ui/shown/code-name';
import { Status, type Tone } from '../../../ui/shown/status';

/** One urgent request on the desk. */
export type Urgent = UrgentDeskQuery['urgentRequests'][number];

const tones: Record<string, Tone> = { OPEN: 'waiting', ACCEPTED: 'info', SHIPPED: 'good', DECLINED: 'bad', CANCELLED: 'quiet' };

/** What runs out next and when, then what it is about. */
export function useUrgentColumns(side: 'buy' | 'sell', onOpen: (id: string) => void): DataColumn<Urgent>[] {
  const { t } = useTranslation('promise');
  const names = useCodeNames();
  const partner = (row: Urgent): string => (side === 'buy' ? row.supplier.name : row.buyer.name);
  return [
    {
      id: 'due',
      header: t('desk.left'),
      fixed: true,
      text: (row) => row.dueAt ?? '',
      cell: (row) => <Due request={row} />,
    },
    {
      id: 'number',
      header: t('desk.number'),
      text: (row) => row.number,
      cell: (row) => (
        <Anchor component="button" type="button" size="sm" onClick={() => onOpen(row.id)}>
          <span className="part-number">{row.number}</span>
        </Anchor>
      ),
    },
    {
      id: 'priority',
      header: t('intake.priority'),
      text: (row) => row.priority,
      cell: (row) => t(`priority.${row.priority}`, row.priority),
    },
    {
      id: 'status',
      header: t('desk.status'),
      text: (row) => t(`urgentStatus.${row.status}`),
      cell: (row) => <Status tone={tones[row.status] ?? 'quiet'}>{t(`urgentStatus.${row.status}`)}</Status>,
    },
    {
      id: 'part',
      header: t('aog.what'),
      text: (row) => `${row.quantity} ${row.orderUnit} ${row.supplierPart}`,
      cell: (row) => (
        <Text size="sm">
          {formatDecimal(row.quantity)} {names.unit(row.orderUnit, row.quantity)}{' '}
          <span className="part-number">{row.supplierPart}</span>
        </Text>
      ),
    },
    { id: 'partner', header: t(side === 'buy' ? 'dates.supplier' : 'desk.buyer'), text: partner, cell: partner },
    {
      id: 'tail',
      header: t('intake.tail'),
      text: (row) => [row.tail, row.groundedAt].filter(Boolean).join(', '),
      cell: (row) => [row.tail, row.groundedAt].filter(Boolean).join(', ') || <Nothing />,
    },
  ];
}

function Due({ request }: { request: Urgent }) {
  const { t } = useTranslation('promise');
  if (!request.dueAt || !request.dueClock) return <Nothing />;
  const late = Date.parse(request.dueAt) <= Date.now();
  return (
    <span title={formatInstant(request.dueAt)}>
      <Status tone={late ? 'bad' : 'waiting'}>
        {t(late ? 'desk.ranOut' : 'desk.runsOut', { clock: t(`clock.${request.dueClock}`), when: formatAge(request.dueAt) })}
      </Status>
    </span>
  );
}
