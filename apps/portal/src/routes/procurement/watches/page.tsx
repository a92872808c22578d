import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  ReadWatchNoticesDocument,
  RemoveWatchDocument,
  type WatchCardFragment,
  WatchesDocument,
  type WatchesQuery,
} from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Section } from '../../../ui/section';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { WatchForm } from './watch-form';

const pageSize = 50;
type Notice = WatchesQuery['watchNotices']['nodes'][number];

/** What one watches, and what changed. */
export default function WatchesPage() {
  const { t } = useTranslation('watch');
  const [{ after, before }, change] = useUrl();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<WatchCardFragment | 'new' | undefined>(undefined);
  const variables = before ? { last: pageSize, before } : { first: pageSize, after };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['watches', variables],
    queryFn: ({ signal }) => ask(WatchesDocument, variables, signal),
    placeholderData: (previous) => previous,
    refetchInterval: 60_000,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { nodes, pageInfo } = data.watchNotices;
  const unread = nodes.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  const read = async (): Promise<void> => {
    await ask(ReadWatchNoticesDocument, { noticeIds: unread });
    await queries.invalidateQueries();
  };
  const remove = async (watchId: string): Promise<void> => {
    await ask(RemoveWatchDocument, { watchId });
    await queries.invalidateQueries();
  };
  const create = <Button onClick={() => setEditing('new')}>{t('create')}</Button>;
  return (
    <Page title={t('title')} below={t('below')} actions={create}>
      <Stack gap="lg">
        <Section
          title={t('notices')}
          actions={
            unread.length > 0 && (
              <Button size="xs" variant="default" onClick={() => void read()}>
                {t('markRead', { count: unread.length })}
              </Button>
            )
          }
        >
          {nodes.length === 0 ? (
            <Text className="quiet">{t('noNotices')}</Text>
          ) : (
            nodes.map((notice) => <NoticeLine key={notice.id} notice={notice} />)
          )}
          <Pager
            page={pageInfo}
            onPage={({ after, before }) => change({ after, before })}
            shown={t('shown', { count: nodes.length })}
            busy={isPlaceholderData}
          />
        </Section>
        <Section title={t('watches')}>
          {data.watches.length === 0 && <Empty title={t('none')} text={t('noneText')} action={create} />}
          {data.watches.map((watch) => (
            <Group key={watch.id} justify="space-between" gap="sm">
              <WatchName watch={watch} />
              <Group gap="sm">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('changeOf', { name: watch.name })}
                  onClick={() => setEditing(watch)}
                >
                  {t('change')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('removeOf', { name: watch.name })}
                  onClick={() => void remove(watch.id)}
                >
                  {t('remove')}
                </Button>
              </Group>
            </Group>
          ))}
        </Section>
      </Stack>
      {editing && <WatchForm {...(editing === 'new' ? {} : { present: editing })} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

function WatchName({ watch }: { watch: WatchCardFragment }) {
  const { t } = useTranslation('watch');
  const mails = watch.byMail ? t(`deliveries.${watch.delivery}`) : t('noMail');
  return (
    <Stack gap={0}>
      {watch.partId ? (
        <Anchor component={Link} to={`/parts/${watch.partId}`}>
          {watch.name}
        </Anchor>
      ) : (
        <Text>{watch.query ? t('search', { name: watch.name, query: watch.query }) : watch.name}</Text>
      )}
      <Text size="xs" className="quiet">
        {mails}
      </Text>
    </Stack>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation('watch');
  const { price } = notice;
  const said =
    notice.kind === 'OFFER'
      ? t('told.OFFER', { count: notice.newOffers ?? 1 })
      : notice.kind === 'STOCK'
        ? t('told.STOCK', { available: formatDecimal(notice.available ?? '0') })
        : t('told.PRICE', { price: price ? `${formatDecimal(price.amount)} ${price.currency}/${price.unit}` : '' });
  return (
    <Group gap="sm">
      <Anchor component={Link} to={`/parts/${notice.part.id}`} fw={notice.readAt === null ? 600 : undefined}>
        {notice.part.number}
      </Anchor>
      <Text>{said}</Text>
      <Text size="xs" className="quiet">
        {formatDate(notice.at)}
      </Text>
    </Group>
  );
}
