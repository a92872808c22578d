import type { Acknowledgement, InterchangeAcknowledgement } from '../canonical/acknowledgement.js';

// Answers about syntax for the specs, in X12 and in EDIFACT.

/** One set refused for an element of its second segment. */
export const acknowledgement: Acknowledgement = {
  kind: 'acknowledgement',
  group: { functionalCode: 'PO', control: '42', status: 'rejected', included: '1', received: '1', accepted: '0', errors: [] },
  sets: [
    {
      type: '850',
      control: '0001',
      status: 'rejected',
      errors: ['5'],
      segments: [{ segment: 'PO1', position: '19', code: '8', elements: [{ position: '2', code: '6' }] }],
    },
  ],
};

/** An interchange that came whole. */
export const interchangeAcknowledgement: InterchangeAcknowledgement = {
  kind: 'interchangeAcknowledgement',
  control: '000000042',
  date: '260302',
  time: '1015',
  status: 'accepted',
  note: '000',
};

/** The same of an EDIFACT interchange. */
export const interchangeAnswer: Acknowledgement = {
  kind: 'acknowledgement',
  group: {
    functionalCode: 'UNB',
    control: '42',
    status: 'rejected',
    included: '1',
    received: '1',
    accepted: '0',
    errors: [],
    sender: { id: '7300010000001', qualifier: '14' },
    receiver: { id: '4012345000009', qualifier: '14' },
  },
  sets: [
    {
      type: 'ORDERS',
      version: 'D',
      release: '96A',
      agency: 'UN',
      control: '1',
      status: 'rejected',
      errors: ['12'],
      segments: [{ segment: '', position: '7', code: '13', elements: [] }],
    },
  ],
};
