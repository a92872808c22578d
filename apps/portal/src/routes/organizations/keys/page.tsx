import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ApiKeysDocument } from '../../../graphql/generated/graphql';
import { formatAge, formatDate } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Status } from '../../../ui/shown/status';
import { useMinute } from '../../../ui/shown/stock';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { listOf, useUrl } from '../../url';
import { usePermissionName } from '../role-name';
import type { Key } from './key';
import { KeyForm } from './key-form';
import { RevokeKey } from './revoke-key';

/** Keys by which machines act for this organisation. */
export default function KeysPage() {
  const { t } = useTranslation('organizations');
  const [url, change] = useUrl();
  const [revoking, setRevoking] = useState<Key | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => ask(ApiKeysDocument, {}, signal),
  });
  const columns = useColumns(setRevoking);
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ new: '1' })}>
      {t('keys.create')}
    </Button>
  );
  return (
    <Page title={t('keys.title')} below={t('keys.below')} actions={create}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.apiKeys.length === 0 ? (
        <Empty title={t('keys.none')} text={t('keys.noneText')} action={create} />
      ) : (
        <DataTable label={t('keys.title')} rows={data.apiKeys} columns={columns} rowKey={(row) => row.id} />
      )}
      {url['new'] && data && (
        <KeyForm
          offered={data.me.permissions}
          wished={listOf(url['new']).filter((scope) => data.me.permissions.includes(scope))}
          onClose={() => change({ new: undefined }, { replace: true })}
        />
      )}
      {revoking && <RevokeKey apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  );
}

function useColumns(onRevoke: (key: Key) => void): DataColumn<Key>[] {
  const { t } = useTranslation('organizations');
  const permission = usePermissionName();
  const now = useMinute();
  const ended = (key: Key): boolean => Date.parse(key.expiresAt) <= now;
  return [
    { id: 'name', header: t('keys.name'), fixed: true, cell: (row) => <strong>{row.name}</strong> },
    {
      id: 'prefix',
      header: t('keys.prefix'),
      cell: (row) => <span className="part-number">{t('keys.begins', { prefix: row.prefix })}</span>,
    },
    {
      id: 'state',
      header: t('keys.state'),
      cell: (row) =>
        row.revokedAt ? (
          <Status tone="quiet">{t('keys.revoked')}</Status>
        ) : ended(row) ? (
          <Status tone="bad">{t('keys.ended')}</Status>
        ) : (
          <Status tone="good">{t('keys.good')}</Status>
        ),
    },
    {
      id: 'scopes',
      header: t('keys.scopes'),
      width: 260,
      cell: (row) => <span title={row.scopes.join(' ')}>{row.scopes.map(permission).join(' · ')}</span>,
    },
    {
      id: 'used',
      header: t('keys.used'),
      cell: (row) => (row.lastUsedAt ? formatAge(row.lastUsedAt, now) : t('keys.never')),
    },
    { id: 'created', header: t('keys.created'), cell: (row) => formatDate(row.createdAt) },
    { id: 'ends', header: t('keys.ends'), cell: (row) => formatDate(row.expiresAt) },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        !row.revokedAt && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('keys.revokeOf', { name: row.name })}
            onClick={() => onRevoke(row)}
          >
            {t('keys.revoke')}
          </Button>
        ),
    },
  ];
}
