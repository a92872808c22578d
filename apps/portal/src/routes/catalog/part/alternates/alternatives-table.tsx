import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable, Nothing } from '../../../../ui/data-table';
import { Status } from '../../../../ui/shown/status';
import type { Alternative } from './link';

/** The alternatives in the order of the search, each with its reason and the links that lead to it. */
export function AlternativesTable({ alternatives, number }: { alternatives: readonly Alternative[]; number: string }) {
  const { t } = useTranslation('alternates');
  const columns: DataColumn<Alternative>[] = [
    {
      id: 'part',
      header: t('column.part'),
      fixed: true,
      text: ({ parts }) => parts.map(({ part, quantity }) => `${quantity ?? ''} ${part.number}`.trim()).join(' + '),
      cell: ({ parts }) => (
        <Stack gap={2}>
          {parts.map(({ part, quantity }) => (
            <Text key={part.id} size="sm" component="div">
              {quantity !== null && `${quantity} × `}
              <Anchor
                className="part-number"
                renderRoot={(props) => <Link {...props} to="/parts/$partId" params={{ partId: part.id }} />}
              >
                {part.number}
              </Anchor>{' '}
              <span className="quiet">{part.manufacturer.name}</span>
            </Text>
          ))}
        </Stack>
      ),
    },
    {
      id: 'reason',
      header: t('column.reason'),
      width: 260,
      text: ({ reason }) => t(`reason.${reason}`),
      cell: (row) => (
        <Stack gap={2} align="flex-start">
          <Status tone={row.qualified ? 'attention' : 'good'}>{t(`reason.${row.reason}`)}</Status>
          <Text size="sm">{row.message}</Text>
        </Stack>
      ),
    },
    {
      id: 'path',
      header: t('column.path'),
      width: 280,
      text: ({ path }) => path.map((step) => `${step.from.number} > ${step.to?.number ?? ''}`).join(', '),
      cell: ({ path }) => <Path path={path} />,
    },
    {
      id: 'offers',
      header: t('column.offers'),
      align: 'end',
      width: 110,
      text: ({ offers }) => String(offers.length),
      cell: ({ offers }) => (offers.length > 0 ? t('offers', { count: offers.length }) : <Nothing />),
    },
  ];
  return (
    <DataTable
      label={t('tableOf', { number })}
      rows={alternatives}
      columns={columns}
      rowKey={(row) => String(row.place)}
      csvName={`alternates-${number}`}
    />
  );
}

/** Each link walked: where to, by which code and class, on whose word. */
function Path({ path }: { path: Alternative['path'] }) {
  const { t } = useTranslation('alternates');
  return (
    <ol style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
      {path.map((step) => (
        <Text key={`${step.from.id} ${step.to?.id ?? ''}`} size="sm" component="li">
          <span className="part-number">{step.from.number}</span> →{' '}
          <span className="part-number">{step.to?.number ?? t('set')}</span>{' '}
          <span className="quiet">
            {step.link
              ? [
                  `INC ${step.link.code}`,
                  step.link.class && `D-590 ${step.link.class}`,
                  step.link.authority,
                  t(`standing.${(step.reversed ? step.link.reverseStanding : step.link.standing) ?? 'CLAIM'}`),
                  t('by', { name: step.link.assertedBy.name }),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : t('ownNumber', { number: step.ownNumber ?? '' })}
          </span>
        </Text>
      ))}
    </ol>
  );
}
