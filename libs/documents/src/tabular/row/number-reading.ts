import { type DecimalText, isDecimal } from '#libs/kernel';

/** Why a text is not the number it should be: code and values of a row problem. */
export interface NumberFault {
  code: string;
  values: Record<string, string>;
}

const POINT = /^-?(?:0|[1-9]\d{0,12})(?:\.\d{1,10})?$/;
const COMMA = /^-?(?:0|[1-9]\d{0,12})(?:,\d{1,10})?$/;
/** Groups of three with one and the same mark: blank, no-break blank, narrow blank, apostrophe, point or comma. */
const GROUPED = /^(\d{1,3})(?:([ \u00a0\u2009\u202f'\u2019.,])\d{3})(?:\2\d{3})*(?:([.,])\d+)?$/;

/**
 * The number that `text` writes with this decimal separator, as decimal text with its own scale. Thousands separators
 * are taken when they cannot be anything else (1.234,56 with a comma, 1 234, 1,234,567 with a point); what can be read
 * in two ways (1,234 with a point) is a fault, and so is a number with the other separator. No exponent, no currency sign.
 */
export function readNumber(text: string, separator: '.' | ','): DecimalText | NumberFault {
  if (separator === '.') {
    if (POINT.test(text)) return text;
  } else if (COMMA.test(text)) return text.replace(',', '.');
  return readOdd(text, separator);
}

/**
 * As `readNumber` with a point, and forgiving a decimal comma where no other reading is possible (17,23 and 1.234,56).
 * `comma` tells that it was needed, so that the reader can warn. For formats whose standard demands the point.
 */
export function readNumberLeniently(text: string): { value: DecimalText | NumberFault; comma: boolean } {
  const value = readNumber(text, '.');
  if (typeof value === 'string' || value.code !== 'NUMBER_SEPARATOR') return { value, comma: false };
  return { value: readNumber(text, ','), comma: true };
}

function readOdd(text: string, separator: '.' | ','): DecimalText | NumberFault {
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length);
  const other = separator === '.' ? ',' : '.';
  const grouped = GROUPED.exec(digits);
  if (grouped !== null && (grouped[3] === undefined || grouped[3] !== grouped[2])) {
    const fault = groupFault(text, grouped, separator);
    if (fault !== undefined) return fault;
    if (grouped[2] !== separator) return bounded(text, sign + plain(digits, separator));
  }
  const simple = new RegExp(`^\\d*(?:\\${separator}\\d+)?$`);
  if (digits.length > 0 && simple.test(digits)) return bounded(text, sign + plain(digits, separator));
  const swapped = new RegExp(`^\\d*\\${other}\\d+$|^\\d{1,3}(?:\\${separator}\\d{3})+\\${other}\\d+$`);
  if (swapped.test(digits)) {
    return { code: 'NUMBER_SEPARATOR', values: { value: text, found: other, expected: separator } };
  }
  return { code: 'NUMBER_INVALID', values: { value: text } };
}

function groupFault(text: string, grouped: RegExpExecArray, separator: '.' | ','): NumberFault | undefined {
  const [digits, , mark, decimal] = grouped;
  const other = separator === '.' ? ',' : '.';
  // 1,234 with a point: thousands or a decimal comma? Nobody but the sender knows.
  if (mark === other && decimal === undefined && digits.split(other).length === 2) {
    return {
      code: 'NUMBER_AMBIGUOUS',
      values: { value: text, first: digits.replace(other, ''), second: digits.replace(other, '.') },
    };
  }
  if (decimal !== undefined && decimal !== separator) {
    return { code: 'NUMBER_SEPARATOR', values: { value: text, found: decimal, expected: separator } };
  }
  if (mark === separator && digits.split(separator).length > 2) {
    return { code: 'NUMBER_SEPARATOR', values: { value: text, found: separator === '.' ? ',' : '.', expected: separator } };
  }
  return undefined;
}

/** Digits with a point, without group marks and leading zeros. */
function plain(digits: string, separator: '.' | ','): string {
  const cut = digits.lastIndexOf(separator);
  const whole = (cut < 0 ? digits : digits.slice(0, cut)).replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return cut < 0 ? whole : `${whole === '' ? '0' : whole}.${digits.slice(cut + 1)}`;
}

function bounded(text: string, value: string): DecimalText | NumberFault {
  return isDecimal(value) ? value : { code: 'NUMBER_OUT_OF_BOUNDS', values: { value: text } };
}
