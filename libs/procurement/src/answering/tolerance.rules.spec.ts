import { describe, expect, it } from '@jest/globals';
import type { OrderLine, Proposal, ScheduleLine } from '../order/order.entity.js';
import { type Tolerance, withinTolerance } from './tolerance.rules.js';

const none: Tolerance = {
  pricePercent: null,
  priceAbsolute: null,
  currency: null,
  quantityPercent: null,
  daysEarly: null,
  daysLate: null,
  packRounding: false,
};
const line = {
  ...{
    quantity: '100',
    minimum: '1',
    multiple: '1',
    priceAmount: '4.20',
    priceBasis: '100',
    factorNum: '25',
    factorDen: '1',
    needBy: '2031-02-01',
  },
} as OrderLine;
const within = (proposal: Proposal, tolerance: Partial<Tolerance>, override: Partial<OrderLine> = {}) => {
  const schedule = {
    status: 'CHANGE_PROPOSED',
    base: 'REQUESTED',
    quantity: '100',
    proposal,
    price: null,
    deliverOn: null,
  } as ScheduleLine;
  const whole = { ...line, ...override, schedules: [schedule] };
  const asked = { quantity: whole.quantity, deliverOn: whole.needBy ?? undefined };
  return withinTolerance(whole, schedule, { tolerance: { ...none, ...tolerance }, currency: 'USD', asked });
};
const price = (amount: string, basis = '100') => ({ price: { amount, basis } });

describe('the tolerance of a partnership', () => {
  it('lets nothing pass that it does not name', () => {
    expect([
      within(price('4.19'), {}),
      within({ quantity: '101' }, {}),
      within({ deliverOn: '2031-02-02' }, {}),
      within({ deliverOn: '2031-01-31' }, {}),
    ]).toEqual([false, false, false, false]);
  });

  it('takes a price to the last digit of its per cent, up and down, in any basis', () => {
    const percent = { pricePercent: '2.5' };
    expect([
      within(price('4.305'), percent),
      within(price('4.3050000001'), percent),
      within(price('4.095'), percent),
      within(price('4.0949'), percent),
    ]).toEqual([true, false, true, false]);
    expect([within(price('0.04305', '1'), percent), within(price('0.043051', '1'), percent)]).toEqual([true, false]);
  });

  it('counts an amount per line, over the factor, and only in its own currency; both limits hold together', () => {
    // 100 boxes of 25 pieces: one cent per 100 pieces is 0.25 on the line.
    const absolute = { priceAbsolute: '0.25', currency: 'USD' };
    expect([
      within(price('4.21'), absolute),
      within(price('4.2101'), absolute),
      within(price('4.21'), { ...absolute, currency: 'EUR' }),
    ]).toEqual([true, false, false]);
    expect([
      within(price('4.21'), { ...absolute, pricePercent: '0.1' }),
      within(price('4.21'), { ...absolute, pricePercent: '1' }),
    ]).toEqual([false, true]);
  });

  it('takes quantities by per cent of the line, and rounding to the pack when it says so', () => {
    expect([
      within({ quantity: '110' }, { quantityPercent: '10' }),
      within({ quantity: '111' }, { quantityPercent: '10' }),
      within({ quantity: '90' }, { quantityPercent: '10' }),
    ]).toEqual([true, false, true]);
    const boxed = { multiple: '75', minimum: '75' };
    expect([
      within({ quantity: '150' }, { packRounding: true }, boxed),
      within({ quantity: '225' }, { packRounding: true }, boxed),
      within({ quantity: '150' }, { packRounding: true }),
    ]).toEqual([true, false, false]);
  });

  it('counts days from the day asked for; a ship date alone can only be late', () => {
    const days = { daysEarly: 2, daysLate: 3 };
    expect(['2031-01-29', '2031-01-30', '2031-02-04', '2031-02-05'].map((deliverOn) => within({ deliverOn }, days))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(['2030-12-01', '2031-02-04', '2031-02-05'].map((shipOn) => within({ shipOn }, days))).toEqual([true, true, false]);
  });

  it('never lets small steps add up past what the buyer asked for', () => {
    const stepped = (proposal: Proposal, schedule: Partial<ScheduleLine>, tolerance: Partial<Tolerance>) => {
      const piece = {
        status: 'CHANGE_PROPOSED',
        base: 'CONFIRMED',
        quantity: '110',
        price: null,
        deliverOn: null,
        ...schedule,
        proposal,
      };
      const whole = { ...line, quantity: '110', schedules: [piece as ScheduleLine] } as OrderLine;
      const asked = { quantity: '100', deliverOn: '2031-02-01' };
      return withinTolerance(whole, piece as ScheduleLine, { tolerance: { ...none, ...tolerance }, currency: 'USD', asked });
    };
    expect([
      stepped(price('4.40'), { price: { amount: '4.305', basis: '100' } }, { pricePercent: '2.5' }),
      stepped({ quantity: '120' }, {}, { quantityPercent: '10' }),
      stepped({ deliverOn: '2031-02-06' }, { deliverOn: '2031-02-04' }, { daysLate: 3 }),
      stepped(price('4.21'), { price: { amount: '3.00', basis: '100' } }, { pricePercent: '2.5' }),
    ]).toEqual([false, false, false, false]);
  });

  it('counts its amount once for a line in many pieces', () => {
    const piece = {
      status: 'CHANGE_PROPOSED',
      base: 'REQUESTED',
      quantity: '10',
      price: null,
      deliverOn: null,
      proposal: price('4.22'),
    };
    const whole = { ...line, schedules: [piece as ScheduleLine] } as OrderLine;
    const judged = (priceAbsolute: string) =>
      withinTolerance(whole, piece as ScheduleLine, {
        tolerance: { ...none, priceAbsolute, currency: 'USD' },
        currency: 'USD',
        asked: { quantity: '100' },
      });
    expect([judged('0.05'), judged('0.5')]).toEqual([false, true]);
  });

  it('never takes a substitute', () => {
    expect(within({ substitute: { supplierPart: 'X' } }, { pricePercent: '100', quantityPercent: '100' })).toBe(false);
  });
});
