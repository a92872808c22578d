import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { BidContentWholeFragment, BidWholeFragment } from '../../../../graphql/generated/graphql';
import { formatDecimal, formatMoney } from '../../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../../ui/data-table';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { PriceText } from '../../../../ui/shown/price';
import { Status } from '../../../../ui/shown/status';
import { PartNumber } from '../../shared/lines-table';
import type { BoughtTender } from '../bought';
import type { Compared } from './ranking';

type Line = BoughtTender['lines'][number];
type Offered = BidContentWholeFragment['lines'][number];
type ComparedLine = Compared['lines'][number];

interface Props {
  tender: BoughtTender;
  lotId: string;
  bids: readonly BidWholeFragment[];
  compared: readonly Compared[];
}

/** Lines by suppliers, in the order of the ranking: each price as it was bid, and what it comes to on one basis. The best of a line is marked. */
export function LineMatrix({ tender, lotId, bids, compared }: Props) {
  const { t } = useTranslation('tendering');
  const lines = useMemo(
    () => tender.lines.filter((line) => line.lotId === lotId && line.droppedIn == null),
    [tender.lines, lotId],
  );
  const columns = useColumns(tender, bids, compared);
  return (
    <DataTable
      label={t('matrix.label')}
      rows={lines}
      columns={columns}
      rowKey={({ id }) => id}
      csvName={`${tender.number}-comparison`}
      storageKey={`tender-matrix-${tender.id}`}
      keys={false}
      tall
      pinned
      card={(line) => <MatrixCard line={line} tender={tender} compared={compared} />}
    />
  );
}

function useColumns(tender: BoughtTender, bids: readonly BidWholeFragment[], compared: readonly Compared[]): DataColumn<Line>[] {
  const { t } = useTranslation('tendering');
  const names = useCodeNames();
  return useMemo(() => {
    const wanted: DataColumn<Line> = {
      id: 'line',
      header: t('matrix.wanted'),
      fixed: true,
      width: 200,
      cell: (line) => (
        <Stack gap={0}>
          <span>
            {line.number} · {line.partNumber ? <PartNumber line={line} /> : line.description}
          </span>
          <Text span size="xs" className="quiet">
            {formatDecimal(normalise(line.quantity.value))} {names.unit(line.quantity.unit, line.quantity.value)}
          </Text>
        </Stack>
      ),
      text: ({ number, partNumber, description, quantity }) =>
        `${number} ${partNumber ?? description} ${quantity.value} ${quantity.unit}`,
    };
    const ofBids = compared.map((one): DataColumn<Line> => {
      const content = bids.find(({ id }) => id === one.bidId)?.content;
      const offered = new Map(content?.lines.map((line) => [line.lineId, line]));
      const totals = new Map(one.lines.map((line) => [line.lineId, line]));
      return {
        id: one.bidId,
        header: one.rank ? t('ranking.place', { rank: one.rank, supplier: one.supplier.name }) : one.supplier.name,
        align: 'end',
        width: 170,
        cell: ({ id }) => (
          <Cell
            currency={tender.currency}
            bidCurrency={content?.currency ?? tender.currency}
            line={totals.get(id)}
            offered={offered.get(id)}
          />
        ),
        text: ({ id }) => totals.get(id)?.total ?? '',
      };
    });
    return [wanted, ...ofBids];
  }, [t, names, tender, bids, compared]);
}

interface CellProps {
  currency: string;
  bidCurrency: string;
  line: ComparedLine | undefined;
  offered: Offered | undefined;
}

/** One price beside the others; pressing it opens what its comparable total is made of. */
function Cell({ currency, bidCurrency, line, offered }: CellProps) {
  const { t } = useTranslation('tendering');
  if (!offered) return <Nothing />;
  const facts = [
    offered.leadDays == null ? undefined : t('matrix.lead', { count: offered.leadDays }),
    offered.alternate ? t('matrix.alternate', { part: offered.alternate.number ?? offered.alternate.description }) : undefined,
    offered.breaks.length > 0 ? t('matrix.breaks', { count: offered.breaks.length }) : undefined,
    offered.minQuantity ? t('matrix.min', { quantity: formatDecimal(normalise(offered.minQuantity)) }) : undefined,
    offered.maxQuantity ? t('matrix.max', { quantity: formatDecimal(normalise(offered.maxQuantity)) }) : undefined,
    offered.conditions ?? undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <Stack gap={2} align="flex-end">
      <Group gap={6} justify="flex-end">
        {line?.best && <Status tone="good">{t('matrix.best')}</Status>}
        {line?.total ? (
          <Text span size="sm" fw={600}>
            {formatMoney({ amount: normalise(line.total), currency })}
          </Text>
        ) : (
          line?.reasons.map((reason) => <NotComparable key={reason} reason={reason} />)
        )}
      </Group>
      <PriceText
        price={{ ...offered.price, currency: bidCurrency }}
        explanation={line && line.steps.length > 0 ? <Steps line={line} currency={currency} /> : undefined}
      />
      {facts.map((fact) => (
        <Text key={fact} size="xs" className="quiet">
          {fact}
        </Text>
      ))}
    </Stack>
  );
}

const reasons = ['UNIT_WITHOUT_FACTOR', 'CURRENCY_WITHOUT_RATE', 'DELIVERY_TERM_WITHOUT_ADDEND', 'QUANTITY_NOT_OFFERED'] as const;

function NotComparable({ reason }: { reason: string }) {
  const { t } = useTranslation('tendering');
  const known = reasons.find((one) => one === reason);
  return <Status tone="attention">{known ? t(`notComparable.${known}`) : reason}</Status>;
}

const stepKinds = ['GOODS', 'FREIGHT', 'INSURANCE', 'DUTY', 'HANDLING', 'CHARGE', 'DELIVERY_TERM', 'PAYMENT_DAYS'] as const;

/** From the price that was bid to the comparable one, addend by addend. */
function Steps({ line, currency }: { line: ComparedLine; currency: string }) {
  const { t } = useTranslation('tendering');
  return (
    <dl style={{ margin: 0 }}>
      {line.steps.map(({ kind, amount }, place) => {
        const known = stepKinds.find((one) => one === kind);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never change places
          <Group key={`${kind} ${place}`} justify="space-between" gap="md">
            <Text component="dt" size="sm">
              {known ? t(`addend.${known}`) : kind}
            </Text>
            <Text component="dd" size="sm" m={0} className="figures">
              {formatMoney({ amount: normalise(amount), currency })}
            </Text>
          </Group>
        );
      })}
      {line.total && (
        <Group justify="space-between" gap="md" mt={4} style={{ borderTop: '1px solid var(--line-soft)' }}>
          <Text component="dt" size="sm" fw={600}>
            {t('matrix.comparable')}
          </Text>
          <Text component="dd" size="sm" fw={600} m={0} className="figures">
            {formatMoney({ amount: normalise(line.total), currency })}
          </Text>
        </Group>
      )}
    </dl>
  );
}

/** One line with what each bid comes to, for a phone. */
function MatrixCard({ line, tender, compared }: { line: Line; tender: BoughtTender; compared: readonly Compared[] }) {
  const { t } = useTranslation('tendering');
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {line.number} · {line.partNumber ?? line.description}
      </Text>
      {compared.map((bid) => {
        const own = bid.lines.find(({ lineId }) => lineId === line.id);
        return (
          <Group key={bid.bidId} justify="space-between" gap="sm">
            <Text size="sm">{bid.supplier.name}</Text>
            <Group gap={6}>
              {own?.best && <Status tone="good">{t('matrix.best')}</Status>}
              <Text size="sm">
                {own?.total ? formatMoney({ amount: normalise(own.total), currency: tender.currency }) : <Nothing />}
              </Text>
            </Group>
          </Group>
        );
      })}
    </Stack>
  );
}
