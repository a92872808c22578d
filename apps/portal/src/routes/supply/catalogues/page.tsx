import { Anchor, Button, Stack } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type CatalogueCardFragment, CataloguesDocument } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { moving } from '../upload-state';
import { UploadTable } from '../upload-table';
import { CatalogueForm } from './catalogue-form';
import { FirstSteps } from './first-steps';

/** What this supplier offers, by catalogue, and the files on their way. */
export default function CataloguesPage() {
  const { t } = useTranslation('selling');
  const navigate = useNavigate();
  const rights = useRights();
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogues'],
    queryFn: ({ signal }) => ask(CataloguesDocument, {}, signal),
    refetchInterval: (query) => (query.state.data?.uploads.nodes.some((upload) => moving(upload.state)) ? 3_000 : false),
  });
  const columns = useCatalogueColumns();
  const open = (id: string): void => void navigate({ to: '/sell/catalogues/$catalogueId', params: { catalogueId: id } });
  const mayUpload = rights.has('catalogue:upload');
  return (
    <Page
      title={t('catalogues.title')}
      below={t('catalogues.below')}
      actions={
        mayUpload && (
          <>
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
              {t('catalogue.new')}
            </Button>
            <Button
              leftSection={<IconUpload size={16} aria-hidden />}
              renderRoot={(props) => <Link {...props} to="/sell/upload" />}
            >
              {t('upload.action')}
            </Button>
          </>
        )
      }
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          {mayUpload && <FirstSteps data={data} onCreate={() => setCreating(true)} />}
          {data.catalogues.length === 0 && !mayUpload && <Empty title={t('catalogues.none')} text={t('catalogues.noneText')} />}
          {data.catalogues.length > 0 && (
            <DataTable
              label={t('catalogues.title')}
              rows={data.catalogues}
              columns={columns}
              rowKey={(row) => row.id}
              onOpen={(row) => open(row.id)}
            />
          )}
          {data.uploads.nodes.length > 0 && (
            <Section title={t('uploads.title')}>
              <UploadTable uploads={data.uploads.nodes} catalogues={data.catalogues} />
            </Section>
          )}
        </Stack>
      )}
      {creating && (
        <CatalogueForm
          opened
          onClose={() => setCreating(false)}
          currency={data?.organization.organization.currency}
          onCreated={open}
        />
      )}
    </Page>
  );
}

function useCatalogueColumns(): DataColumn<CatalogueCardFragment>[] {
  const { t } = useTranslation('selling');
  return [
    {
      id: 'name',
      header: t('catalogue.name'),
      fixed: true,
      text: (row) => row.name,
      compare: (a, b) => a.name.localeCompare(b.name),
      cell: (row) => (
        <Anchor
          fw={600}
          renderRoot={(props) => <Link {...props} to="/sell/catalogues/$catalogueId" params={{ catalogueId: row.id }} />}
        >
          {row.name}
        </Anchor>
      ),
    },
    {
      id: 'state',
      header: t('catalogue.state'),
      cell: (row) =>
        row.version > 0 ? (
          <Status tone="good">{t('catalogue.published')}</Status>
        ) : (
          <Status tone="quiet">{t('catalogue.empty')}</Status>
        ),
    },
    {
      id: 'offers',
      header: t('catalogue.offers'),
      align: 'end',
      compare: (a, b) => a.activeOffers - b.activeOffers,
      cell: (row) => formatDecimal(String(row.activeOffers)),
    },
    {
      id: 'version',
      header: t('catalogue.version'),
      align: 'end',
      cell: (row) => (row.version > 0 ? formatDecimal(String(row.version)) : t('catalogue.noVersion')),
    },
    { id: 'currency', header: t('catalogue.currency'), cell: (row) => row.currency },
    {
      id: 'maker',
      header: t('catalogue.makerShort'),
      cell: (row) => (row.makerRule === 'FIXED' ? (row.makerName ?? row.makerCode ?? '') : t(`makerRule.${row.makerRule}`)),
    },
    {
      id: 'brake',
      header: t('catalogue.brakeShort'),
      align: 'end',
      cell: (row) => t('catalogue.percent', { percent: formatDecimal(row.withdrawPercentMax) }),
    },
    {
      id: 'created',
      header: t('catalogue.created'),
      cell: (row) => (
        <time dateTime={row.createdAt} title={row.createdAt}>
          {formatDate(row.createdAt)}
        </time>
      ),
    },
  ];
}
