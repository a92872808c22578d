import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type PartnershipFactsFragment, PartnershipsDocument } from '../../../graphql/generated/graphql';
import { formatDate } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Status, type Tone } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { Moves } from './moves';
import { ProposeForm } from './propose-form';

const tones: Readonly<Record<PartnershipFactsFragment['status'], Tone>> = {
  PROPOSED: 'waiting',
  ACTIVE: 'good',
  SUSPENDED: 'attention',
  ENDED: 'quiet',
};

/** With whom this organisation trades, on which terms, and what waits for an answer. */
export default function PartnershipsPage() {
  const { t } = useTranslation('organizations');
  const rights = useRights();
  const [proposing, setProposing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['partnerships'],
    queryFn: ({ signal }) => ask(PartnershipsDocument, {}, signal),
  });
  const manage = rights.has('partnership:manage');
  const columns = useColumns(data?.me.organization.id ?? '', manage);
  const propose = manage && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setProposing(true)}>
      {t('partnerships.propose')}
    </Button>
  );
  return (
    <Page title={t('partnerships.title')} below={t('partnerships.below')} actions={propose}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.partnerships.length === 0 ? (
        <Empty title={t('partnerships.none')} text={t('partnerships.noneText')} action={propose} />
      ) : (
        <DataTable
          label={t('partnerships.title')}
          rows={data.partnerships}
          columns={columns}
          rowKey={(row) => `${row.buyer.id} ${row.supplier.id}`}
          csvName="partnerships"
        />
      )}
      {proposing && data && <ProposeForm own={data.me.organization} onClose={() => setProposing(false)} />}
    </Page>
  );
}

function useColumns(ownId: string, manage: boolean): DataColumn<PartnershipFactsFragment>[] {
  const { t } = useTranslation('organizations');
  const partner = (row: PartnershipFactsFragment) => (row.buyer.id === ownId ? row.supplier : row.buyer);
  return [
    {
      id: 'partner',
      header: t('partnerships.partner'),
      fixed: true,
      text: (row) => partner(row).name,
      compare: (a, b) => partner(a).name.localeCompare(partner(b).name),
      cell: (row) => <strong>{partner(row).name}</strong>,
    },
    {
      id: 'side',
      header: t('partnerships.side'),
      text: (row) => t(row.buyer.id === ownId ? 'partnerships.weBuy' : 'partnerships.weSell'),
      cell: (row) => t(row.buyer.id === ownId ? 'partnerships.weBuy' : 'partnerships.weSell'),
    },
    {
      id: 'status',
      header: t('partnerships.state'),
      text: (row) => row.status,
      cell: (row) => (
        <Status tone={row.status === 'PROPOSED' && row.proposedBy !== ownId ? 'attention' : tones[row.status]}>
          {row.status === 'PROPOSED' && row.proposedBy !== ownId
            ? t('partnerships.waitsForYou')
            : t(`partnershipStatus.${row.status}`)}
        </Status>
      ),
    },
    {
      id: 'account',
      header: t('partnerships.account'),
      text: (row) => row.accountNumber ?? '',
      cell: (row) => (row.accountNumber ? <span className="part-number">{row.accountNumber}</span> : <Nothing />),
    },
    {
      id: 'payment',
      header: t('partnerships.payment'),
      text: (row) => row.paymentTerms ?? '',
      cell: (row) => row.paymentTerms ?? <Nothing />,
    },
    {
      id: 'delivery',
      header: t('partnerships.delivery'),
      text: (row) => (row.deliveryTerms ? `${row.deliveryTerms.code} ${row.deliveryTerms.place}` : ''),
      cell: (row) => (row.deliveryTerms ? `${row.deliveryTerms.code} ${row.deliveryTerms.place}` : <Nothing />),
    },
    {
      id: 'changed',
      header: t('partnerships.changed'),
      text: (row) => row.changedAt,
      cell: (row) => (
        <time dateTime={row.changedAt} title={row.changedAt}>
          {formatDate(row.changedAt)}
        </time>
      ),
    },
    { id: 'action', header: t('action'), cell: (row) => manage && <Moves row={row} ownId={ownId} /> },
  ];
}
