import { describe, expect, it } from '@jest/globals';
import { type CandidateLot, layOnLots, type NamedLine } from './leaving-lots.rules.js';

const candidate = (id: string | null, own: string, free: string, more: Partial<CandidateLot> = {}): CandidateLot => ({
  ...{ n: 0, tracked: true, id, exact: true, own, free, fits: true },
  ...more,
});
const line = (quantity: string, named: NamedLine['named'], more: Partial<NamedLine> = {}): NamedLine => ({
  ...{ line: 'L', number: '10', unit: 'EA', quantity, named, path: ['lines', '0'] },
  ...more,
});
const lot = (lotNumber: string, candidates: CandidateLot[], quantity?: string) => ({ lotNumber, candidates, quantity });
const laid = (...lines: NamedLine[]) => {
  const { leaving, faults } = layOnLots(lines);
  return [
    ...leaving.map((one) => `${one.line} ${one.lot} ${one.quantity}`),
    ...faults.map(({ code, path }) => `${code} ${path.join('.')}`),
  ];
};

describe('laying names on lots', () => {
  it('takes what the line holds before what is free, over the places of a lot', () => {
    expect(laid(line('6', [lot('A', [candidate('a', '2', '1'), candidate('b', '0', '9')], '5')]))).toEqual(['L a 3', 'L b 2']);
  });

  it('gives one name without a quantity the rest, and several only what is there of them', () => {
    const [a, b] = [candidate('a', '0', '4'), candidate('b', '1', '1')];
    expect(laid(line('5', [lot('A', [a], '3'), lot('B', [b])]))).toEqual(['L a 3', 'L b 2']);
    expect(laid(line('6', [lot('A', [a]), lot('B', [b])]))).toEqual(['L a 4', 'L b 2']);
    expect(laid(line('5', [lot('A', [a]), lot('B', [b])]))).toEqual(['LotsDiffer lines.0.lots']);
    expect(laid(line('3', [lot('A', [a], '3'), lot('B', [b])]))).toEqual(['LotsDiffer lines.0.lots']);
    expect(laid(line('2', [lot('A', [a], '3')]))).toEqual(['LotsDiffer lines.0.lots']);
  });

  it('takes each unit once over all lines', () => {
    const serial = (own: string, free: string) => [{ serialNumber: 'S', candidates: [candidate('s', own, free)] }];
    expect(laid(line('1', serial('0', '1')), line('1', serial('0', '1'), { line: 'M', path: ['lines', '1'] }))).toEqual([
      'L s 1',
      'LotNotFree lines.1.lots.0',
    ]);
  });

  it('means the serial itself before the lot that it is said to be of', () => {
    const both = [candidate('s', '0', '1'), candidate('lot', '0', '9', { exact: false })];
    expect(laid(line('1', [{ lotNumber: 'A', serialNumber: 'S', candidates: both }]))).toEqual(['L s 1']);
    expect(laid(line('1', [{ lotNumber: 'A', serialNumber: 'S', candidates: both.slice(1) }]))).toEqual(['L lot 1']);
  });

  it('refuses what is not there or not as required, and keeps names alone without any lot of the offer', () => {
    const none = [candidate(null, '0', '0')];
    const other = [candidate('a', '0', '9', { fits: false })];
    expect(laid(line('2', [lot('A', none, '1'), lot('B', other, '1')]))).toEqual([
      'LotUnknown lines.0.lots.0',
      'LotNotAsRequired lines.0.lots.1',
    ]);
    const untold = [candidate(null, '0', '0', { tracked: false })];
    expect(laid(line('1', [lot('A', untold, '9'), { serialNumber: 'S', candidates: untold }]))).toEqual(['L null 9', 'L null 1']);
  });
});
