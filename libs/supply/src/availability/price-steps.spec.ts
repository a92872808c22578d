import { describe, expect, it } from '@jest/globals';
import { type PriceFacts, priceRules, priceSteps, stepSentence } from './price-steps.js';

const list: PriceFacts = {
  quantity: '150',
  orderUnit: 'EA',
  amount: '4.20',
  currency: 'USD',
  basis: '100',
  priceUnit: 'EA',
  factorNum: '1',
  factorDen: '1',
  priceSource: 'LIST',
  breakFrom: null,
  smallestBreak: null,
  validFrom: null,
  validTo: null,
  lineAmount: '6.30',
  obstacles: null,
  baseAmount: '4.20',
  firstAmount: '4.20',
  discount: null,
  customerCategory: null,
  breakMode: null,
  breakUnit: null,
  breakQuantity: null,
  otherAmount: null,
  bestPrice: false,
  priceType: null,
  heldUntil: null,
};
const told = (over: Partial<PriceFacts>) =>
  priceSteps({ ...list, ...over }).map(({ rule, before, after, amount }) => [
    rule,
    before?.amount,
    after?.amount,
    amount?.amount,
  ]);

describe('the steps of a price', () => {
  it('lead from the list price over break and matrix to the line', () => {
    expect(
      told({
        priceSource: 'MATRIX',
        breakFrom: '100',
        breakMode: 'WHOLE',
        baseAmount: '4',
        discount: '10',
        customerCategory: 'A',
        amount: '3.6',
        lineAmount: '5.40',
      }),
    ).toEqual([
      ['LIST_PRICE', undefined, '4.20', undefined],
      ['QUANTITY_BREAK', '4.20', '4', undefined],
      ['MATRIX_DISCOUNT', '4', '3.6', undefined],
      ['LINE_AMOUNT', undefined, undefined, '5.40'],
    ]);
  });

  it('begin with a break where there is no price below it, and say that graduated prices are an average', () => {
    expect(told({ priceSource: 'BREAK', firstAmount: null, breakFrom: '1', breakMode: 'GRADUATED' })).toEqual([
      ['GRADUATED_BREAK', undefined, '4.20', undefined],
      ['LINE_AMOUNT', undefined, undefined, '6.30'],
    ]);
  });

  it('say when an agreement chose the lowest, and what an estimate or a held price is worth', () => {
    expect(
      told({ priceSource: 'AGREEMENT', bestPrice: true, otherAmount: '5', heldUntil: '2026-12-01' }).map(([rule]) => rule),
    ).toEqual(['AGREEMENT_PRICE', 'BEST_PRICE', 'LINE_AMOUNT']);
    expect(told({ obstacles: 'BUDGET_PRICE' }).map(([rule]) => rule)).toEqual(['LIST_PRICE', 'BUDGET_PRICE', 'LINE_AMOUNT']);
    expect(told({ heldUntil: '2026-12-01' }).map(([rule]) => rule)).toEqual(['LIST_PRICE', 'HELD_FIRM', 'LINE_AMOUNT']);
  });

  it.each([
    ['BELOW_SMALLEST_BREAK', { smallest: '10', unit: 'EA', quantity: '150' }],
    ['NOT_YET_VALID', { from: '2027-01-01' }],
    ['EXPIRED', { to: '2026-01-01' }],
    ['QUOTE_ONLY', {}],
    ['NO_PRICE', {}],
  ])('are one without a price: %s', (obstacle, values) => {
    const facts = {
      ...list,
      amount: null,
      baseAmount: null,
      obstacles: `${obstacle} OUT_OF_STOCK`,
      smallestBreak: '10',
      validFrom: '2027-01-01',
      validTo: '2026-01-01',
    };
    expect(priceSteps(facts)).toEqual([{ rule: obstacle, before: null, after: null, amount: null, values }]);
  });

  it('have a sentence of their own', () => {
    expect(stepSentence('LIST_PRICE')).toBe('StepListPrice');
    expect(new Set(Object.keys(priceRules).map((rule) => stepSentence(rule as keyof typeof priceRules))).size).toBe(15);
  });
});
