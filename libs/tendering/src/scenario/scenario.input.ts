import { z } from 'zod';
import { compare, isDecimal } from '#libs/kernel';
import type { AwardRule } from '../award/scenario.js';
import { decimal, tenderLinesMax, text } from '../tender/tender.input.js';

const rulesMax = 20;
const suppliersMax = 500;

const share = decimal.refine((value) => !isDecimal(value) || compare(value, '1') <= 0, 'at most 1');
const suppliers = z.array(z.uuid()).min(1).max(suppliersMax);
/** Lines of the tender, or its lots where whole lots are awarded. */
const parts = z.array(z.uuid()).min(1).max(tenderLinesMax).optional();
const count = z.int().min(0).max(suppliersMax);

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SUPPLIERS_MIN'), count }),
  z.strictObject({ kind: z.literal('SUPPLIERS_MAX'), count }),
  z.strictObject({ kind: z.literal('SHARE_MAX'), supplierIds: suppliers, share }),
  z.strictObject({ kind: z.literal('SHARE_MIN'), supplierIds: suppliers, share }),
  z.strictObject({ kind: z.literal('MINIMUM_ORDER'), supplierIds: suppliers.optional(), amount: decimal }),
  z.strictObject({ kind: z.literal('CAPACITY'), supplierId: z.uuid(), lineIds: parts, quantity: decimal }),
  z.strictObject({ kind: z.literal('LINE_AWARDS_MAX'), lineIds: parts, count }),
  z.strictObject({ kind: z.literal('INCLUDE'), supplierId: z.uuid() }),
  z.strictObject({ kind: z.literal('EXCLUDE'), supplierId: z.uuid(), lineIds: parts }),
  z.strictObject({ kind: z.literal('QUALITY_MIN'), quality: share }),
]);

/** A rule without its name. */
export type ScenarioRule = AwardRule extends infer R ? (R extends AwardRule ? Omit<R, 'ruleId'> : never) : never;

/** What a buyer asks beside a low price. */
export const scenarioAsk = z.strictObject({
  /** Absent: all lots whose bids are open. */
  lotIds: z.array(z.uuid()).min(1).max(50).nullish(),
  rules: z.array(rule).max(rulesMax).default([]),
  /** What it costs to have a supplier at all, in the tender's currency; nothing when he is not named. */
  fixedCosts: z
    .array(z.strictObject({ supplierId: z.uuid(), amount: decimal }))
    .max(suppliersMax)
    .refine((costs) => new Set(costs.map(({ supplierId }) => supplierId)).size === costs.length, 'a supplier once')
    .default([]),
  /** Whether a line may be parted between suppliers. */
  splitLines: z.boolean().default(false),
  /** The time for the first answer; each further question (rules, next best) has up to five seconds. */
  seconds: z.int().min(1).max(60).default(20),
});
export type ScenarioAsk = z.output<typeof scenarioAsk>;

export const saveScenarioInput = z.strictObject({
  tenderId: z.uuid(),
  /** Absent: a new one. */
  scenarioId: z.uuid().nullish(),
  name: text(100),
  ask: scenarioAsk,
});
export type SaveScenarioInput = z.input<typeof saveScenarioInput>;
