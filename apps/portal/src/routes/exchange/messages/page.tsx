import { Button, Stack } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type MessageDirection,
  type MessageFilterInput,
  type MessageState,
  MessagesDocument,
} from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { listOf, useUrl } from '../../url';
import { failedStates } from '../message-state';
import { useMessageColumns } from './message-columns';
import { MessageFilters } from './message-filters';

const pageSize = 50;

function filterOf(url: Readonly<Record<string, string>>): MessageFilterInput {
  const states = listOf(url['state']) as MessageState[];
  return {
    ...(url['direction'] ? { direction: url['direction'] as MessageDirection } : {}),
    ...(states.length > 0 ? { states } : {}),
    ...(url['text'] ? { text: url['text'] } : {}),
    ...(url['order'] ? { orderId: url['order'] } : {}),
  };
}

/** Every transmission with the ERP, both ways, newest first; what failed is one press away. */
export default function MessagesPage() {
  const { t } = useTranslation('exchange');
  const [url, change] = useUrl();
  const navigate = useNavigate();
  const columns = useMessageColumns();
  const filter = filterOf(url);
  const { after, before } = url;
  const variables = { filter, ...(before ? { last: pageSize, before } : { first: pageSize, after }) };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['messages', variables],
    queryFn: ({ signal }) => ask(MessagesDocument, variables, signal),
    placeholderData: (previous) => previous,
    refetchInterval: after || before ? false : 5_000,
  });
  const filtered = Object.keys(filter).length > 0;
  const nodes = data?.messages.nodes ?? [];
  const connections = (
    <Button
      variant="default"
      leftSection={<IconPlugConnected size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/exchange/partners" />}
    >
      {t('messages.connections')}
    </Button>
  );
  return (
    <Page title={t('messages.title')} below={t('messages.below')} actions={connections}>
      <Stack gap="sm">
        <MessageFilters />
        {error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting />
        ) : nodes.length === 0 ? (
          filtered ? (
            <Empty title={t('messages.noneFound')} text={t('messages.noneFoundText')} />
          ) : (
            <Empty title={t('messages.none')} text={t('messages.noneText')} action={connections} />
          )
        ) : (
          <DataTable
            label={t('messages.title')}
            rows={nodes}
            columns={columns}
            rowKey={(row) => row.id}
            storageKey="messages"
            csvName="messages"
            stale={isPlaceholderData}
            tone={(row) => (failedStates.includes(row.state) ? (row.state === 'FAILED' ? 'attention' : 'bad') : undefined)}
            onOpen={(row) => void navigate({ to: '/exchange/messages/$messageId', params: { messageId: row.id } })}
          />
        )}
        {data && (
          <Pager
            page={data.messages.pageInfo}
            onPage={(where) => change({ after: where.after, before: where.before })}
            shown={after || before ? t('messages.still') : t('messages.live')}
            busy={isPlaceholderData}
          />
        )}
      </Stack>
    </Page>
  );
}
