import type { TFunction } from 'i18next';
import { formatMoney } from '../../../i18n/format';
import type { Rotable } from './rotable-columns';

type Agreed = readonly (readonly [string, string | null])[];

/** What both are held to, as it stood when the core or the repair was ordered. */
export function agreedFacts({ exchange, repair, currency, value }: Rotable, t: TFunction<'rotables'>): Agreed {
  const money = (amount: string): string => formatMoney({ amount, currency });
  if (repair)
    return [
      [t('agreed.evaluation'), Number(repair.evaluationFee) > 0 ? money(repair.evaluationFee) : null],
      [t('agreed.quoteStands'), t('agreed.days', { count: repair.approveDays })],
      [t('agreed.turn'), t('agreed.days', { count: repair.turnDays })],
    ];
  if (!exchange) return [];
  const { deposit, outrightPrice, billedAt, lateFee, lateDays, lateFeesMax, billDays, replaceDays } = exchange;
  const billed = billedAt === 'OUTRIGHT' ? outrightPrice : (value?.amount ?? null);
  return [
    [t('agreed.deposit'), Number(deposit) > 0 ? money(deposit) : null],
    [
      t('agreed.lateFee'),
      Number(lateFee) > 0 ? t('agreed.lateFeeOf', { fee: money(lateFee), count: lateDays, most: lateFeesMax }) : null,
    ],
    [t('agreed.replace'), t('agreed.days', { count: replaceDays })],
    [
      t('agreed.billed'),
      billed &&
        t(billDays === null ? 'agreed.billedBySupplier' : 'agreed.billedAfter', { amount: money(billed), count: billDays ?? 0 }),
    ],
  ];
}
