import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { PublicLineWholeFragment, PublicTenderWholeFragment } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { useCodeNames } from '../../../ui/shown/code-name';
import { Status } from '../../../ui/shown/status';

/** What a public tender asks for, line by line; dropped ones stay readable. */
export function PublicLines({ tender }: { tender: PublicTenderWholeFragment }) {
  const { t } = useTranslation('notices');
  const columns = useLineColumns(tender);
  return (
    <DataTable
      label={t('tender.asked')}
      rows={tender.lines}
      columns={columns}
      rowKey={({ id }) => id}
      storageKey="public-lines"
      csvName={`${tender.number}-lines`}
      keys={false}
      maxHeight="32rem"
      tone={({ dropped }) => (dropped ? 'quiet' : undefined)}
      card={(line) => <LineCard line={line} />}
    />
  );
}

function useLineColumns({ lots }: PublicTenderWholeFragment): DataColumn<PublicLineWholeFragment>[] {
  const { t } = useTranslation('notices');
  const names = useCodeNames();
  return useMemo(() => {
    const titleOf = new Map(lots.map(({ id, title }) => [id, title]));
    const all: (DataColumn<PublicLineWholeFragment> | false)[] = [
      {
        id: 'number',
        header: t('tender.line'),
        fixed: true,
        width: 60,
        cell: ({ number }) => number,
        text: ({ number }) => number,
      },
      {
        id: 'part',
        header: t('tender.part'),
        width: 150,
        cell: ({ partNumber }) => (partNumber ? <span className="part-number">{partNumber}</span> : <Nothing />),
        text: ({ partNumber }) => partNumber ?? '',
      },
      {
        id: 'description',
        header: t('tender.description'),
        width: 260,
        cell: ({ description, dropped }) => (
          <>
            {description} {dropped && <Status tone="quiet">{t('tender.dropped')}</Status>}
          </>
        ),
        text: ({ description }) => description,
      },
      {
        id: 'quantity',
        header: t('tender.quantity'),
        align: 'end',
        width: 110,
        cell: ({ quantity }) => `${formatDecimal(normalise(quantity.value))} ${names.unit(quantity.unit, quantity.value)}`,
        text: ({ quantity }) => `${quantity.value} ${quantity.unit}`,
      },
      {
        id: 'needBy',
        header: t('tender.needBy'),
        width: 110,
        cell: ({ needBy }) => (needBy ? formatDate(needBy) : <Nothing />),
        text: ({ needBy }) => needBy ?? '',
      },
      {
        id: 'alternates',
        header: t('tender.alternates'),
        width: 110,
        cell: ({ alternatesAllowed }) => t(alternatesAllowed ? 'tender.allowed' : 'tender.notAllowed'),
        text: ({ alternatesAllowed }) => t(alternatesAllowed ? 'tender.allowed' : 'tender.notAllowed'),
      },
      lots.length > 1 && {
        id: 'lot',
        header: t('tender.lot'),
        width: 130,
        cell: ({ lotId }) => titleOf.get(lotId) ?? '',
        text: ({ lotId }) => titleOf.get(lotId) ?? '',
      },
    ];
    return all.filter((column) => column !== false);
  }, [t, names, lots]);
}

function LineCard({ line }: { line: PublicLineWholeFragment }) {
  const names = useCodeNames();
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {[line.number, line.partNumber].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm">{line.description}</Text>
      <Text size="sm">
        {formatDecimal(normalise(line.quantity.value))} {names.unit(line.quantity.unit, line.quantity.value)}
        {line.needBy ? ` · ${formatDate(line.needBy)}` : ''}
      </Text>
    </Stack>
  );
}
