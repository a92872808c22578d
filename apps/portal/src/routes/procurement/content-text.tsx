import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDecimal, multiply, normalise } from '#libs/kernel';
import type { PricedOfferFragment } from '../../graphql/generated/graphql';
import { formatDecimal } from '../../i18n/format';
import { useCodeNames } from '../../ui/shown/code-name';

/** What so many order units bring: whoever wants 2500 pieces does not order 2500 boxes unawares. */
export function ContentText({ offer, quantity }: { offer: Pick<PricedOfferFragment, 'content'>; quantity: string }) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  if (!offer.content || !isDecimal(quantity)) return null;
  const brought = normalise(multiply(offer.content.value, quantity));
  return (
    <Text size="xs" className="quiet">
      {t('basket.brings', { quantity: formatDecimal(brought), unit: names.unit(offer.content.unit, brought) })}
    </Text>
  );
}
