import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationFailed } from '../graphql/client';

/** Shown while the first answer is awaited; says so to a screen reader. */
export function Waiting() {
  const { t } = useTranslation('shell');
  return (
    <Center mih={160} role="status" aria-live="polite">
      <Group gap="sm">
        <Loader size="sm" aria-hidden />
        <Text className="quiet">{t('loading')}</Text>
      </Group>
    </Center>
  );
}

/** `fetch` says by a TypeError that nothing came back; a page's code that could not be loaded says it too, but asks for a reload. */
const unanswered = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message) && !/module/i.test(error.message);

/** The hub could not answer: what happened, the number to quote, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('shell');
  const code = error instanceof OperationFailed ? error.code : unanswered(error) ? 'NETWORK' : 'PAGE';
  const known = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'NETWORK', 'INTERNAL', 'PAGE'];
  const text = known.includes(code) ? t(`failure.${code}`) : error instanceof Error ? error.message : t('failure.INTERNAL');
  const correlation = error instanceof OperationFailed ? error.errors[0]?.correlationId : undefined;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failure.title')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{text}</Text>
        {correlation && (
          <Text className="quiet" size="sm">
            {t('failure.quote', { correlation })}
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** An empty page teaches the next step. */
export function Empty({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <Center mih={220}>
      <Stack align="center" gap="sm" maw={460} ta="center">
        <IconInbox size={36} stroke={1.2} aria-hidden />
        <Title order={2}>{title}</Title>
        <Text className="quiet">{text}</Text>
        {action}
      </Stack>
    </Center>
  );
}
