import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { PartMarketDocument } from '../../../../graphql/generated/graphql';
import { formatDate } from '../../../../i18n/format';
import { Section } from '../../../../ui/section';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { PriceText } from '../../../../ui/shown/price';

/** What the part costs in public today; nothing while too few sell it. */
export function Market({ partId }: { partId: string }) {
  const { t } = useTranslation('watch');
  const names = useCodeNames();
  const { data } = useQuery({
    queryKey: ['part-market', partId],
    queryFn: ({ signal }) => ask(PartMarketDocument, { id: partId }, signal),
    staleTime: 600_000,
  });
  const prices = data?.part?.marketPrices ?? [];
  const [first] = prices;
  if (!first) return null;
  return (
    <Section title={t('market.title')}>
      <Stack gap="sm">
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('market.condition')}</Table.Th>
                <Table.Th>{t('market.median')}</Table.Th>
                <Table.Th>{t('market.low')}</Table.Th>
                <Table.Th>{t('market.high')}</Table.Th>
                <Table.Th>{t('market.sellers')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {prices.map((price) => (
                <Table.Tr key={`${price.condition} ${price.median.currency} ${price.median.unit}`}>
                  <Table.Td>{price.condition ? names.name('condition', price.condition) : t('market.anyCondition')}</Table.Td>
                  <Table.Td>
                    <PriceText price={price.median} />
                  </Table.Td>
                  <Table.Td>
                    <PriceText price={price.low} />
                  </Table.Td>
                  <Table.Td>
                    <PriceText price={price.high} />
                  </Table.Td>
                  <Table.Td>{t('market.sellersMin', { count: price.sellersMin })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Text size="xs" className="quiet">
          {t('market.how', { day: formatDate(first.day) })}
        </Text>
      </Stack>
    </Section>
  );
}
