import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../ui/shown/code-name';
import type { Promised } from './lot';

/** Offers with the certificates that come with every unit of them. */
export function Promises({ offers, onChange }: { offers: readonly Promised[]; onChange: (offer: Promised) => void }) {
  const { t } = useTranslation('lots');
  const names = useCodeNames();
  if (offers.length === 0) return <Text className="quiet">{t('noPromises')}</Text>;
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('promises')}>
      {offers.map((offer) => (
        <Group key={offer.offerId} component="li" gap="sm">
          <span className="part-number">{offer.supplierPart}</span>
          <Text size="sm">{offer.certificates.map((kind) => names.name('certificate', kind)).join(', ')}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange(offer)}
            aria-label={t('changeOf', { lot: offer.supplierPart })}
          >
            {t('change')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
