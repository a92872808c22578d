import type { ErpMood } from '../../support/erp.js';

/** What an ERP said from when until when: a quantity of its own for each time, so that a figure tells when it was said. */
export interface Said {
  mood: ErpMood;
  quantity: number;
  fromMs: number;
  toMs: number;
}

/** One answer a buyer got. */
export interface Answered {
  mood: ErpMood;
  askedMs: number;
  answeredMs: number;
  label: string;
  /** Of the place; null: no figure. */
  quantity: number | null;
  ageSeconds: number | null;
  /** Of an answer that is none: what came. */
  fault?: string;
}

export interface LabelEvidence {
  budgetMs: number;
  machine: MachineTimes;
  said: readonly Said[];
  answers: readonly Answered[];
  /** Longest age at which a figure still counts. */
  keepSeconds: number;
}

/** Moods in which an ERP tells the truth of now, early enough. */
const truthful = new Set<ErpMood>(['well']);
/** Clocks of two processes on one machine, and whole seconds. */
const slackMs = 2_000;
/** Most that questions which ask nobody may lose beside those that do, and most that pauses between moods may add to a budget: a hub may still be at breath there. */
export const starvedMs = 400;

/** p99 of questions about a supplier without an ERP, in milliseconds: before any ERP was ever asked, between the moods, and beside those that ask. */
interface MachineTimes {
  beforeMs: number;
  pausesMs: number;
  besideMs: number;
}

/** What the machine itself takes for a question: it does not grow with what asking ERPs does to the hub. */
export const machineMs = ({ beforeMs, pausesMs }: Omit<MachineTimes, 'besideMs'>): number =>
  Math.max(beforeMs, Math.min(pausesMs, starvedMs));

/** Answers that came late, were no answers, or called a figure what it is not. */
export function labelFaults({ budgetMs, machine, said, answers, keepSeconds }: LabelEvidence): string[] {
  const mostMs = budgetMs + machineMs(machine);
  const faults = answers.flatMap((answer) =>
    answer.fault ? [`a buyer got ${answer.fault} (${answer.mood})`] : untruths(answer, said, keepSeconds),
  );
  for (const mood of new Set(answers.map((answer) => answer.mood))) {
    const late = p99(answers.filter((answer) => answer.mood === mood).map(({ askedMs, answeredMs }) => answeredMs - askedMs));
    if (late > mostMs) faults.push(`p99 of ${late} ms while the ERP was ${mood}`);
  }
  if (machine.besideMs > starvedMs + machineMs(machine))
    faults.push(`p99 of ${machine.besideMs} ms where nobody's ERP is asked, beside questions where one is`);
  return faults;
}

function untruths(
  { mood, askedMs, answeredMs, label, quantity, ageSeconds }: Answered,
  said: readonly Said[],
  keepSeconds: number,
): string[] {
  if (quantity === null || ageSeconds === null) return label === 'LEAD_TIME_ONLY' ? [] : [`${label} without a figure (${mood})`];
  if (label === 'LEAD_TIME_ONLY') return ageSeconds > keepSeconds ? [] : [`LEAD_TIME_ONLY of ${ageSeconds} s (${mood})`];
  if (label !== 'LIVE' && label !== 'CACHED') return [`the label ${label} (${mood})`];
  if (ageSeconds > keepSeconds) return [`${label} of ${ageSeconds} s (${mood})`];
  const source = said.find((one) => one.quantity === quantity && truthful.has(one.mood));
  if (!source) return [`the figure ${quantity} that nobody truly said (${mood})`];
  const bornMs = answeredMs - ageSeconds * 1000;
  if (bornMs < source.fromMs - slackMs || bornMs > source.toMs + slackMs)
    return [
      `${label} says ${ageSeconds} s of a figure said ${Math.round((answeredMs - source.toMs) / 1000)} s ago or earlier (${mood})`,
    ];
  if (label === 'LIVE' && (source.toMs < askedMs || !truthful.has(mood))) return [`LIVE of a figure of before (${mood})`];
  return [];
}

/** The value below which 99 of 100 lie. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? 0);
}
