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
  const rules = known?.rules ?? [];
  const count = (kind: string): number | '' => rules.find((rule) => rule.kind === kind)?.count ?? '';
  const about = (kind: string, id: string) => rules.find((rule) => rule.kind === kind && rule.supplierIds.includes(id));
  const partOf = (id: string): Part => (about('INCLUDE', id) ? 'MUST' : about('EXCLUDE', id) ? 'NOTHING' : 'MAY');
  return {
    name: known?.name ?? '',
    suppliersMin: count('SUPPLIERS_MIN'),
    suppliersMax: count('SUPPLIERS_MAX'),
    splitLines: known?.splitLines ?? false,
    qualityMin: percentOf(rules.find(({ kind }) => kind === 'QUALITY_MIN')?.share),
    orderMin: rules.find(({ kind, supplierIds }) => kind === 'MINIMUM_ORDER' && supplierIds.length === 0)?.amount ?? '',
    ofSupplier: Object.fromEntries(
      suppliers.map((id) => {
        const share = about('SHARE_MAX', id)?.share;
        const fixedCost = known?.fixedCosts.find(({ supplierId }) => supplierId === id)?.amount ?? '';
        return [id, { part: partOf(id), shareMax: percentOf(share), fixedCost, capacity: about('CAPACITY', id)?.quantity ?? '' }];
      }),
    ),
  };
}

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
  const { suppliersMin, suppliersMax, qualityMin, orderMin, ofSupplier, splitLines } = typed;
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
  ];
  const fixedCosts = named.flatMap(([supplierId, { fixedCost }]) =>
    fixedCost.trim() === '' ? [] : [{ supplierId, amount: decimalOrTyped(fixedCost) }],
  );
  return { tenderId, scenarioId: scenarioId ?? null, name: typed.name.trim(), rules, fixedCosts, splitLines, seconds: 20 };
}
