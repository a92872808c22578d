import type { DecimalText, LocalDate } from '#libs/kernel';
import { type KeyColumn, keyset, type Ordering, type Page, rows, type Work } from '#libs/platform';
import type { RateKind } from './rate.js';

/** A recorded rate; `partnerId` is the other party of a CONTRACT. */
export interface ExchangeRate {
  id: string;
  orgId: string;
  partnerId: string | null;
  kind: RateKind;
  from: string;
  to: string;
  rate: DecimalText;
  source: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

const columns: readonly KeyColumn[] = [
  { sql: 'x.valid_from', cast: 'date', descending: true },
  { sql: 'x.id', cast: 'uuid', descending: true },
];

/** The latest day first. */
export const rateOrdering: Ordering = { name: 'exchangeRates', columns };

/** Sort values of a rate, for its cursor. */
export function rateKey(rate: ExchangeRate): string[] {
  return [rate.validFrom, rate.id];
}

/** Rates of the acting organisation, own ones and those a partner has recorded with it; `currency` narrows to one side of the pair. */
export async function exchangeRatesOf(work: Work, filter: { currency?: string | null }, page: Page): Promise<ExchangeRate[]> {
  const { where, orderBy, limit, values } = keyset(page, rateOrdering, 3);
  return rows<ExchangeRate>(
    work,
    `select x.id, x.org_id as "orgId", case when x.kind = 'CONTRACT' then case when x.org_id = $1 then x.counterparty_id else x.org_id end end as "partnerId", x.kind,
       x.from_currency as "from", x.to_currency as "to", x.rate, x.source, x.valid_from as "validFrom", x.valid_to as "validTo"
     from supply.exchange_rate x
     where (x.org_id = $1 or x.counterparty_id = $1) and ($2::text is null or x.from_currency = $2 or x.to_currency = $2) and ${where}
     order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, filter.currency ?? null, ...values],
  );
}
