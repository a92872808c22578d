import type { SaveScenarioInput, ScenarioRuleInput, ScenarioWholeFragment } from '../../../../graphql/generated/graphql';
import { decimalOrTyped } from '../../../../ui/forms/typed-decimal';

export type Part = 'MAY' | 'MUST' | 'NOTHING';

/** A scenario as it is typed. */
export interface TypedScenario {
  name: string;
  suppliersMin: number | '';
  suppliersMax: number | '';
  splitLines: boolean;
  /** The mean quality by spend, in per cent. */
  qualityMin: string;
  /** What whoever gets something gets at least, in the currency of the tender. */
  orderMin: string;
  /** By supplier. */
  ofSupplier: Readonly<Record<string, OfSupplier>>;
  /** Rules that the form has no field for, as they came. */
  kept: readonly ScenarioRuleInput[];
}

export interface OfSupplier {
  part: Part;
  shareMax: string;
  fixedCost: string;
  /** What he delivers in all, in the units of the lines. */
  capacity: string;
}

export const nothingTyped: OfSupplier = { part: 'MAY', shareMax: '', fixedCost: '', capacity: '' };

export function typedScenario(suppliers: readonly string[], known?: ScenarioWholeFragment): TypedScenario {
  const { shown, kept } = sorted(known?.rules ?? [], suppliers);
  const count = (kind: string): number | '' => shown.get(kind)?.count ?? '';
  const about = (kind: string, id: string) => shown.get(`${kind} ${id}`);
  const partOf = (id: string): Part => (about('INCLUDE', id) ? 'MUST' : about('EXCLUDE', id) ? 'NOTHING' : 'MAY');
  return {
    name: known?.name ?? '',
    suppliersMin: count('SUPPLIERS_MIN'),
    suppliersMax: count('SUPPLIERS_MAX'),
    splitLines: known?.splitLines ?? false,
    qualityMin: percentOf(shown.get('QUALITY_MIN')?.share),
    orderMin: shown.get('MINIMUM_ORDER')?.amount ?? '',
    ofSupplier: Object.fromEntries(
      suppliers.map((id) => {
        const share = about('SHARE_MAX', id)?.share;
        const fixedCost = known?.fixedCosts.find(({ supplierId }) => supplierId === id)?.amount ?? '';
        return [id, { part: partOf(id), shareMax: percentOf(share), fixedCost, capacity: about('CAPACITY', id)?.quantity ?? '' }];
      }),
    ),
    kept,
  };
}

type Rule = ScenarioWholeFragment['rules'][number];
const ofAll: readonly string[] = ['SUPPLIERS_MIN', 'SUPPLIERS_MAX', 'QUALITY_MIN', 'MINIMUM_ORDER'];
const ofOne: readonly string[] = ['INCLUDE', 'EXCLUDE', 'SHARE_MAX', 'CAPACITY'];

/** The field of a rule; none for what is about some lines, for a supplier who is not there, or for several of them. */
function fieldOf({ kind, supplierIds, lineIds }: Rule, suppliers: readonly string[]): string | undefined {
  if (lineIds.length > 0) return undefined;
  const [only, ...more] = supplierIds;
  if (only === undefined) return ofAll.includes(kind) ? kind : undefined;
  if (!ofOne.includes(kind) || more.length > 0 || !suppliers.includes(only)) return undefined;
  return `${kind} ${only}`;
}

/** Rules by the fields that show them; a second one for the same field, as any without a field, is kept. */
function sorted(rules: readonly Rule[], suppliers: readonly string[]): { shown: Map<string, Rule>; kept: ScenarioRuleInput[] } {
  const shown = new Map<string, Rule>();
  const kept: ScenarioRuleInput[] = [];
  for (const rule of rules) {
    const field = fieldOf(rule, suppliers);
    if (field === undefined || shown.has(field)) kept.push(asItCame(rule));
    else shown.set(field, rule);
  }
  return { shown, kept };
}

/** A rule with the fields that it has. */
const asItCame = (rule: Rule): ScenarioRuleInput =>
  Object.fromEntries(
    Object.entries(rule).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0)),
  ) as unknown as ScenarioRuleInput;

const percentOf = (share: string | null | undefined): string => (share == null ? '' : percent(share));

/** 0.6 as 60. */
export const percent = (share: string): string => String(Number((Number(share) * 100).toFixed(6)));

/** 60 as 0.6; what is no number goes as it is typed, so that the hub says what is wrong with it. */
function shareOf(typed: string): string {
  const value = decimalOrTyped(typed);
  return Number.isFinite(Number(value)) ? String(Number((Number(value) / 100).toFixed(8))) : value;
}

/** What the hub takes. */
export function scenarioInput(tenderId: string, typed: TypedScenario, scenarioId?: string): SaveScenarioInput {
  const { suppliersMin, suppliersMax, qualityMin, orderMin, ofSupplier, splitLines, kept } = typed;
  const named = Object.entries(ofSupplier);
  const rules: ScenarioRuleInput[] = [
    ...(suppliersMin === '' ? [] : [{ kind: 'SUPPLIERS_MIN' as const, count: suppliersMin }]),
    ...(suppliersMax === '' ? [] : [{ kind: 'SUPPLIERS_MAX' as const, count: suppliersMax }]),
    ...(qualityMin.trim() === '' ? [] : [{ kind: 'QUALITY_MIN' as const, share: shareOf(qualityMin) }]),
    ...(orderMin.trim() === '' ? [] : [{ kind: 'MINIMUM_ORDER' as const, amount: decimalOrTyped(orderMin) }]),
    ...named.flatMap(([id, { part, shareMax, capacity }]): ScenarioRuleInput[] => [
      ...(capacity.trim() === '' ? [] : [{ kind: 'CAPACITY' as const, supplierIds: [id], quantity: decimalOrTyped(capacity) }]),
      ...(part === 'MUST' ? [{ kind: 'INCLUDE' as const, supplierIds: [id] }] : []),
      ...(part === 'NOTHING' ? [{ kind: 'EXCLUDE' as const, supplierIds: [id] }] : []),
      ...(shareMax.trim() === '' ? [] : [{ kind: 'SHARE_MAX' as const, supplierIds: [id], share: shareOf(shareMax) }]),
    ]),
    ...kept,
  ];
  const fixedCosts = named.flatMap(([supplierId, { fixedCost }]) =>
    fixedCost.trim() === '' ? [] : [{ supplierId, amount: decimalOrTyped(fixedCost) }],
  );
  return { tenderId, scenarioId: scenarioId ?? null, name: typed.name.trim(), rules, fixedCosts, splitLines, seconds: 20 };
}
