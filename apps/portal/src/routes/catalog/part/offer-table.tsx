import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compare } from '#libs/kernel';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import type { useBasketChoice } from '../../procurement/basket-choice';
import { BasePriceCell, BreaksCell, EarliestCell, StatedPriceCell, StockCell, SupplierCell } from './offer-cells';
import type { OfferRow } from './offers';
import { OrderCell } from './order-cell';
import { PriceExplained } from './price-explained';
import { type Answer, basePrice, baseUnitOf } from './quantities';

export interface OffersShown {
  rows: readonly OfferRow[];
  moved: ReadonlyMap<string, Pick<Answer, 'available' | 'stock'>>;
  needBy: string | null;
  baskets: ReturnType<typeof useBasketChoice>;
  onQuantity: (offerId: string, quantity: string) => void;
  stale: boolean;
}

const nothingLast = (a: string | undefined, b: string | undefined, order: (x: string, y: string) => number): number =>
  a === undefined ? (b === undefined ? 0 : 1) : b === undefined ? -1 : order(a, b);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All offers in columns. Sorting follows what was asked, never what moved since. */
export function OfferTable({ rows, moved, needBy, baskets, onQuantity, stale, csvName }: OffersShown & { csvName: string }) {
  const { t } = useTranslation('part');
  const columns = useMemo(
    (): DataColumn<OfferRow>[] => [
      {
        id: 'supplier',
        header: t('column.supplier'),
        fixed: true,
        width: 180,
        cell: ({ answer }) => <SupplierCell answer={answer} />,
        text: ({ answer }) => `${answer.offer.supplier.name} ${answer.offer.supplierPart}`,
        compare: (a, b) => a.answer.offer.supplier.name.localeCompare(b.answer.offer.supplier.name),
      },
      {
        id: 'base',
        header: t('column.base'),
        align: 'end',
        width: 100,
        cell: ({ answer }) => <BasePriceCell answer={answer} />,
        text: ({ answer }) => {
          const base = basePrice(answer);
          return base ? `${base.amount} ${base.currency}/${baseUnitOf(answer.offer)}` : '';
        },
        compare: (a, b) => nothingLast(basePrice(a.answer)?.amount, basePrice(b.answer)?.amount, compare),
      },
      {
        id: 'stated',
        header: t('column.stated'),
        align: 'end',
        width: 120,
        cell: (row) => <StatedPriceCell row={row} explained={<PriceExplained row={row} />} />,
        text: ({ answer: { price } }) => (price ? `${price.amount} ${price.currency}/${price.basis} ${price.unit}` : ''),
      },
      {
        id: 'breaks',
        header: t('column.breaks'),
        width: 110,
        cell: ({ answer }) => <BreaksCell answer={answer} />,
        text: ({ answer }) => answer.offer.breaks.map(({ from, price }) => `${from}: ${price.amount}`).join('; '),
      },
      {
        id: 'stock',
        header: t('column.stock'),
        width: 190,
        cell: ({ answer }) => <StockCell answer={answer} moved={moved.get(answer.offer.id)} />,
        text: ({ answer }) => answer.stock.map((place) => `${place.location} ${place.quantity} (${place.asOf})`).join('; '),
        compare: (a, b) => compare(a.answer.available, b.answer.available),
      },
      {
        id: 'earliest',
        header: t('column.earliest'),
        width: 120,
        cell: ({ answer }) => <EarliestCell answer={answer} />,
        text: ({ answer }) => answer.earliest ?? '',
        compare: (a, b) => nothingLast(a.answer.earliest ?? undefined, b.answer.earliest ?? undefined, byText),
      },
      {
        id: 'order',
        header: t('column.order'),
        fixed: true,
        width: 190,
        cell: (row) => (
          <OrderCell
            row={row}
            needBy={needBy}
            baskets={baskets}
            onQuantity={(quantity) => onQuantity(row.answer.offer.id, quantity)}
          />
        ),
        text: ({ quantity, answer }) => `${quantity} ${answer.offer.orderUnit}`,
      },
    ],
    [t, moved, needBy, baskets, onQuantity],
  );
  return (
    <DataTable
      label={t('offers')}
      rows={rows}
      columns={columns}
      rowKey={({ answer }) => answer.offer.id}
      storageKey="offers"
      csvName={csvName}
      stale={stale}
      tall
      maxHeight="none"
    />
  );
}
