import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { BidWholeFragment } from '../../../../graphql/generated/graphql';
import { formatDate, formatInstant, formatMoney } from '../../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../../ui/data-table';
import { Status } from '../../../../ui/shown/status';
import type { BoughtTender } from '../bought';

export type Compared = NonNullable<BoughtTender['comparison']>['bids'][number];
interface Row {
  bid: BidWholeFragment;
  compared: Compared | undefined;
}

interface Props {
  tender: BoughtTender;
  bids: readonly BidWholeFragment[];
  compared: readonly Compared[];
}

/** A fraction such as 35/3 as a figure of at most six places, for reading; the exact one stands on hover. */
function readable(value: string): string {
  const [over = '0', under = '1'] = value.split('/');
  const figure = Number(over) / Number(under);
  return Number.isFinite(figure) ? new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 }).format(figure) : value;
}

/** The bids by the published formula; those that are not ranked stand below with the reason. */
export function Ranking({ tender, bids, compared }: Props) {
  const { t } = useTranslation('tendering');
  const rows = useMemo(() => {
    const byId = new Map(bids.map((bid) => [bid.id, bid]));
    const ranked = compared.flatMap((one): Row[] => {
      const bid = byId.get(one.bidId);
      return bid ? [{ bid, compared: one }] : [];
    });
    const others = bids
      .filter(({ id }) => !compared.some(({ bidId }) => bidId === id))
      .map((bid) => ({ bid, compared: undefined }));
    return [...ranked, ...others];
  }, [bids, compared]);
  const columns = useColumns(tender);
  return (
    <DataTable
      label={t('ranking.label')}
      rows={rows}
      columns={columns}
      rowKey={({ bid }) => bid.id}
      storageKey="tender-ranking"
      csvName={`${tender.number}-ranking`}
      keys={false}
      tone={({ bid, compared: one }) => (bid.withdrawnAt ? 'quiet' : one?.low ? 'attention' : undefined)}
      card={(row) => <RankCard row={row} tender={tender} />}
    />
  );
}

function useColumns(tender: BoughtTender): DataColumn<Row>[] {
  const { t } = useTranslation('tendering');
  return useMemo(() => {
    const several = tender.lots.some(({ round }) => round > 1);
    const all: (DataColumn<Row> | false)[] = [
      {
        id: 'rank',
        header: t('ranking.rank'),
        fixed: true,
        width: 70,
        cell: ({ compared }) => (compared?.rank ? <strong>{compared.rank}</strong> : <Nothing />),
        text: ({ compared }) => String(compared?.rank ?? ''),
      },
      {
        id: 'supplier',
        header: t('ranking.supplier'),
        fixed: true,
        width: 200,
        cell: (row) => (
          <Group gap={6}>
            <strong>{row.bid.supplier.name}</strong>
            <Marks row={row} />
          </Group>
        ),
        text: ({ bid }) => bid.supplier.name,
      },
      {
        id: 'total',
        header: t('ranking.total'),
        align: 'end',
        width: 140,
        cell: ({ compared }) =>
          compared?.total ? formatMoney({ amount: normalise(compared.total), currency: tender.currency }) : <Nothing />,
        text: ({ compared }) => compared?.total ?? '',
      },
      {
        id: 'value',
        header: t('ranking.value'),
        align: 'end',
        width: 110,
        hidden: tender.formula.kind === 'LOWEST_PRICE',
        cell: ({ compared }) => (compared?.value ? <span title={compared.value}>{readable(compared.value)}</span> : <Nothing />),
        text: ({ compared }) => compared?.value ?? '',
      },
      {
        id: 'terms',
        header: t('ranking.terms'),
        width: 190,
        cell: ({ bid }) =>
          bid.content ? (
            t('ranking.termsOf', {
              term: bid.content.deliveryTerm,
              days: bid.content.paymentDays,
              currency: bid.content.currency,
            })
          ) : (
            <Nothing />
          ),
        text: ({ bid }) => (bid.content ? `${bid.content.deliveryTerm} ${bid.content.paymentDays} ${bid.content.currency}` : ''),
      },
      {
        id: 'valid',
        header: t('ranking.valid'),
        width: 110,
        cell: ({ bid }) => (bid.content?.validUntil ? formatDate(bid.content.validUntil) : <Nothing />),
        text: ({ bid }) => bid.content?.validUntil ?? '',
      },
      {
        id: 'note',
        header: t('ranking.note'),
        width: 180,
        cell: ({ bid }) => bid.content?.note ?? <Nothing />,
        text: ({ bid }) => bid.content?.note ?? '',
      },
      several && {
        id: 'round',
        header: t('ranking.round'),
        align: 'end',
        cell: ({ bid }) => bid.round,
        text: ({ bid }) => String(bid.round),
      },
      {
        id: 'accepted',
        header: t('ranking.accepted'),
        width: 160,
        cell: ({ bid }) => <span title={`${bid.acceptedAt} ${bid.digest}`}>{formatInstant(bid.acceptedAt)}</span>,
        text: ({ bid }) => bid.acceptedAt,
      },
    ];
    return all.filter((column) => column !== false);
  }, [t, tender]);
}

const refusals = ['MANDATORY_NOT_MET', 'BELOW_THRESHOLD', 'BELOW_QUALITY', 'NOT_ANSWERED', 'NO_SCORE', 'INCOMPLETE'] as const;

/** Why a bid is not ranked, or why one looks twice before taking it. */
function Marks({ row: { bid, compared } }: { row: Row }) {
  const { t } = useTranslation('tendering');
  return (
    <>
      {bid.withdrawnAt && <Status tone="quiet">{t('mark.withdrawn')}</Status>}
      {!bid.withdrawnAt && !bid.counts && <Status tone="attention">{t('mark.unconfirmed')}</Status>}
      {!bid.withdrawnAt && bid.content == null && <Status tone="quiet">{t('mark.sealed')}</Status>}
      {compared?.low && <Status tone="attention">{t('mark.low')}</Status>}
      {compared?.refused.map((reason) => {
        const known = refusals.find((one) => one === reason);
        return (
          <Status key={reason} tone="bad">
            {known ? t(`refused.${known}`) : reason}
          </Status>
        );
      })}
    </>
  );
}

function RankCard({ row, tender }: { row: Row; tender: BoughtTender }) {
  const { t } = useTranslation('tendering');
  const { compared, bid } = row;
  return (
    <Stack gap={2}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600}>
          {compared?.rank ? t('ranking.place', { rank: compared.rank, supplier: bid.supplier.name }) : bid.supplier.name}
        </Text>
        <Text size="sm" fw={600}>
          {compared?.total ? formatMoney({ amount: normalise(compared.total), currency: tender.currency }) : ''}
        </Text>
      </Group>
      <Group gap={6}>
        <Marks row={row} />
      </Group>
    </Stack>
  );
}
