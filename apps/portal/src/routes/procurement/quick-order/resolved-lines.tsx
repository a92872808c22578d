import { Checkbox, Select, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { useCodeNames } from '../../../ui/shown/code-name';
import { PriceText, useBasisText } from '../../../ui/shown/price';
import { NumberCell, QuantityCell, type ResolvedActions, StateCell } from './line-cells';
import { amountOf, type Decision, type Offer, offerOf, type QuickLine, quantityOf } from './resolved';

interface Props extends ResolvedActions {
  lines: readonly QuickLine[];
  decisions: ReadonlyMap<number, Decision>;
  errors: ReadonlyMap<number, string>;
}

/** What each pasted line means, and what is still to be chosen. */
export function ResolvedLines({ lines, decisions, errors, onDecide, onPart }: Props) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const basis = useBasisText();
  const columns = useMemo((): DataColumn<QuickLine>[] => {
    const offer = (line: QuickLine): Offer | undefined => offerOf(line, decisions.get(line.line));
    return [
      {
        id: 'take',
        header: t('quick.take'),
        width: 60,
        fixed: true,
        cell: (line) => (
          <Checkbox
            aria-label={t('quick.takeLine', { number: line.number })}
            checked={offer(line)?.price ? !decisions.get(line.line)?.left : false}
            disabled={!offer(line)?.price}
            onChange={(event) => onDecide(line.line, { left: !event.currentTarget.checked })}
          />
        ),
      },
      { id: 'line', header: t('quick.line'), align: 'end', cell: (line) => line.line, text: (line) => String(line.line) },
      {
        id: 'number',
        header: t('quick.number'),
        width: 180,
        fixed: true,
        cell: (line) => <NumberCell line={line} offer={offer(line)} onPart={onPart} chosen={decisions.get(line.line)?.partId} />,
        text: (line) => line.number,
      },
      {
        id: 'offer',
        header: t('quick.offer'),
        width: 260,
        cell: (line) => (
          <Stack gap={4}>
            {line.offers.length > 0 && (
              <Select
                size="xs"
                miw={236}
                aria-label={t('quick.offerFor', { number: line.number })}
                allowDeselect={false}
                value={offer(line)?.offerId ?? null}
                onChange={(offerId) => offerId && onDecide(line.line, { offerId, quantity: undefined })}
                data={line.offers.map((o) => ({
                  value: o.offerId,
                  label: o.price
                    ? t('quick.offerText', {
                        supplier: o.supplierName,
                        price: formatMoney(o.price),
                        basis: basis(o.price.basis, o.price.unit),
                        date: o.earliest ? formatDate(o.earliest) : t('quick.noDate'),
                      })
                    : t('quick.offerWithoutPrice', { supplier: o.supplierName }),
                }))}
              />
            )}
            <StateCell
              line={line}
              offer={offer(line)}
              decision={decisions.get(line.line)}
              error={errors.get(line.line)}
              onDecide={onDecide}
            />
          </Stack>
        ),
        text: (line) => (line.problem ? t(`quick.problem.${line.problem}`) : (offer(line)?.supplierName ?? '')),
      },
      {
        id: 'quantity',
        header: t('basket.quantity'),
        width: 170,
        cell: (line) => <QuantityCell line={line} offer={offer(line)} decision={decisions.get(line.line)} onDecide={onDecide} />,
        text: (line) => quantityOf(line, decisions.get(line.line), offer(line)),
      },
      {
        id: 'price',
        header: t('basket.price'),
        align: 'end',
        width: 140,
        cell: (line) => {
          const found = offer(line);
          return found?.price ? <PriceText price={found.price} source={found.priceSource} /> : <Nothing />;
        },
        text: (line) => offer(line)?.price?.amount ?? '',
      },
      {
        id: 'amount',
        header: t('basket.amount'),
        align: 'end',
        width: 120,
        cell: (line) => {
          const amount = amountOf(line, decisions.get(line.line), offer(line));
          if (amount) return <span className="one-line">{formatMoney(amount)}</span>;
          return offer(line)?.price ? <span className="quiet">{t('quick.pricedInBasket')}</span> : <Nothing />;
        },
        text: (line) => amountOf(line, decisions.get(line.line), offer(line))?.amount ?? '',
      },
      {
        id: 'free',
        header: t('quick.free'),
        align: 'end',
        cell: (line) => {
          const found = offer(line);
          return found?.free ? (
            `${formatDecimal(normalise(found.free))} ${names.unit(found.minimum.unit, found.free)}`
          ) : (
            <Nothing />
          );
        },
        text: (line) => offer(line)?.free ?? '',
      },
    ];
  }, [t, names, basis, decisions, errors, onDecide, onPart]);
  return (
    <DataTable
      label={t('quick.resolved')}
      rows={lines}
      columns={columns}
      rowKey={(line) => String(line.line)}
      csvName="quick-order"
      tone={(line) => (line.problem ? 'attention' : undefined)}
      tall
    />
  );
}
