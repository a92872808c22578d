import type { DocumentQuantity } from '../../canonical/line.js';
import { date } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';

interface Line {
  quantity: DocumentQuantity;
}

/** Elements 374 of an SCH that say when goods are wanted or come. */
const DAYS = ['002', '074', '077', '106'];

/** After the rows: one SCH of the whole quantity of its line says its day, where no DTM does. Several stay beside the model, which is said. */
export function readSchedules<L extends Line>(lines: readonly L[], take: (line: L, day: string) => void, view: RuleView): void {
  lines.forEach((line, index) => {
    const node = view.nodeOf(`lines[${index}]`);
    const schedules = node === undefined ? [] : childrenOf(node, 'SCH');
    const [only, second] = schedules;
    const day = only !== undefined && second === undefined ? dayOf(only, line) : undefined;
    if (day !== undefined) take(line, day);
    else if (schedules.length > 0)
      view.report({
        at: `PO1[${index + 1}]/SCH`,
        code: 'SCHEDULES_SEVERAL',
        message: 'The line is parted in deliveries; they are kept beside the model.',
        severity: 'warning',
      });
  });
}

function dayOf(schedule: GrammarNode, line: Line): string | undefined {
  const at = (key: string) => schedule.values.get(key) ?? '';
  const day = date('CCYYMMDD').decode(at('06'));
  if (at('01') !== line.quantity.value || !DAYS.includes(at('05')) || typeof day !== 'string') return undefined;
  for (const key of ['01', '02', '05', '06']) schedule.used.add(key);
  return day;
}
