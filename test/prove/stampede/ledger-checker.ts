/** One entry of the ledger, in the order in which the lock of its row let them be written. */
export interface Entry {
  place: string;
  kind: string;
  reserved: number;
  quantity: number;
  reference: string;
  atMs: number;
}

/** What a client asked for and heard. Times are of this machine's clock, which PostgreSQL shares. */
export interface Claim {
  offerId: string;
  quantity: number;
  startedMs: number;
  endedMs: number;
  outcome: 'ok' | 'out-of-stock' | 'other';
  holdId?: string;
  said?: string;
}

/** What clients heard and what lies in the database when all is quiet. `place` is offer and location. */
export interface LedgerEvidence {
  claims: readonly Claim[];
  entries: readonly Entry[];
  columns: readonly { place: string; quantity: number; reserved: number }[];
  holds: readonly { id: string; status: string; held: number; overdue: boolean }[];
  /** What order lines hold by their own account; only when all claims came through orders and holds of this run. */
  reservedByOrders?: number;
}

/** Everything that stands against the ledger having told the truth at every moment, and to every client. */
export function ledgerFaults(evidence: LedgerEvidence): string[] {
  return [...prefixFaults(evidence), ...holdFaults(evidence), ...claimFaults(evidence)];
}

interface Standing {
  reserved: number;
  quantity: number;
  /** What a hold has just handed to an order under the same lock. */
  handed: number;
}

function prefixFaults({ entries, columns, reservedByOrders }: LedgerEvidence): string[] {
  const faults: string[] = [];
  const standing = new Map<string, Standing>();
  for (const entry of entries) {
    const s = standing.get(entry.place) ?? { reserved: 0, quantity: 0, handed: 0 };
    standing.set(entry.place, s);
    s.reserved += entry.reserved;
    s.quantity += entry.quantity;
    if (s.reserved < 0 || s.quantity < 0)
      faults.push(`${entry.place} stands at ${s.reserved} held of ${s.quantity} after ${entry.reference}`);
    if (
      entry.reserved > 0 &&
      s.reserved - Math.min(entry.reserved, s.handed) > s.quantity - Math.min(entry.reserved, s.handed) &&
      entry.reserved > s.handed
    )
      faults.push(`${entry.reference} took ${entry.reserved} of ${entry.place}, which then held ${s.reserved} of ${s.quantity}`);
    s.handed = entry.kind === 'TRANSFER' ? s.handed - entry.reserved : 0;
  }
  for (const { place, quantity, reserved } of columns) {
    const s = standing.get(place) ?? { reserved: 0, quantity: 0 };
    if (s.reserved !== reserved) faults.push(`${place}: the ledger comes to ${s.reserved} held, the column says ${reserved}`);
    if (s.quantity !== quantity) faults.push(`${place}: the ledger comes to ${s.quantity}, the column says ${quantity}`);
  }
  const known = new Set(columns.map(({ place }) => place));
  for (const place of standing.keys()) if (!known.has(place)) faults.push(`the ledger moves ${place}, which has no stock`);
  const held = entries.filter(({ reference }) => !reference.startsWith('hold:')).reduce((sum, { reserved }) => sum + reserved, 0);
  if (reservedByOrders !== undefined && held !== reservedByOrders)
    faults.push(`orders hold ${reservedByOrders}, the ledger says ${held}`);
  return faults;
}

/** A hold moves its stock out once and back once. */
function holdFaults({ holds, entries }: LedgerEvidence): string[] {
  const own = new Map<string, Entry[]>();
  for (const entry of entries)
    if (entry.reference.startsWith('hold:'))
      own.set(entry.reference.slice(5), [...(own.get(entry.reference.slice(5)) ?? []), entry]);
  const faults = holds.flatMap(({ id, status, held, overdue }) => {
    const moved = own.get(id) ?? [];
    const sum = moved.reduce((total, { reserved }) => total + reserved, 0);
    const wanted = status === 'HELD' ? held : 0;
    const out = moved.filter(({ kind }) => kind === 'HOLD').reduce((total, { reserved }) => total + reserved, 0);
    return [
      ...(sum === wanted ? [] : [`hold ${id} is ${status} and the ledger holds ${sum} for it`]),
      ...(out === held ? [] : [`hold ${id} says ${held} and took ${out}`]),
      ...(status === 'HELD' && overdue ? [`hold ${id} is an orphan: its time is over and it holds ${held}`] : []),
    ];
  });
  const known = new Set(holds.map(({ id }) => id));
  for (const id of own.keys()) if (!known.has(id)) faults.push(`the ledger moves stock for hold ${id}, which does not exist`);
  return faults;
}

/** A state becomes visible at its commit, which comes this much after its entry at the latest. */
const lagMs = 500;

function claimFaults({ claims, holds, entries, columns }: LedgerEvidence): string[] {
  const faults: string[] = [];
  const tellers = new Map<string, number>();
  for (const claim of claims) {
    if (claim.outcome === 'other') faults.push(`a client met ${claim.said ?? 'nothing'}`);
    if (claim.outcome === 'ok') tellers.set(claim.holdId ?? '', (tellers.get(claim.holdId ?? '') ?? 0) + 1);
  }
  const known = new Set(holds.map(({ id }) => id));
  for (const [id, times] of tellers) {
    if (!known.has(id)) faults.push(`hold ${id} was told and does not exist`);
    if (times > 1) faults.push(`hold ${id} was told to ${times} clients`);
  }
  const refused = claims.filter(({ outcome }) => outcome === 'out-of-stock');
  for (const offerId of new Set(refused.map((claim) => claim.offerId))) {
    const states = freeOf(
      entries.filter(({ place }) => place.startsWith(offerId)),
      columns.filter(({ place }) => place.startsWith(offerId)).map(({ place }) => place),
    );
    for (const claim of refused.filter((one) => one.offerId === offerId))
      if (!wasShort(states, claim)) faults.push(`a client was refused ${claim.quantity} of ${offerId} while there was enough`);
  }
  return faults;
}

/** What was free of an offer after each of its entries. */
function freeOf(entries: readonly Entry[], places: readonly string[]): { atMs: number; free: number }[] {
  const standing = new Map(places.map((place) => [place, 0]));
  return entries.map(({ place, reserved, quantity, atMs }) => {
    standing.set(place, (standing.get(place) ?? 0) + quantity - reserved);
    return { atMs, free: [...standing.values()].reduce((sum, free) => sum + Math.max(free, 0), 0) };
  });
}

/** Whether at some moment of the claim less was free than it wanted: the state it began in counts, and all that came in between. */
function wasShort(states: readonly { atMs: number; free: number }[], { startedMs, endedMs, quantity }: Claim): boolean {
  const from = startedMs - lagMs;
  let low = 0;
  let high = states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (states[middle]!.atMs < from) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || states[low - 1]!.free < quantity) return true;
  for (let i = low; i < states.length && states[i]!.atMs <= endedMs; i++) if (states[i]!.free < quantity) return true;
  return false;
}
