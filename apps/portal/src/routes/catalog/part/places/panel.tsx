import { Group, Stack, Switch, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { PartPlacesDocument } from '../../../../graphql/generated/graphql';
import { DataTable } from '../../../../ui/data-table';
import { Section } from '../../../../ui/section';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { Empty, Failure, Waiting } from '../../../../ui/states';
import { useUrl } from '../../../url';
import { SpotCard } from './spot-card';
import { type Spot, spotKey, useSpotColumns } from './spots';

/** Where stock of the part lies, and on wish of what may stand for it, country by country. */
export function PlacesPanel({ partId, number }: { partId: string; number: string }) {
  const { t } = useTranslation('places');
  const [url, setUrl] = useUrl();
  const alternates = url['places'] === 'all';
  const siteId = url['to'] ?? null;
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['part-places', partId, alternates, siteId],
    queryFn: ({ signal }) => ask(PartPlacesDocument, { partId, alternates, siteId }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useSpotColumns(siteId !== null);
  const names = useCodeNames();
  const spots = data ? sorted(data.stockMap, names.country) : undefined;
  return (
    <Section title={t('title')}>
      <Group gap="lg">
        <Switch
          label={t('alternates')}
          checked={alternates}
          onChange={(event) => setUrl({ places: event.currentTarget.checked ? 'all' : undefined }, { replace: true })}
        />
        {siteId === null && (
          <Text size="sm" className="quiet">
            {t('distanceHow')}
          </Text>
        )}
      </Group>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !spots ? (
        <Waiting />
      ) : spots.length === 0 ? (
        <Empty title={t('noneTitle')} text={alternates ? t('noneAtAll') : t('noneText')} />
      ) : (
        <Stack gap="sm">
          <Countries spots={spots} />
          <DataTable
            label={t('table', { number })}
            rows={spots}
            columns={columns}
            rowKey={spotKey}
            csvName={`stock-${number}`}
            storageKey="part-places"
            stale={isPlaceholderData}
            keys={false}
            tone={(spot) => (spot.label === 'LEAD_TIME_ONLY' ? 'quiet' : undefined)}
            card={(spot) => <SpotCard spot={spot} />}
          />
        </Stack>
      )}
    </Section>
  );
}

/** How many places there are in each country, most first. */
function Countries({ spots }: { spots: readonly Spot[] }) {
  const { t } = useTranslation('places');
  const names = useCodeNames();
  const counts = new Map<string, number>();
  for (const { place, offer } of spots)
    if (place) counts.set(offer.supplier.country ?? '', (counts.get(offer.supplier.country ?? '') ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <Group component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('countries')}>
      {[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([country, count]) => (
          <Text component="li" size="sm" key={country}>
            {t('inCountry', { country: country === '' ? t('countryUnknown') : names.country(country), count })}
          </Text>
        ))}
    </Group>
  );
}

/** The part before its alternates, live before old, one country after the other. */
function sorted(spots: readonly Spot[], nameOf: (code: string) => string): Spot[] {
  const country = ({ offer }: Spot): string => (offer.supplier.country ? nameOf(offer.supplier.country) : '\uffff');
  const weight = (spot: Spot): number => (spot.place === null || spot.label === 'LEAD_TIME_ONLY' ? 1 : 0);
  return [...spots].sort((a, b) => weight(a) - weight(b) || country(a).localeCompare(country(b)));
}
