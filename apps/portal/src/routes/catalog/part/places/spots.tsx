import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compare, normalise } from '#libs/kernel';
import type { PartPlacesQuery } from '../../../../graphql/generated/graphql';
import { formatDecimal } from '../../../../i18n/format';
import { type DataColumn, Nothing } from '../../../../ui/data-table';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { StockAge } from '../../../../ui/shown/stock';

export type Spot = PartPlacesQuery['stockMap'][number];

export const spotKey = ({ offer, place, part }: Spot): string => `${part.id} ${offer.id} ${place?.location ?? ''}`;

/** How long it takes where nothing is said to lie. */
export function useLeadText(): (spot: Spot) => string {
  const { t } = useTranslation('part');
  return ({ offer }) =>
    offer.leadDays === null
      ? t('noStockNoLead')
      : t(offer.leadKind === 'WORKING' ? 'leadWorking' : 'leadCalendar', { count: offer.leadDays });
}

/** How far a place is, as its supplier has named the way. */
export function useTransitText(): (spot: Spot) => string | undefined {
  const { t } = useTranslation('places');
  return ({ transit }) =>
    transit
      ? t(transit.kind === 'WORKING' ? 'workingDays' : 'calendarDays', { count: transit.days, method: transit.method })
      : undefined;
}

/** Working days take the weekends along, so that ways can be put in order. */
const far = ({ transit }: Spot): number =>
  transit ? (transit.kind === 'WORKING' ? (transit.days * 7) / 5 : transit.days) : Number.POSITIVE_INFINITY;

export function useSpotColumns(withDistance: boolean): DataColumn<Spot>[] {
  const { t } = useTranslation('places');
  const names = useCodeNames();
  const lead = useLeadText();
  const transit = useTransitText();
  return useMemo((): DataColumn<Spot>[] => {
    const country = ({ offer }: Spot): string =>
      offer.supplier.country ? names.country(offer.supplier.country) : t('countryUnknown');
    const quantity = ({ place, offer }: Spot): string =>
      place ? `${formatDecimal(normalise(place.quantity))} ${names.unit(offer.orderUnit, place.quantity)}` : '';
    const columns: DataColumn<Spot>[] = [
      {
        id: 'country',
        header: t('column.country'),
        fixed: true,
        cell: country,
        text: country,
        compare: (a, b) => country(a).localeCompare(country(b)),
      },
      {
        id: 'place',
        header: t('column.place'),
        cell: (spot) => spot.place?.location ?? <Nothing />,
        text: (spot) => spot.place?.location ?? '',
        compare: (a, b) => (a.place?.location ?? '').localeCompare(b.place?.location ?? ''),
      },
      {
        id: 'supplier',
        header: t('column.supplier'),
        width: 180,
        cell: (spot) => (
          <Stack gap={0}>
            <Text size="sm">{spot.offer.supplier.name}</Text>
            <Text size="xs" className="quiet part-number">
              {spot.offer.supplierPart}
            </Text>
          </Stack>
        ),
        text: ({ offer }) => `${offer.supplier.name} ${offer.supplierPart}`,
      },
      {
        id: 'part',
        header: t('column.part'),
        width: 160,
        cell: ({ part, reason }) => (
          <Stack gap={0}>
            <Anchor component={Link} to={`/parts/${part.id}`} className="part-number">
              {part.number}
            </Anchor>
            {reason && (
              <Text size="xs" className="quiet">
                {t(`alternates:reason.${reason}`)}
              </Text>
            )}
          </Stack>
        ),
        text: ({ part }) => part.number,
      },
      {
        id: 'quantity',
        header: t('column.quantity'),
        align: 'end',
        cell: (spot) => (spot.place ? quantity(spot) : <span className="quiet">{lead(spot)}</span>),
        text: (spot) => (spot.place ? quantity(spot) : lead(spot)),
        compare: (a, b) => compare(a.place?.quantity ?? '0', b.place?.quantity ?? '0'),
      },
      {
        id: 'age',
        header: t('column.age'),
        width: 150,
        cell: ({ place, label }) =>
          place && label !== 'LEAD_TIME_ONLY' ? (
            <StockAge asOf={place.asOf} source={place.source} label={label} />
          ) : (
            <span className="quiet">{t('leadTimeOnly')}</span>
          ),
        text: ({ place, label }) => (place && label !== 'LEAD_TIME_ONLY' ? `${label} ${place.asOf}` : t('leadTimeOnly')),
      },
    ];
    if (!withDistance) return columns;
    const distance: DataColumn<Spot> = {
      id: 'distance',
      header: t('column.distance'),
      cell: (spot) => transit(spot) ?? <span className="quiet">{t('distanceUnknown')}</span>,
      text: (spot) => transit(spot) ?? '',
      compare: (a, b) => Math.sign(far(a) - far(b)) || 0,
    };
    return [...columns, distance];
  }, [t, names, lead, transit, withDistance]);
}
