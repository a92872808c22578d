import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { HoldRowFragment } from '../../../graphql/generated/graphql';
import { formatDecimal } from '../../../i18n/format';
import type { DataColumn } from '../../../ui/data-table';
import { useCodeNames } from '../../../ui/shown/code-name';
import { TimeLeft } from '../../../ui/shown/time-left';

export type HoldRow = HoldRowFragment;

export function useHoldColumns(onRelease: (hold: HoldRow) => void): DataColumn<HoldRow>[] {
  const { t } = useTranslation('stock');
  const names = useCodeNames();
  const partOf = (row: HoldRow): string => row.offer?.supplierPart ?? t('holds.offerGone');
  const figure = (row: HoldRow): string =>
    `${formatDecimal(normalise(row.held))} ${row.offer ? names.unit(row.offer.orderUnit, row.held) : ''}`.trim();
  return [
    {
      id: 'part',
      header: t('holds.part'),
      fixed: true,
      text: partOf,
      cell: (row) => (
        <Anchor
          className="part-number"
          renderRoot={(props) => <Link {...props} to="/parts/$partId" params={{ partId: row.partId }} />}
        >
          {partOf(row)}
        </Anchor>
      ),
    },
    { id: 'held', header: t('holds.held'), align: 'end', text: (row) => normalise(row.held), cell: figure },
    {
      id: 'places',
      header: t('holds.places'),
      text: (row) => row.places.map(({ location }) => location).join(' '),
      cell: (row) => row.places.map(({ location, quantity }) => `${location} ${formatDecimal(normalise(quantity))}`).join(', '),
    },
    { id: 'buyer', header: t('holds.buyer'), text: (row) => row.buyer.name, cell: (row) => row.buyer.name },
    {
      id: 'holder',
      header: t('holds.holder'),
      text: (row) => [t(`holder.${row.holderKind}`), row.label].filter(Boolean).join(': '),
      cell: (row) => [t(`holder.${row.holderKind}`), row.label].filter(Boolean).join(': '),
    },
    {
      id: 'left',
      header: t('holds.left'),
      text: (row) => row.expiresAt,
      cell: (row) => <TimeLeft until={row.expiresAt} />,
    },
    {
      id: 'release',
      header: t('holds.action'),
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onRelease(row)}
          aria-label={t('holds.releaseOf', { part: partOf(row), buyer: row.buyer.name })}
        >
          {t('holds.release')}
        </Button>
      ),
    },
  ];
}
