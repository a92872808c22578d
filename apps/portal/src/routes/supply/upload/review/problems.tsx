import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemSeverity, UploadFactsFragment, UploadReviewQuery } from '../../../../graphql/generated/graphql';
import { download } from '../../../../graphql/transfer';
import { type DataColumn, DataTable, Nothing } from '../../../../ui/data-table';
import { Pager } from '../../../../ui/pager';
import { CodeText } from '../../../../ui/shown/code-text';
import { Status, type Tone } from '../../../../ui/shown/status';
import { Empty, Waiting } from '../../../../ui/states';
import { useUrl } from '../../../url';

type Connection = NonNullable<UploadReviewQuery['uploadProblems']>;
type Problem = Connection['nodes'][number];
const tones: Readonly<Record<ProblemSeverity, Tone>> = { ERROR: 'bad', WARNING: 'attention', INFO: 'info' };

/** Every finding at its line and column, and the refused rows as a file to correct and send again. */
export function Problems({
  upload,
  problems,
  stale,
}: {
  upload: UploadFactsFragment;
  problems: Connection | undefined;
  stale: boolean;
}) {
  const { t } = useTranslation('selling');
  const [, change] = useUrl();
  const columns = useColumns();
  if (!problems) return <Waiting />;
  if (problems.nodes.length === 0) return <Empty title={t('problems.none')} text={t('problems.noneText')} />;
  return (
    <Stack gap="sm">
      <DataTable
        label={t('review.problems')}
        rows={problems.nodes}
        columns={columns}
        rowKey={(row) => row.id}
        stale={stale}
        tone={(row) => (row.severity === 'ERROR' ? 'bad' : row.severity === 'WARNING' ? 'attention' : undefined)}
        tools={(upload.counts?.refused ?? 0) > 0 && <ProblemsFile uploadId={upload.id} />}
      />
      <Pager page={problems.pageInfo} onPage={({ after, before }) => change({ after, before })} busy={stale} />
    </Stack>
  );
}

function ProblemsFile({ uploadId }: { uploadId: string }) {
  const { t } = useTranslation('selling');
  const [busy, setBusy] = useState(false);
  const fetchFile = async (): Promise<void> => {
    setBusy(true);
    try {
      await download(`/api/v1/uploads/${uploadId}/problems.csv`, `problems-${uploadId}.csv`);
    } catch {
      notifications.show({ color: 'red', message: t('problems.downloadFailed') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={busy}
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => void fetchFile()}
    >
      {t('problems.download')}
    </Button>
  );
}

function useColumns(): DataColumn<Problem>[] {
  const { t } = useTranslation('selling');
  return [
    {
      id: 'line',
      header: t('rows.line'),
      align: 'end',
      cell: (row) => (row.line === 0 ? t('problems.wholeFile') : String(row.line)),
    },
    {
      id: 'severity',
      header: t('problems.severity'),
      cell: (row) => <Status tone={tones[row.severity]}>{t(`severity.${row.severity}`)}</Status>,
    },
    {
      id: 'part',
      header: t('rows.part'),
      cell: (row) => (row.supplierPart ? <CodeText value={row.supplierPart} size="sm" copy={false} /> : <Nothing />),
    },
    { id: 'column', header: t('problems.column'), cell: (row) => row.column ?? <Nothing /> },
    { id: 'message', header: t('problems.message'), width: 320, cell: (row) => row.message },
    {
      id: 'code',
      header: t('problems.code'),
      cell: (row) => <CodeText value={row.code} size="sm" copy={false} />,
    },
  ];
}
