import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { MessageDocument, type MessageQuery } from '../../../graphql/generated/graphql';
import { download } from '../../../graphql/transfer';
import { formatInstant } from '../../../i18n/format';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';
import { Failure, Waiting } from '../../../ui/states';
import { AgainButton } from '../again-button';
import { MessageStatus } from '../message-state';
import { Attempts } from './attempts';
import { Documents } from './documents';
import { Facts } from './facts';
import { ProblemList } from './problem-list';
import { RawText } from './raw-text';

type Message = MessageQuery['message'];
const restless = ['RECEIVED', 'QUEUED', 'SENDING', 'FAILED'];

/** One transmission: its bytes, what was in it, what was wrong with it and at which line, and every try to deliver it. */
export default function MessagePage() {
  const { messageId: id } = useParams({ strict: false }) as { messageId: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['message', id],
    queryFn: ({ signal }) => ask(MessageDocument, { id }, signal),
    refetchInterval: (query) => (restless.includes(query.state.data?.message.state ?? '') ? 3_000 : false),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <Shown message={data.message} />;
}

function Shown({ message }: { message: Message }) {
  const { t } = useTranslation('exchange');
  // A finding about the only document is told of the message too; people read it once.
  const problems = [
    ...new Map(
      [...message.problems, ...message.documents.flatMap((one) => one.problems)].map((one) => [JSON.stringify(one), one]),
    ).values(),
  ];
  const save = async (): Promise<void> => {
    const extension =
      ({ X12: 'x12', EDIFACT: 'edi', UNKNOWN: 'bin' } as Record<string, string>)[message.format ?? 'UNKNOWN'] ?? 'xml';
    try {
      await download(`/api/v1/messages/${message.id}/raw`, `${message.id}.${extension}`);
    } catch {
      notifications.show({ color: 'red', message: t('message.downloadFailed') });
    }
  };
  return (
    <Page
      title={t(`message.title.${message.direction}`, { format: message.format ?? t('message.unknown') })}
      below={
        <Group gap="sm" mt={4}>
          <MessageStatus state={message.state} />
          {message.test && <Status tone="info">{t('messages.test')}</Status>}
          <time dateTime={message.createdAt} title={message.createdAt}>
            {formatInstant(message.createdAt)}
          </time>
        </Group>
      }
      actions={
        <>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void save()}>
            {t('message.download')}
          </Button>
          <AgainButton message={message} />
        </>
      }
    >
      <Stack gap="lg">
        <Facts message={message} />
        {problems.length > 0 && (
          <Section title={t('message.problems')}>
            <ProblemList problems={problems} />
          </Section>
        )}
        {message.documents.length > 0 && (
          <Section title={t('message.documents')}>
            <Documents documents={message.documents} />
          </Section>
        )}
        {message.deliveryAttempts.length > 0 && (
          <Section title={t('message.attempts')}>
            <Attempts attempts={message.deliveryAttempts} />
          </Section>
        )}
        <SimpleGrid cols={1} spacing="lg">
          <Section title={t('message.raw')}>
            <RawText label={t('message.raw')} text={message.raw} problems={problems} />
          </Section>
          {message.reply && (
            <Section title={t('message.reply', { status: message.replyStatus ?? '' })}>
              <RawText label={t('message.replyText')} text={message.reply} problems={[]} />
            </Section>
          )}
        </SimpleGrid>
      </Stack>
    </Page>
  );
}
