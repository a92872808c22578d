import type { Planted } from '../support/checker.js';
import type { StockEvidence } from './stock-checker.js';

/** Two units, three clients: two orders and one refusal. */
export const sound: StockEvidence = {
  units: 2,
  attempts: [
    { key: 'a', quantity: 1, outcome: 'ok', orderId: 'A', endedMs: 10 },
    { key: 'b', quantity: 1, outcome: 'ok', orderId: 'B', endedMs: 20 },
    { key: 'c', quantity: 1, outcome: 'out-of-stock', endedMs: 30 },
  ],
  orders: [
    { id: 'A', quantity: 1, lineIds: ['a1'] },
    { id: 'B', quantity: 1, lineIds: ['b1'] },
  ],
  ledger: [
    { lineId: 'a1', delta: 1, atMs: 9 },
    { lineId: 'b1', delta: 1, atMs: 19 },
  ],
  column: { quantity: 2, reserved: 2 },
};

const [first, second, third] = sound.attempts as [
  StockEvidence['attempts'][number],
  StockEvidence['attempts'][number],
  StockEvidence['attempts'][number],
];
const but = (name: string, other: Partial<StockEvidence>): Planted<StockEvidence> => ({ name, evidence: { ...sound, ...other } });

/** Violations that a checker of stock must see. */
export const planted: readonly Planted<StockEvidence>[] = [
  but('three clients got two units, the column too', {
    attempts: [first, second, { ...third, outcome: 'ok', orderId: 'C' }],
    orders: [...sound.orders, { id: 'C', quantity: 1, lineIds: ['c1'] }],
    ledger: [...sound.ledger, { lineId: 'c1', delta: 1, atMs: 29 }],
    column: { quantity: 2, reserved: 3 },
  }),
  but('the third order is held back in the column and the ledger', {
    attempts: [first, second, { ...third, outcome: 'ok', orderId: 'C' }],
    orders: [...sound.orders, { id: 'C', quantity: 1, lineIds: ['c1'] }],
  }),
  but('a unit is free and a client was refused', {
    attempts: [first, { ...second, outcome: 'out-of-stock' }, third],
    orders: sound.orders.slice(0, 1),
    ledger: sound.ledger.slice(0, 1),
    column: { quantity: 2, reserved: 1 },
  }),
  but('a client was refused before the last unit was taken', { attempts: [first, second, { ...third, endedMs: 15 }] }),
  but('the order of a client is gone', {
    orders: sound.orders.slice(0, 1),
    ledger: sound.ledger.slice(0, 1),
    column: { quantity: 2, reserved: 1 },
  }),
  but('an order exists of which nobody was told', { attempts: [first, third] }),
  but('two clients were told of one order', { attempts: [first, { ...second, orderId: 'A' }, third] }),
  but('the ledger misses a row', { ledger: sound.ledger.slice(0, 1) }),
  but('the ledger has a row twice', { ledger: [...sound.ledger, sound.ledger[1]!] }),
  but('the ledger holds for a line that is no order', { ledger: [sound.ledger[0]!, { lineId: 'x', delta: 1, atMs: 19 }] }),
  but('the column fell behind the ledger', { column: { quantity: 2, reserved: 1 } }),
  but('the stock itself was changed', { column: { quantity: 3, reserved: 2 } }),
  but('a client met a fault', { attempts: [first, second, { ...third, outcome: 'other', said: 'INTERNAL' }] }),
];
