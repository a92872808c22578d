import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type AgreementFactsFragment, AgreementsDocument } from '../../../graphql/generated/graphql';
import { formatDate } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { AgreementForm } from './agreement-form';
import { EndForm } from './end-form';

type Opened = { kind: 'sign' } | { kind: 'replace' | 'end'; agreement: AgreementFactsFragment };

/** Agreements on either side: signed by the supplier, read by both. */
export default function AgreementsPage() {
  const { t } = useTranslation('pricing');
  const manage = useRights().has('agreement:manage');
  const [url, change] = useUrl();
  const { after, before } = url;
  const variables = before ? { last: 50, before } : { first: 50, after };
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['agreements', variables],
    queryFn: ({ signal }) => ask(AgreementsDocument, variables, signal),
  });
  const columns = useColumns(data?.me.organization.id ?? '', manage, setOpened);
  const own = data?.me.organization;
  const buyers = (data?.partnerships ?? [])
    .filter((one) => one.status === 'ACTIVE' && one.supplier.id === own?.id)
    .map((one) => one.buyer);
  const sign = manage && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ kind: 'sign' })}>
      {t('agreement.new')}
    </Button>
  );
  return (
    <Page title={t('agreement.title')} below={t('agreement.below')} actions={sign}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.agreements.nodes.length === 0 ? (
        <Empty title={t('agreement.none')} text={t('agreement.noneText')} action={sign} />
      ) : (
        <Stack gap="sm">
          <DataTable
            label={t('agreement.title')}
            rows={data.agreements.nodes}
            columns={columns}
            rowKey={(row) => row.id}
            csvName="agreements"
          />
          <Pager
            page={data.agreements.pageInfo}
            onPage={({ after, before }) => change({ after, before })}
            shown={t('agreement.shown', { count: data.agreements.nodes.length })}
          />
        </Stack>
      )}
      {own && opened && opened.kind !== 'end' && (
        <AgreementForm
          before={opened.kind === 'replace' ? opened.agreement : undefined}
          buyers={opened.kind === 'replace' ? [opened.agreement.buyer] : buyers}
          currency={own.currency}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened?.kind === 'end' && <EndForm agreement={opened.agreement} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function useColumns(ownId: string, manage: boolean, open: (what: Opened) => void): DataColumn<AgreementFactsFragment>[] {
  const { t } = useTranslation('pricing');
  const partner = (row: AgreementFactsFragment) => (row.supplier.id === ownId ? row.buyer : row.supplier);
  const today = new Date().toISOString().slice(0, 10);
  const term = ({ incoterm }: AgreementFactsFragment): string =>
    incoterm ? `${incoterm.code} ${incoterm.place} (${incoterm.edition})` : '';
  return [
    {
      id: 'number',
      header: t('agreement.number'),
      fixed: true,
      text: (row) => `${row.number} v${row.version}`,
      cell: (row) => (
        <span className="part-number">
          {row.number} · {t('agreement.version', { version: row.version })}
        </span>
      ),
    },
    {
      id: 'partner',
      header: t('agreement.partner'),
      text: (row) => partner(row).name,
      cell: (row) => <strong>{partner(row).name}</strong>,
    },
    {
      id: 'valid',
      header: t('agreement.valid'),
      text: (row) => `${row.validFrom} ${row.validTo}`,
      cell: (row) => (
        <span title={row.endReason ?? undefined}>
          {formatDate(row.validFrom)} – {formatDate(row.validTo)}
        </span>
      ),
    },
    {
      id: 'date',
      header: t('agreement.pricingDate'),
      text: (row) => row.pricingDate,
      cell: (row) => t(`pricingDate.${row.pricingDate}`),
    },
    {
      id: 'terms',
      header: t('agreement.terms'),
      text: (row) => String(row.terms.length),
      cell: (row) => t('agreement.termCount', { count: row.terms.length }),
    },
    {
      id: 'payment',
      header: t('agreement.paymentTerms'),
      text: (row) => row.paymentTerms ?? '',
      cell: (row) => row.paymentTerms ?? <Nothing />,
    },
    { id: 'delivery', header: t('agreement.delivery'), text: term, cell: (row) => term(row) || <Nothing /> },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        manage && row.supplier.id === ownId && row.validTo >= today ? (
          <Group gap={6} wrap="nowrap">
            <Button size="compact-xs" variant="default" onClick={() => open({ kind: 'replace', agreement: row })}>
              {t('agreement.replace')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => open({ kind: 'end', agreement: row })}>
              {t('agreement.end')}
            </Button>
          </Group>
        ) : null,
    },
  ];
}
