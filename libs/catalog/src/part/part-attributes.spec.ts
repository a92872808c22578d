import { describe, expect, it } from '@jest/globals';
import { attributeShapes, type PartAttribute, partAttributes, readPartAttribute } from './part-attributes.js';

describe('readPartAttribute', () => {
  it.each<[PartAttribute, string, string | undefined]>([
    ['unNumber', ' un 1263', 'UN1263'],
    ['unNumber', '1263', 'UN1263'],
    ['unNumber', 'UN126', undefined],
    ['hazardClass', 'Class 3', '3'],
    ['hazardClass', '1.4s', '1.4S'],
    ['hazardClass', '0', undefined],
    ['packingGroup', 'PG 2', 'II'],
    ['packingGroup', 'IV', undefined],
    ['shelfLifeExtendable', 'Ja', 'true'],
    ['lifeLimited', 'no', 'false'],
    ['lifeLimited', 'maybe', undefined],
    ['eccn', '9a991.d', '9A991.D'],
    ['eccn', 'EAR99', 'EAR99'],
    ['eccn', 'none', undefined],
    ['hsCode', '8803.30.00', '88033000'],
    ['hsCode', '12345', undefined],
    ['essentiality', '4', undefined],
    ['spareClass', '6', '6'],
    ['spareClass', '3', undefined],
    ['revision', 'C', 'C'],
    ['revision', 'x'.repeat(41), undefined],
  ])('reads %s %j as %s', (attribute, text, value) => {
    expect(readPartAttribute(attribute, text)).toBe(value);
  });

  it('says of each what it must look like', () => {
    expect(Object.keys(attributeShapes)).toEqual([...partAttributes]);
  });
});
