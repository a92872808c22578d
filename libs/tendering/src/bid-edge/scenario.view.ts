import type { Scenario, ScenarioReport } from '../scenario/scenario.entity.js';
import type { ScenarioRule } from '../scenario/scenario.input.js';
import type { Tender } from '../tender/tender.entity.js';

/** A scenario as its buyer sees it. */
export function scenarioView({ currency, edits }: Tender, { ask, report, tenderEdits, ...scenario }: Scenario): object {
  const { rules, lotIds, ...asked } = ask;
  return {
    ...scenario,
    ...asked,
    currency,
    lotIds: lotIds ?? [],
    rules: rules.map((rule) => ruleView(rule as ScenarioRule)),
    stale: tenderEdits !== null && tenderEdits !== edits,
    report: report === null ? null : { ...report, conflict: conflictView(report.conflict) },
  };
}

function ruleView(rule: ScenarioRule): object {
  return {
    kind: rule.kind,
    count: 'count' in rule ? rule.count : null,
    share: 'share' in rule ? rule.share : 'quality' in rule ? rule.quality : null,
    amount: 'amount' in rule ? rule.amount : null,
    quantity: 'quantity' in rule ? rule.quantity : null,
    supplierIds: 'supplierId' in rule ? [rule.supplierId] : 'supplierIds' in rule ? (rule.supplierIds ?? []) : [],
    lineIds: 'lineIds' in rule ? (rule.lineIds ?? []) : [],
  };
}

const conflictView = (conflict: ScenarioReport['conflict']): object | null =>
  conflict && {
    rules: conflict.rules.filter((rule) => rule !== null),
    undivided: conflict.rules.includes(null),
    lineIds: conflict.ids,
  };
