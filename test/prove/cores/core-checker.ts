/** What one core came to: as the hub says it, and as the model does. */
export interface CoreOutcome {
  name: string;
  status: string;
  /** What the terms say, in whole units of money. */
  terms: { deposit: number; coreValue: number; outright: number; fee: number; billedAt: string };
  charges: readonly { kind: string; n: number; amount: number }[];
  wanted: { status: string; charges: Readonly<Record<string, number>> };
}

/** A serial that left the supplier in exchange, or that settled a core, in the order in which it happened. */
export interface SerialEvent {
  kind: 'SENT' | 'TAKEN' | 'SETTLED';
  core: string;
  serial: string;
}

export interface CoreEvidence {
  cores: readonly CoreOutcome[];
  serials: readonly SerialEvent[];
  /** Steps on which hub and model disagreed. */
  disagreed: readonly string[];
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Money that does not add up, charges that came twice, states that differ from the model's, and cores that settled two debts. */
export function coreFaults({ cores, serials, disagreed }: CoreEvidence): string[] {
  return [...disagreed, ...cores.flatMap(outcomeFaults), ...serialFaults(serials)];
}

function outcomeFaults({ name, status, terms, charges, wanted }: CoreOutcome): string[] {
  const faults: string[] = [];
  const keys = charges.map(({ kind, n }) => `${kind} ${n}`);
  if (new Set(keys).size !== keys.length) faults.push(`${name}: charged twice: ${keys.join(', ')}`);
  if (status !== wanted.status) faults.push(`${name}: is ${status}, not ${wanted.status}`);
  const byKind = Object.fromEntries(
    [...new Set(charges.map(({ kind }) => kind))]
      .sort()
      .map((kind) => [kind, sum(charges.filter((c) => c.kind === kind).map((c) => c.amount))]),
  );
  const expected = Object.fromEntries(
    Object.entries(wanted.charges)
      .filter(([, amount]) => amount !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  if (JSON.stringify(byKind) !== JSON.stringify(expected))
    faults.push(`${name}: ${JSON.stringify(byKind)}, not ${JSON.stringify(expected)}`);
  // Independent of the model: what remains beside late fees follows from how it ended.
  const rest = sum(charges.filter(({ kind }) => kind !== 'LATE_FEE').map(({ amount }) => amount));
  const bill = terms.billedAt === 'OUTRIGHT' ? terms.outright - terms.fee : terms.coreValue;
  const owed = status === 'ACCEPTED' || status === 'AWAITED' ? 0 : status === 'BILLED' ? bill : terms.deposit;
  if (Math.abs(rest - owed) > 0.001) faults.push(`${name}: ${status} leaves ${rest}, not ${owed}`);
  return faults;
}

function serialFaults(events: readonly SerialEvent[]): string[] {
  const faults: string[] = [];
  const settled = new Map<string, string>();
  const out = new Set<string>();
  for (const { kind, core, serial } of events) {
    if (kind === 'SENT') {
      if (out.has(serial)) faults.push(`${serial} was sent to ${core} while it was out`);
      out.add(serial);
      settled.delete(serial);
    } else if (kind === 'TAKEN') out.delete(serial);
    else {
      const before = settled.get(serial);
      if (before !== undefined) faults.push(`${serial} settled ${before} and ${core}`);
      settled.set(serial, core);
    }
  }
  return faults;
}
