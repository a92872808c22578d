import { describe, expect, it } from '@jest/globals';
import { exact, fractionText } from '#libs/kernel';
import { type ComparisonBasis, comparablePrice, type OfferedLine } from './comparable-price.js';
import { presentValue } from './cost-formulas.js';

const basis: ComparisonBasis = {
  currency: 'EUR',
  rates: { USD: '0.9' },
  deliveryTerm: 'DAP 2020 Hamburg',
  payment: { yearlyRate: '0.06', days: 30 },
};
const line: OfferedLine = {
  quantity: '40',
  unit: 'XBX',
  price: { amount: '4.20', currency: 'USD', basis: '100', unit: 'EA' },
  factor: { numerator: '25', denominator: '1' },
  deliveryTerm: 'FCA 2020 Shenzhen',
  paymentDays: 60,
  addends: [
    { kind: 'DELIVERY_TERM', amount: '10', currency: 'EUR' },
    { kind: 'DUTY', amount: '2', currency: 'USD' },
  ],
};

describe('a comparable price', () => {
  it('is on one currency, unit, term and payment, each step shown', () => {
    const compared = comparablePrice(basis, line);
    if (!('steps' in compared)) throw new Error('not comparable');
    // 40 boxes of 25 at 4.20 per 100 are 42 USD, so 37.80 EUR; 30 days of credit more at 6 % are worth 0.5 % of it.
    expect(compared.steps.map(({ kind, amount }) => `${kind} ${fractionText(amount)}`)).toEqual([
      'GOODS 189/5',
      'DELIVERY_TERM 10',
      'DUTY 9/5',
      'PAYMENT_DAYS -189/1000',
    ]);
    expect(compared.total).toEqual(exact('49.411'));
  });

  it('is not rounded: what differs by a hundredth of a cent is not equal', () => {
    const plain = {
      ...line,
      price: { ...line.price, currency: 'EUR' as const, amount: '4.2001' },
      deliveryTerm: basis.deliveryTerm,
      paymentDays: 30,
      addends: [],
    };
    expect(comparablePrice(basis, plain)).toEqual({
      total: exact('42.001'),
      steps: [{ kind: 'GOODS', amount: exact('42.001') }],
    });
  });

  it('says all that is missing, and guesses nothing', () => {
    const { factor: _, ...unknown } = line;
    expect(comparablePrice(basis, { ...unknown, addends: [{ kind: 'FREIGHT', amount: '1', currency: 'CNY' }] })).toEqual({
      notComparable: ['UNIT_WITHOUT_FACTOR', 'CURRENCY_WITHOUT_RATE', 'DELIVERY_TERM_WITHOUT_ADDEND'],
    });
  });
});

describe('a yearly cost', () => {
  it('is worth less the later it is paid', () => {
    expect(fractionText(presentValue('100', { years: 2, rate: '0.12' }))).toBe('33125/196');
    expect(presentValue('100', { years: 3, rate: '0' })).toEqual(exact('300'));
  });
});
