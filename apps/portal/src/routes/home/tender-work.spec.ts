import { describe, expect, it } from '@jest/globals';
import type { HomeQuery } from '../../graphql/generated/graphql.js';
import { tenderWork } from './tender-work.js';

const now = Date.parse('2030-01-10T00:00:00Z');
const plain = {
  ...{
    id: 't',
    number: 'T-1',
    title: 'Bolts',
    status: 'EVALUATION',
    confidentiality: 'TIMED',
    createdAt: '2030-01-01T00:00:00Z',
  },
  buyer: { id: 'b', name: 'Buyer' },
  // What the list says of a tender whose lots are all closed: a deadline that is past.
  tally: { closesNext: '2030-01-09T00:00:00Z', bidders: 2, questionsOpen: 0 },
  ...{ runningAuction: null, standstills: [] as object[] },
};
const held = { failedAt: null, concludedAt: null, takenBackAt: null, challenges: [] as object[] };
const challenge = { decision: null };
const work = (tender: object): string[] =>
  tenderWork({ asked: { nodes: [{ ...plain, ...tender }] } } as unknown as HomeQuery, now).map(
    ({ sentence, urgent, to }) => `${sentence}${urgent ? '!' : ''}${to.startsWith('/auctions') ? ` ${to}` : ''}`,
  );

describe('what a buyer is told of a tender', () => {
  it.each<[string, object, string[]]>([
    ['its award', {}, ['tender.AWARD!']],
    [
      'its auction, and an award that may be of another lot',
      { runningAuction: 'a' },
      ['tender.AWARD', 'tender.AUCTION /auctions/a'],
    ],
    [
      'its auction beside the close of another lot',
      { status: 'BIDDING', runningAuction: 'a' },
      ['tender.AUCTION /auctions/a', 'tender.CLOSING'],
    ],
    ['nothing while a decision waits', { status: 'STANDSTILL', standstills: [held] }, []],
    ['a challenge', { status: 'STANDSTILL', standstills: [{ ...held, challenges: [challenge] }] }, ['tender.CHALLENGED!']],
    [
      'a challenge of one lot beside the award of another',
      { standstills: [{ ...held, challenges: [challenge] }] },
      ['tender.CHALLENGED!', 'tender.AWARD!'],
    ],
    [
      'contracts that could not be made',
      { status: 'STANDSTILL', standstills: [{ ...held, failedAt: 'x' }] },
      ['tender.NOT_MADE!'],
    ],
    ['nothing of what is settled', { status: 'STANDSTILL', standstills: [{ ...held, failedAt: 'x', concludedAt: 'y' }] }, []],
  ])('is %s', (_, tender, told) => expect(work(tender)).toEqual(told));
});
