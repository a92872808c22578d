/** One try of a bidder to submit, as he saw it. Times are milliseconds of this machine's clock, which PostgreSQL shares. */
export interface Attempt {
  lot: string;
  bidder: string;
  /** Versions of his bid that he had seen. */
  seen: number;
  /** Of this try alone, so that it can be told from all others. */
  price: string;
  outcome: 'ok' | 'late' | 'conflict' | 'unknown' | 'other';
  /** Of `ok`. */
  receipt?: { seq: number; digest: string; atMs: number };
  endedMs: number;
  /** Of `other` and `unknown`: what came back. */
  said?: string;
}

/** A version of a bid as the database keeps it. */
export interface LedgerRow {
  lot: string;
  bidder: string;
  seq: number;
  price: string;
  digest: string;
  atMs: number;
  /** Whether it stands after the deadline, to the microsecond. */
  late: boolean;
}

/** What bidders saw, and what the database holds when all lots are closed. */
export interface CloseEvidence {
  lots: readonly { id: string; closesMs: number; closedMs: number | null; closings: number }[];
  attempts: readonly Attempt[];
  ledger: readonly LedgerRow[];
  /** What the buyer reads of each bidder after the opening. */
  opened: readonly { lot: string; bidder: string; price: string }[];
}

/** Everything that stands against bids being accepted if, and only if, they are in the ledger at or before the close, and every stage having come once. */
export function closeFaults(evidence: CloseEvidence): string[] {
  const ledger = new Map(evidence.ledger.map((row) => [row.price, row]));
  return [
    ...stageFaults(evidence),
    ...evidence.attempts.flatMap((attempt) => answerFaults(attempt, ledger.get(attempt.price), evidence)),
    ...ledgerFaults(evidence),
    ...openingFaults(evidence),
  ];
}

function stageFaults({ lots }: CloseEvidence): string[] {
  return lots.flatMap(({ id, closesMs, closedMs, closings }) => [
    ...(closings === 1 ? [] : [`lot ${id} was closed ${closings} times`]),
    ...(closedMs === null
      ? [`lot ${id} is still open`]
      : closedMs > closesMs
        ? []
        : [`lot ${id} was closed before its deadline`]),
  ]);
}

function answerFaults(attempt: Attempt, row: LedgerRow | undefined, { lots, attempts }: CloseEvidence): string[] {
  const { lot, bidder, seen, outcome, receipt, endedMs } = attempt;
  const who = `${bidder} on ${lot} after ${seen}`;
  switch (outcome) {
    case 'ok':
      if (!row) return [`the bid of ${who} is lost`];
      return row.seq === receipt?.seq && row.digest === receipt.digest && Math.floor(row.atMs) === receipt.atMs
        ? []
        : [`the receipt of ${who} is not what is kept`];
    case 'late': {
      const closesMs = lots.find(({ id }) => id === lot)?.closesMs ?? 0;
      if (row) return [`${who} was refused, and the bid is there`];
      return endedMs + 1 < closesMs ? [`${who} was refused ${Math.round(closesMs - endedMs)} ms before the close`] : [];
    }
    case 'conflict': {
      const cause = attempts.some(
        (one) => one.lot === lot && one.bidder === bidder && one.seen === seen && one.outcome === 'unknown',
      );
      if (row) return [`${who} met a conflict, and the bid is there`];
      return cause ? [] : [`${who} met a conflict with nobody`];
    }
    case 'unknown':
      return [];
    default:
      return [`${who} was answered ${attempt.said ?? 'nothing'}`];
  }
}

function ledgerFaults({ ledger, attempts }: CloseEvidence): string[] {
  const tried = new Map(attempts.map((attempt) => [attempt.price, attempt]));
  const chains = new Map<string, number[]>();
  const faults = ledger.flatMap((row) => {
    const key = `${row.lot} ${row.bidder}`;
    chains.set(key, [...(chains.get(key) ?? []), row.seq]);
    const attempt = tried.get(row.price);
    return [
      ...(row.late ? [`version ${row.seq} of ${key} stands after the close`] : []),
      ...(attempt?.bidder === row.bidder && attempt.lot === row.lot ? [] : [`version ${row.seq} of ${key} was sent by nobody`]),
    ];
  });
  for (const [key, seqs] of chains)
    if (seqs.sort((a, b) => a - b).some((seq, i) => seq !== i + 1)) faults.push(`versions of ${key} are ${seqs.join()}`);
  return faults;
}

function openingFaults({ ledger, opened }: CloseEvidence): string[] {
  const last = new Map<string, LedgerRow>();
  for (const row of ledger) {
    const key = `${row.lot} ${row.bidder}`;
    if (row.seq > (last.get(key)?.seq ?? 0)) last.set(key, row);
  }
  const read = new Map(opened.map((one) => [`${one.lot} ${one.bidder}`, one.price]));
  return [
    ...[...last]
      .filter(([key, { price }]) => read.get(key) !== price)
      .map(([key]) => `the buyer does not read the last bid of ${key}`),
    ...[...read.keys()].filter((key) => !last.has(key)).map((key) => `the buyer reads a bid of ${key} that nobody sent`),
  ];
}
