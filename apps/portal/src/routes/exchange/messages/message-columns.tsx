import { Anchor, Group, Text } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MessagesQuery } from '../../../graphql/generated/graphql';
import { formatAge, formatDecimal, formatInstant } from '../../../i18n/format';
import { formatBytes } from '../../../i18n/sizes';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { Status } from '../../../ui/shown/status';
import { useMinute } from '../../../ui/shown/stock';
import { AgainButton } from '../again-button';
import { MessageStatus } from '../message-state';

type Row = MessagesQuery['messages']['nodes'][number];

export function useMessageColumns(): DataColumn<Row>[] {
  const { t } = useTranslation('exchange');
  const now = useMinute();
  const kinds = (row: Row): string => [...new Set(row.documents.map((one) => one.coordinate))].join(' ');
  const numbers = (row: Row): string =>
    row.documents
      .map((one) => one.businessNumber ?? '')
      .join(' ')
      .trim();
  return [
    {
      id: 'when',
      header: t('messages.when'),
      fixed: true,
      text: (row) => row.createdAt,
      cell: (row) => (
        <Anchor renderRoot={(props) => <Link {...props} to="/exchange/messages/$messageId" params={{ messageId: row.id }} />}>
          <time dateTime={row.createdAt} title={`${formatInstant(row.createdAt)} · ${row.createdAt}`}>
            {formatAge(row.createdAt, now)}
          </time>
        </Anchor>
      ),
    },
    {
      id: 'direction',
      header: t('messages.direction'),
      text: (row) => row.direction,
      cell: (row) => (
        <Group gap={4} wrap="nowrap" component="span">
          {row.direction === 'IN' ? <IconArrowDownLeft size={14} aria-hidden /> : <IconArrowUpRight size={14} aria-hidden />}
          {t(`direction.${row.direction}`)}
        </Group>
      ),
    },
    {
      id: 'state',
      header: t('messages.state'),
      text: (row) => row.state,
      cell: (row) => (
        <Group gap={4} wrap="nowrap" component="span">
          <MessageStatus state={row.state} />
          {row.test && <Status tone="info">{t('messages.test')}</Status>}
        </Group>
      ),
    },
    {
      id: 'number',
      header: t('messages.number'),
      text: numbers,
      cell: (row) => (numbers(row) ? <span className="part-number">{numbers(row)}</span> : <Nothing />),
    },
    {
      id: 'kind',
      header: t('messages.kind'),
      text: kinds,
      cell: (row) =>
        row.documents.length > 0 ? (
          <Text span size="sm" title={kinds(row)}>
            {t(`document.${row.documents[0]!.coordinate.replaceAll(':', '_').replaceAll('.', '-')}`, {
              defaultValue: row.documents[0]!.coordinate,
            })}
          </Text>
        ) : (
          <Nothing />
        ),
    },
    { id: 'format', header: t('messages.format'), text: (row) => row.format ?? '', cell: (row) => row.format ?? <Nothing /> },
    {
      id: 'attempts',
      header: t('messages.attempts'),
      align: 'end',
      text: (row) => String(row.attempts),
      cell: (row) =>
        row.direction === 'OUT' ? (
          <span title={row.nextAttemptAt ? t('messages.nextTry', { when: formatInstant(row.nextAttemptAt) }) : undefined}>
            {formatDecimal(String(row.attempts))}
          </span>
        ) : (
          <Nothing />
        ),
    },
    {
      id: 'id',
      header: t('messages.transportId'),
      hidden: true,
      text: (row) => row.transportId ?? '',
      cell: (row) => <span className="part-number">{row.transportId}</span>,
    },
    { id: 'size', header: t('messages.size'), align: 'end', hidden: true, cell: (row) => formatBytes(row.size) },
    { id: 'again', header: t('messages.action'), cell: (row) => <AgainButton message={row} size="compact-xs" /> },
  ];
}
