import i18next from 'i18next';

/**
 * Numbers, money and dates in the reader's locale, from decimal text and ISO text. Nothing is rounded and nothing goes through a binary
 * number: Intl takes the text as it is (ECMA-402 NumberFormat v3).
 */
const locale = (): string => i18next.language;

export function formatDecimal(text: string): string {
  const places = text.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: places, maximumFractionDigits: places }).format(
    text as unknown as number,
  );
}

/** `1234.5`, `EUR` -> `€1,234.50`. Unit prices may carry more places than the currency has minor units; they are kept. */
export function formatMoney(money: { amount: string; currency: string }): string {
  const given = money.amount.split('.')[1]?.length ?? 0;
  const usual =
    new Intl.NumberFormat(locale(), { style: 'currency', currency: money.currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const places = Math.max(given, usual);
  const format = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return format.format(money.amount as unknown as number);
}

export const formatDate = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: iso.length === 10 ? 'UTC' : undefined }).format(
    new Date(iso),
  );

export const formatInstant = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** An instant on the wall of a time zone, whichever the reader's is. */
export const formatInstantIn = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** `4 min ago`: age of an instant against now. */
export function formatAge(iso: string, now = Date.now()): string {
  const apart = Math.round((Date.parse(iso) - now) / 1000);
  // A page's clock moves once a minute; what happened since is now, not in some seconds.
  const seconds = apart > 0 && apart < 90 ? 0 : apart;
  const [unit, size] = steps.find(([, s]) => Math.abs(seconds) >= s) ?? steps[3]!;
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' }).format(Math.round(seconds / size), unit);
}
