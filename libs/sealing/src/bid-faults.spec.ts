import { describe, expect, it } from '@jest/globals';
import { type AskedBid, bidFaults } from './bid-faults.js';

const asked: AskedBid = {
  currency: 'EUR',
  rates: { USD: '0.9' },
  criteria: [
    { id: 'iso', kind: 'MANDATORY' },
    { id: 'finish', kind: 'SCORED', scoreMax: '10' },
    { id: 'colour', kind: 'FEATURE', options: { blue: '0.1' } },
  ],
  lines: [
    { id: 'a', number: '10', partId: 'bolt', unit: 'EA', alternatesAllowed: false },
    { id: 'b', number: '20', partId: null, unit: 'EA', alternatesAllowed: true },
  ],
  closesOn: '2026-12-01',
  ownOffers: new Map([['offer', 'bolt']]),
};
const line = {
  lineId: 'a',
  price: { amount: '2', unit: 'EA' },
  factor: null,
  breaks: [],
  minQuantity: null,
  maxQuantity: null,
  alternate: null,
  offerId: null,
};
const answers = { iso: { passed: false }, colour: { option: 'blue' } };
const bid = { currency: 'USD', validUntil: '2026-12-01', lines: [line], answers };
const codes = (changed: object) => bidFaults({ ...bid, ...changed }, asked).map(({ code, path }) => `${code} ${path?.join('.')}`);
const ofLine = (changed: object) => codes({ lines: [{ ...line, ...changed }] });

describe('bidFaults', () => {
  it('has nothing against a sound bid', () => {
    expect(bidFaults(bid, asked)).toEqual([]);
    expect(ofLine({ offerId: 'offer' })).toEqual([]);
    expect(ofLine({ lineId: 'b', alternate: { partId: 'nut' }, offerId: null })).toEqual([]);
    expect(codes({ answers: { ...answers, finish: { score: '10' } } })).toEqual([]);
  });

  it('says all that is wrong with the bid as a whole, at once', () => {
    expect(
      codes({
        currency: 'CHF',
        validUntil: '2026-11-30',
        lines: [],
        answers: { finish: { score: '11' }, colour: { option: 'red' } },
      }),
    ).toEqual([
      'BidEmpty lines',
      'BidCurrencyNotTaken currency',
      'BidExpiresEarly validUntil',
      'BidAnswerMissing answers.iso',
      'BidAnswerMissing answers.finish',
      'BidAnswerMissing answers.colour',
    ]);
  });

  it('says what is wrong with a line, by its number', () => {
    expect(ofLine({ lineId: 'c' })).toEqual(['BidLineUnknown lines.0.lineId']);
    expect(codes({ lines: [line, line] })).toEqual(['BidLineRepeated lines.1.lineId']);
    expect(ofLine({ price: { amount: '2', unit: 'KGM' } })).toEqual(['BidUnitNeedsFactor lines.0.factor']);
    expect(ofLine({ factor: {} })).toEqual(['BidFactorNotNeeded lines.0.factor']);
    expect(ofLine({ alternate: { partId: null } })).toEqual(['AlternateNotAllowed lines.0.alternate']);
    expect(
      ofLine({
        breaks: [
          { from: '100', amount: '1' },
          { from: '50', amount: '1' },
        ],
      }),
    ).toEqual(['BidBreaksNotRising lines.0.breaks']);
    expect(ofLine({ minQuantity: '5', maxQuantity: '4' })).toEqual(['BidQuantitiesCrossed lines.0.maxQuantity']);
    expect(ofLine({ price: { amount: '0.00', unit: 'EA' } })).toEqual(['BidPriceMissing lines.0.price']);
    expect(ofLine({ offerId: 'of another' })).toEqual(['BidOfferNotYours lines.0.offerId']);
    expect(codes({ lines: [{ ...line, lineId: 'b', alternate: { partId: 'nut' }, offerId: 'offer' }] })).toEqual([
      'BidOfferOfOtherPart lines.0.offerId',
    ]);
    expect(bidFaults({ ...bid, lines: [{ ...line, minQuantity: '5', maxQuantity: '4' }] }, asked)[0]?.values).toEqual({
      line: '10',
    });
  });
});
