import type { DecimalText } from '#libs/kernel';
import type { AwardAnswer } from '../award/solve-award.js';
import type { ScenarioAsk } from './scenario.input.js';

export const scenarioStatuses = ['ASKED', 'SOLVED', 'FAILED'] as const;

/** A part of an allocation: a line, or in a tender by lots a whole lot. Amounts in the tender's currency on the basis of comparison. */
export interface AllocatedPart {
  lotId: string;
  /** null: the whole lot. */
  lineId: string | null;
  bidId: string;
  supplierId: string;
  quantity: DecimalText;
  /** To 4 places, half up. */
  amount: DecimalText;
}

export interface AllocatedSupplier {
  supplierId: string;
  spend: DecimalText;
  fixedCost: DecimalText;
}

/** One way to hand out the tender. */
export interface AllocationReport {
  total: DecimalText;
  parts: AllocatedPart[];
  suppliers: AllocatedSupplier[];
}

/** What the solver found; every amount recomputed exactly from the allocation, then to 4 places. */
export interface ScenarioReport {
  outcome: AwardAnswer['outcome'];
  best: AllocationReport | null;
  /** Nothing costs less; null when it is proved that there is no award. */
  bound: DecimalText | null;
  /** (total - bound) / total, to 6 places; null without an award. */
  gap: DecimalText | null;
  seconds: DecimalText;
  /** What each rule costs, by its place among the rules; rule null: that no line is parted. Cost null: the time ended before that was known. */
  ruleCosts: { rule: number | null; cost: DecimalText | null; proved: boolean }[];
  /** The cheapest award that gives up at least one part of the best; null: there is none, or it was not found in time. */
  nextBest: AllocationReport | null;
  /** Where there is no award: rules by their place (null: that no line is parted), and lines or lots, that cannot be met together. */
  conflict: { rules: (number | null)[]; ids: string[] } | null;
}

/** A question how a tender is best handed out, and the answer when there is one. */
export interface Scenario {
  id: string;
  tenderId: string;
  name: string;
  ask: ScenarioAsk;
  status: (typeof scenarioStatuses)[number];
  askedAt: Date;
  solvedAt: Date | null;
  /** Steps of the tender at that time: with other `edits` of the tender the answer may be stale. */
  tenderEdits: number | null;
  report: ScenarioReport | null;
}
