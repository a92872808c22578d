import type { Planted } from '../support/checker.js';
import type { Attempt, CloseEvidence } from './close-checker.js';

const of = (bidder: string, seen: number, price: string): Pick<Attempt, 'lot' | 'bidder' | 'seen' | 'price'> => ({
  lot: 'L',
  ...{ bidder, seen, price },
});
const first: Attempt = { ...of('A', 0, '1.1'), outcome: 'ok', receipt: { seq: 1, digest: 'a1', atMs: 90 }, endedMs: 91 };
const torn: Attempt = { ...of('A', 1, '1.2'), outcome: 'unknown', said: 'ECONNRESET', endedMs: 95 };
const again: Attempt = { ...of('A', 1, '1.3'), outcome: 'conflict', endedMs: 97 };
const late: Attempt = { ...of('B', 0, '1.4'), outcome: 'late', endedMs: 104 };

/** One lot that closes at 100 ms: a bid, one whose answer was lost but which arrived, and one that came too late. */
export const sound: CloseEvidence = {
  lots: [{ id: 'L', closesMs: 100, closedMs: 160, closings: 1 }],
  attempts: [first, torn, again, late],
  ledger: [
    { lot: 'L', bidder: 'A', seq: 1, price: '1.1', digest: 'a1', atMs: 90.4, late: false },
    { lot: 'L', bidder: 'A', seq: 2, price: '1.2', digest: 'a2', atMs: 94.2, late: false },
  ],
  opened: [{ lot: 'L', bidder: 'A', price: '1.2' }],
};

const [one, two] = sound.ledger as [CloseEvidence['ledger'][number], CloseEvidence['ledger'][number]];
const [lot] = sound.lots as [CloseEvidence['lots'][number]];
const but = (name: string, other: Partial<CloseEvidence>): Planted<CloseEvidence> => ({ name, evidence: { ...sound, ...other } });
const lateRow = { lot: 'L', bidder: 'B', seq: 1, price: '1.4', digest: 'b1', atMs: 100.001, late: true };

/** Violations that a checker of the close must see. */
export const planted: readonly Planted<CloseEvidence>[] = [
  but('a bid was taken a microsecond after the close', {
    attempts: [first, torn, again, { ...late, outcome: 'ok', receipt: { seq: 1, digest: 'b1', atMs: 100 } }],
    ledger: [one, two, lateRow],
    opened: [...sound.opened, { lot: 'L', bidder: 'B', price: '1.4' }],
  }),
  but('a bid was refused in time', { attempts: [first, torn, again, { ...late, endedMs: 98 }] }),
  but('a refused bid is in the ledger', {
    ledger: [one, two, { ...lateRow, atMs: 99, late: false }],
    opened: [...sound.opened, { lot: 'L', bidder: 'B', price: '1.4' }],
  }),
  but('an accepted bid is gone', { ledger: [{ ...two, seq: 1 }] }),
  but('a receipt names another text', { ledger: [{ ...one, digest: 'a9' }, two] }),
  but('a receipt names another moment', { ledger: [{ ...one, atMs: 93 }, two] }),
  but('a version is missing in between', { ledger: [one, { ...two, seq: 3 }] }),
  but('a bid that nobody sent is there', { ledger: [one, two, { ...two, seq: 3, price: '9.9' }] }),
  but('a bid stands under another name', {
    ledger: [one, { ...two, bidder: 'B', seq: 1 }],
    opened: [
      { lot: 'L', bidder: 'A', price: '1.1' },
      { lot: 'L', bidder: 'B', price: '1.2' },
    ],
  }),
  but('a conflict came of nothing', {
    attempts: [first, { ...torn, outcome: 'late', endedMs: 101 }, again, late],
    ledger: [one],
    opened: [{ lot: 'L', bidder: 'A', price: '1.1' }],
  }),
  but('a lot was closed twice', { lots: [{ ...lot, closings: 2 }] }),
  but('a lot was never closed', { lots: [{ ...lot, closings: 0, closedMs: null }] }),
  but('a lot was closed before its deadline', { lots: [{ ...lot, closedMs: 99 }] }),
  but('the buyer reads an older bid', { opened: [{ lot: 'L', bidder: 'A', price: '1.1' }] }),
  but('the buyer reads nothing', { opened: [] }),
  but('the buyer reads a bid of somebody who sent none', { opened: [...sound.opened, { lot: 'L', bidder: 'C', price: '3' }] }),
  but('a bidder met a fault', { attempts: [first, torn, again, { ...late, outcome: 'other', said: 'INTERNAL' }] }),
];
