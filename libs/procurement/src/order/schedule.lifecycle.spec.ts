import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderStatus } from './order-status.js';
import { baseOf, isFinal, stepTo } from './schedule.lifecycle.js';
import { scheduleEdges } from './schedule-edges.data.js';
import {
  baseStatuses,
  type ScheduleEvent,
  type ScheduleStatus,
  scheduleEvents,
  scheduleStatuses,
  sides,
} from './schedule-status.js';

const told = (status: ScheduleStatus, event: ScheduleEvent, base: (typeof baseStatuses)[number] | null = null) =>
  sides.map((side) => {
    const step = stepTo({ status, base }, side, event);
    return 'to' in step ? step.to : step.refusal;
  });

describe('every (state, side, event) triple', () => {
  const triples = scheduleStatuses.flatMap((status) =>
    baseStatuses.flatMap((base) => sides.flatMap((side) => scheduleEvents.map((event) => ({ status, base, side, event })))),
  );

  it('has one defined result or one refusal', () => {
    const outcomes = triples.map(({ status, base, side, event }) => Object.keys(stepTo({ status, base }, side, event)));
    expect(outcomes).toHaveLength(12 * 3 * 2 * 15);
    expect(outcomes.filter((keys) => keys.length !== 1)).toEqual([]);
  });

  it('leaves a final quantity alone', () => {
    const moved = triples.filter(
      ({ status, base, side, event }) => isFinal(status) && 'to' in stepTo({ status, base }, side, event),
    );
    expect(moved).toEqual([]);
  });

  it('never lets the buyer confirm what nobody proposed, nor the supplier accept his own proposal', () => {
    const bySide = (side: string, to: string) =>
      new Set(scheduleEdges.filter((e) => e.side === side && e.to === to).map((e) => `${e.event} ${e.from}`));
    expect(bySide('BUYER', 'CONFIRMED')).toEqual(
      new Set(['ACCEPT CHANGE_PROPOSED', 'ACCEPT SUBSTITUTE_PROPOSED', 'DECLINE CHANGE_PROPOSED', 'DECLINE SUBSTITUTE_PROPOSED']),
    );
    expect(scheduleEdges.filter((e) => e.side === 'SUPPLIER' && e.event === 'ACCEPT')).toEqual([]);
  });

  it('names each edge once', () => {
    expect(new Set(scheduleEdges.map((e) => `${e.side} ${e.event} ${e.from} ${e.base}`)).size).toBe(scheduleEdges.length);
    expect(scheduleEdges).toHaveLength(118);
  });
});

describe('a step', () => {
  it('cancels at once what the supplier has not answered, and asks him for the rest', () => {
    expect(told('REQUESTED', 'CANCEL')).toEqual(['CANCELLED', 'NotYourStep']);
    expect(told('CONFIRMED', 'CANCEL')).toEqual(['CANCEL_REQUESTED', 'NotYourStep']);
    expect(told('CHANGE_PROPOSED', 'CANCEL', 'REQUESTED')).toEqual(['CANCELLED', 'NotYourStep']);
    expect(told('CHANGE_PROPOSED', 'CANCEL', 'BACKORDERED')).toEqual(['CANCEL_REQUESTED', 'NotYourStep']);
    expect(told('CANCEL_REQUESTED', 'CANCEL', 'CONFIRMED')).toEqual(['AlreadyRequested', 'NotYourStep']);
  });

  it('brings back what stood under a declined proposal or a refused request', () => {
    expect(told('SUBSTITUTE_PROPOSED', 'DECLINE', 'CONFIRMED')).toEqual(['CONFIRMED', 'NotYourStep']);
    expect(told('CHANGE_PROPOSED', 'DECLINE', 'REQUESTED')).toEqual(['REQUESTED', 'NotYourStep']);
    expect(told('CANCEL_REQUESTED', 'REFUSE', 'BACKORDERED')).toEqual(['NotYourStep', 'BACKORDERED']);
  });

  it('lets the supplier reject even what he confirmed, and grant a cancellation by rejecting', () => {
    expect(told('CONFIRMED', 'REJECT')).toEqual(['NotYourStep', 'REJECTED']);
    expect(told('CANCEL_REQUESTED', 'REJECT', 'CONFIRMED')).toEqual(['NotYourStep', 'CANCELLED']);
  });

  it('sends only what waits for no answer, and lets nobody cancel, change or send again what has left', () => {
    expect(told('REQUESTED', 'SHIP')).toEqual(['NotYourStep', 'SHIPPED']);
    expect(told('CANCEL_REQUESTED', 'SHIP', 'CONFIRMED')).toEqual(['NotYourStep', 'AlreadyRequested']);
    expect(told('SHIPPED', 'RECEIVE')).toEqual(['DELIVERED', 'NotYourStep']);
    expect(told('CONFIRMED', 'RECEIVE')).toEqual(['NotYetShipped', 'NotYourStep']);
    for (const event of ['CANCEL', 'REQUEST_CHANGE', 'CLOSE_SHORT'] as const)
      expect(told('SHIPPED', event)[0]).toBe('AlreadyFinal');
    expect([told('SHIPPED', 'SHIP')[1], told('SHIPPED', 'REJECT')[1], told('DELIVERED', 'RECEIVE')[0]]).toEqual([
      'AlreadyFinal',
      'AlreadyFinal',
      'AlreadyFinal',
    ]);
  });

  it('closes short only what the supplier answered', () => {
    expect(told('REQUESTED', 'CLOSE_SHORT')).toEqual(['NotYetAnswered', 'NotYourStep']);
    expect(told('BACKORDERED', 'CLOSE_SHORT')).toEqual(['CLOSED_SHORT', 'NotYourStep']);
    expect(told('CHANGE_PROPOSED', 'CLOSE_SHORT', 'CONFIRMED')).toEqual(['ProposalOpen', 'NotYourStep']);
  });
});

describe('the status of an order', () => {
  const quantity = fc.record({ status: fc.constantFrom(...scheduleStatuses), base: fc.constantFrom(...baseStatuses) });

  it('does not depend on the order of its quantities', () => {
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 8 }), fc.boolean(), (all, acknowledged) => {
        expect(orderStatus([...all].reverse(), acknowledged)).toBe(orderStatus(all, acknowledged));
      }),
    );
  });

  it.each([
    [['REQUESTED'], false, 'SENT'],
    [['REQUESTED', 'CANCELLED'], true, 'RECEIVED'],
    [['REQUESTED', 'CONFIRMED'], true, 'PART_CONFIRMED'],
    [['CONFIRMED', 'CONFIRMED'], true, 'CONFIRMED'],
    [['CONFIRMED', 'BACKORDERED'], true, 'PART_CONFIRMED'],
    [['CONFIRMED', 'REJECTED'], true, 'PART_CONFIRMED'],
    [['CONFIRMED', 'CANCELLED'], true, 'PART_CANCELLED'],
    [['CONFIRMED', 'CHANGE_PROPOSED', 'REJECTED'], true, 'CHANGE_PROPOSED'],
    [['REJECTED', 'REJECTED'], true, 'REJECTED'],
    [['REJECTED', 'CANCELLED'], true, 'CANCELLED'],
    [['CLOSED_SHORT', 'REJECTED'], true, 'COMPLETE'],
    [['SHIPPED', 'CONFIRMED'], true, 'PART_SHIPPED'],
    [['DELIVERED', 'BACKORDERED'], true, 'PART_SHIPPED'],
    [['SHIPPED', 'REQUESTED'], true, 'PART_CONFIRMED'],
    [['SHIPPED', 'DELIVERED', 'REJECTED'], true, 'SHIPPED'],
    [['DELIVERED', 'CANCELLED'], true, 'DELIVERED'],
  ] as [ScheduleStatus[], boolean, string][])('of %j is told', (statuses, acknowledged, expected) => {
    expect(
      orderStatus(
        statuses.map((status) => ({ status, base: null })),
        acknowledged,
      ),
    ).toBe(expected);
  });

  it('sees a pending request as what stands beneath it', () => {
    expect(baseOf({ status: 'CANCEL_REQUESTED', base: 'CONFIRMED' })).toBe('CONFIRMED');
    expect(orderStatus([{ status: 'CANCEL_REQUESTED', base: 'CONFIRMED' }], true)).toBe('CONFIRMED');
  });
});
