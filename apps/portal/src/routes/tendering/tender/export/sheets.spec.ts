import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { comparisonSheet } from './comparison-sheets.js';
import { logSheets } from './log-sheets.js';

const t = ((key: string, values?: object) =>
  values ? `${key} ${Object.values(values).join(' ')}` : key) as unknown as TFunction<'tendering'>;
const line = (id: string, number: string) => ({
  ...{ id, number, lotId: 'lot', partNumber: null, description: '=cmd', droppedIn: null },
  quantity: { value: '100', unit: 'EA' },
});
const tender = { currency: 'EUR', lines: [line('a', '10'), line('b', '20')], lots: [{ id: 'lot', position: 1 }] } as never;
const bid = {
  ...{
    id: 'one',
    lotId: 'lot',
    round: 1,
    seq: 2,
    supplier: { name: 'Nord' },
    acceptedAt: '2027-01-01T10:00:00Z',
    counts: true,
    digest: 'ab',
  },
  content: {
    ...{ currency: 'USD', deliveryTerm: 'DAP', paymentDays: 30 },
    lines: [
      {
        lineId: 'a',
        price: { amount: '0.85', basis: '1', unit: 'EA' },
        breaks: [{ from: '10', amount: '0.8' }],
        addends: [{ kind: 'FREIGHT', amount: '5' }],
      },
    ],
  },
};
const steps = [
  { kind: 'GOODS', amount: '77.0000' },
  { kind: 'FREIGHT', amount: '4.5000' },
];
const compared = [
  {
    ...{ bidId: 'one', supplier: { name: 'Nord' }, rank: null, total: null },
    lines: [{ lineId: 'a', total: '81.5000', best: true, steps, reasons: [] }],
  },
];

describe('the workbook of a comparison', () => {
  it('has a row for each line, every addend, and the best marked', () => {
    const { rows } = comparisonSheet({ tender, lotId: 'lot', bids: [bid] as never, compared: compared as never, t });
    expect(rows[0]!.slice(5).map(({ text }) => text)).toEqual([
      'Nord · bidLines.price',
      'Nord · bidLines.basis',
      'Nord · addend.GOODS (EUR)',
      'Nord · addend.FREIGHT (EUR)',
      'Nord · matrix.comparable (EUR)',
    ]);
    expect(rows[1]!.slice(2)).toEqual([
      { text: '=cmd' },
      { figure: '100' },
      { text: 'EA' },
      { figure: '0.85' },
      { text: 'USD / 1 EA' },
      { figure: '77.0000' },
      { figure: '4.5000' },
      { figure: '81.5000', best: true },
    ]);
    // Nothing was offered for the second.
    expect(rows[2]!.slice(5)).toEqual([{}, {}, {}, {}, { text: '' }]);
    expect(rows).toHaveLength(4);
  });
});

describe('the workbook of all bids', () => {
  it('has bids, their lines, receipts and the log', () => {
    const receipts = [
      { bidId: 'one', lotId: 'lot', round: 1, seq: 2, kind: 'SUBMITTED' as const, digest: 'ab', acceptedText: 'then' },
    ];
    const events = [{ seq: 1, kind: 'DRAFTED', at: 'then', detail: '{}' }];
    const sheets = logSheets({ tender, bids: [bid] as never, receipts, events }, t);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['export.bids', 2],
      ['export.lines', 2],
      ['receipts.title', 2],
      ['log.title', 2],
    ]);
    expect(sheets[1]!.rows[1]!.slice(2, 8)).toEqual([
      { text: '10' },
      { figure: '0.85' },
      { text: 'USD' },
      { figure: '1' },
      { text: 'EA' },
      { text: '10 = 0.8' },
    ]);
  });
});
