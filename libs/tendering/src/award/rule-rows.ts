import type { AwardModel, ModelRow } from './award-model.js';
import { quantaOf } from './award-model.js';
import type { Allocation, AwardRule } from './scenario.js';

type Entries = ModelRow['entries'];

const none = Number.NEGATIVE_INFINITY;
const any = Number.POSITIVE_INFINITY;

/** Adds the side constraints of the scenario to its model, every one a linear row or more. */
export function addRuleRows(award: AwardModel): void {
  for (const rule of award.scenario.rules) award.model.rows.push(...rowsOf(award, rule).map(evenedOut));
}

/** Forbids an allocation: at least one of its awards or packages is given up. The breaks it names have to be strict. */
export function addCut({ model, breaks, z }: AwardModel, allocation: Allocation): void {
  const entries: Entries = allocation.packageIds.map((id) => [z.get(id)!, 1]);
  let parts = entries.length;
  for (const { supplierId, lineId } of allocation.awards) {
    parts += 1;
    for (const { offer, w } of breaks) if (offer.supplierId === supplierId && offer.lineId === lineId) entries.push([w, 1]);
  }
  model.rows.push({ lower: none, upper: parts - 1, entries });
}

function rowsOf(award: AwardModel, rule: AwardRule): ModelRow[] {
  const everybody = award.scenario.suppliers.map(({ supplierId }) => supplierId);
  switch (rule.kind) {
    case 'SUPPLIERS_MIN':
      return [{ lower: rule.count, upper: any, entries: chosen(award, everybody) }];
    case 'SUPPLIERS_MAX':
      return [{ lower: none, upper: rule.count, entries: chosen(award, everybody) }];
    case 'SHARE_MAX':
      return [{ lower: none, upper: 0, entries: spendBeyond(award, rule.supplierIds, Number(rule.share)) }];
    case 'SHARE_MIN':
      return [{ lower: 0, upper: any, entries: spendBeyond(award, rule.supplierIds, Number(rule.share)) }];
    case 'MINIMUM_ORDER':
      return (rule.supplierIds ?? everybody).map((id) => ({
        lower: 0,
        upper: any,
        entries: [...spend(award, (supplierId) => (supplierId === id ? 1 : 0)), [award.y.get(id)!, -Number(rule.amount)]],
      }));
    case 'CAPACITY':
      return [{ lower: none, upper: Number(rule.quantity), entries: quantity(award, rule.supplierId, rule.lineIds) }];
    case 'LINE_AWARDS_MAX':
      return (rule.lineIds ?? award.scenario.lines.map(({ lineId }) => lineId)).map((lineId) => ({
        lower: none,
        upper: rule.count,
        entries: awardsOnLine(award, lineId),
      }));
    case 'INCLUDE':
      return [{ lower: 1, upper: any, entries: chosen(award, [rule.supplierId]) }];
    case 'EXCLUDE':
      return [{ lower: none, upper: 0, entries: quantity(award, rule.supplierId, rule.lineIds) }];
    case 'QUALITY_MIN': {
      const above = new Map(award.scenario.suppliers.map((s) => [s.supplierId, Number(s.quality ?? '0') - Number(rule.quality)]));
      return [{ lower: 0, upper: any, entries: spend(award, (id) => above.get(id) ?? 0) }];
    }
  }
}

const chosen = ({ y }: AwardModel, supplierIds: readonly string[]): Entries => supplierIds.map((id) => [y.get(id)!, 1]);

/** Spend on lines and packages, each supplier's times a factor. */
function spend({ model, scenario, breaks, z }: AwardModel, factorOf: (supplierId: string) => number): Entries {
  return [
    ...breaks.map(({ offer, x }): [number, number] => [x, model.cost[x]! * factorOf(offer.supplierId)]),
    ...scenario.packages.map((p): [number, number] => [z.get(p.packageId)!, Number(p.amount) * factorOf(p.supplierId)]),
  ].filter(([, value]) => value !== 0);
}

/** What the suppliers get beyond their share: above zero it is more, below it less. */
function spendBeyond(award: AwardModel, supplierIds: readonly string[], share: number): Entries {
  const group = new Set(supplierIds);
  return spend(award, (id) => (group.has(id) ? 1 - share : -share));
}

/** The quantity one supplier delivers, in the units of the lines. */
function quantity({ scenario, breaks, z }: AwardModel, supplierId: string, lineIds: readonly string[] | undefined): Entries {
  const isOn = (lineId: string) => !lineIds || lineIds.includes(lineId);
  const lines = new Map(scenario.lines.map((line) => [line.lineId, line]));
  const quantumOf = (lineId: string) => Number(lines.get(lineId)!.quantum);
  const own = breaks.filter(({ offer }) => offer.supplierId === supplierId && isOn(offer.lineId));
  const packages = scenario.packages.filter((p) => p.supplierId === supplierId);
  return [
    ...own.map(({ offer, x }): [number, number] => [x, quantumOf(offer.lineId)]),
    ...packages.map((p): [number, number] => {
      const parts = Object.entries(p.quantities).filter(([lineId]) => isOn(lineId));
      return [
        z.get(p.packageId)!,
        parts.reduce((sum, [lineId, part]) => sum + quantaOf(part, lines.get(lineId)!) * quantumOf(lineId), 0),
      ];
    }),
  ];
}

function awardsOnLine({ scenario, breaks, z }: AwardModel, lineId: string): Entries {
  return [
    ...breaks.filter(({ offer }) => offer.lineId === lineId).map(({ w }): [number, number] => [w, 1]),
    ...scenario.packages.filter((p) => p.quantities[lineId] !== undefined).map((p): [number, number] => [z.get(p.packageId)!, 1]),
  ];
}

/** Divided by its largest number, so that the solver's tolerance means the same in a row of cents and in one of millions. */
function evenedOut({ lower, upper, entries }: ModelRow): ModelRow {
  const largest = entries.reduce((max, [, value]) => Math.max(max, Math.abs(value)), 0) || 1;
  return { lower: lower / largest, upper: upper / largest, entries: entries.map(([column, value]) => [column, value / largest]) };
}
