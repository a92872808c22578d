import { DataList, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import { useBasisText } from '../../../ui/shown/price';
import type { OfferRow } from './offers';

/** What a price rests on: its source, its time, its break, the sum, the charges beside it. */
export function PriceExplained({ row: { answer, quantity } }: { row: OfferRow }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const basis = useBasisText();
  const { price, lineAmount, offer } = answer;
  if (!price) return null;
  const facts: [string, string][] = [
    [t('explain.source'), answer.priceSource ? t(`source.${answer.priceSource}`) : ''],
    [t('explain.stated'), t('explain.statedText', { price: formatMoney(price), basis: basis(price.basis, price.unit) })],
    ...(answer.breakFrom
      ? [
          [
            t('explain.break'),
            t('explain.breakText', {
              from: formatDecimal(normalise(answer.breakFrom)),
              unit: names.unit(offer.orderUnit, answer.breakFrom),
            }),
          ] as [string, string],
        ]
      : []),
    ...(answer.priceValidTo
      ? [[t('explain.valid'), t('explain.validText', { date: formatDate(answer.priceValidTo) })] as [string, string]]
      : []),
    ...answer.charges.map((charge): [string, string] => [
      t('explain.charge', { name: names.name('charge', charge.code) }),
      t(`explain.chargePer.${charge.per}`, { money: formatMoney(charge.amount) }),
    ]),
  ];
  return (
    <Stack gap="sm">
      <DataList size="sm">
        {facts.map(([name, text]) => (
          <DataList.Item key={name}>
            <DataList.ItemLabel>{name}</DataList.ItemLabel>
            <DataList.ItemValue>{text}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {lineAmount && (
        <Text size="sm">
          {t('explain.sum', {
            quantity: formatDecimal(normalise(quantity)),
            unit: names.unit(offer.orderUnit, quantity),
            amount: formatMoney(lineAmount),
          })}
        </Text>
      )}
      <Text size="xs" className="quiet">
        {t('explain.tax')}
      </Text>
    </Stack>
  );
}
