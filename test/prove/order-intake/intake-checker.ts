export type Channel = 'GRAPHQL' | 'UBL' | 'CXML' | 'X12';

/** What a client knows of one order in the end. `ok`: acknowledged; `info`: he gave up without knowing; `fail`: he was told no. */
export interface Operation {
  key: string;
  channel: Channel;
  outcome: 'ok' | 'info' | 'fail';
  /** What the acknowledgement said the order's id is; documents are acknowledged without it. */
  orderId?: string;
  quantity: number;
  said?: string;
}

/** What clients, partners and the database say when all is quiet. */
export interface IntakeEvidence {
  operations: readonly Operation[];
  /** Orders of the hub, by the client's key. */
  effects: readonly { key: string; orderId: string; supplierId: string; quantity: number; lines: number }[];
  /** Deliveries at the partners: each with the id its sender gave it, and a hash of its bytes. */
  arrivals: readonly { orderId: string; supplierId: string; deliveryId: string; sha256: string }[];
  stock: readonly { supplierId: string; reserved: number; ledger: number }[];
}

/** Everything that stands against "every acknowledged order exists once, reached its supplier, and holds its stock". */
export function intakeFaults(evidence: IntakeEvidence): string[] {
  return [...effectFaults(evidence), ...arrivalFaults(evidence), ...stockFaults(evidence)];
}

function effectFaults({ operations, effects }: IntakeEvidence): string[] {
  const byKey = grouped(effects, ({ key }) => key);
  const tried = new Set(operations.map(({ key }) => key));
  const faults = effects.filter(({ key }) => !tried.has(key)).map(({ key }) => `unexpected: ${key} was never sent`);
  for (const operation of operations) {
    const { key, channel, outcome, orderId, quantity } = operation;
    const made = byKey.get(key) ?? [];
    if (made.length > 1) faults.push(`doubled: ${channel} ${key} became ${made.length} orders`);
    if (outcome === 'ok' && made.length === 0) faults.push(`lost: ${channel} ${key} was acknowledged`);
    if (outcome === 'fail') faults.push(`refused: ${channel} ${key}: ${operation.said ?? ''}`);
    for (const one of made) {
      if (one.lines !== 1 || one.quantity !== quantity)
        faults.push(`torn: ${channel} ${key} has ${one.lines} lines of ${one.quantity} over ${quantity}`);
      if (orderId && orderId !== one.orderId)
        faults.push(`confused: ${channel} ${key} was acknowledged as ${orderId} and is ${one.orderId}`);
    }
  }
  return faults;
}

function arrivalFaults({ effects, arrivals }: IntakeEvidence): string[] {
  const byOrder = grouped(arrivals, ({ orderId }) => orderId);
  const known = new Map(effects.map((one) => [one.orderId, one]));
  const faults = arrivals
    .filter(({ orderId }) => !known.has(orderId))
    .map(({ orderId }) => `a document of the unknown order ${orderId} arrived`);
  for (const { orderId, key, supplierId } of effects) {
    const came = byOrder.get(orderId) ?? [];
    if (came.length === 0) faults.push(`undelivered: ${key}`);
    if (new Set(came.map(({ deliveryId }) => deliveryId)).size > 1) faults.push(`${key} was delivered under several ids`);
    if (new Set(came.map(({ sha256 }) => sha256)).size > 1) faults.push(`${key} was delivered with different bytes`);
    if (came.some((one) => one.supplierId !== supplierId)) faults.push(`${key} was delivered to somebody else`);
  }
  return faults;
}

function stockFaults({ effects, stock }: IntakeEvidence): string[] {
  return stock.flatMap(({ supplierId, reserved, ledger }) => {
    const ordered = effects.filter((one) => one.supplierId === supplierId).reduce((sum, one) => sum + one.quantity, 0);
    return reserved === ordered && ledger === ordered
      ? []
      : [`stock of ${supplierId}: ${ordered} ordered, ${reserved} reserved, ${ledger} in the ledger`];
  });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
