import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CataloguesQuery } from '../../graphql/generated/graphql';
import { formatAge, formatDecimal, formatInstant } from '../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../ui/data-table';
import { useMinute } from '../../ui/shown/stock';
import { Scheduled } from './upload/review/schedule';
import { UploadStatus } from './upload-state';

type Upload = CataloguesQuery['uploads']['nodes'][number];

/** Files that were sent, newest first; each leads to its review. */
export function UploadTable({
  uploads,
  catalogues,
  keys,
}: {
  uploads: readonly Upload[];
  /** With several catalogues the table names them. */
  catalogues?: readonly { id: string; name: string }[];
  keys?: boolean;
}) {
  const { t } = useTranslation('selling');
  const navigate = useNavigate();
  const now = useMinute();
  const nameOf = (id: string | null | undefined): string => catalogues?.find((one) => one.id === id)?.name ?? '';
  const columns: DataColumn<Upload>[] = [
    {
      id: 'file',
      header: t('uploads.file'),
      fixed: true,
      cell: (row) => (
        <Anchor fw={600} renderRoot={(props) => <Link {...props} to="/sell/uploads/$uploadId" params={{ uploadId: row.id }} />}>
          {row.fileName}
        </Anchor>
      ),
    },
    { id: 'state', header: t('uploads.state'), cell: (row) => <StateCell upload={row} /> },
    {
      id: 'what',
      header: t('uploads.what'),
      cell: (row) => (row.catalogueId && nameOf(row.catalogueId)) || t(`uploadKind.${row.kind}`),
    },
    {
      id: 'rows',
      header: t('uploads.rows'),
      align: 'end',
      cell: (row) => (row.counts ? formatDecimal(String(row.counts.rows)) : <Nothing />),
    },
    {
      id: 'refused',
      header: t('uploads.refused'),
      align: 'end',
      cell: (row) => (row.counts ? formatDecimal(String(row.counts.refused)) : <Nothing />),
    },
    {
      id: 'sent',
      header: t('uploads.sent'),
      cell: (row) => (
        <time dateTime={row.createdAt} title={`${formatInstant(row.createdAt)} · ${row.createdAt}`}>
          {formatAge(row.createdAt, now)}
        </time>
      ),
    },
  ];
  return (
    <DataTable
      label={t('uploads.title')}
      rows={uploads}
      columns={columns}
      rowKey={(row) => row.id}
      keys={keys ?? false}
      onOpen={(row) => void navigate({ to: '/sell/uploads/$uploadId', params: { uploadId: row.id } })}
    />
  );
}

/** A staged file that waits for its day says when that is. */
function StateCell({ upload }: { upload: Upload }) {
  return (
    <>
      <UploadStatus state={upload.state} />
      {upload.state === 'STAGED' && <Scheduled at={upload.publishAt} zone={upload.publishZone} />}
    </>
  );
}
