import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { BoughtTendersDocument } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { readList, sortingOf, TenderFilters } from '../shared/list-filters';
import { TenderCard, useTenderColumns } from '../shared/row-columns';
import { boughtStatuses } from '../shared/states';

/** The tenders of one's own organisation, drafts too. */
export default function BoughtTendersPage() {
  const { t } = useTranslation('tendering');
  const navigate = useNavigate();
  const [url, setUrl] = useUrl();
  const rights = useRights();
  const manage = rights.has('tender:manage');
  const { status, text, sort, variables } = readList(url, boughtStatuses);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['tenders', 'BUY', variables],
    queryFn: ({ signal }) => ask(BoughtTendersDocument, variables, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useTenderColumns('buy');
  const create = manage && (
    <Button component={Link} to="/buy/tenders/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.new')}
    </Button>
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const { nodes, pageInfo } = data.tenders;
  const narrowed = text !== '' || status.length > 0;
  const toStart = { after: undefined, before: undefined };
  return (
    <Page title={t('list.boughtTitle')} below={t('list.boughtBelow')} actions={create}>
      <TenderFilters text={text} status={status} known={boughtStatuses} setUrl={setUrl} />
      {nodes.length === 0 ? (
        <Empty
          title={t(narrowed ? 'list.noneNarrowed' : 'list.noneBought')}
          text={t(narrowed ? 'list.noneNarrowedText' : 'list.noneBoughtText')}
          action={narrowed ? rights.has('bid:submit') && <OtherSide q={text} /> : create}
        />
      ) : (
        <DataTable
          label={t('list.boughtTitle')}
          rows={nodes}
          columns={columns}
          rowKey={(tender) => tender.id}
          onOpen={({ id }) => void navigate({ to: '/buy/tenders/$tenderId', params: { tenderId: id } })}
          storageKey="tenders-buy"
          csvName="tenders"
          sorting={sortingOf(sort, setUrl)}
          stale={isPlaceholderData}
          tone={({ status: at }) => (at === 'CLOSED' || at === 'EVALUATION' ? 'attention' : undefined)}
          card={(tender) => <TenderCard tender={tender} side="buy" />}
        />
      )}
      <Pager
        page={pageInfo}
        onPage={(where) => setUrl({ ...toStart, ...where })}
        shown={nodes.length > 0 ? t('list.shown', { count: nodes.length }) : undefined}
        busy={isPlaceholderData}
      />
    </Page>
  );
}

/** Who buys and sells may have meant a tender of somebody else. */
function OtherSide({ q }: { q: string }) {
  const { t } = useTranslation('tendering');
  return (
    <Button component={Link} to="/sell/tenders" search={{ q } as never} variant="default">
      {t('list.lookOther')}
    </Button>
  );
}
