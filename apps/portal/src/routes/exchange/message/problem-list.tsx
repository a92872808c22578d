import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemFactsFragment } from '../../../graphql/generated/graphql';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Status, type Tone } from '../../../ui/shown/status';

const tones: Readonly<Record<ProblemFactsFragment['severity'], Tone>> = { ERROR: 'bad', WARNING: 'attention', INFO: 'info' };

/** Every finding at once; its line leads into the document below. */
export function ProblemList({ problems }: { problems: readonly ProblemFactsFragment[] }) {
  const { t } = useTranslation('exchange');
  const columns: DataColumn<ProblemFactsFragment & { index: number }>[] = [
    {
      id: 'severity',
      header: t('problem.severity'),
      cell: (row) => <Status tone={tones[row.severity]}>{t(`severity.${row.severity}`)}</Status>,
    },
    { id: 'message', header: t('problem.message'), width: 280, text: (row) => row.message, cell: (row) => row.message },
    {
      id: 'line',
      header: t('problem.line'),
      align: 'end',
      text: (row) => String(row.line ?? ''),
      cell: (row) => (row.line == null ? <Nothing /> : <Anchor href={`#line-${row.line}`}>{row.line}</Anchor>),
    },
    {
      id: 'at',
      header: t('problem.at'),
      text: (row) => row.at,
      cell: (row) => (
        <span className="part-number" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {row.at}
        </span>
      ),
    },
    {
      id: 'code',
      header: t('problem.code'),
      text: (row) => row.code,
      cell: (row) => <span className="part-number">{row.code}</span>,
    },
  ];
  return (
    <DataTable
      label={t('message.problems')}
      rows={problems.map((problem, index) => ({ ...problem, index }))}
      columns={columns}
      rowKey={(row) => String(row.index)}
      keys={false}
    />
  );
}
