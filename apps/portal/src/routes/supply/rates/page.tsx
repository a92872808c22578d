import { Button, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboard } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import {
  ExchangeRatesDocument,
  type ExchangeRatesQuery,
  ImportExchangeRatesDocument,
  RemoveExchangeRateDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';

type Rate = ExchangeRatesQuery['exchangeRates']['nodes'][number];

/** Rates by which prices are shown in another currency. */
export default function RatesPage() {
  const { t } = useTranslation('pricing');
  const manage = useRights().has('rate:manage');
  const [url, change] = useUrl();
  const { after, before } = url;
  const variables = before ? { last: 100, before } : { first: 100, after };
  const [pasting, setPasting] = useState(false);
  const [leaving, setLeaving] = useState<Rate | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['exchange-rates', variables],
    queryFn: ({ signal }) => ask(ExchangeRatesDocument, variables, signal),
  });
  const columns = useColumns(manage, setLeaving);
  const paste = manage && (
    <Button leftSection={<IconClipboard size={16} aria-hidden />} onClick={() => setPasting(true)}>
      {t('rates.paste')}
    </Button>
  );
  return (
    <Page title={t('rates.title')} below={t('rates.below')} actions={paste}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.exchangeRates.nodes.length === 0 ? (
        <Empty title={t('rates.none')} text={t('rates.noneText')} action={paste} />
      ) : (
        <Stack gap="sm">
          <DataTable
            label={t('rates.title')}
            rows={data.exchangeRates.nodes}
            columns={columns}
            rowKey={(row) => row.id}
            csvName="exchange-rates"
          />
          <Pager
            page={data.exchangeRates.pageInfo}
            onPage={({ after, before }) => change({ after, before })}
            shown={t('rates.shown', { count: data.exchangeRates.nodes.length })}
          />
        </Stack>
      )}
      {pasting && <PasteRates onClose={() => setPasting(false)} />}
      {leaving && (
        <Confirm
          opened
          onClose={() => setLeaving(undefined)}
          title={t('rates.removeTitle', { from: leaving.from, to: leaving.to })}
          consequence={t('rates.removeText')}
          action={t('rates.remove')}
          onConfirm={async () => {
            await ask(RemoveExchangeRateDocument, { input: { rateId: leaving.id } });
            await refetch();
            return true;
          }}
        />
      )}
    </Page>
  );
}

function PasteRates({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('pricing');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [csv, setCsv] = useState('date;from;to;rate;source\n');
  const send = async (): Promise<boolean> => {
    const done = await submit.run(async () => (await ask(ImportExchangeRatesDocument, { input: { csv } })).importExchangeRates);
    if (!done) return false;
    notifications.show({ message: t('rates.written', { count: done.written ?? 0 }) });
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('rates.paste')}
      action={t('save')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={[]}
    >
      <Textarea
        label={t('rates.csv')}
        description={t('rates.csvHow')}
        autosize
        minRows={6}
        maxRows={20}
        data-autofocus
        value={csv}
        onChange={(event) => setCsv(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    </FormDialog>
  );
}

function useColumns(manage: boolean, leave: (rate: Rate) => void): DataColumn<Rate>[] {
  const { t } = useTranslation('pricing');
  return [
    {
      id: 'pair',
      header: t('rates.pair'),
      fixed: true,
      text: (row) => `${row.from} ${row.to}`,
      cell: (row) => <strong>{t('rates.pairText', { from: row.from, to: row.to })}</strong>,
    },
    {
      id: 'rate',
      header: t('rates.rate'),
      align: 'end',
      text: (row) => row.rate,
      cell: (row) => formatDecimal(normalise(row.rate)),
    },
    {
      id: 'kind',
      header: t('rates.kind'),
      text: (row) => row.kind,
      cell: (row) => t(`rateKind.${row.kind}`, { partner: row.partner?.name ?? '' }),
    },
    { id: 'source', header: t('rates.source'), text: (row) => row.source, cell: (row) => row.source },
    {
      id: 'valid',
      header: t('agreement.valid'),
      text: (row) => `${row.validFrom} ${row.validTo ?? ''}`,
      cell: (row) => (row.validTo ? `${formatDate(row.validFrom)} – ${formatDate(row.validTo)}` : formatDate(row.validFrom)),
    },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        manage && row.own ? (
          <Button size="compact-xs" variant="default" onClick={() => leave(row)}>
            {t('rates.remove')}
          </Button>
        ) : null,
    },
  ];
}
