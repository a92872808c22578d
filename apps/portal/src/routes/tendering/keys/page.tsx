import { Button, List, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OfficerKeysDocument, type OfficerKeysQuery, RevokeOfficerKeyDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { canSeal, Fingerprint, NeedsCrypto } from '../shared/fingerprint';
import { MakeKey } from './make-key';

type Key = OfficerKeysQuery['officerKeys'][number];

/** Keys by which members of this organisation open sealed bids: each makes his own here and keeps it. */
export default function OfficerKeysPage() {
  const { t } = useTranslation('sealing');
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Key | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['officer-keys'],
    queryFn: ({ signal }) => ask(OfficerKeysDocument, {}, signal),
  });
  const columns = useColumns(setRevoking);
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!canSeal()} onClick={() => setMaking(true)}>
      {t('keys.make')}
    </Button>
  );
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: ['officer-keys'] });
  return (
    <Page title={t('keys.title')} below={t('keys.below')} actions={make}>
      <NeedsCrypto />
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.officerKeys.length === 0 ? (
        <Empty title={t('keys.none')} text={t('keys.noneText')} action={make} />
      ) : (
        <DataTable label={t('keys.title')} rows={data.officerKeys} columns={columns} rowKey={(row) => row.id} />
      )}
      <Section title={t('keys.how')}>
        <List size="sm" spacing={4}>
          {(['own', 'file', 'compare', 'recovery'] as const).map((rule) => (
            <List.Item key={rule}>{t(`keys.rules.${rule}`)}</List.Item>
          ))}
        </List>
      </Section>
      {making && <MakeKey onClose={() => setMaking(false)} onMade={changed} />}
      {revoking && <RevokeKey officerKey={revoking} onClose={() => setRevoking(undefined)} onRevoked={changed} />}
    </Page>
  );
}

function useColumns(onRevoke: (key: Key) => void): DataColumn<Key>[] {
  const { t } = useTranslation('sealing');
  const manage = useRights().has('tender:manage');
  return [
    { id: 'name', header: t('keys.holder'), fixed: true, cell: (row) => <strong>{row.name}</strong> },
    { id: 'kind', header: t('keys.kind'), cell: (row) => t(row.memberId ? 'keys.ofMember' : 'keys.ofRecovery') },
    {
      id: 'state',
      header: t('keys.state'),
      cell: (row) =>
        row.revokedAt ? <Status tone="quiet">{t('keys.revoked')}</Status> : <Status tone="good">{t('keys.good')}</Status>,
    },
    { id: 'fingerprint', header: t('fingerprint'), width: 340, cell: (row) => <Fingerprint publicKey={row.publicKey} /> },
    { id: 'registered', header: t('keys.registered'), cell: (row) => formatDate(row.registeredAt) },
    {
      id: 'action',
      header: t('keys.action'),
      cell: (row) =>
        manage &&
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

interface RevokeProps {
  officerKey: Key;
  onClose: () => void;
  onRevoked: () => Promise<void>;
}

function RevokeKey({ officerKey, onClose, onRevoked }: RevokeProps) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const revoke = async (): Promise<boolean> => {
    const input = { keyId: officerKey.id };
    const done = await submit.run(async () => (await ask(RevokeOfficerKeyDocument, { input })).revokeOfficerKey);
    if (done) await onRevoked();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('keys.revokeTitle', { name: officerKey.name })}
      consequence={t('keys.revokeConsequence')}
      action={t('keys.revoke')}
      onConfirm={revoke}
      danger
    >
      <Text size="sm">{t('keys.revokeShares')}</Text>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
    </Confirm>
  );
}
