import { DataList, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMoney } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import type { OfferRow } from './offers';

/** How a price came about, step by step as the hub tells it; then its time and the charges beside it. Without a price, why there is none. */
export function PriceExplained({ row: { answer } }: { row: OfferRow }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const charge = ({ applies, below, per, amount }: OfferRow['answer']['charges'][number]): string => {
    const text = t(`explain.chargePer.${per}`, { money: formatMoney(amount) });
    if (applies === 'ON_REQUEST') return t('explain.onRequest', { text });
    return applies === 'ORDER_BELOW' && below ? t('explain.smallOrder', { text, below: formatMoney(below) }) : text;
  };
  const facts: [string, string][] = [
    ...(answer.priceSource ? [[t('explain.source'), t(`source.${answer.priceSource}`)] as [string, string]] : []),
    ...(answer.priceValidTo
      ? [[t('explain.valid'), t('explain.validText', { date: formatDate(answer.priceValidTo) })] as [string, string]]
      : []),
    ...answer.charges.map((one): [string, string] => [
      t('explain.charge', { name: names.name('charge', one.code) }),
      charge(one),
    ]),
  ];
  return (
    <Stack gap="sm">
      <List type="ordered" size="sm" aria-label={t('explain.steps')}>
        {answer.explanation.map(({ rule, text }) => (
          <List.Item key={rule}>{text}</List.Item>
        ))}
      </List>
      {facts.length > 0 && (
        <DataList size="sm">
          {facts.map(([name, text]) => (
            <DataList.Item key={name}>
              <DataList.ItemLabel>{name}</DataList.ItemLabel>
              <DataList.ItemValue>{text}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      )}
      <Text size="xs" className="quiet">
        {t('explain.tax')}
      </Text>
    </Stack>
  );
}
