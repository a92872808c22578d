import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../graphql/client';
import { type MessageState, ReplayMessageDocument, ResendMessageDocument } from '../../graphql/generated/graphql';
import { useSubmit } from '../../graphql/submit';
import { useRights } from '../../shell/me';
import { mayReplay, mayResend } from './message-state';

interface Props {
  message: { id: string; direction: string; state: MessageState; problems: readonly { severity: string }[] };
  size?: 'compact-xs' | 'sm';
}

/** Sends an outbound message again, or applies an inbound one again; says what became of it. */
export function AgainButton({ message, size = 'sm' }: Props) {
  const { t } = useTranslation(['exchange', 'shell']);
  const queries = useQueryClient();
  const rights = useRights();
  const { busy, errors, failure, run } = useSubmit();
  useEffect(() => {
    const text = errors[0]?.message ?? (failure === undefined ? undefined : t('shell:failure.INTERNAL'));
    if (text) notifications.show({ color: 'red', message: text });
  }, [errors, failure, t]);
  const input = { messageId: message.id };
  // What its format could not say right does not go out as it is written; the hub writes it anew from the order.
  const wrong = message.problems.some((problem) => problem.severity === 'ERROR');
  const resend = async (): Promise<void> => {
    if (await run(async () => (await ask(ResendMessageDocument, { input })).resendMessage))
      notifications.show({ message: t(wrong ? 'again.rewritten' : 'again.queued') });
    await queries.invalidateQueries();
  };
  const replay = async (): Promise<void> => {
    const done = await run(async () => (await ask(ReplayMessageDocument, { input })).replayMessage);
    if (done)
      notifications.show(
        done.message?.state === 'APPLIED' ? { message: t('again.applied') } : { color: 'orange', message: t('again.refused') },
      );
    await queries.invalidateQueries();
  };
  if (!rights.has('exchange:manage')) return null;
  if (mayResend(message))
    return (
      <Button
        size={size}
        variant="default"
        loading={busy}
        leftSection={<IconSend size={14} aria-hidden />}
        onClick={() => void resend()}
      >
        {t(wrong ? 'again.rewrite' : 'again.resend')}
      </Button>
    );
  if (!mayReplay(message)) return null;
  return (
    <Button
      size={size}
      variant="default"
      loading={busy}
      leftSection={<IconRefresh size={14} aria-hidden />}
      onClick={() => void replay()}
    >
      {t('again.replay')}
    </Button>
  );
}
