import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { TenderLineWholeFragment, TenderSharedFragment } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { useCodeNames } from '../../../ui/shown/code-name';
import { useBasisText } from '../../../ui/shown/price';
import { Status } from '../../../ui/shown/status';

/** What a tender asks for, line by line; dropped ones stay readable. */
export function TenderLines({ tender, own }: { tender: TenderSharedFragment; own: boolean }) {
  const { t } = useTranslation('tendering');
  const columns = useLineColumns(tender, own);
  return (
    <DataTable
      label={t('lines.label')}
      rows={tender.lines}
      columns={columns}
      rowKey={({ id }) => id}
      storageKey="tender-lines"
      csvName={`${tender.number}-lines`}
      keys={false}
      maxHeight="32rem"
      tone={({ droppedIn }) => (droppedIn == null ? undefined : 'quiet')}
      card={(line) => <LineCard line={line} />}
    />
  );
}

function useLineColumns(tender: TenderSharedFragment, own: boolean): DataColumn<TenderLineWholeFragment>[] {
  const { t } = useTranslation('tendering');
  const names = useCodeNames();
  const basis = useBasisText();
  return useMemo(() => {
    const lotOf = new Map(
      tender.lots.map(({ id, title, position }) => [id, tender.lots.length > 1 ? `${position} · ${title}` : '']),
    );
    const targetOf = (line: TenderLineWholeFragment): string | undefined => line.target ?? line.ownTarget ?? undefined;
    const basisOf = (line: TenderLineWholeFragment): string => normalise(line.targetBasis ?? line.ownTargetBasis ?? '1');
    const hasTargets = tender.lines.some((line) => targetOf(line) !== undefined);
    const all: (DataColumn<TenderLineWholeFragment> | false)[] = [
      {
        id: 'number',
        header: t('lines.line'),
        fixed: true,
        width: 60,
        cell: ({ number }) => number,
        text: ({ number }) => number,
      },
      {
        id: 'part',
        header: t('lines.number'),
        width: 150,
        cell: (line) => <PartNumber line={line} />,
        text: ({ partNumber }) => partNumber ?? '',
      },
      {
        id: 'description',
        header: t('lines.description'),
        width: 220,
        cell: (line) => (
          <>
            {line.description}{' '}
            {line.droppedIn != null && <Status tone="quiet">{t('lines.dropped', { version: line.droppedIn })}</Status>}
          </>
        ),
        text: ({ description }) => description,
      },
      {
        id: 'quantity',
        header: t('lines.quantity'),
        align: 'end',
        width: 110,
        cell: ({ quantity }) => `${formatDecimal(normalise(quantity.value))} ${names.unit(quantity.unit, quantity.value)}`,
        text: ({ quantity }) => `${quantity.value} ${quantity.unit}`,
      },
      {
        id: 'needBy',
        header: t('lines.needBy'),
        width: 110,
        cell: ({ needBy }) => (needBy ? <span title={needBy}>{formatDate(needBy)}</span> : <Nothing />),
        text: ({ needBy }) => needBy ?? '',
      },
      hasTargets && {
        id: 'target',
        header: t('lines.target'),
        align: 'end',
        width: 120,
        cell: (line) => {
          const amount = targetOf(line);
          if (!amount) return <Nothing />;
          return (
            <Stack gap={0}>
              {formatMoney({ amount, currency: tender.currency })}
              {basisOf(line) !== '1' && (
                <Text span size="xs" className="quiet">
                  {basis(basisOf(line), line.quantity.unit)}
                </Text>
              )}
              {own && (
                <Text span size="xs" className="quiet">
                  {t(line.target ? 'lines.shown' : 'lines.hidden')}
                </Text>
              )}
            </Stack>
          );
        },
        text: (line) => targetOf(line) ?? '',
      },
      {
        id: 'alternates',
        header: t('lines.alternates'),
        width: 100,
        cell: ({ alternatesAllowed }) => t(alternatesAllowed ? 'lines.allowed' : 'lines.notAllowed'),
        text: ({ alternatesAllowed }) => t(alternatesAllowed ? 'lines.allowed' : 'lines.notAllowed'),
      },
      {
        id: 'shipTo',
        header: t('lines.shipTo'),
        hidden: true,
        cell: ({ shipTo }) => placeOf(shipTo) || <Nothing />,
        text: ({ shipTo }) => placeOf(shipTo),
      },
      tender.lots.length > 1 && {
        id: 'lot',
        header: t('lines.lot'),
        width: 130,
        cell: ({ lotId }) => lotOf.get(lotId) ?? '',
        text: ({ lotId }) => lotOf.get(lotId) ?? '',
      },
    ];
    return all.filter((column) => column !== false);
  }, [t, names, basis, tender, own]);
}

/** The name of the place that the hub keeps as JSON with each line. */
export function placeOf(shipTo: string | null | undefined): string {
  try {
    const place = JSON.parse(shipTo ?? '{}') as { code?: string; name?: string };
    return place.name ?? place.code ?? '';
  } catch {
    return '';
  }
}

/** The number of what is asked for; a known part leads to its page. */
export function PartNumber({ line }: { line: Pick<TenderLineWholeFragment, 'partId' | 'partNumber'> }) {
  if (!line.partNumber) return <Nothing />;
  if (!line.partId) return <span className="part-number">{line.partNumber}</span>;
  return (
    <Anchor component={Link} to={`/parts/${line.partId}`} className="part-number">
      {line.partNumber}
    </Anchor>
  );
}

function LineCard({ line }: { line: TenderLineWholeFragment }) {
  const names = useCodeNames();
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {line.number} · <PartNumber line={line} />
      </Text>
      <Text size="sm">{line.description}</Text>
      <Text size="sm">
        {formatDecimal(normalise(line.quantity.value))} {names.unit(line.quantity.unit, line.quantity.value)}
        {line.needBy ? ` · ${formatDate(line.needBy)}` : ''}
      </Text>
    </Stack>
  );
}
