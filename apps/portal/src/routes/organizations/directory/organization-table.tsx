import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryQuery } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { CodeName, useCodeNames } from '../../../ui/shown/code-name';
import { Status } from '../../../ui/shown/status';
import { LookForm } from './look-form';
import type { Row } from './row';
import { SuspendForm } from './suspend-form';

export function OrganizationTable({ data, stale }: { data: DirectoryQuery; stale: boolean }) {
  const { t } = useTranslation('organizations');
  const [suspending, setSuspending] = useState<Row | undefined>(undefined);
  const [looking, setLooking] = useState<Row | undefined>(undefined);
  const columns = useColumns(data.me.organization.id, { suspend: setSuspending, look: setLooking });
  return (
    <>
      <DataTable
        label={t('directory.title')}
        rows={data.organizations.nodes}
        columns={columns}
        rowKey={(row) => row.id}
        storageKey="directory"
        csvName="organisations"
        stale={stale}
        tone={(row) => (row.status === 'SUSPENDED' ? 'attention' : undefined)}
      />
      {suspending && <SuspendForm row={suspending} onClose={() => setSuspending(undefined)} />}
      {looking && <LookForm row={looking} onClose={() => setLooking(undefined)} />}
    </>
  );
}

function useColumns(ownId: string, act: { suspend: (row: Row) => void; look: (row: Row) => void }): DataColumn<Row>[] {
  const { t } = useTranslation('organizations');
  const names = useCodeNames();
  const code = (id: 'cage' | 'duns' | 'gln' | 'peppolId', header: string, hidden: boolean): DataColumn<Row> => ({
    id,
    header,
    hidden,
    text: (row) => row[id] ?? '',
    cell: (row) => (row[id] ? <span className="part-number">{row[id]}</span> : <Nothing />),
  });
  const roles = (row: Row): string => row.roles.map((role) => t(`organizationRole.${role}`)).join(', ');
  return [
    {
      id: 'name',
      header: t('organization.name'),
      fixed: true,
      text: (row) => row.name,
      cell: (row) => <strong>{row.name}</strong>,
    },
    { id: 'roles', header: t('organization.roles'), text: roles, cell: roles },
    {
      id: 'status',
      header: t('organization.status'),
      text: (row) => row.status,
      cell: (row) =>
        row.status === 'ACTIVE' ? (
          <Status tone="good">{t('organizationStatus.ACTIVE')}</Status>
        ) : (
          <Status tone="attention">{t('organizationStatus.SUSPENDED')}</Status>
        ),
    },
    {
      id: 'members',
      header: t('directory.members'),
      align: 'end',
      text: (row) => String(row.memberCount ?? ''),
      compare: (a, b) => (a.memberCount ?? 0) - (b.memberCount ?? 0),
      cell: (row) => (row.memberCount == null ? <Nothing /> : formatDecimal(String(row.memberCount))),
    },
    {
      id: 'country',
      header: t('organization.country'),
      text: (row) => names.country(row.country),
      cell: (row) => <CodeName family="country" code={row.country} />,
    },
    { id: 'currency', header: t('organization.currency'), text: (row) => row.currency, cell: (row) => row.currency },
    code('cage', 'CAGE', false),
    code('duns', 'D-U-N-S', true),
    code('gln', 'GLN', true),
    code('peppolId', 'Peppol', true),
    {
      id: 'joined',
      header: t('organization.joined'),
      text: (row) => row.createdAt,
      cell: (row) => formatDate(row.createdAt),
    },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        row.id !== ownId && (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t(row.status === 'ACTIVE' ? 'suspend.of' : 'suspend.resumeOf', { name: row.name })}
              onClick={() => act.suspend(row)}
            >
              {t(row.status === 'ACTIVE' ? 'suspend.name' : 'suspend.resume')}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('looks.of', { name: row.name })}
              onClick={() => act.look(row)}
            >
              {t('looks.name')}
            </Button>
          </Group>
        ),
    },
  ];
}
