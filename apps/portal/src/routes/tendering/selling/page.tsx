import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OfferedTendersDocument } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { readList, sortingOf, TenderFilters } from '../shared/list-filters';
import { TenderCard, useTenderColumns } from '../shared/row-columns';
import { offeredStatuses } from '../shared/states';

/** Tenders of others that one may bid for: invited ones and open ones. */
export default function OfferedTendersPage() {
  const { t } = useTranslation('tendering');
  const navigate = useNavigate();
  const [url, setUrl] = useUrl();
  const { status, text, sort, variables } = readList(url, offeredStatuses);
  const invited = url['invited'] === 'yes';
  const wanted = { ...variables, invited };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['tenders', 'SELL', wanted],
    queryFn: ({ signal }) => ask(OfferedTendersDocument, wanted, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useTenderColumns('sell');
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const { nodes, pageInfo } = data.tenders;
  const narrowed = text !== '' || status.length > 0 || invited;
  const toStart = { after: undefined, before: undefined };
  return (
    <Page title={t('list.offeredTitle')} below={t('list.offeredBelow')}>
      <TenderFilters text={text} status={status} known={offeredStatuses} setUrl={setUrl} invited={invited} />
      {nodes.length === 0 ? (
        <Empty
          title={t(narrowed ? 'list.noneNarrowed' : 'list.noneOffered')}
          text={t(narrowed ? 'list.noneNarrowedText' : 'list.noneOfferedText')}
          action={
            !narrowed && (
              <Button component={Link} to="/organization/partnerships">
                {t('list.toPartners')}
              </Button>
            )
          }
        />
      ) : (
        <DataTable
          label={t('list.offeredTitle')}
          rows={nodes}
          columns={columns}
          rowKey={(tender) => tender.id}
          onOpen={({ id }) => void navigate({ to: '/sell/tenders/$tenderId', params: { tenderId: id } })}
          storageKey="tenders-sell"
          csvName="tenders"
          sorting={sortingOf(sort, setUrl)}
          stale={isPlaceholderData}
          tone={({ tally }) => (tally.lotsToConfirm > 0 ? 'attention' : undefined)}
          card={(tender) => <TenderCard tender={tender} side="sell" />}
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
