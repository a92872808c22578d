import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageQuery } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { formatBytes } from '../../../i18n/sizes';
import { CodeText } from '../../../ui/shown/code-text';
import { Facts as FactRow } from '../../../ui/shown/facts';

/** How it travelled and how it is known, here and at the partner. */
export function Facts({ message }: { message: MessageQuery['message'] }) {
  const { t } = useTranslation('exchange');
  const facts: [string, ReactNode][] = [
    [t('facts.transport'), t(`transport.${message.transport}`, { defaultValue: message.transport })],
    [t('facts.size'), formatBytes(message.size)],
    ...(message.transportId
      ? [[t('facts.transportId'), <CodeText key="t" value={message.transportId} size="sm" />] as [string, ReactNode]]
      : []),
    ...(message.controlNumber
      ? [[t('facts.control'), <CodeText key="c" value={message.controlNumber} size="sm" />] as [string, ReactNode]]
      : []),
    ...(message.acknowledged
      ? [[t('facts.acknowledged'), t(`acknowledged.${message.acknowledged}`)] as [string, ReactNode]]
      : []),
    ...(message.settledAt ? [[t('facts.settled'), formatInstant(message.settledAt)] as [string, ReactNode]] : []),
    ...(message.nextAttemptAt ? [[t('facts.nextTry'), formatInstant(message.nextAttemptAt)] as [string, ReactNode]] : []),
    [t('facts.sha256'), <CodeText key="s" value={message.sha256.slice(0, 16)} copy={false} size="sm" />],
  ];
  return <FactRow facts={facts} />;
}
