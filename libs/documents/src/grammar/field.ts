import { isDecimal, isLocalDate, normalise } from '#libs/kernel';

/** Why a field could not be read or written; becomes a problem at the row's address. */
export interface Bad {
  bad: string;
  message: string;
  /** Written in its stead, with a warning. */
  instead?: string;
}

/**
 * A value on the wire and in the model. `decode` gets text that is not empty; `encode` gives undefined when the value says
 * nothing here, and decode when the text is not this field's to read: it is then kept beside the model. With `merges` the model side is an object and decode gives a part of it; `key` is the part that must be there.
 */
export interface Field<T = unknown> {
  says: string;
  merges?: { key: string };
  decode(text: string): T | undefined | Bad;
  encode(value: T, document: unknown): string | undefined | Bad;
}

/** Whether a field refused. */
export function isBad(value: unknown): value is Bad {
  return typeof value === 'object' && value !== null && 'bad' in value;
}

/** Text of `min` to `max` characters, trimmed. Longer text is refused on both sides: what is cut off would be lost. */
export function text(min: number, max: number): Field<string> {
  const check = (value: string): string | Bad => {
    if (value.length < min) return { bad: 'TEXT_TOO_SHORT', message: `The text has fewer than ${min} characters.` };
    return value.length > max ? { bad: 'TEXT_TOO_LONG', message: `The text has more than ${max} characters.` } : value;
  };
  return {
    says: `text ${min}-${max}`,
    decode: (raw) => check(raw.trim()),
    encode: (value) => (value === '' ? undefined : check(value)),
  };
}

/** Text for people: read whole, cut to `max` characters when written, with a warning; never for what identifies anything. */
export function freeText(max: number): Field<string> {
  return {
    says: `text for people, ${max} written`,
    decode: (raw) => raw.trim(),
    encode: (value) => {
      if (value.trim() === '') return undefined;
      if (value.length <= max) return value;
      return { bad: 'TEXT_CUT', message: `The text was cut to ${max} characters.`, instead: value.slice(0, max).trimEnd() };
    },
  };
}

/** A day: CCYYMMDD or CCYY-MM-DD; a time or zone behind the latter is ignored. */
export function date(format: 'CCYYMMDD' | 'CCYY-MM-DD'): Field<string> {
  return {
    says: `date ${format}`,
    decode: (raw) => {
      const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(raw.trim());
      const day =
        format === 'CCYYMMDD'
          ? compact && `${compact[1]}-${compact[2]}-${compact[3]}`
          : /^(\d{4}-\d{2}-\d{2})(?:[TZ+-].*)?$/.exec(raw.trim())?.[1];
      return day && isLocalDate(day)
        ? day
        : { bad: 'DATE_NOT_VALID', message: `This is not a day of the calendar written ${format}.` };
    },
    encode: (value) => {
      if (!isLocalDate(value)) return { bad: 'DATE_NOT_VALID', message: 'This is not a day of the calendar.' };
      return format === 'CCYYMMDD' ? value.replaceAll('-', '') : value;
    },
  };
}

const NUMBER =
  'This is not a number the hub keeps: digits and one point, no exponent, at most 13 digits before the point and 10 behind.';

/** A number with its writing kept (007, 1.10). A leading or closing point, legal in X12, gets its zero, and zeros behind the tenth decimal are none; anything else is refused, never 0. */
export function decimal(bounds: { digits?: number; scale?: number } = {}): Field<string> {
  const legal = (value: string) => isDecimal(value) && (bounds.digits === undefined || significant(value) <= bounds.digits);
  const bad: Bad = { bad: 'NUMBER_NOT_VALID', message: NUMBER };
  return {
    says: bounds.digits === undefined ? 'decimal' : `decimal, ${bounds.digits} digits`,
    decode: (raw) => {
      const trimmed = raw.trim();
      const whole = trimmed
        .replace(/^(-?)\./, '$10.')
        .replace(/\.$/, '')
        .replace(/(\.\d{10})0+$/, '$1');
      return isDecimal(whole) && /\d/.test(trimmed) ? whole : bad;
    },
    encode: (value) => (legal(value) ? value : bad),
  };
}

/** A decimal that must not be below zero. */
export function positive(bounds: { digits?: number; scale?: number } = {}): Field<string> {
  const inner = decimal(bounds);
  const check = (value: string | undefined | Bad) =>
    typeof value === 'string' && normalise(value).startsWith('-')
      ? { bad: 'NUMBER_NEGATIVE', message: 'The number is below zero.' }
      : value;
  return {
    says: `${inner.says}, not negative`,
    decode: (raw) => check(inner.decode(raw)) as string | Bad,
    encode: (value, document) => check(inner.encode(value, document)),
  };
}

/** A number whose last `scale` digits stand behind a point that is not written (X12 type N): 12345 is 123.45. */
export function implied(scale: number): Field<string> {
  const bad: Bad = { bad: 'NUMBER_NOT_VALID', message: `This is not a whole number with ${scale} implied decimals.` };
  return {
    says: `number, ${scale} decimals implied`,
    decode: (raw) => {
      const match = /^(-?)(\d{1,23})$/.exec(raw.trim());
      if (match === null) return bad;
      const digits = (match[2] ?? '').padStart(scale + 1, '0');
      const value = `${match[1]}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      return isDecimal(value) ? value : bad;
    },
    encode: (value) => {
      if (!isDecimal(value)) return bad;
      const [whole = '', fraction = ''] = normalise(value).split('.');
      if (fraction.length > scale) return { bad: 'NUMBER_TOO_FINE', message: `Only ${scale} decimals can be written here.` };
      return (whole + fraction.padEnd(scale, '0')).replace(/^(-?)0+(?=\d)/, '$1');
    },
  };
}

/** A code by a table from the wire to the model; several codes may mean one thing, the first is written. */
export function code<T extends string>(table: Readonly<Record<string, T>>): Field<T> {
  const back = new Map(
    Object.entries(table)
      .reverse()
      .map(([wire, value]) => [value, wire]),
  );
  return {
    says: `code ${Object.keys(table).join(', ')}`,
    decode: (raw) =>
      Object.hasOwn(table, raw.trim())
        ? table[raw.trim()]!
        : { bad: 'CODE_UNKNOWN', message: `The code is none of ${Object.keys(table).join(', ')}.` },
    encode: (value) => back.get(value) ?? { bad: 'CODE_NOT_EXPRESSIBLE', message: `The format has no code for "${value}".` },
  };
}

/** A code read only when the table knows it; any other stays beside the model and comes back in the same format. */
export function knownCode<T extends string>(table: Readonly<Record<string, T>>): Field<T> {
  const inner = code(table);
  return {
    ...inner,
    says: `${inner.says}; others are kept`,
    decode: (raw) => (Object.hasOwn(table, raw.trim()) ? inner.decode(raw) : undefined),
  };
}

/** A yes that stands as one code; absent is no. */
export function flag(yes: string): Field<boolean> {
  return {
    says: `${yes} when true`,
    decode: (raw) => (raw.trim() === yes ? true : undefined),
    encode: (value) => (value ? yes : undefined),
  };
}

/** A code that must satisfy a list (currency, country), the same on both sides. */
export function listed(name: string, has: (value: string) => boolean): Field<string> {
  const check = (value: string) => (has(value) ? value : { bad: 'CODE_UNKNOWN', message: `This is not a code of ${name}.` });
  return { says: `code of ${name}`, decode: (raw) => check(raw.trim()), encode: check };
}

/** A code of a list, read only when it is one: for what describes and must not stop a document. */
export function describing(name: string, has: (value: string) => boolean): Field<string> {
  const inner = listed(name, has);
  return {
    says: `${inner.says}; others are kept`,
    decode: (raw) => (has(raw.trim()) ? raw.trim() : undefined),
    encode: (value) => (has(value) ? value : undefined),
  };
}

function significant(value: string): number {
  return value.replace(/[-.]/g, '').replace(/^0+(?=\d)/, '').length;
}
