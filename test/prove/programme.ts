/** One figure of a promise. `figure` and `wanted` are shown side by side. */
export interface ProofRow {
  promise: string;
  figure: string | number;
  wanted: string | number;
  ok: boolean;
}

export interface ProofRun {
  /** `short` runs in CI, all programmes together within ten minutes; `full` by hand. */
  mode: 'short' | 'full';
  seed: number;
  say(text: string): void;
}

/** A promise as a programme: `test/prove/<name>.prove.ts` exports one as default. Its first rows say that the checker catches planted faults. */
export interface Programme {
  promise: string;
  run(run: ProofRun): Promise<ProofRow[]>;
}

/** A row that is kept when figure and wanted are equal. */
export const equalRow = (promise: string, figure: string | number, wanted: string | number): ProofRow => ({
  promise,
  figure,
  wanted,
  ok: figure === wanted,
});
