import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenderRowFragment } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Deadline } from './deadline';
import { TenderState } from './states';

type Side = 'buy' | 'sell';
const isOver = ({ status }: TenderRowFragment): boolean => !['DRAFT', 'ANNOUNCED', 'BIDDING'].includes(status);
const linkOf = (side: Side, { id }: TenderRowFragment): string => `/${side}/tenders/${id}`;

/** How many bid, for the buyer; what became of one's own bid, for a supplier. */
function bidTextOf({ status, tally }: TenderRowFragment, side: Side, t: TFunction<'tendering'>): string {
  if (side === 'buy') {
    if (tally.bidders != null) return t('list.bidders', { count: tally.bidders });
    return status === 'BIDDING' || status === 'CLOSED' ? t('list.biddersHidden') : '';
  }
  if (tally.lotsWon > 0) return t('list.won');
  if (tally.lotsToConfirm > 0) return t('list.toConfirm');
  if (tally.lotsBid > 0) return t('list.bid', { count: tally.lotsBid });
  return tally.lotsDrafted > 0 ? t('list.drafted') : '';
}

/** What a list of tenders shows of each. */
export function useTenderColumns(side: Side): DataColumn<TenderRowFragment>[] {
  const { t } = useTranslation('tendering');
  return useMemo(() => {
    const all: (DataColumn<TenderRowFragment> | false)[] = [
      {
        id: 'number',
        header: t('list.number'),
        fixed: true,
        width: 160,
        cell: (tender) => (
          <Group gap={2} wrap="nowrap">
            <Anchor component={Link} to={linkOf(side, tender)} className="part-number" fw={600}>
              {tender.number}
            </Anchor>
            <CodeText value={tender.number} onlyCopy />
          </Group>
        ),
        text: ({ number }) => number,
      },
      { id: 'title', header: t('list.titleOf'), width: 240, cell: ({ title }) => title, text: ({ title }) => title },
      {
        id: 'status',
        header: t('list.status'),
        width: 150,
        cell: ({ status }) => <TenderState status={status} />,
        text: ({ status }) => t(`status.${status}`),
      },
      {
        id: 'deadline',
        header: t('list.deadline'),
        width: 240,
        sortable: true,
        cell: (tender) => <Deadline at={tender.tally.closesNext ?? undefined} over={isOver(tender)} />,
        text: (tender) => tender.tally.closesNext ?? '',
      },
      side === 'sell' && {
        id: 'buyer',
        header: t('list.buyer'),
        width: 180,
        cell: ({ buyer }) => buyer.name,
        text: ({ buyer }) => buyer.name,
      },
      side === 'sell' && {
        id: 'invited',
        header: t('list.access'),
        width: 120,
        cell: ({ tally }) => (tally.invited ? <Status tone="info">{t('list.invited')}</Status> : t('list.open')),
        text: ({ tally }) => t(tally.invited ? 'list.invited' : 'list.open'),
      },
      {
        id: 'bids',
        header: t(side === 'buy' ? 'list.bids' : 'list.myBid'),
        width: 150,
        cell: (tender) => bidTextOf(tender, side, t) || <Nothing />,
        text: (tender) => bidTextOf(tender, side, t),
      },
      side === 'buy' && {
        id: 'questions',
        header: t('list.questions'),
        align: 'end',
        cell: ({ tally }) => (tally.questionsOpen > 0 ? tally.questionsOpen : <Nothing />),
        text: ({ tally }) => String(tally.questionsOpen),
      },
      {
        id: 'currency',
        header: t('list.currency'),
        hidden: true,
        cell: ({ currency }) => currency,
        text: ({ currency }) => currency,
      },
      {
        id: 'since',
        header: t(side === 'buy' ? 'list.drafted_on' : 'list.published'),
        hidden: true,
        cell: (tender) => formatInstant(tender.publishedAt ?? tender.createdAt),
        text: (tender) => tender.publishedAt ?? tender.createdAt,
      },
    ];
    return all.filter((column) => column !== false);
  }, [t, side]);
}

/** The same on a phone. */
export function TenderCard({ tender, side }: { tender: TenderRowFragment; side: Side }) {
  const { t } = useTranslation('tendering');
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Anchor component={Link} to={linkOf(side, tender)} className="part-number" fw={600}>
          {tender.number}
        </Anchor>
        <TenderState status={tender.status} />
      </Group>
      <Text size="sm" fw={600}>
        {tender.title}
      </Text>
      <Group justify="space-between" gap="sm">
        <Deadline at={tender.tally.closesNext ?? undefined} over={isOver(tender)} />
        <Text size="sm">{side === 'sell' ? tender.buyer.name : bidTextOf(tender, side, t)}</Text>
      </Group>
    </Stack>
  );
}
