import { Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { PromiseDatesDocument, PromiseSitesDocument } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Section } from '../../../ui/section';
import { Failure, Waiting } from '../../../ui/states';
import { usePromiseColumns } from './promise-columns';

interface Props {
  partId: string;
  wanted: string;
  needBy: string | null;
  /** The ship-to that the address names. */
  to: string | undefined;
  onTo: (siteId: string | undefined) => void;
}

/** When each offer can be on a dock of the reader, what stands behind the date, and how to hold it. */
export function PromiseDates({ partId, wanted, needBy, to, onTo }: Props) {
  const { t } = useTranslation('promise');
  const { data: known } = useQuery({
    queryKey: ['promise-sites'],
    queryFn: ({ signal }) => ask(PromiseSitesDocument, {}, signal),
  });
  const site = known?.sites.find(({ id }) => id === to);
  return (
    <Section title={t('dates.title')}>
      <Group align="flex-end" gap="md">
        <Select
          label={t('dates.shipTo')}
          description={t('dates.shipToHow')}
          data={(known?.sites ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
          value={site?.id ?? null}
          onChange={(value) => onTo(value ?? undefined)}
          placeholder={t('dates.choose')}
          clearable
          clearButtonProps={{ 'aria-label': t('dates.clear') }}
          w={300}
        />
      </Group>
      {site ? (
        <Dates partId={partId} quantity={wanted} needBy={needBy} siteId={site.id} />
      ) : (
        <Text size="sm" className="quiet">
          {known?.sites.length === 0 ? t('dates.noSite') : t('dates.none')}
        </Text>
      )}
    </Section>
  );
}

function Dates({
  partId,
  quantity,
  needBy,
  siteId,
}: {
  partId: string;
  quantity: string;
  needBy: string | null;
  siteId: string;
}) {
  const { t } = useTranslation('promise');
  const input = { lines: [{ partId, quantity, needBy }], shipTo: { siteId } };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['promise-dates', input],
    queryFn: ({ signal }) => ask(PromiseDatesDocument, { input }, signal),
    placeholderData: (previous) => previous,
    // Each answer is kept by the hub: it is asked for again when somebody wants it, not when a window gets the focus.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const columns = usePromiseColumns();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const line = data?.promise.lines[0];
  if (!line) return <Waiting />;
  if (line.promises.length === 0)
    return (
      <Text size="sm" className="quiet">
        {line.problem?.message ?? t('dates.noOffer')}
      </Text>
    );
  return (
    <DataTable
      label={t('dates.table')}
      rows={line.promises}
      columns={columns}
      rowKey={(row) => row.id}
      csvName="promises"
      stale={isPlaceholderData}
      keys={false}
    />
  );
}
