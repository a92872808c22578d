import { describe, expect, it } from '@jest/globals';
import { checkItems, type DocumentContext, flagsOf, missingItems, type StatedDocument } from './certificate.rules.js';

const context: DocumentContext = {
  kind: 'EASA_FORM_1',
  dualRelease: false,
  lineQuantity: '2',
  partNumbers: ['BACB30-7', 'S-BACB30-7'],
  lots: [
    { lotNumber: null, serialNumber: 'SN 1', quantity: '1' },
    { lotNumber: 'L7', serialNumber: null, quantity: '1' },
  ],
  today: '2026-11-22',
};
const good: StatedDocument = {
  number: 'F-1',
  issuer: 'EASA.145.0001',
  datedOn: '2026-11-01',
  partNumber: 'bacb30-7',
  serialNumber: 'sn  1',
  dualRelease: false,
  quantity: '1',
};

describe('flagsOf', () => {
  it('finds nothing odd in a document that fits', () => {
    expect(flagsOf(good, context)).toEqual([]);
    expect(flagsOf({ ...good, serialNumber: null, lotNumber: 'L7' }, context)).toEqual([]);
    expect(flagsOf({ dualRelease: false, quantity: '2' }, { ...context, kind: 'COFC', lots: [] })).toEqual([]);
  });

  it.each([
    ['PART_DIFFERS', { partNumber: 'BACB30-8' }, {}],
    ['SERIAL_DIFFERS', { serialNumber: 'SN2' }, {}],
    ['LOT_DIFFERS', { lotNumber: 'L8' }, {}],
    ['QUANTITY_ABOVE_LOT', { quantity: '1.5' }, {}],
    ['DUAL_RELEASE_MISSING', {}, { dualRelease: true }],
    ['NUMBER_MISSING', { number: null }, {}],
    ['ISSUER_MISSING', { issuer: null }, {}],
    ['DATE_MISSING', { datedOn: null }, {}],
    ['DATED_IN_FUTURE', { datedOn: '2026-11-23' }, {}],
  ])('says %s', (flag, stated, given) => {
    expect(flagsOf({ ...good, ...stated } as StatedDocument, { ...context, ...given })).toEqual([flag]);
  });

  it('says both of a quantity that is above everything', () => {
    expect(flagsOf({ ...good, quantity: '3' }, context)).toEqual(['QUANTITY_ABOVE_LINE', 'QUANTITY_ABOVE_LOT']);
  });
});

describe('missingItems', () => {
  it('wants every item, and both blocks where they are required', () => {
    expect(missingItems(checkItems, false)).toEqual([]);
    expect(missingItems(checkItems, true)).toEqual(['DUAL_RELEASE']);
    expect(missingItems([...checkItems.slice(1), 'DUAL_RELEASE'], true)).toEqual(['STATUS_BLOCK']);
  });
});
