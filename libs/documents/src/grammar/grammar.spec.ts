import { describe, expect, it } from '@jest/globals';
import { addressAt, parseAddress } from './address.js';
import { date, decimal, freeText, implied, positive } from './field.js';
import { message } from './message.js';
import { may } from './row.js';
import { loop, segment } from './structure.js';

describe('an address', () => {
  it('names steps, conditions, lists and leaves of both syntaxes', () => {
    expect(parseAddress('PO1[]/N1[01=ST|SF]04', 'x12')).toMatchObject({
      steps: [
        { name: 'PO1', repeat: true },
        { name: 'N1', repeat: false, where: [{ key: '01', values: ['ST', 'SF'] }] },
      ],
      leaf: { key: '04' },
    });
    expect(parseAddress('N104', 'x12')).toMatchObject({ steps: [{ name: 'N1' }], leaf: { key: '04' } });
    expect(parseAddress('PO1[]06+(VP|VN)', 'x12').leaf).toEqual({ key: '06', pairs: ['VP', 'VN'] });
    expect(parseAddress('ACK[]05(04=068|010)', 'x12').leaf).toEqual({ key: '05', when: { key: '04', values: ['068', '010'] } });
    expect(parseAddress('cac:OrderLine[]/cbc:Quantity@unitCode', 'xml')).toMatchObject({
      steps: [{ name: 'cac:OrderLine', repeat: true }, { name: 'cbc:Quantity' }],
      leaf: { key: '@unitCode' },
    });
    expect(parseAddress('cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!=VAT|GST]/cbc:CompanyID', 'xml').steps).toMatchObject([
      { name: 'cac:PartyTaxScheme', where: [{ key: 'cac:TaxScheme/cbc:ID', values: ['VAT', 'GST'], not: true }] },
      { name: 'cbc:CompanyID' },
    ]);
    expect(addressAt(parseAddress('PO1[]/ACK[]01', 'x12'), [2, 0])).toBe('PO1[3]/ACK[1]01');
  });

  it.each(['PO1', 'PO1[]', 'po102', 'PO1[]/'])('%s is refused when the table loads', (text) =>
    expect(() => parseAddress(text, 'x12')).toThrow(),
  );
});

describe('a table is checked when it loads', () => {
  interface Small {
    number: string;
    lines: { number: string }[];
    others: { number: string }[];
  }
  const table = (rows: Parameters<typeof message<Small>>[0]['rows']) => () =>
    message<Small>({
      standard: 'X12',
      release: '004010',
      message: '000',
      source: '',
      format: 'x12',
      structure: { syntax: 'x12', segments: [segment('BEG', 1, 1), loop(segment('PO1', 0, 9), [segment('REF', 0, 9)])] },
      blanks: {},
      extended: [],
      carried: [],
      rows,
      rules: [],
    });
  const any = freeText(10);

  it('a good one is', () =>
    expect(table([may('BEG01', 'number', any), may('PO1[]01', 'lines[].number', any)])().coordinate).toBe('x12:004010:000'));
  it('a segment the structure does not have', () => expect(table([may('REF01', 'number', any)])).toThrow('leaves the structure'));
  it('a list on one side only', () => expect(table([may('PO1[]01', 'number', any)])).toThrow('do not repeat alike'));
  it('a list in two places', () =>
    expect(table([may('PO1[]01', 'lines[].number', any), may('PO1[01=A][]02', 'lines[].number', any)])).toThrow('is bound to'));
  it('too many rules', () => {
    const rules = Array.from({ length: 6 }, () => ({ name: 'r', says: '' }));
    expect(() => message<Small>({ ...table([])().table, rules })).toThrow('more than 5 rules');
  });
});

describe('a field is a pair', () => {
  it('numbers keep their writing and are never 0 for nothing', () => {
    const field = decimal({ digits: 15 });
    expect(['007', '1.10', '.5', '-.5', '5.'].map((raw) => field.decode(raw))).toEqual(['007', '1.10', '0.5', '-0.5', '5']);
    for (const raw of ['1e5', '1,5', '', '.', '-', '+', '+1', '0x1', '1 2', '12345678901234'])
      expect(field.decode(raw)).toMatchObject({ bad: 'NUMBER_NOT_VALID' });
    expect(positive().decode('-0.01')).toMatchObject({ bad: 'NUMBER_NEGATIVE' });
    expect(positive().decode('-0')).toBe('-0');
  });

  it('implied decimals are exact', () => {
    const field = implied(2);
    expect(['12345', '5', '-5', '0'].map((raw) => field.decode(raw))).toEqual(['123.45', '0.05', '-0.05', '0.00']);
    expect(['123.45', '0.05', '7', '1.5', '-0.05'].map((value) => field.encode(value, undefined))).toEqual([
      '12345',
      '5',
      '700',
      '150',
      '-5',
    ]);
    expect(field.encode('1.234', undefined)).toMatchObject({ bad: 'NUMBER_TOO_FINE' });
  });

  it('dates are days of the calendar', () => {
    expect([date('CCYYMMDD').decode('20240229'), date('CCYY-MM-DD').decode('2026-03-02T10:00:00+01:00')]).toEqual([
      '2024-02-29',
      '2026-03-02',
    ]);
    expect(date('CCYYMMDD').decode('20230229')).toMatchObject({ bad: 'DATE_NOT_VALID' });
    expect(date('CCYYMMDD').encode('2026-03-02', undefined)).toBe('20260302');
  });

  it('text for people is cut aloud', () =>
    expect(freeText(5).encode('abcdefgh', undefined)).toEqual({
      bad: 'TEXT_CUT',
      message: 'The text was cut to 5 characters.',
      instead: 'abcde',
    }));
});
