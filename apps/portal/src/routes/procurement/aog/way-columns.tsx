import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AogWaysQuery } from '../../../graphql/generated/graphql';
import { formatDate, formatMoney } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { Status } from '../../../ui/shown/status';

/** One way to the part. */
export type Way = AogWaysQuery['aogSourcing']['ways'][number];

/** Rank, what comes from whom, when, for how much, and what may go wrong. */
export function useWayColumns(onRaise: (way: Way) => void): DataColumn<Way>[] {
  const { t } = useTranslation('promise');
  const rights = useRights();
  const columns: DataColumn<Way>[] = [
    { id: 'rank', header: t('aog.rank'), fixed: true, text: (row) => String(row.rank), cell: (row) => row.rank },
    {
      id: 'offer',
      header: t('aog.what'),
      text: (row) => `${row.offer.supplierPart} ${row.offer.name}`,
      cell: (row) => (
        <Text size="sm" component="div">
          <span className="part-number">{row.offer.supplierPart}</span> {t(`kind.${row.kind}`)}
          {row.condition && ` · ${row.condition}`}
          {row.alternate && <Why alternate={row.alternate} />}
        </Text>
      ),
    },
    {
      id: 'supplier',
      header: t('dates.supplier'),
      text: (row) => row.offer.supplier.name,
      cell: (row) => row.offer.supplier.name,
    },
    {
      id: 'place',
      header: t('aog.from'),
      text: (row) => placesOf(row).join(', '),
      cell: (row) => placesOf(row).join(', ') || <Nothing />,
    },
    {
      id: 'arriveOn',
      header: t('dates.arriveOn'),
      text: (row) => row.promise?.arriveOn ?? row.readyOn ?? '',
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <WayDay way={row} />
          {row.inTime == null ? (
            <Status tone="attention">{t('dates.wayUnknown')}</Status>
          ) : (
            <Status tone={row.inTime ? 'good' : 'bad'}>{t(row.inTime ? 'dates.inTime' : 'dates.late')}</Status>
          )}
        </Group>
      ),
    },
    {
      id: 'amount',
      header: t('aog.amount'),
      align: 'end',
      text: (row) => (row.lineAmount ? `${row.lineAmount.amount} ${row.lineAmount.currency}` : ''),
      cell: (row) => (row.lineAmount ? formatMoney(row.lineAmount) : <Nothing />),
    },
    {
      id: 'risks',
      header: t('aog.risks'),
      width: 240,
      text: (row) => row.risks.map((risk) => t(`risk.${risk}`)).join(', '),
      cell: (row) =>
        row.risks.length === 0 ? <Nothing /> : <Text size="sm">{row.risks.map((risk) => t(`risk.${risk}`)).join(', ')}</Text>,
    },
  ];
  if (rights.has('order:place'))
    columns.push({
      id: 'raise',
      header: t('aog.act'),
      cell: (row) => <ActButton way={row} onAct={onRaise} />,
    });
  return columns;
}

/** Orders a repair or an exchange, or asks for the part. */
function ActButton({ way, onAct }: { way: Way; onAct: (way: Way) => void }) {
  const { t } = useTranslation('promise');
  const act = way.promise === null ? 'repair' : way.offer.exchangeTerms ? 'exchange' : 'raise';
  const values = { name: way.offer.supplier.name, rank: way.rank };
  return (
    <Button size="compact-xs" variant="default" onClick={() => onAct(way)} aria-label={t(`aog.${act}Of`, values)}>
      {t(`aog.${act}`)}
    </Button>
  );
}

const placesOf = ({ promise }: Way): string[] => (promise?.parts ?? []).map(({ place }) => place || '–');

/** The day on the dock; of a repair the day on which the unit can be on its way back. */
function WayDay({ way: { promise, readyOn } }: { way: Way }) {
  const { t } = useTranslation('rotables');
  if (promise?.arriveOn) return <span title={promise.arriveOn}>{formatDate(promise.arriveOn)}</span>;
  return readyOn ? <span title={readyOn}>{t('way.ready', { day: formatDate(readyOn) })}</span> : null;
}

/** Why another part may stand in, and along which parts. */
function Why({ alternate: { message, path } }: { alternate: NonNullable<Way['alternate']> }) {
  const { t } = useTranslation('promise');
  const numbers = [path[0]?.from.number, ...path.map(({ to }) => to?.number)];
  return (
    <div className="quiet">
      {message} {path.length > 1 && t('aog.along', { path: numbers.join(' → ') })}
    </div>
  );
}
