import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrderLine, ScheduleLine } from '../order/order.entity.js';
import { isLive } from '../order/schedule.lifecycle.js';
import { baseStatuses, scheduleStatuses } from '../order/schedule-status.js';
import type { AnsweredQuantity } from './answer.input.js';
import { type AnswerFault, type Covered, coverLine, layOut } from './answer.rules.js';
import { answerLine } from './answer-steps.js';

const schedule = (id: string, quantity: number, override: Partial<ScheduleLine> = {}): ScheduleLine => ({
  ...{ id, lineId: 'L', quantity: String(quantity), status: 'REQUESTED', base: null, shipOn: null, deliverOn: null, price: null },
  ...{ substitute: null, proposal: null, request: null, reason: null, rawStatus: null },
  ...override,
});
const lineOf = (schedules: ScheduleLine[], override: Partial<OrderLine> = {}): OrderLine =>
  ({
    number: '10',
    quantity: String(schedules.reduce((sum, s) => sum + Number(s.quantity), 0)),
    ...{
      orderUnit: 'EA',
      priceUnit: 'EA',
      priceAmount: '4.20',
      priceBasis: '100',
      factorNum: '1',
      factorDen: '1',
      needBy: null,
      schedules,
    },
    ...override,
  }) as OrderLine;
const answer = (
  status: AnsweredQuantity['status'],
  quantity: number,
  more: Partial<AnsweredQuantity> = {},
): AnsweredQuantity => ({ status, quantity: String(quantity), ...more });
const covered = (found: Covered[] | AnswerFault) =>
  Array.isArray(found) ? found.map((c) => [c.answer.status, c.quantity, c.proposed]) : found.code;

describe('what an answer covers', () => {
  const line = lineOf([schedule('a', 60), schedule('b', 40, { status: 'CANCELLED' })]);

  it('is what is open, or the whole line when the rest of it is said to be rejected', () => {
    expect(covered(coverLine(line, [answer('ACCEPTED', 60)], []))).toEqual([['ACCEPTED', '60', undefined]]);
    expect(covered(coverLine(line, [answer('ACCEPTED', 50), answer('REJECTED', 50)], []))).toEqual([
      ['ACCEPTED', '50', undefined],
      ['REJECTED', '10', undefined],
    ]);
    expect(covered(coverLine(line, [answer('ACCEPTED', 100)], []))).toBe('QuantityMismatch');
  });

  it('leaves what has left to the accepted part of a full picture, so that nothing of the rejected part is lost', () => {
    const sent = lineOf([schedule('a', 60), schedule('b', 40, { status: 'SHIPPED' })]);
    expect(covered(coverLine(sent, [answer('ACCEPTED', 60), answer('REJECTED', 40)], []))).toEqual([
      ['ACCEPTED', '20', undefined],
      ['REJECTED', '40', undefined],
    ]);
    expect(covered(coverLine(sent, [answer('ACCEPTED', 100)], []))).toEqual([['ACCEPTED', '60', undefined]]);
    expect(covered(coverLine(sent, [answer('ACCEPTED', 30), answer('REJECTED', 70)], []))).toBe('QuantityMismatch');
    const both = lineOf([
      schedule('a', 30),
      schedule('b', 40, { status: 'DELIVERED' }),
      schedule('c', 30, { status: 'CANCELLED' }),
    ]);
    expect(covered(coverLine(both, [answer('ACCEPTED', 40), answer('BACKORDERED', 25), answer('REJECTED', 35)], []))).toEqual([
      ['BACKORDERED', '25', undefined],
      ['REJECTED', '5', undefined],
    ]);
    expect(covered(coverLine(both, [answer('ACCEPTED', 100)], []))).toBe('QuantityMismatch');
  });

  it('is the rest for one changed quantity, whose own figure is the proposal', () => {
    expect(covered(coverLine(line, [answer('ACCEPTED', 20), answer('CHANGED', 55)], []))).toEqual([
      ['ACCEPTED', '20', undefined],
      ['CHANGED', '40', '55'],
    ]);
    expect(covered(coverLine(line, [answer('ACCEPTED', 60), answer('CHANGED', 5)], []))).toBe('QuantityMismatch');
    expect(covered(coverLine(line, [answer('CHANGED', 5), answer('CHANGED', 6)], []))).toBe('QuantityMismatch');
  });
});

describe('laying an answer on the open quantities', () => {
  const pieces = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      status: fc.constantFrom(...scheduleStatuses),
      base: fc.constantFrom(...baseStatuses),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const cuts = fc.array(
    fc.record({
      size: fc.integer({ min: 1, max: 40 }),
      status: fc.constantFrom('ACCEPTED', 'BACKORDERED', 'REJECTED', 'CHANGED', 'SUBSTITUTED'),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('uses every open quantity up exactly, whatever the shape of both', () => {
    fc.assert(
      fc.property(pieces, cuts, (shape, wanted) => {
        const schedules = shape.map((s, i) => schedule(`s${i}`, s.quantity, { status: s.status, base: s.base }));
        let open = schedules.filter((s) => isLive(s.status)).reduce((sum, s) => sum + Number(s.quantity), 0);
        const answers: AnsweredQuantity[] = [];
        for (const [i, cut] of wanted.entries()) {
          const quantity = i === wanted.length - 1 ? open : Math.min(cut.size, open);
          if (quantity > 0) answers.push(answer(cut.status as AnsweredQuantity['status'], quantity));
          open -= quantity;
        }
        const line = lineOf(schedules);
        const found = coverLine(line, answers, []);
        if (!Array.isArray(found)) throw new Error(found.code);
        const chunks = layOut(line, found);
        const sumOf = (items: { quantity: string }[]) => items.reduce((sum, item) => sum + Number(item.quantity), 0);
        for (const s of schedules)
          expect(sumOf(chunks.filter((c) => c.schedule === s))).toBe(isLive(s.status) ? Number(s.quantity) : 0);
        for (const item of found) expect(sumOf(chunks.filter((c) => c.covered === item))).toBe(Number(item.quantity));
      }),
    );
  });

  it('leaves alone what says what already stands, and grants a cancellation before it rejects a promise', () => {
    const line = lineOf([
      schedule('kept', 50, { status: 'CONFIRMED', shipOn: '2031-01-01' }),
      schedule('asked', 30, { status: 'CANCEL_REQUESTED', base: 'CONFIRMED' }),
      schedule('late', 20, { status: 'BACKORDERED' }),
    ]);
    const given = [answer('REJECTED', 30), answer('BACKORDERED', 20), answer('ACCEPTED', 50)];
    expect(answerLine({ currency: 'USD' }, line, { answers: given, path: [] })).toEqual({
      splits: [],
      steps: [{ id: 'asked', event: 'REJECT' }],
      faults: [],
    });
  });
});

describe('a word of the supplier', () => {
  const said = (line: OrderLine, given: AnsweredQuantity) => {
    const { steps, faults } = answerLine({ currency: 'USD' }, line, { answers: [given], path: [] });
    return faults.length > 0 ? faults.map((fault) => fault.code) : steps.map(({ id: _, ...step }) => step);
  };
  const line = lineOf([schedule('a', 10)], { needBy: '2031-02-01' });

  it('confirms as asked when it names no date, and proposes when it names another', () => {
    expect(said(line, answer('ACCEPTED', 10))).toEqual([{ event: 'CONFIRM', deliverOn: '2031-02-01' }]);
    expect(said(line, answer('ACCEPTED', 10, { shipOn: '2031-01-20' }))).toEqual([
      { event: 'CONFIRM', shipOn: '2031-01-20', deliverOn: '2031-02-01' },
    ]);
    expect(said(line, answer('ACCEPTED', 10, { shipOn: '2031-02-02' }))).toEqual([
      { event: 'PROPOSE_CHANGE', proposal: { shipOn: '2031-02-02' } },
    ]);
    expect(said(line, answer('CHANGED', 10))).toEqual([{ event: 'CONFIRM', deliverOn: '2031-02-01' }]);
  });

  it('holds a new date against the one that was confirmed', () => {
    const confirmed = lineOf([schedule('a', 10, { status: 'CONFIRMED', deliverOn: '2031-03-01' })], { needBy: '2031-02-01' });
    expect(said(confirmed, answer('ACCEPTED', 10, { deliverOn: '2031-03-01' }))).toEqual([]);
    expect(said(confirmed, answer('ACCEPTED', 10, { deliverOn: '2031-03-02' }))).toEqual([
      { event: 'PROPOSE_CHANGE', proposal: { deliverOn: '2031-03-02' } },
    ]);
  });

  it('cannot propose over a cancellation that is asked for', () => {
    const asked = lineOf([schedule('a', 10, { status: 'CANCEL_REQUESTED', base: 'CONFIRMED' })]);
    expect(said(asked, answer('CHANGED', 10, { price: { amount: '5', basis: '100' } }))).toEqual(['StepNotPossible']);
    expect(said(asked, answer('ACCEPTED', 10))).toEqual([{ event: 'CONFIRM' }]);
  });
});
