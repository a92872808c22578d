import { describe, expect, it } from '@jest/globals';
import { countryCodes, currencyCodes, isCountryCode, isCurrencyCode, minorUnits } from './codes.js';
import { isCage, isDuns, isGln, isGtin, partKey, partNumberAsWritten } from './identifiers.js';
import { errorCode, fail, ok } from './result.js';
import { isPackageUnit, isUnitCode, unitCodes, unitName } from './unit-code.js';

describe('code lists are whole', () => {
  it('holds every unit Peppol accepts, packages with their X', () => {
    expect(unitCodes().length).toBe(2162);
    expect([unitName('EA'), unitName('C62'), unitName('H87'), unitName('XBX'), unitName('KGM')]).toEqual([
      'each',
      'one',
      'piece',
      'Box',
      'kilogram',
    ]);
    expect(['PCE', 'CA', 'BX', 'ea', '', 'constructor'].map(isUnitCode)).toEqual([false, false, false, false, false, false]);
    expect([isPackageUnit('XBX'), isPackageUnit('EA'), isPackageUnit('XQQQ')]).toEqual([true, false, false]);
  });

  it('knows currencies with their minor units', () => {
    expect(currencyCodes().length).toBe(166);
    expect(['JPY', 'EUR', 'KWD', 'CLF'].map(minorUnits)).toEqual([0, 2, 3, 4]);
    expect(['XAU', 'XXX', 'eur', 'EURO', ''].map(isCurrencyCode)).toEqual([false, false, false, false, false]);
  });

  it('knows countries', () => {
    expect(countryCodes().length).toBe(251);
    expect(['DE', 'TW', 'XK', 'UK', 'de'].map(isCountryCode)).toEqual([true, true, true, false, false]);
  });
});

describe('identifiers', () => {
  it('checks GS1 check digits', () => {
    expect(['7300010000001', '7300010000002', '730001000000'].map(isGln)).toEqual([true, false, false]);
    expect(['4006381333931', '0012345678905', '96385074', '4006381333930', '123456789'].map(isGtin)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('knows the shapes of DUNS and CAGE', () => {
    expect([isDuns('081466849'), isDuns('81466849'), isCage('80205'), isCage('1ABO5'), isCage('F0301')]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('a part number is kept as written; its key only finds', () => {
    expect(partNumberAsWritten('  nas 1149-f0363p\t ')).toBe('NAS 1149-F0363P');
    expect(partNumberAsWritten('')).toBeUndefined();
    expect(partNumberAsWritten('x'.repeat(71))).toBeUndefined();
    expect(partKey('69-3732-01')).toBe('69373201');
    expect(partKey('69-37320-1')).toBe(partKey('69-3732-01'));
  });
});

describe('errors', () => {
  it('has one code in two spellings', () => {
    expect(['PriceChanged', 'TenderNotDraft', 'UBLNotReadable', 'X12Broken'].map(errorCode)).toEqual([
      'PRICE_CHANGED',
      'TENDER_NOT_DRAFT',
      'UBL_NOT_READABLE',
      'X12_BROKEN',
    ]);
  });

  it('carries a value or all errors', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(fail('a', 'b')).toEqual({ ok: false, errors: ['a', 'b'] });
  });
});
