import { compare, type DecimalText, hasLegalScale, isDecimal, isNegative, isZero, minorUnits } from '#libs/kernel';
import type { StagedProblem } from './staged-row.js';

/** Collects what is wrong with one row, all of it at once, while its values are read. */
export class RowCheck {
  readonly problems: StagedProblem[] = [];
  refused = false;

  error(column: string, code: string, facts: Readonly<Record<string, string>> = {}): null {
    this.problems.push({ column, code, severity: 'ERROR', facts });
    this.refused = true;
    return null;
  }

  /** A stored number (|x| < 1e13, scale <= 10), not negative; null when absent or refused. */
  number(column: string, text: DecimalText | undefined, kind: 'price' | 'number' = 'number'): DecimalText | null {
    if (text === undefined) return null;
    if (!isDecimal(text))
      return this.error(column, /^-?\d+(\.\d+)?$/.test(text) ? 'NUMBER_OUT_OF_BOUNDS' : 'NUMBER_INVALID', {
        value: text.slice(0, 80),
      });
    if (isNegative(text)) return this.error(column, kind === 'price' ? 'PRICE_NEGATIVE' : 'NUMBER_NEGATIVE', { value: text });
    return text;
  }

  positive(column: string, text: DecimalText | undefined): DecimalText | null {
    const value = this.number(column, text);
    return value !== null && isZero(value) ? this.error(column, 'NUMBER_NOT_POSITIVE', { value }) : value;
  }

  /** Unit prices may be finer than the coin (0.0125 each), but never in a currency that has no coin: JPY 1.5 is a slip. */
  price(column: string, text: DecimalText | undefined, currency: string | null): DecimalText | null {
    const value = this.number(column, text, 'price');
    if (value === null || currency === null) return value;
    const whole = minorUnits(currency) === 0;
    return whole && !hasLegalScale({ amount: value, currency })
      ? this.error(column, 'PRICE_DECIMALS', { value, currency })
      : value;
  }

  days(column: string, value: number | undefined): string | null {
    if (value === undefined) return null;
    return Number.isInteger(value) && value >= 0 && value <= daysMax
      ? String(value)
      : this.error(column, 'NUMBER_OUT_OF_BOUNDS', { value: String(value) });
  }

  /** Text within a length; more is refused rather than cut, because a cut code is another code. */
  text(column: string, value: string | undefined, lengthMax: number): string | null {
    if (value === undefined || value === '') return null;
    if (value.includes('\0')) return this.error(column, 'CHARACTER_INVALID', { found: 'U+0000' });
    return value.length <= lengthMax ? value : this.error(column, 'CELL_TOO_LONG', { limit: String(lengthMax) });
  }
}

/** A hundred years of lead time or shelf life are a slip of the keyboard. */
const daysMax = 36_500;

/** Breaks in rising order of quantity. Two prices from one quantity on are refused: nobody can say which one holds. */
export function sortedBreaks(
  check: RowCheck,
  breaks: readonly { from: DecimalText; price: DecimalText }[],
  currency: string | null,
): { from: DecimalText; price: DecimalText }[] {
  const read = breaks.flatMap((entry) => {
    const from = check.positive('breaks', entry.from);
    const price = check.price('breaks', entry.price, currency);
    return from === null || price === null ? [] : [{ from, price }];
  });
  read.sort((a, b) => compare(a.from, b.from));
  for (let i = 1; i < read.length; i++) {
    const [before, here] = [read[i - 1], read[i]];
    if (before && here && compare(before.from, here.from) === 0)
      check.error('breaks', 'PRICE_DUPLICATE', { quantity: here.from, type: '' });
  }
  return read;
}
