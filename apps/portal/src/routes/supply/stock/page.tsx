import { Button, Stack } from '@mantine/core';
import { IconClipboard, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OwnStockDocument, type OwnStockQuery, type StockFilter } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { isStale } from '../../../ui/shown/stock';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { AllAsCsv } from './all-as-csv';
import { Ledger } from './ledger';
import { PasteCounts } from './paste-counts';
import { useStockColumns } from './stock-columns';
import { StockFilters } from './stock-filters';
import type { StockRow } from './stock-row';

const pageSize = 100;
const day = 86_400_000;

/** The filter that the URL holds. "Older than a day" moves with the minute, so that a page stays the same while one pages on. */
export function filterOf(url: Readonly<Record<string, string>>): StockFilter {
  const part = url['part']?.trim();
  const place = url['place']?.trim();
  return {
    ...(part ? { supplierPart: part } : {}),
    ...(place ? { location: place } : {}),
    ...(url['stale'] ? { countedBefore: new Date(Math.floor(Date.now() / 60_000) * 60_000 - day).toISOString() } : {}),
  };
}

/** What lies where, how old the figure is and who said it; counts are reported line by line, by paste or by file. */
export default function StockPage() {
  const { t } = useTranslation('selling');
  const [url] = useUrl();
  const [pasting, setPasting] = useState(false);
  const filter = filterOf(url);
  const { after, before } = url;
  const variables = { filter, ...(before ? { last: pageSize, before } : { first: pageSize, after }) };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['own-stock', variables],
    queryFn: ({ signal }) => ask(OwnStockDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  const filtered = Object.keys(filter).length > 0;
  const paste = (
    <Button
      variant={data?.stock.nodes.length ? 'default' : 'filled'}
      leftSection={<IconClipboard size={16} aria-hidden />}
      onClick={() => setPasting(true)}
    >
      {t('stock.paste')}
    </Button>
  );
  return (
    <Page
      title={t('stock.title')}
      below={t('stock.below')}
      actions={
        <>
          {paste}
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/sell/upload" search={{ kind: 'stock' }} />}
          >
            {t('stock.file')}
          </Button>
        </>
      }
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.stock.nodes.length === 0 && !filtered ? (
        <Empty title={t('stock.none')} text={t('stock.noneText')} action={paste} />
      ) : (
        <StockTable data={data} stale={isPlaceholderData} filter={filter} />
      )}
      {pasting && <PasteCounts onClose={() => setPasting(false)} />}
    </Page>
  );
}

function StockTable({ data, stale, filter }: { data: OwnStockQuery; stale: boolean; filter: StockFilter }) {
  const { t } = useTranslation('selling');
  const [, change] = useUrl();
  const [ledger, setLedger] = useState<StockRow | undefined>(undefined);
  const columns = useStockColumns(setLedger);
  const { nodes, pageInfo } = data.stock;
  return (
    <Stack gap="sm">
      <StockFilters />
      {nodes.length === 0 ? (
        <Empty
          title={t('stock.noneFound')}
          text={t('stock.noneFoundText')}
          action={
            <Button
              variant="default"
              onClick={() => change({ part: undefined, place: undefined, stale: undefined, after: undefined, before: undefined })}
            >
              {t('stock.clear')}
            </Button>
          }
        />
      ) : (
        <DataTable
          label={t('stock.title')}
          rows={nodes}
          columns={columns}
          rowKey={(row) => `${row.offerId} ${row.location}`}
          storageKey="own-stock"
          stale={stale}
          tone={(row) => (row.source !== 'MANAGED' && isStale(row.asOf) ? 'attention' : undefined)}
          tools={<AllAsCsv filter={filter} columns={columns} />}
        />
      )}
      <Pager
        page={pageInfo}
        onPage={({ after, before }) => change({ after, before })}
        shown={t('stock.shown', { count: nodes.length })}
        busy={stale}
      />
      {ledger && <Ledger row={ledger} onClose={() => setLedger(undefined)} />}
    </Stack>
  );
}
