import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { RetireSiteDocument, SitesDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { CodeName } from '../../../ui/shown/code-name';
import { Empty, Failure, Waiting } from '../../../ui/states';
import type { Site } from './site';
import { SiteForm } from './site-form';

/** Addresses of this organisation: where goods go, where invoices go, where stock lies. */
export default function SitesPage() {
  const { t } = useTranslation('organizations');
  const rights = useRights();
  const [editing, setEditing] = useState<Site | 'new' | undefined>(undefined);
  const [retiring, setRetiring] = useState<Site | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['sites'],
    queryFn: ({ signal }) => ask(SitesDocument, {}, signal),
  });
  const manage = rights.has('site:manage');
  const columns = useColumns(manage ? { edit: setEditing, retire: setRetiring } : undefined);
  const add = manage && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      {t('sites.add')}
    </Button>
  );
  return (
    <Page title={t('sites.title')} below={t('sites.below')} actions={add}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.sites.length === 0 ? (
        <Empty title={t('sites.none')} text={t('sites.noneText')} action={add} />
      ) : (
        <DataTable label={t('sites.title')} rows={data.sites} columns={columns} rowKey={(row) => row.id} csvName="sites" />
      )}
      {editing && data && (
        <SiteForm
          site={editing === 'new' ? undefined : editing}
          country={data.me.organization.country}
          onClose={() => setEditing(undefined)}
        />
      )}
      {retiring && <Retire site={retiring} onClose={() => setRetiring(undefined)} />}
    </Page>
  );
}

function Retire({ site, onClose }: { site: Site; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const retire = async (): Promise<boolean> => {
    const input = { siteId: site.id, expectedVersion: site.version };
    const done = await run(async () => (await ask(RetireSiteDocument, { input })).retireSite);
    if (done) await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('sites.retireTitle', { name: site.name })}
      consequence={t('sites.retireConsequence')}
      action={t('sites.retire')}
      onConfirm={retire}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}

function useColumns(act: { edit: (site: Site) => void; retire: (site: Site) => void } | undefined): DataColumn<Site>[] {
  const { t } = useTranslation('organizations');
  const columns: DataColumn<Site>[] = [
    {
      id: 'code',
      header: t('sites.code'),
      fixed: true,
      text: (row) => row.code,
      cell: (row) => <span className="part-number">{row.code}</span>,
    },
    { id: 'name', header: t('sites.name'), text: (row) => row.name, cell: (row) => row.name },
    {
      id: 'kinds',
      header: t('sites.kinds'),
      text: (row) => row.kinds.join(' '),
      cell: (row) => row.kinds.map((kind) => t(`siteKind.${kind}`)).join(', '),
    },
    {
      id: 'address',
      header: t('sites.address'),
      width: 240,
      text: ({ address: a }) => [...a.lines, a.postalCode ?? '', a.city, a.region ?? '', a.country].filter(Boolean).join(', '),
      cell: ({ address }) => (
        <Text size="sm" component="div">
          {address.lines.join(', ')}
          <br />
          {[address.postalCode, address.city, address.region].filter(Boolean).join(' ')}{' '}
          <CodeName family="country" code={address.country} />
        </Text>
      ),
    },
    {
      id: 'gln',
      header: 'GLN',
      text: (row) => row.gln ?? '',
      cell: (row) => (row.gln ? <span className="part-number">{row.gln}</span> : <Nothing />),
    },
  ];
  if (act)
    columns.push({
      id: 'action',
      header: t('action'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('sites.editOf', { name: row.name })}
            onClick={() => act.edit(row)}
          >
            {t('sites.edit')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('sites.retireOf', { name: row.name })}
            onClick={() => act.retire(row)}
          >
            {t('sites.retire')}
          </Button>
        </Group>
      ),
    });
  return columns;
}
