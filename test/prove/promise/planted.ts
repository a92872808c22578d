import { addDays } from '#libs/kernel';
import { type PromiseAnswer, type PromiseInputs, promiseOf } from '#libs/supply';
import type { Planted } from '../support/checker.js';
import type { PromiseEvidence } from './promise-checker.js';

/** Friday before the weekend in which Berlin's clocks go forward, five minutes before a cut-off; Monday is a holiday. */
const inputs: PromiseInputs = {
  askedAt: '2027-03-26T13:55:00.000Z',
  quantity: '12',
  needBy: '2027-04-02',
  method: null,
  shipTo: { country: 'DE', region: 'BY' },
  orderable: true,
  lead: { days: 3, kind: 'WORKING' },
  stock: [
    { place: 'HAM', quantity: '5', asOf: '2027-03-26T06:00:00.000Z', source: 'FILE' },
    { place: 'LYS', quantity: '4', asOf: '2027-03-26T06:00:00.000Z', source: 'FILE' },
  ],
  inbound: [{ place: 'HAM', reference: 'PO-1', quantity: '3', expectedOn: '2027-03-26' }],
  calendars: [
    {
      place: '',
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 3, 4, 5],
      opens: '08:00',
      closes: '17:00',
      cutOff: '15:00',
      handlingDays: 1,
      leadFrom: 'CUT_OFF',
      days: [{ day: '2027-03-29', kind: 'CLOSED' }],
    },
  ],
  transit: [
    { place: '', country: 'DE', region: '', method: 'GROUND', days: 2, kind: 'WORKING' },
    { place: '', country: '', region: '', method: 'GROUND', days: 1, kind: 'CALENDAR' },
  ],
  receiving: null,
};

export const sound: PromiseEvidence = { name: 'sound', inputs, answer: promiseOf(inputs) };

const { answer } = sound;
const but = (name: string, other: Partial<PromiseAnswer>): Planted<PromiseEvidence> => ({
  name,
  evidence: { name, inputs, answer: { ...answer, ...other } },
});
/** The right answer to another question. */
const instead = (name: string, other: Partial<PromiseInputs>): Planted<PromiseEvidence> => ({
  name,
  evidence: { name, inputs, answer: promiseOf({ ...inputs, ...other }) },
});
const [calendar] = inputs.calendars;
const withCalendar = (other: object) => ({ calendars: calendar ? [{ ...calendar, ...other }] : [] });

/** Violations that a checker of promises must see. */
export const planted: readonly Planted<PromiseEvidence>[] = [
  but('a day early', { arriveOn: addDays(answer.arriveOn ?? '', -1) }),
  but('a day late', { arriveOn: addDays(answer.arriveOn ?? '', 1) }),
  but('a part is lost', { parts: answer.parts.slice(1) }),
  but('more than there is', { parts: answer.parts.map((part, i) => ({ ...part, quantity: i === 0 ? '6' : part.quantity })) }),
  but('the need is said to be missed', { needByMet: !answer.needByMet }),
  but('no date although there is one', { problem: 'NO_SUPPLY', parts: [], shipOn: null }),
  but('surer than it is', { basis: 'STOCK' }),
  instead('the holiday is overlooked', withCalendar({ days: [] })),
  instead('the cut-off is overlooked', { askedAt: '2027-03-26T14:00:00.000Z' }),
  instead('the cut-off is read in UTC', { ...withCalendar({ timeZone: 'UTC', cutOff: '13:00' }) }),
  instead('handling is forgotten', withCalendar({ handlingDays: 0 })),
  instead('the way to anywhere is taken', { transit: inputs.transit.slice(1) }),
  instead('the receipt is forgotten', { inbound: [] }),
];
