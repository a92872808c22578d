import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { RotablesDocument } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { useRotableColumns } from './rotable-columns';
import { RotableSection } from './rotable-section';

/** How often the list is read again: the hub tells what ran out, this tells how long is left. */
const roundMs = 15_000;

/** Cores and repairs by the time that is left: what the reader owes or sent, or what he waits for. */
export default function RotablesPage() {
  const { t } = useTranslation('rotables');
  const rights = useRights();
  const [url, setUrl] = useUrl();
  const usual = rights.has('order:place') ? 'buy' : 'sell';
  const side = url['side'] === 'sell' || url['side'] === 'buy' ? url['side'] : usual;
  const closed = url['closed'] === 'yes';
  const variables = { side: side === 'sell' ? ('SELL' as const) : ('BUY' as const), closed };
  const { data, error, refetch } = useQuery({
    queryKey: ['rotables', variables],
    queryFn: ({ signal }) => ask(RotablesDocument, variables, signal),
    refetchInterval: roundMs,
  });
  const columns = useRotableColumns(side, (id) => setUrl({ id }));
  const rows = data?.rotables ?? [];
  const open = rows.find(({ id }) => id === url['id']);
  return (
    <Page title={t('list.title')} below={t('list.below')}>
      <SegmentedControl
        aria-label={t('list.which')}
        value={closed ? 'yes' : ''}
        onChange={(value) => setUrl({ closed: value || undefined, id: undefined })}
        data={[
          { value: '', label: t('list.running') },
          { value: 'yes', label: t('list.ended') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Empty title={t('list.none')} text={t(side === 'buy' ? 'list.noneBuy' : 'list.noneSell')} />
      ) : (
        <DataTable
          label={t('list.title')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          storageKey="rotables"
          csvName="cores-and-repairs"
          onOpen={(row) => setUrl({ id: row.id })}
          tone={(row) => (row.dueAt && Date.parse(row.dueAt) <= Date.now() ? 'bad' : undefined)}
        />
      )}
      {open && <RotableSection rotable={open} side={side} />}
    </Page>
  );
}
