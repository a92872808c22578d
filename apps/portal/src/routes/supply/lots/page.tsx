import { Button, Stack } from '@mantine/core';
import { IconClipboard, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type OwnLotFilter, OwnLotsDocument, type OwnLotsQuery } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Section } from '../../../ui/section';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import type { Doing } from './lot';
import { useLotColumns } from './lot-columns';
import { LotFilters } from './lot-filters';
import { LotForm } from './lot-form';
import { LotPapers } from './lot-papers';
import { PasteLots } from './paste-lots';
import { PromiseForm } from './promise-form';
import { Promises } from './promises';

const pageSize = 100;

/** The filter that the URL holds; a day that is none is left out. */
function filterOf(url: Readonly<Record<string, string>>): OwnLotFilter {
  const [part, number, ends] = [url['part']?.trim(), url['number']?.trim(), url['ends']];
  return {
    ...(part ? { supplierPart: part } : {}),
    ...(number ? { number } : {}),
    ...(ends && /^\d{4}-\d{2}-\d{2}$/.test(ends) ? { endsBy: ends } : {}),
  };
}

/** What the units on the supplier's shelves are: lots and serials, their certificates, and what comes with every unit of an offer. */
export default function LotsPage() {
  const { t } = useTranslation('lots');
  const [url, change] = useUrl();
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const filter = filterOf(url);
  const { after, before, promisedAfter, promisedBefore } = url;
  const variables = {
    filter,
    ...(before ? { last: pageSize, before } : { first: pageSize, after }),
    ...(promisedBefore ? { promisedLast: pageSize, promisedBefore } : { promisedFirst: pageSize, promisedAfter }),
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['own-lots', variables],
    queryFn: ({ signal }) => ask(OwnLotsDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const close = (): void => setDoing(undefined);
  const state = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDoing({ what: 'lot' })}>
      {t('state')}
    </Button>
  );
  const none = data.ownLots.nodes.length === 0 && Object.keys(filter).length === 0;
  const papers = doing?.what === 'papers' ? data.ownLots.nodes.find(({ id }) => id === doing.lotId) : undefined;
  return (
    <Page
      title={t('title')}
      below={t('below')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconClipboard size={16} aria-hidden />}
            onClick={() => setDoing({ what: 'paste' })}
          >
            {t('paste')}
          </Button>
          {!none && state}
        </>
      }
    >
      {none ? (
        <Empty title={t('none')} text={t('noneText')} action={state} />
      ) : (
        <Lots data={data} stale={isPlaceholderData} onDo={setDoing} />
      )}
      <Section
        title={t('promises')}
        actions={
          <Button variant="default" onClick={() => setDoing({ what: 'promise' })}>
            {t('promise')}
          </Button>
        }
      >
        <Promises offers={data.promisedOffers.nodes} onChange={(offer) => setDoing({ what: 'promise', offer })} />
        <Pager
          page={data.promisedOffers.pageInfo}
          onPage={({ after, before }) => change({ promisedAfter: after, promisedBefore: before })}
          busy={isPlaceholderData}
        />
      </Section>
      {doing?.what === 'lot' && <LotForm lot={doing.lot} onClose={close} />}
      {doing?.what === 'paste' && <PasteLots onClose={close} />}
      {doing?.what === 'promise' && <PromiseForm offer={doing.offer} onClose={close} />}
      {papers && <LotPapers lot={papers} onClose={close} />}
    </Page>
  );
}

function Lots({ data, stale, onDo }: { data: OwnLotsQuery; stale: boolean; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('lots');
  const [, change] = useUrl();
  const columns = useLotColumns(onDo);
  const { nodes, pageInfo } = data.ownLots;
  const clear = { part: undefined, number: undefined, ends: undefined, after: undefined, before: undefined };
  return (
    <Stack gap="sm">
      <LotFilters />
      {nodes.length === 0 ? (
        <Empty
          title={t('noneFound')}
          text={t('noneFoundText')}
          action={
            <Button variant="default" onClick={() => change(clear)}>
              {t('clear')}
            </Button>
          }
        />
      ) : (
        <DataTable
          label={t('title')}
          rows={nodes}
          columns={columns}
          rowKey={(row) => row.id}
          storageKey="own-lots"
          csvName="lots"
          stale={stale}
        />
      )}
      <Pager
        page={pageInfo}
        onPage={({ after, before }) => change({ after, before })}
        shown={t('shown', { count: nodes.length })}
        busy={stale}
      />
    </Stack>
  );
}
