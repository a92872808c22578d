import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { UrgentDeskDocument } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { RequestSection } from './request-section';
import { useUrgentColumns } from './urgent-columns';

/** Rounds of a desk that is looked at: the hub tells what ran out, this tells how long is left. */
const roundMs = 15_000;

/** The desk: urgent requests by the time that is left, those of the reader or those he must answer. */
export default function UrgentPage() {
  const { t } = useTranslation('promise');
  const rights = useRights();
  const [url, setUrl] = useUrl();
  const usual = rights.has('order:place') ? 'buy' : 'sell';
  const side = url['side'] === 'sell' || url['side'] === 'buy' ? url['side'] : usual;
  const closed = url['closed'] === 'yes';
  const variables = { side: side === 'sell' ? ('SELL' as const) : ('BUY' as const), closed };
  const { data, error, refetch } = useQuery({
    queryKey: ['urgent-desk', variables],
    queryFn: ({ signal }) => ask(UrgentDeskDocument, variables, signal),
    refetchInterval: roundMs,
  });
  const columns = useUrgentColumns(side, (id) => setUrl({ id }));
  const rows = data?.urgentRequests ?? [];
  const open = rows.find(({ id }) => id === url['id']);
  const find = (
    <Button renderRoot={(props) => <Link {...props} to="/aog" />} variant={rows.length > 0 ? 'default' : 'filled'}>
      {t('desk.find')}
    </Button>
  );
  return (
    <Page title={t('desk.title')} below={t('desk.below')} actions={side === 'buy' && rights.has('order:place') && find}>
      <SegmentedControl
        aria-label={t('desk.which')}
        value={closed ? 'yes' : ''}
        onChange={(value) => setUrl({ closed: value || undefined, id: undefined })}
        data={[
          { value: '', label: t('desk.running') },
          { value: 'yes', label: t('desk.ended') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Empty
          title={t('desk.none')}
          text={t(side === 'buy' ? 'desk.noneBuy' : 'desk.noneSell')}
          action={side === 'buy' && find}
        />
      ) : (
        <DataTable
          label={t('desk.title')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          storageKey="urgent-desk"
          csvName="urgent"
          onOpen={(row) => setUrl({ id: row.id })}
          tone={(row) => (row.dueAt && Date.parse(row.dueAt) <= Date.now() ? 'bad' : undefined)}
        />
      )}
      {open && <RequestSection request={open} side={side} />}
    </Page>
  );
}
