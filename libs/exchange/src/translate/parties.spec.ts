import { describe, expect, it } from '@jest/globals';
import { placeParty } from './parties.js';

describe('the party of a place', () => {
  const place = { name: 'Dock 4', address: { lines: ['Hangar Road 9'], city: 'Oslo', country: 'NO' } };
  const address = { name: 'Dock 4', lines: ['Hangar Road 9'], city: 'Oslo', country: 'NO' };

  it.each([
    ['by its GLN', { code: 'WH-4', gln: '7300010000001' }, { scheme: '0088', value: '7300010000001' }],
    ["by the buyer's code", { code: 'WH-4', gln: null }, { scheme: 'ASSIGNED_BY_BUYER', value: 'WH-4' }],
  ])('is known %s', (_name, known, identifier) =>
    expect(placeParty({ ...place, ...known })).toEqual({
      identifiers: [identifier],
      name: 'Dock 4',
      address: { ...address, identifier },
    }),
  );

  it('is known by nothing when an ERP wrote out an address without a code', () =>
    expect(placeParty({ ...place, code: '', gln: null })).toEqual({ identifiers: [], name: 'Dock 4', address }));
});
