import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { StockHoldsDocument } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { type HoldRow, useHoldColumns } from './hold-columns';
import { PolicyForm } from './policy-form';
import { ReleaseDialog } from './release-dialog';

const pageSize = 100;

/** What buyers hold of one's stock, those that end first on top, and how long they may. */
export default function HoldsPage() {
  const { t } = useTranslation('stock');
  const [{ after, before }, change] = useUrl();
  const [releasing, setReleasing] = useState<HoldRow | undefined>(undefined);
  const [editing, setEditing] = useState(false);
  const columns = useHoldColumns(setReleasing);
  const variables = {
    filter: { side: 'SUPPLIER' as const, status: 'HELD' as const },
    ...(before ? { last: pageSize, before } : { first: pageSize, after }),
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['stock-holds', variables],
    queryFn: ({ signal }) => ask(StockHoldsDocument, variables, signal),
    placeholderData: (previous) => previous,
    refetchInterval: 30_000,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { nodes, pageInfo } = data.stockHolds;
  const terms = (
    <Button variant="default" onClick={() => setEditing(true)}>
      {t('policy.change')}
    </Button>
  );
  return (
    <Page title={t('holds.title')} below={t('holds.below')} actions={terms}>
      {nodes.length === 0 ? (
        <Empty title={t('holds.none')} text={t('holds.noneText')} action={terms} />
      ) : (
        <DataTable
          label={t('holds.title')}
          rows={nodes}
          columns={columns}
          rowKey={(row) => row.id}
          storageKey="stock-holds"
          stale={isPlaceholderData}
        />
      )}
      <Pager
        page={pageInfo}
        onPage={({ after, before }) => change({ after, before })}
        shown={t('holds.shown', { count: nodes.length })}
        busy={isPlaceholderData}
      />
      {releasing && <ReleaseDialog hold={releasing} onClose={() => setReleasing(undefined)} />}
      {editing && <PolicyForm policy={data.holdPolicy} onClose={() => setEditing(false)} />}
    </Page>
  );
}
