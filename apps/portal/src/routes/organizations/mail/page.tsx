import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OutboxDocument, type OutboxQuery } from '../../../graphql/generated/graphql';
import { formatAge, formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Facts } from '../../../ui/shown/facts';
import { Status, type Tone } from '../../../ui/shown/status';
import { useMinute } from '../../../ui/shown/stock';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';

type Mail = OutboxQuery['outbox']['nodes'][number];
const tones: Readonly<Record<Mail['state'], Tone>> = { QUEUED: 'waiting', SENT: 'good', FAILED: 'bad', KEPT: 'info' };
const pageSize = 50;

/** Letters that the hub has written; without a mail server they are read here. */
export default function MailPage() {
  const { t } = useTranslation('organizations');
  const [{ after, before, letter }, change] = useUrl();
  const variables = before ? { last: pageSize, before } : { first: pageSize, after };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['outbox', variables],
    queryFn: ({ signal }) => ask(OutboxDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  const columns = useColumns((id) => change({ letter: id }));
  const open = data?.outbox.nodes.find((one) => one.id === letter);
  return (
    <Page title={t('mail.title')} below={t('mail.below')}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.outbox.nodes.length === 0 ? (
        <Empty title={t('mail.none')} text={t('mail.noneText')} />
      ) : (
        <Stack gap="sm">
          <DataTable
            label={t('mail.title')}
            rows={data.outbox.nodes}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => change({ letter: row.id })}
            tone={(row) => (row.state === 'FAILED' ? 'bad' : undefined)}
            stale={isPlaceholderData}
          />
          <Pager
            page={data.outbox.pageInfo}
            onPage={(where) => change({ after: where.after, before: where.before, letter: undefined })}
            busy={isPlaceholderData}
          />
        </Stack>
      )}
      {open && <Letter mail={open} onClose={() => change({ letter: undefined })} />}
    </Page>
  );
}

function Letter({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'shell']);
  return (
    <Modal opened onClose={onClose} title={mail.subject} size="lg" closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <Stack gap="md">
        <Facts
          facts={[
            [t('mail.recipient'), mail.recipient],
            [t('mail.written'), formatInstant(mail.createdAt)],
            [t('mail.state'), t(`mailState.${mail.state}`)],
          ]}
        />
        {mail.error && <Text c="var(--mantine-color-error)">{mail.error}</Text>}
        <Text component="pre" size="sm" m={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' }}>
          {linked(mail.text)}
        </Text>
      </Stack>
    </Modal>
  );
}

/** Links of the hub itself can be followed; nothing else is a link. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith(`${location.origin}/`) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a letter never move
      <Anchor key={index} href={part} underline="always">
        {part}
      </Anchor>
    ) : (
      part
    ),
  );
}

function useColumns(onOpen: (id: string) => void): DataColumn<Mail>[] {
  const { t } = useTranslation('organizations');
  const now = useMinute();
  return [
    {
      id: 'subject',
      header: t('mail.subject'),
      fixed: true,
      cell: (row) => (
        <Anchor component="button" type="button" ta="start" fw={600} onClick={() => onOpen(row.id)}>
          {row.subject}
        </Anchor>
      ),
    },
    { id: 'recipient', header: t('mail.recipient'), cell: (row) => row.recipient },
    {
      id: 'state',
      header: t('mail.state'),
      cell: (row) => <Status tone={tones[row.state]}>{t(`mailState.${row.state}`)}</Status>,
    },
    { id: 'attempts', header: t('mail.attempts'), align: 'end', cell: (row) => row.attempts },
    { id: 'error', header: t('mail.error'), cell: (row) => row.error ?? <Nothing /> },
    {
      id: 'written',
      header: t('mail.written'),
      cell: (row) => (
        <time dateTime={row.createdAt} title={`${formatInstant(row.createdAt)} · ${row.createdAt}`}>
          {formatAge(row.createdAt, now)}
        </time>
      ),
    },
  ];
}
