/** One figure beside its limit, measured in the same run. `wanted` bounds the ratio, 0 when the row only reports; memory rows bound `ours` by `limit`. */
export interface BenchRow {
  name: string;
  ours: number;
  limit: number;
  unit: string;
  ratio: number;
  wanted: number;
  better: 'higher' | 'lower';
  ok: boolean;
}

export interface BenchRun {
  say(text: string): void;
  /** How many offers the world has, and how many rows an imported file. */
  offers: number;
}

/** A benchmark: `test/bench/<name>.bench.ts` exports one as default. */
export interface Bench {
  /** What it answers, in one sentence. */
  question: string;
  run(run: BenchRun): Promise<BenchRow[]>;
}

interface Figures {
  name: string;
  unit: string;
  ours: readonly number[];
  limit: readonly number[];
  /** Least ratio; absent: the row only reports. */
  wanted?: number;
}

/** A row from the repeated figures of both sides: more is better, medians are compared. */
export function rateRow({ name, unit, ours, limit, wanted = 0 }: Figures): BenchRow {
  const [own, bound] = [median(ours), median(limit)];
  const ratio = rounded(own / bound, 3);
  return { name, ours: rounded(own, 0), limit: rounded(bound, 0), unit, ratio, wanted, better: 'higher', ok: ratio >= wanted };
}

/** A row that must stay below a bound. */
export function boundRow({ name, unit, ours, limit }: { name: string; unit: string; ours: number; limit: number }): BenchRow {
  const ratio = rounded(ours / limit, 3);
  return { name, ours: rounded(ours, 0), limit, unit, ratio, wanted: 1, better: 'lower', ok: ratio <= 1 };
}

/** A count as people read it: 100,000. */
export function counted(count: number): string {
  return count.toLocaleString('en');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
