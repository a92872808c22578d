import type { Planted } from '../support/checker.js';
import type { IntakeEvidence } from './intake-checker.js';

/** Three orders: two acknowledged, of one nobody knows and it exists; one was delivered twice under its one id. */
export const sound: IntakeEvidence = {
  operations: [
    { key: 'a', channel: 'GRAPHQL', outcome: 'ok', orderId: 'A', quantity: 1 },
    { key: 'b', channel: 'X12', outcome: 'ok', quantity: 2 },
    { key: 'c', channel: 'UBL', outcome: 'info', quantity: 3 },
    { key: 'd', channel: 'CXML', outcome: 'info', quantity: 3 },
  ],
  effects: [
    { key: 'a', orderId: 'A', supplierId: 's', quantity: 1, lines: 1 },
    { key: 'b', orderId: 'B', supplierId: 's', quantity: 2, lines: 1 },
    { key: 'c', orderId: 'C', supplierId: 't', quantity: 3, lines: 1 },
  ],
  arrivals: [
    { orderId: 'A', supplierId: 's', deliveryId: '1', sha256: 'x' },
    { orderId: 'A', supplierId: 's', deliveryId: '1', sha256: 'x' },
    { orderId: 'B', supplierId: 's', deliveryId: '2', sha256: 'y' },
    { orderId: 'C', supplierId: 't', deliveryId: '3', sha256: 'z' },
  ],
  stock: [
    { supplierId: 's', reserved: 3, ledger: 3 },
    { supplierId: 't', reserved: 3, ledger: 3 },
  ],
};

const but = (name: string, other: Partial<IntakeEvidence>): Planted<IntakeEvidence> => ({
  name,
  evidence: { ...sound, ...other },
});
const [a, b, c] = sound.effects as [
  IntakeEvidence['effects'][number],
  IntakeEvidence['effects'][number],
  IntakeEvidence['effects'][number],
];
const [came, again] = sound.arrivals as [IntakeEvidence['arrivals'][number], IntakeEvidence['arrivals'][number]];
const others = sound.arrivals.slice(2);

/** Violations that a checker of order intake must see. */
export const planted: readonly Planted<IntakeEvidence>[] = [
  but('an acknowledged order is lost with everything of it', {
    effects: [b, c],
    arrivals: others,
    stock: [{ supplierId: 's', reserved: 2, ledger: 2 }, sound.stock[1]!],
  }),
  but('an order is there twice, delivered and in stock', {
    effects: [...sound.effects, { ...b, orderId: 'B2' }],
    arrivals: [...sound.arrivals, { orderId: 'B2', supplierId: 's', deliveryId: '4', sha256: 'y' }],
    stock: [{ supplierId: 's', reserved: 5, ledger: 5 }, sound.stock[1]!],
  }),
  but('an order of which nobody knows is there twice', {
    effects: [...sound.effects, { ...c, orderId: 'C2' }],
    arrivals: [...sound.arrivals, { orderId: 'C2', supplierId: 't', deliveryId: '4', sha256: 'z' }],
    stock: [sound.stock[0]!, { supplierId: 't', reserved: 6, ledger: 6 }],
  }),
  but('an order that nobody sent', {
    effects: [...sound.effects, { key: 'e', orderId: 'E', supplierId: 't', quantity: 1, lines: 1 }],
    arrivals: [...sound.arrivals, { orderId: 'E', supplierId: 't', deliveryId: '4', sha256: 'e' }],
    stock: [sound.stock[0]!, { supplierId: 't', reserved: 4, ledger: 4 }],
  }),
  but('the acknowledgement names another order', {
    operations: [{ ...sound.operations[0]!, orderId: 'B' }, ...sound.operations.slice(1)],
  }),
  but('an order without its line', { effects: [{ ...a, lines: 0, quantity: 0 }, b, c] }),
  but('an order with another quantity', {
    effects: [{ ...a, quantity: 2 }, b, c],
    stock: [{ supplierId: 's', reserved: 4, ledger: 4 }, sound.stock[1]!],
  }),
  but('a valid order is refused', {
    operations: [...sound.operations, { key: 'e', channel: 'GRAPHQL', outcome: 'fail', quantity: 1, said: 'INTERNAL' }],
  }),
  but('an order never reached its supplier', { arrivals: sound.arrivals.slice(0, 3) }),
  but('an order came under two ids', { arrivals: [came, { ...again, deliveryId: '9' }, ...others] }),
  but('the second delivery has other bytes', { arrivals: [came, { ...again, sha256: 'w' }, ...others] }),
  but('an order came to the wrong supplier', { arrivals: [came, { ...again, supplierId: 't' }, ...others] }),
  but('a document of an order that does not exist came', { arrivals: [...sound.arrivals, { ...came, orderId: 'Z' }] }),
  but('stock is held twice', { stock: [{ supplierId: 's', reserved: 5, ledger: 5 }, sound.stock[1]!] }),
  but('the ledger and the column differ', { stock: [{ supplierId: 's', reserved: 3, ledger: 2 }, sound.stock[1]!] }),
];
