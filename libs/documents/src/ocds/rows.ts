import { isCurrencyCode, isUnitCode } from '#libs/kernel';
import { decimal, describing, type Field, isBad, text } from '../grammar/field.js';
import { type FieldRow, may, type Row } from '../grammar/row.js';

type In<P extends string, K extends string> = `${P}.${K}`;
/** Text as it stands: in JSON blanks at its ends are a part of it. */
function plain(max: number): Field<string> {
  const checked = text(1, max);
  return { ...checked, decode: (raw) => checked.encode(raw, undefined) };
}

/** A text that is neither cut nor refused for its length below 50,000 characters. */
export const LONG = plain(50_000);
export const SHORT = plain(500);
export const currency = describing('ISO 4217', isCurrencyCode);

const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant of RFC 3339; a day alone is read, since many publishers write one, and kept as it stands. */
export const instant: Field<string> = {
  says: 'instant, RFC 3339',
  decode: (raw) =>
    INSTANT.test(raw.trim()) || /^\d{4}-\d{2}-\d{2}$/.test(raw.trim())
      ? raw.trim()
      : { bad: 'DATE_NOT_VALID', message: 'This is not an instant of RFC 3339.' },
  encode: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value),
};

const exact = decimal();

/** A number that JSON can hold: its writing without zeros before it. */
export const number: Field<string> = {
  ...exact,
  says: 'number',
  encode: (value, document) => {
    const written = exact.encode(value, document);
    return typeof written === 'string' && !isBad(written) ? written.replace(/^(-?)0+(?=\d)/, '$1') : written;
  },
};

export function amountRows<const P extends string>(at: string, to: P): FieldRow<In<P, 'amount' | 'currency'>>[] {
  return [may(`${at}/amount`, `${to}.amount`, number), may(`${at}/currency`, `${to}.currency`, currency)];
}

export function periodRows<const P extends string>(at: string, to: P): FieldRow<In<P, 'start' | 'end' | 'latestEnd' | 'days'>>[] {
  return [
    may(`${at}/startDate`, `${to}.start`, instant),
    may(`${at}/endDate`, `${to}.end`, instant),
    may(`${at}/maxExtentDate`, `${to}.latestEnd`, instant),
    may(`${at}/durationInDays`, `${to}.days`, number),
  ];
}

export function nameRows<const P extends string>(at: string, to: P): FieldRow<In<P, 'id' | 'name'>>[] {
  return [may(`${at}/id`, `${to}.id`, SHORT), may(`${at}/name`, `${to}.name`, SHORT)];
}

type ItemKey =
  | 'id'
  | 'description'
  | 'class.scheme'
  | 'class.code'
  | 'class.description'
  | 'quantity'
  | 'unit'
  | 'unitName'
  | 'unitPrice.amount'
  | 'unitPrice.currency'
  | 'lot';

/** Items: a unit of UN/ECE Recommendation 20 under its scheme, any other by its name. */
export function itemRows<const P extends string>(at: string, to: P): FieldRow<In<P, ItemKey>>[] {
  const unit = describing('UN/ECE Recommendation 20', isUnitCode);
  const rows: Row[] = [
    may(`${at}/id`, `${to}.id`, SHORT),
    may(`${at}/description`, `${to}.description`, LONG),
    may(`${at}/classification/scheme`, `${to}.class.scheme`, SHORT),
    may(`${at}/classification/id`, `${to}.class.code`, SHORT),
    may(`${at}/classification/description`, `${to}.class.description`, LONG),
    may(`${at}/quantity`, `${to}.quantity`, number),
    may(`${at}/unit[scheme=UNCEFACT]/id`, `${to}.unit`, unit),
    may(`${at}/unit/name`, `${to}.unitName`, SHORT),
    ...amountRows(`${at}/unit/value`, `${to}.unitPrice`),
    may(`${at}/relatedLot`, `${to}.lot`, SHORT),
  ];
  return rows as FieldRow<In<P, ItemKey>>[];
}

type DocumentKey = 'id' | 'type' | 'title' | 'description' | 'uri' | 'publishedAt' | 'changedAt' | 'mediaType' | 'language';

export function documentRows<const P extends string>(at: string, to: P): FieldRow<In<P, DocumentKey>>[] {
  return [
    may(`${at}/id`, `${to}.id`, SHORT),
    may(`${at}/documentType`, `${to}.type`, SHORT),
    may(`${at}/title`, `${to}.title`, LONG),
    may(`${at}/description`, `${to}.description`, LONG),
    may(`${at}/url`, `${to}.uri`, plain(2000)),
    may(`${at}/datePublished`, `${to}.publishedAt`, instant),
    may(`${at}/dateModified`, `${to}.changedAt`, instant),
    may(`${at}/format`, `${to}.mediaType`, SHORT),
    may(`${at}/language`, `${to}.language`, SHORT),
  ];
}

type AmendmentKey = 'id' | 'on' | 'reason' | 'description' | 'before' | 'after';

export function amendmentRows<const P extends string>(at: string, to: P): FieldRow<In<P, AmendmentKey>>[] {
  return [
    may(`${at}/id`, `${to}.id`, SHORT),
    may(`${at}/date`, `${to}.on`, instant),
    may(`${at}/rationale`, `${to}.reason`, LONG),
    may(`${at}/description`, `${to}.description`, LONG),
    may(`${at}/amendsReleaseID`, `${to}.before`, SHORT),
    may(`${at}/releaseID`, `${to}.after`, SHORT),
  ];
}
