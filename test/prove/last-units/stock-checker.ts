/** One client's order as he saw it. Times are milliseconds of this machine's clock, which PostgreSQL shares. */
export interface Attempt {
  key: string;
  quantity: number;
  outcome: 'ok' | 'out-of-stock' | 'other';
  /** The order he was told of. */
  orderId?: string;
  endedMs: number;
  /** Of `other`: what came back. */
  said?: string;
}

/** What the clients saw and what the database holds when all is quiet. */
export interface StockEvidence {
  units: number;
  attempts: readonly Attempt[];
  orders: readonly { id: string; quantity: number; lineIds: readonly string[] }[];
  /** In the order of their commits: the rows were written under one row lock. */
  ledger: readonly { lineId: string; delta: number; atMs: number }[];
  column: { quantity: number; reserved: number };
}

/** Everything that stands against the last units having been sold once, exactly and without a false refusal. Nothing is released while it runs. */
export function stockFaults(evidence: StockEvidence): string[] {
  return [...outcomeFaults(evidence), ...orderFaults(evidence), ...ledgerFaults(evidence), ...refusalFaults(evidence)];
}

function outcomeFaults({ attempts, units, column }: StockEvidence): string[] {
  const faults = attempts.filter((a) => a.outcome === 'other').map((a) => `${a.key} was answered ${a.said ?? 'nothing'}`);
  const sold = sum(attempts.filter((a) => a.outcome === 'ok').map((a) => a.quantity));
  if (sold > units) faults.push(`${sold} units were sold of ${units}`);
  if (column.quantity !== units) faults.push(`the stock says ${column.quantity} units, not ${units}`);
  if (column.reserved !== sold) faults.push(`${column.reserved} units are reserved, ${sold} were sold`);
  if (column.reserved > column.quantity) faults.push('more is reserved than there is');
  return faults;
}

function orderFaults({ attempts, orders }: StockEvidence): string[] {
  const told = attempts.filter((a) => a.outcome === 'ok');
  const faults = told.filter((a) => !orders.some((o) => o.id === a.orderId)).map((a) => `the order of ${a.key} is lost`);
  for (const order of orders) {
    const tellers = told.filter((a) => a.orderId === order.id);
    if (tellers.length === 0) faults.push(`order ${order.id} exists and nobody was told`);
    if (tellers.length > 1) faults.push(`order ${order.id} was told to ${tellers.length} clients`);
    if (tellers[0] && tellers[0].quantity !== order.quantity) faults.push(`order ${order.id} has another quantity`);
  }
  return faults;
}

function ledgerFaults({ ledger, orders, column, units }: StockEvidence): string[] {
  const faults: string[] = [];
  let held = 0;
  for (const row of ledger) {
    held += row.delta;
    if (held < 0 || held > units) faults.push(`the ledger stands at ${held} of ${units} units`);
    if (!orders.some((o) => o.lineIds.includes(row.lineId)))
      faults.push(`the ledger holds ${row.delta} for a line that is no order's`);
  }
  if (held !== column.reserved) faults.push(`the ledger comes to ${held}, the column says ${column.reserved}`);
  for (const order of orders) {
    const own = sum(ledger.filter((row) => order.lineIds.includes(row.lineId)).map((row) => row.delta));
    if (own !== order.quantity) faults.push(`the ledger holds ${own} for order ${order.id} over ${order.quantity}`);
  }
  return faults;
}

/** Stock only falls while it runs: a refusal was right only if the quantity is not free now, and not before the units that were missing had been taken. */
function refusalFaults({ attempts, ledger, column, units }: StockEvidence): string[] {
  const free = column.quantity - column.reserved;
  return attempts
    .filter((a) => a.outcome === 'out-of-stock')
    .flatMap((a) => {
      if (free >= a.quantity) return [`${a.key} was refused ${a.quantity}, and ${free} are free`];
      let held = 0;
      const scarce = ledger.find((row) => {
        held += row.delta;
        return units - held < a.quantity;
      });
      return !scarce || scarce.atMs > a.endedMs ? [`${a.key} was refused while there was enough`] : [];
    });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
