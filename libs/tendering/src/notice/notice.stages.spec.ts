import { describe, expect, it } from '@jest/globals';
import { noticeTags } from './notice.stages.js';
import type { PublicAward, PublicTender } from './public-tender.entity.js';

const party = { id: 'p', name: 'Party', country: 'DE', gln: null, duns: null };
const call: PublicTender = {
  ...{
    id: 't',
    number: 'T-1',
    version: 1,
    title: 'Bolts',
    description: null,
    buyer: party,
    currency: 'EUR',
    deliveryTerm: 'DAP',
  },
  ...{ paymentDays: 30, rated: false, agreementFrom: null, agreementTo: null, status: 'ACTIVE', questionsCloseAt: null },
  ...{ publishedAt: '2030-01-01T00:00:00.000Z', closesAt: '2030-02-01T00:00:00.000Z', answered: false },
  ...{ lots: [], lines: [], documents: [], amendments: [], bids: null, awards: [] },
};
const award: PublicAward = {
  ...{ id: 'a', lotId: 'l', awardedAt: '2030-02-02T00:00:00.000Z', cancelled: false, supplier: party, amount: '1.00' },
  ...{ currency: 'EUR', lines: [], contract: null },
};
const contract = { id: 'a-contract', kind: 'ORDER' as const };
const ordered = { ...award, contract };

describe('tags of a release', () => {
  it.each<[string, PublicTender | undefined, PublicTender, string[]]>([
    ['a call', undefined, call, ['tender']],
    ['nothing', call, { ...call }, []],
    ['an amendment', call, { ...call, version: 2 }, ['tenderUpdate']],
    ['the count of the bids', call, { ...call, bids: { bidders: 1, bids: 1 } }, ['tenderUpdate']],
    ['a call that is off', call, { ...call, status: 'CANCELLED' }, ['tenderCancellation']],
    ['one that was off before anybody looked', undefined, { ...call, status: 'CANCELLED' }, ['tender', 'tenderCancellation']],
    ['an award', call, { ...call, status: 'COMPLETE', awards: [award] }, ['tenderUpdate', 'award']],
    ['an award with its order', call, { ...call, awards: [ordered] }, ['award', 'contract']],
    ['a second award', { ...call, awards: [award] }, { ...call, awards: [award, { ...award, id: 'b' }] }, ['award']],
    ['an order that comes later', { ...call, awards: [award] }, { ...call, awards: [ordered] }, ['awardUpdate', 'contract']],
    [
      'another name of the winner',
      { ...call, awards: [award] },
      { ...call, awards: [{ ...award, supplier: { ...party, name: 'New' } }] },
      ['awardUpdate'],
    ],
    ['one taken back', { ...call, awards: [award] }, { ...call, awards: [{ ...award, cancelled: true }] }, ['awardCancellation']],
    [
      'one taken back with its order',
      { ...call, awards: [ordered] },
      { ...call, awards: [{ ...ordered, cancelled: true }] },
      ['awardCancellation', 'contractTermination'],
    ],
    ['everything at once', undefined, { ...call, status: 'COMPLETE', awards: [ordered] }, ['tender', 'award', 'contract']],
  ])('say %s', (_, before, after, tags) => expect(noticeTags(before, after)).toEqual(tags));
});
