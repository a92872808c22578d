import type { DateFormat } from '../row/row-values.js';

/** How cells are written as text, so that the mapping of a file reads them as the sheet shows them. */
export interface CellStyle {
  decimalSeparator: '.' | ',';
  dateFormat: DateFormat;
  from1904: boolean;
}

/** Text of a cell that holds no shared string. Formulas come with their last result; errors (#N/A) stay what they are. */
export function cellText(value: string, type: string, style: CellStyle & { isDate: boolean }): string {
  if (value === '') return '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return dayText(value.slice(0, 10), style.dateFormat);
  if (type !== 'n') return value;
  return style.isDate ? serialDay(value, style) : numberText(value, style.decimalSeparator);
}

/**
 * A number as the sheet shows it. The file keeps binary numbers with 17 digits, where 4.2 is 4.2000000000000002; Excel itself counts 15.
 * Never with an exponent, so that a part number of 14 digits stays one.
 */
function numberText(value: string, separator: '.' | ','): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const plain = /^-?\d{1,15}$/.test(value) ? value : withoutExponent(number.toPrecision(15));
  return separator === ',' ? plain.replace('.', ',') : plain;
}

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  // Beyond what any column holds: left as it is, and refused as a number where it stands.
  if (Math.abs(point) > 60) return text;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const rest = padded.slice(at).replace(/0+$/, '');
  return `${sign}${padded.slice(0, at)}${rest === '' ? '' : `.${rest}`}`;
}

/** Days from the first of either calendar to 1970. 1900 was no leap year, but the sheet counts a 29th of February. */
const epochDays = { from1900: 25_569, from1904: 24_107 } as const;
const dayMs = 86_400_000;

function serialDay(value: string, { dateFormat, from1904 }: CellStyle): string {
  const serial = Math.floor(Number(value));
  // Times alone, days before March 1900 and after 9999 are no days of a price list.
  if (!Number.isFinite(serial) || serial < 61 || serial > 2_958_465) return value;
  const day = new Date((serial - (from1904 ? epochDays.from1904 : epochDays.from1900)) * dayMs);
  return dayText(day.toISOString().slice(0, 10), dateFormat);
}

function dayText(iso: string, format: DateFormat): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return format.replace('YYYY', year).replace('MM', month).replace('DD', day);
}
