import { describe, expect, it } from '@jest/globals';
import type { TenderOfBidderFragment } from '../../../../graphql/generated/graphql.js';
import { bidInputOf, typedBidOf } from '../typed-bid.js';
import { sealedFaults } from './sealed-bid.js';

const line = {
  id: 'a',
  lotId: 'lot',
  number: '10',
  quantity: { value: '100', unit: 'EA' },
  droppedIn: null,
  alternatesAllowed: false,
};
const lot = { id: 'lot', round: 1, rounds: [{ round: 1, closesAt: '2026-12-01T12:00:00.000Z' }] };
const tender = {
  currency: 'EUR',
  deliveryTerm: 'DAP',
  paymentDays: 30,
  rates: [],
  criteria: [{ id: 'iso', kind: 'MANDATORY' }],
  lines: [line],
  lots: [lot],
} as unknown as TenderOfBidderFragment;
const typed = typedBidOf(tender, 'lot', null);
const t = ((key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`) as never;
const faults = (ofLine: object, answers = { iso: 'yes' }) => {
  const bid = bidInputOf({ ...typed, answers, lines: { a: { ...typed.lines['a']!, price: '2', ...ofLine } } }, tender);
  return sealedFaults(bid, { tender, lot: tender.lots[0]!, t }).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('a bid before it is sealed', () => {
  it('may be sealed when the hub would take it', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ breaks: '100 = 1.5; 500 = 1', factor: '1/100', unit: 'KGM', minQuantity: '5' })).toEqual([]);
  });

  it('is refused for what no envelope may hold, at its field', () => {
    expect(faults({ unit: 'dozen' })).toEqual(['lines.0.unit: bidFault.unit {}']);
    expect(faults({ basis: '2.5' })).toEqual(['lines.0.basis: bidFault.basis {}']);
    expect(faults({ factor: '1000001', unit: 'KGM' })).toEqual(['lines.0.factor: bidFault.factor {}']);
    expect(faults({ leadDays: '3651' })).toEqual(['lines.0.leadDays: bidFault.leadDays {}']);
    expect(faults({ price: '1.12345678901' })).toEqual(['lines.0.price: bidFault.price {}']);
  });

  it('is refused for what the hub would say at the opening', () => {
    expect(faults({}, { iso: '' })).toEqual(['answers.iso: sealing:bidFault.BidAnswerMissing {"criterion":"iso"}']);
    expect(faults({ price: '0' })).toEqual(['lines.0.price: sealing:bidFault.BidPriceMissing {"line":"10"}']);
    expect(faults({ alternate: 'Another' })).toEqual(['lines.0.alternate: sealing:bidFault.AlternateNotAllowed {"line":"10"}']);
  });
});
