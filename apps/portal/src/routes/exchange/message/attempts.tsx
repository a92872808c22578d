import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageQuery } from '../../../graphql/generated/graphql';
import { formatDecimal, formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Status } from '../../../ui/shown/status';

type Row = MessageQuery['message']['deliveryAttempts'][number];

/** Every try to deliver, with what the other side answered. */
export function Attempts({ attempts }: { attempts: readonly Row[] }) {
  const { t } = useTranslation('exchange');
  const columns: DataColumn<Row>[] = [
    { id: 'number', header: t('attempt.number'), align: 'end', cell: (row) => row.number },
    {
      id: 'when',
      header: t('messages.when'),
      cell: (row) => (
        <time dateTime={row.startedAt} title={row.startedAt}>
          {formatInstant(row.startedAt)}
        </time>
      ),
    },
    {
      id: 'outcome',
      header: t('attempt.outcome'),
      cell: (row) => <Status tone={row.outcome === 'DELIVERED' ? 'good' : 'bad'}>{t(`outcome.${row.outcome}`)}</Status>,
    },
    { id: 'status', header: t('attempt.status'), align: 'end', cell: (row) => row.status ?? <Nothing /> },
    {
      id: 'took',
      header: t('attempt.took'),
      align: 'end',
      cell: (row) => t('attempt.ms', { ms: formatDecimal(String(Date.parse(row.endedAt) - Date.parse(row.startedAt))) }),
    },
    {
      id: 'detail',
      header: t('attempt.detail'),
      width: 280,
      cell: (row) => (
        <>
          {row.detail && <Text size="sm">{row.detail}</Text>}
          {row.reply && (
            <details>
              <summary>{t('attempt.reply')}</summary>
              <Code block tabIndex={0}>
                {row.reply}
              </Code>
            </details>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      label={t('message.attempts')}
      rows={attempts}
      columns={columns}
      rowKey={(row) => String(row.startedAt)}
      keys={false}
    />
  );
}
