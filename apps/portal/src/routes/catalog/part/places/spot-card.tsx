import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { StockFigure } from '../../../../ui/shown/stock';
import { type Spot, useLeadText, useTransitText } from './spots';

/** One place on a phone. */
export function SpotCard({ spot }: { spot: Spot }) {
  const { t } = useTranslation('places');
  const names = useCodeNames();
  const lead = useLeadText();
  const transit = useTransitText();
  const { offer, place, part, reason, label } = spot;
  const where = [place?.location, offer.supplier.country ? names.country(offer.supplier.country) : t('countryUnknown')];
  const way = transit(spot);
  return (
    <Stack gap={4}>
      <Text fw={600}>{where.filter(Boolean).join(' · ')}</Text>
      <Text size="sm">{offer.supplier.name}</Text>
      {reason && (
        <Group gap="xs">
          <Anchor component={Link} to={`/parts/${part.id}`} className="part-number">
            {part.number}
          </Anchor>
          <Text size="xs" className="quiet">
            {t(`alternates:reason.${reason}`)}
          </Text>
        </Group>
      )}
      {place && label !== 'LEAD_TIME_ONLY' ? (
        <StockFigure quantity={place.quantity} unit={offer.orderUnit} asOf={place.asOf} source={place.source} label={label} />
      ) : (
        <Text size="sm" className="quiet">
          {lead(spot)}
        </Text>
      )}
      {way && <Text size="sm">{way}</Text>}
    </Stack>
  );
}
