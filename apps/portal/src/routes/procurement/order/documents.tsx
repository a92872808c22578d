import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Status, type Tone } from '../../../ui/shown/status';
import type { Message } from './order';

const tones: Record<Message['state'], Tone> = {
  RECEIVED: 'waiting',
  APPLIED: 'good',
  REFUSED: 'bad',
  QUEUED: 'waiting',
  SENDING: 'waiting',
  SENT: 'good',
  FAILED: 'attention',
  DEAD: 'bad',
};

/** Documents of this order as they came and went, each with the way to its bytes. */
export function OrderDocuments({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('procurement');
  return (
    <Stack gap="sm" component="section" aria-label={t('documents.title')}>
      <Title order={2}>{t('documents.title')}</Title>
      {messages.length === 0 && (
        <Text size="sm" className="quiet">
          {t('documents.none')}
        </Text>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {messages.map((message) => (
          <Stack key={message.id} component="li" gap={2}>
            <Group gap="xs">
              {message.direction === 'IN' ? (
                <IconArrowDownLeft size={16} aria-label={t('documents.in')} />
              ) : (
                <IconArrowUpRight size={16} aria-label={t('documents.out')} />
              )}
              <Text size="sm" fw={600}>
                {message.documents.map((document) => document.coordinate).join(', ') || message.format}
              </Text>
              <Status tone={tones[message.state]}>{t(`documents.state.${message.state}`)}</Status>
              {message.test && (
                <Badge variant="outline" color="gray" tt="none">
                  {t('documents.test')}
                </Badge>
              )}
            </Group>
            <Group gap="sm">
              <Text size="xs" className="quiet">
                {formatInstant(message.createdAt)}
              </Text>
              <Anchor component={Link} to={`/exchange/messages/${message.id}`} size="xs">
                {t('documents.raw')}
              </Anchor>
            </Group>
          </Stack>
        ))}
      </Stack>
    </Stack>
  );
}
