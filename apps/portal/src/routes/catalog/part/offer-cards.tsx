import { Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BasePriceCell, BreaksCell, EarliestCell, StatedPriceCell, StockCell, SupplierCell } from './offer-cells';
import type { OffersShown } from './offer-table';
import { OrderCell } from './order-cell';
import { PriceExplained } from './price-explained';

/** The same offers on a phone. */
export function OfferCards({ rows, moved, needBy, baskets, onQuantity, stale }: OffersShown) {
  const { t } = useTranslation('part');
  return (
    <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none', opacity: stale ? 0.6 : 1 }} aria-label={t('offers')}>
      {rows.map((row) => (
        <Paper key={row.answer.offer.id} component="li" withBorder p="md">
          <Stack gap="md">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <SupplierCell answer={row.answer} />
              <Stack gap={0} ta="end">
                <BasePriceCell answer={row.answer} />
              </Stack>
            </Group>
            <SimpleGrid cols={2} spacing="md">
              <Named name={t('column.stated')}>
                <StatedPriceCell row={row} explained={<PriceExplained row={row} />} />
              </Named>
              <Named name={t('column.earliest')}>
                <EarliestCell answer={row.answer} />
              </Named>
            </SimpleGrid>
            <Named name={t('column.stock')}>
              <StockCell answer={row.answer} moved={moved.get(row.answer.offer.id)} />
            </Named>
            <Named name={t('column.breaks')}>
              <BreaksCell answer={row.answer} />
            </Named>
            <OrderCell
              row={row}
              needBy={needBy}
              baskets={baskets}
              onQuantity={(quantity) => onQuantity(row.answer.offer.id, quantity)}
            />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" className="quiet">
        {name}
      </Text>
      {children}
    </div>
  );
}
