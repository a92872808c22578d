import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ClassificationsDocument, type ClassificationsQuery } from '../../../graphql/generated/graphql';
import { formatDecimal, formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { LoadForm } from './load-form';
import { MapForm } from './map-form';

type Release = ClassificationsQuery['classificationReleases'][number];

/** Published classifications by version, for the operator: loaded from files, mapped to each other. */
export default function ClassificationsPage() {
  const { t } = useTranslation('identity');
  const [doing, setDoing] = useState<'load' | 'map' | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['classifications'],
    queryFn: ({ signal }) => ask(ClassificationsDocument, {}, signal),
  });
  const columns = useColumns();
  const releases = data?.classificationReleases;
  return (
    <Page
      title={t('classes.title')}
      below={t('classes.below')}
      actions={
        <>
          {releases && releases.length > 1 && (
            <Button variant="default" onClick={() => setDoing('map')}>
              {t('classes.map')}
            </Button>
          )}
          <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setDoing('load')}>
            {t('classes.load')}
          </Button>
        </>
      }
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !releases ? (
        <Waiting />
      ) : releases.length === 0 ? (
        <Empty title={t('classes.none')} text={t('classes.noneText')} />
      ) : (
        <DataTable
          label={t('classes.title')}
          rows={releases}
          columns={columns}
          rowKey={(row) => `${row.system}-${row.version}`}
          csvName="classifications"
        />
      )}
      {doing === 'load' && <LoadForm onClose={() => setDoing(undefined)} />}
      {doing === 'map' && <MapForm releases={releases ?? []} onClose={() => setDoing(undefined)} />}
    </Page>
  );
}

function useColumns(): DataColumn<Release>[] {
  const { t } = useTranslation('identity');
  return [
    { id: 'system', header: t('classes.system'), fixed: true, text: (row) => row.system, cell: (row) => row.system },
    { id: 'version', header: t('classes.version'), text: (row) => row.version, cell: (row) => row.version },
    {
      id: 'current',
      header: t('classes.current'),
      cell: (row) => row.current && <Status tone="good">{t('classes.current')}</Status>,
    },
    {
      id: 'classes',
      header: t('classes.count'),
      align: 'end',
      text: (row) => String(row.classes),
      cell: (row) => formatDecimal(String(row.classes)),
    },
    { id: 'file', header: t('classes.file'), text: (row) => row.fileName, cell: (row) => row.fileName },
    {
      id: 'loaded',
      header: t('classes.loaded'),
      text: (row) => row.loadedAt,
      cell: (row) => formatInstant(row.loadedAt),
    },
  ];
}
