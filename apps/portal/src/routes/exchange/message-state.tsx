import { useTranslation } from 'react-i18next';
import type { MessageState } from '../../graphql/generated/graphql';
import { Status, type Tone } from '../../ui/shown/status';

const tones: Readonly<Record<MessageState, Tone>> = {
  RECEIVED: 'waiting',
  APPLIED: 'good',
  REFUSED: 'bad',
  QUEUED: 'waiting',
  SENDING: 'waiting',
  SENT: 'good',
  FAILED: 'attention',
  DEAD: 'bad',
};

/** Where a message stands, by shape, word and colour. */
export function MessageStatus({ state }: { state: MessageState }) {
  const { t } = useTranslation('exchange');
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
}

/** States of messages that somebody has to look at. */
export const failedStates: readonly MessageState[] = ['DEAD', 'REFUSED', 'FAILED'];

export const mayResend = (message: { direction: string; state: MessageState }): boolean =>
  message.direction === 'OUT' && ['DEAD', 'FAILED', 'SENT'].includes(message.state);
export const mayReplay = (message: { direction: string; state: MessageState }): boolean =>
  message.direction === 'IN' && ['REFUSED', 'RECEIVED'].includes(message.state);
