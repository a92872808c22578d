import { Anchor, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type PublicTenderRowFragment, PublicTendersDocument } from '../../../graphql/generated/graphql';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { type UrlPatch, useUrl } from '../../url';
import { Deadline } from '../shared/deadline';
import { PublicFrame } from './frame';
import { PublicState } from './state';

const pageSize = 50;
const toStart = { after: undefined, before: undefined };

/** Tenders that everybody reads about: those that take bids by their deadline, or those that have ended. */
export default function PublicTendersPage() {
  const { t } = useTranslation('notices');
  const [url, setUrl] = useUrl();
  return (
    <PublicFrame>
      <Page title={t('list.title')} below={t('list.below')}>
        <Filters url={url} setUrl={setUrl} />
        <Tenders url={url} setUrl={setUrl} />
      </Page>
    </PublicFrame>
  );
}

interface Props {
  url: Readonly<Record<string, string>>;
  setUrl: (patch: UrlPatch, options?: { replace?: boolean }) => void;
}

const stateOf = (url: Props['url']): 'OPEN' | 'ENDED' => (url['state'] === 'ended' ? 'ENDED' : 'OPEN');

function Filters({ url, setUrl }: Props) {
  const { t } = useTranslation('notices');
  const text = url['q'] ?? '';
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const later = useDebouncedCallback((q: string) => setUrl({ q, ...toStart }, { replace: true }), 300);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t('list.find')}
        placeholder={t('list.findHow')}
        type="search"
        maxLength={200}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          later(event.currentTarget.value);
        }}
      />
      <SegmentedControl
        aria-label={t('list.state')}
        data={(['OPEN', 'ENDED'] as const).map((value) => ({ value, label: t(`list.${value}`) }))}
        value={stateOf(url)}
        onChange={(value) => setUrl({ state: value === 'ENDED' ? 'ended' : undefined, ...toStart })}
      />
    </Group>
  );
}

function Tenders({ url, setUrl }: Props) {
  const { t } = useTranslation('notices');
  const navigate = useNavigate();
  const columns = useColumns();
  const state = stateOf(url);
  const place = url['before'] ? { last: pageSize, before: url['before'] } : { first: pageSize, after: url['after'] ?? null };
  const wanted = { state, search: url['q']?.trim() || null, ...place };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['public-tenders', wanted],
    queryFn: ({ signal }) => ask(PublicTendersDocument, wanted, signal),
    placeholderData: keepPreviousData,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const { nodes, pageInfo } = data.publicTenders;
  return (
    <>
      {nodes.length === 0 ? (
        <Nowhere found={wanted.search !== null} state={state} setUrl={setUrl} />
      ) : (
        <DataTable
          label={t('list.title')}
          rows={nodes}
          columns={columns}
          rowKey={({ ocid }) => ocid}
          onOpen={({ ocid }) => void navigate({ to: '/tenders/public/$ocid', params: { ocid } })}
          storageKey="tenders-public"
          csvName="public-tenders"
          stale={isPlaceholderData}
          card={(tender) => <Card tender={tender} />}
        />
      )}
      <Pager
        page={pageInfo}
        onPage={(where) => setUrl({ ...toStart, ...where })}
        shown={nodes.length > 0 ? t('list.shown', { count: nodes.length }) : undefined}
        busy={isPlaceholderData}
      />
    </>
  );
}

function Nowhere({ found, state, setUrl }: { found: boolean; state: 'OPEN' | 'ENDED'; setUrl: Props['setUrl'] }) {
  const { t } = useTranslation('notices');
  if (found)
    return (
      <Empty
        title={t('list.noneFound')}
        text={t('list.noneFoundText')}
        action={<Button onClick={() => setUrl({ q: undefined, ...toStart })}>{t('list.clear')}</Button>}
      />
    );
  if (state === 'ENDED') return <Empty title={t('list.noneEnded')} text={t('list.noneEndedText')} />;
  return (
    <Empty
      title={t('list.none')}
      text={t('list.noneText')}
      action={<Button onClick={() => setUrl({ state: 'ended', ...toStart })}>{t('list.toEnded')}</Button>}
    />
  );
}

const linesOf = ({ linesAsked }: PublicTenderRowFragment): string => String(linesAsked);

function TitleLink({ tender }: { tender: PublicTenderRowFragment }) {
  return (
    <Anchor component={Link} to={`/tenders/public/${tender.ocid}`} fw={600}>
      {tender.title}
    </Anchor>
  );
}

function useColumns(): DataColumn<PublicTenderRowFragment>[] {
  const { t } = useTranslation('notices');
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('list.titleOf'),
        fixed: true,
        width: 280,
        cell: (tender) => <TitleLink tender={tender} />,
        text: ({ title }) => title,
      },
      { id: 'number', header: t('list.number'), width: 150, cell: ({ number }) => number, text: ({ number }) => number },
      { id: 'buyer', header: t('list.buyer'), width: 200, cell: ({ buyer }) => buyer.name, text: ({ buyer }) => buyer.name },
      {
        id: 'deadline',
        header: t('list.deadline'),
        width: 240,
        cell: ({ closesAt, status }) => <Deadline at={closesAt} over={status !== 'ACTIVE'} />,
        text: ({ closesAt }) => closesAt,
      },
      { id: 'lines', header: t('list.lines'), width: 80, align: 'end', cell: linesOf, text: linesOf },
      {
        id: 'state',
        header: t('list.state'),
        width: 150,
        cell: (tender) => <PublicState of={tender} />,
        text: ({ status }) => t(`status.${status}`),
      },
    ],
    [t],
  );
}

function Card({ tender }: { tender: PublicTenderRowFragment }) {
  return (
    <Stack gap={4}>
      <TitleLink tender={tender} />
      <Text size="sm">
        {tender.number} · {tender.buyer.name}
      </Text>
      <Deadline at={tender.closesAt} over={tender.status !== 'ACTIVE'} />
      <PublicState of={tender} />
    </Stack>
  );
}
