import type { Planted } from '../support/checker.js';
import type { LedgerEvidence } from './ledger-checker.js';

const entry = (kind: string, reference: string, atMs: number, reserved: number, quantity = 0) => ({
  place: 'o MAIN',
  kind,
  reference,
  atMs,
  reserved,
  quantity,
});

/** Two units: A holds and gives back, B holds and orders, C holds on, D is refused while A and B hold. */
export const sound: LedgerEvidence = {
  claims: [
    { offerId: 'o', quantity: 1, startedMs: 1000, endedMs: 1010, outcome: 'ok', holdId: 'A' },
    { offerId: 'o', quantity: 1, startedMs: 1000, endedMs: 1020, outcome: 'ok', holdId: 'B' },
    { offerId: 'o', quantity: 1, startedMs: 2000, endedMs: 2010, outcome: 'out-of-stock' },
    { offerId: 'o', quantity: 1, startedMs: 4000, endedMs: 4010, outcome: 'ok', holdId: 'C' },
  ],
  entries: [
    entry('OPEN', 'open:o', 0, 0, 2),
    entry('HOLD', 'hold:A', 1005, 1),
    entry('HOLD', 'hold:B', 1015, 1),
    entry('RELEASE', 'hold:A', 3000, -1),
    entry('TRANSFER', 'hold:B', 3500, -1),
    entry('RESERVE', 'line', 3501, 1),
    entry('HOLD', 'hold:C', 4005, 1),
  ],
  columns: [{ place: 'o MAIN', quantity: 2, reserved: 2 }],
  holds: [
    { id: 'A', status: 'RELEASED', held: 1, overdue: false },
    { id: 'B', status: 'CONSUMED', held: 1, overdue: true },
    { id: 'C', status: 'HELD', held: 1, overdue: false },
  ],
  reservedByOrders: 1,
};

const but = (name: string, other: Partial<LedgerEvidence>): Planted<LedgerEvidence> => ({
  name,
  evidence: { ...sound, ...other },
});
const entries = (change: (list: LedgerEvidence['entries'][number][]) => void): Partial<LedgerEvidence> => {
  const list = sound.entries.map((one) => ({ ...one }));
  change(list);
  return { entries: list };
};

/** Violations that the checker must see. */
export const planted: readonly Planted<LedgerEvidence>[] = [
  but('three hold two units', {
    ...entries((list) => void list.splice(3, 0, entry('HOLD', 'hold:E', 2500, 1))),
    claims: [...sound.claims, { offerId: 'o', quantity: 1, startedMs: 2490, endedMs: 2510, outcome: 'ok', holdId: 'E' }],
    holds: [...sound.holds, { id: 'E', status: 'HELD', held: 1, overdue: false }],
    columns: [{ place: 'o MAIN', quantity: 2, reserved: 3 }],
  }),
  but('a hold is given back twice', {
    ...entries((list) => void list.splice(4, 0, entry('RELEASE', 'hold:A', 3100, -1))),
    columns: [{ place: 'o MAIN', quantity: 2, reserved: 1 }],
  }),
  but('the column forgot a unit', { columns: [{ place: 'o MAIN', quantity: 2, reserved: 1 }] }),
  but('the quantity moved without the ledger', { columns: [{ place: 'o MAIN', quantity: 3, reserved: 2 }] }),
  but(
    'the ledger misses a release',
    entries((list) => void list.splice(3, 1)),
  ),
  but(
    'a hold has no entry',
    entries((list) => void list.pop()),
  ),
  but('an entry has no hold', { holds: sound.holds.slice(0, 2) }),
  but('an order took a unit more than its hold', {
    ...entries((list) => void list.splice(5, 1, entry('RESERVE', 'line', 3501, 2))),
    columns: [{ place: 'o MAIN', quantity: 2, reserved: 3 }],
    reservedByOrders: 2,
  }),
  but('an order line is gone and its stock is not', { reservedByOrders: 0 }),
  but('a hold outlived its time', { holds: sound.holds.map((hold) => (hold.id === 'C' ? { ...hold, overdue: true } : hold)) }),
  but('two clients were told of one hold', {
    claims: sound.claims.map((claim) => (claim.holdId === 'B' ? { ...claim, holdId: 'A' } : claim)),
  }),
  but('a client was told of a hold that is not', {
    claims: sound.claims.map((claim) => (claim.holdId === 'C' ? { ...claim, holdId: 'X' } : claim)),
  }),
  but('a client was refused while there was enough', {
    claims: sound.claims
      .map((claim) => (claim.outcome === 'ok' ? claim : { ...claim, startedMs: 4600, endedMs: 4700 }))
      .map((claim) => claim),
    ...entries((list) => void list.splice(6, 1)),
    holds: sound.holds.slice(0, 2),
    columns: [{ place: 'o MAIN', quantity: 2, reserved: 1 }],
  }),
  but('a client met a fault', {
    claims: [...sound.claims, { offerId: 'o', quantity: 1, startedMs: 1, endedMs: 2, outcome: 'other', said: 'INTERNAL' }],
  }),
  but(
    'the stock fell below nothing',
    entries((list) => void list.push(entry('CORRECT', 'c', 5000, 0, -3), entry('CORRECT', 'd', 5001, 0, 3))),
  ),
];
