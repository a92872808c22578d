import { describe, expect, it } from '@jest/globals';
import { readRates } from './rate-csv.js';

describe('rates from CSV', () => {
  it('read daily rates with a date, and others with kind and period', () => {
    expect(readRates('\uFEFFDate,From,To,Rate,Source\r\n2026-11-20,eur,usd,1.0842,"ECB, daily"\r\n\r\n').rates).toEqual([
      {
        line: 2,
        rate: {
          kind: 'DAY',
          partnerId: null,
          from: 'EUR',
          to: 'USD',
          rate: '1.0842',
          source: 'ECB, daily',
          validFrom: '2026-11-20',
          validTo: null,
        },
      },
    ]);
    const { rates } = readRates(
      'kind;from;to;rate;source;valid from;valid to\nfrozen;EUR;USD;1.1;"he said ""so""";2026-01-01;2026-12-31',
    );
    expect(rates[0]?.rate).toMatchObject({
      kind: 'FROZEN',
      source: 'he said "so"',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    });
  });

  it('name the line that is none, and the columns that are missing', () => {
    expect(readRates('from,to,rate\nEUR,USD,1').faults).toEqual([
      { code: 'RateLineUnreadable', path: ['csv', '1'], values: { line: 1, found: 'source, valid_from' } },
    ]);
    const { rates, faults } = readRates(
      'date,from,to,rate,source\n2026-11-20,EUR,USD,1,"open\n2026-11-20,EUR,USD,1,a,b,c,d\n2026-11-20,EUR,CHF,1,x',
    );
    expect(faults.map(({ values }) => values?.['line'])).toEqual([2, 3]);
    expect(rates.map(({ line }) => line)).toEqual([4]);
  });
});
