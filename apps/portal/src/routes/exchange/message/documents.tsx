import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MessageQuery } from '../../../graphql/generated/graphql';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { CodeText } from '../../../ui/shown/code-text';
import { Status, type Tone } from '../../../ui/shown/status';

type Row = MessageQuery['message']['documents'][number];
const tones: Readonly<Record<Row['state'], Tone>> = {
  RECEIVED: 'waiting',
  APPLIED: 'good',
  REFUSED: 'bad',
  IGNORED: 'quiet',
  QUEUED: 'waiting',
  SENT: 'good',
  DEAD: 'bad',
};

/** The business documents of a transmission, each with the order it made or moved. */
export function Documents({ documents }: { documents: readonly Row[] }) {
  const { t } = useTranslation('exchange');
  const columns: DataColumn<Row>[] = [
    { id: 'position', header: t('document.position'), align: 'end', cell: (row) => row.position },
    {
      id: 'kind',
      header: t('messages.kind'),
      cell: (row) => (
        <span title={row.coordinate}>
          {t(`document.${row.coordinate.replaceAll(':', '_').replaceAll('.', '-')}`, { defaultValue: row.coordinate })}
        </span>
      ),
    },
    {
      id: 'number',
      header: t('messages.number'),
      cell: (row) => (row.businessNumber ? <CodeText value={row.businessNumber} size="sm" /> : <Nothing />),
    },
    {
      id: 'state',
      header: t('messages.state'),
      cell: (row) => <Status tone={tones[row.state]}>{t(`documentState.${row.state}`)}</Status>,
    },
    {
      id: 'order',
      header: t('document.order'),
      cell: (row) =>
        row.orderId ? (
          <Anchor renderRoot={(props) => <Link {...props} to="/orders/$orderId" params={{ orderId: row.orderId! }} />}>
            {t('document.openOrder')}
          </Anchor>
        ) : (
          <Nothing />
        ),
    },
  ];
  return <DataTable label={t('message.documents')} rows={documents} columns={columns} rowKey={(row) => row.id} keys={false} />;
}
