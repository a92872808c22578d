import { describe, expect, it } from '@jest/globals';
import { type GateFacts, type GateKind, gateConditions, judge } from './gate.rules.js';

const facts: GateFacts = {
  hazardous: false,
  unNumber: null,
  hazardClass: null,
  eccn: null,
  shelfLifeDays: null,
  shelfLifeOn: null,
  deliverOn: '2026-12-01',
  shipFrom: 'US',
  shipTo: 'DE',
};
const decide = (kind: GateKind, conditions: object, given: Partial<GateFacts>) =>
  judge({ kind, outcome: 'HOLD', conditions: gateConditions[kind].parse(conditions) }, { ...facts, ...given })?.reason;

describe('judge', () => {
  it.each([
    ['a harmless part', {}, {}, undefined],
    ['any dangerous part', {}, { hazardous: true }, 'CLASS'],
    ['a class with its divisions', { hazardClasses: ['1'] }, { hazardous: true, hazardClass: '1.4S' }, 'CLASS'],
    ['a division alone', { hazardClasses: ['1.4'] }, { hazardous: true, hazardClass: '1.1' }, 'NOT_MET'],
    ['a class that is no beginning of another', { hazardClasses: ['2.1'] }, { hazardous: true, hazardClass: '2.2' }, 'NOT_MET'],
    ['a UN number', { unNumbers: ['UN1263'] }, { hazardous: true, unNumber: 'UN1263' }, 'UN_NUMBER'],
    ['a danger of unknown class', { hazardClasses: ['1'], unknown: true }, { hazardous: true }, 'HAZARD_UNKNOWN'],
    ['the same, passed', { hazardClasses: ['1'] }, { hazardous: true }, 'NOT_MET'],
    ['another destination', { destinations: ['CN'] }, { hazardous: true }, 'NOT_MET'],
    ['an unknown destination', { destinations: ['CN'] }, { hazardous: true, shipTo: null }, 'CLASS'],
  ])('dangerous goods: %s', (_, conditions, given, reason) => {
    expect(decide('HAZMAT', conditions, given)).toBe(reason);
  });

  it.each([
    ['a part without one', { daysMin: 30 }, {}, undefined],
    ['enough, to the day', { daysMin: 30 }, { shelfLifeOn: '2026-12-31' }, 'NOT_MET'],
    ['a day too little', { daysMin: 31 }, { shelfLifeOn: '2026-12-31' }, 'SHELF_LIFE_SHORT'],
    ['already over', { daysMin: 0 }, { shelfLifeOn: '2026-11-30' }, 'SHELF_LIFE_SHORT'],
    ['a limited part of unknown date', { daysMin: 30 }, { shelfLifeDays: 365 }, 'SHELF_LIFE_UNKNOWN'],
    ['the same, passed', { daysMin: 30, unknown: false }, { shelfLifeDays: 365 }, 'NOT_MET'],
    ['half of it', { percentMin: 50 }, { shelfLifeDays: 60, shelfLifeOn: '2026-12-31' }, 'NOT_MET'],
    ['less than half', { percentMin: 50 }, { shelfLifeDays: 62, shelfLifeOn: '2026-12-31' }, 'SHELF_LIFE_SHORT'],
    ['a share of nobody knows what', { percentMin: 50 }, { shelfLifeOn: '2026-12-31' }, 'SHELF_LIFE_UNKNOWN'],
  ])('shelf life at delivery: %s', (_, conditions, given, reason) => {
    expect(decide('SHELF_LIFE', conditions, given)).toBe(reason);
  });

  it.each([
    ['an unclassified part', { eccns: ['9A610'] }, {}, undefined],
    ['the same, asked about', { unknown: true }, {}, 'ECCN_UNKNOWN'],
    ['a beginning', { eccns: ['9A610'] }, { eccn: '9A610.X' }, 'ECCN'],
    ['another class', { eccns: ['9A610'] }, { eccn: 'EAR99' }, 'NOT_MET'],
    ['within one country', {}, { eccn: '9A610', shipTo: 'US' }, 'NOT_MET'],
    ['a destination', { destinations: ['CN'] }, { eccn: '9A610', shipTo: 'CN' }, 'ECCN'],
    ['an exempt destination', { exceptDestinations: ['DE'] }, { eccn: '9A610' }, 'NOT_MET'],
    ['an unknown destination', { exceptDestinations: ['DE'] }, { eccn: '9A610', shipTo: null }, 'ECCN'],
  ])('export: %s', (_, conditions, given, reason) => {
    expect(decide('EXPORT', conditions, given)).toBe(reason);
  });

  it('gives the outcome of the rule when it bites, else a pass', () => {
    const rule = (outcome: 'REFUSE' | 'DOCUMENT') => ({ kind: 'SHELF_LIFE' as const, outcome, conditions: { daysMin: 30 } });
    expect(judge(rule('REFUSE'), { ...facts, shelfLifeOn: '2026-12-02' })).toEqual({
      result: 'REFUSE',
      reason: 'SHELF_LIFE_SHORT',
    });
    expect(judge(rule('DOCUMENT'), { ...facts, shelfLifeOn: '2027-12-02' })).toEqual({ result: 'PASS', reason: 'NOT_MET' });
  });
});
