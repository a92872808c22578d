import { describe, expect, it } from '@jest/globals';
import { decimalOrTyped, typedDecimal } from './typed-decimal.js';

describe('a typed decimal', () => {
  it.each([
    ['2.5', '2.5'],
    ['2,5', '2.5'],
    [' 12 ', '12'],
    ['12 000', '12000'],
    ["12'000,5", '12000.5'],
    ['1,234.50', '1234.50'],
    ['1.234,5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1234,567', '1234.567'],
    ['-3,25', '-3.25'],
    ['1.000', '1.000'],
  ])('%s is %s', (text, decimal) => {
    expect(typedDecimal(text)).toBe(decimal);
  });

  it.each(['1,000', '12,500', '', 'ten', '1,2,3', '1.2.3', '1,23.4', '1e3', ','])(
    '%s is nothing that one could be sure of',
    (text) => {
      expect(typedDecimal(text)).toBeUndefined();
      expect(decimalOrTyped(` ${text} `)).toBe(text);
    },
  );
});
