import type { ReceiptAdvice, ReceiptLine } from '../../canonical/goods/receipt-advice.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { quantityOf } from '../parts/quantity-rows.js';

/** The name a quantity in question bears in the tree of the table. No segment of X12 has it. */
export const QUESTIONED = 'RCQ';
/** Elements of RCD from which on a quantity, its unit and its condition stand, five times. */
const PLACES = [6, 9, 12, 15, 18];
const two = (index: number) => String(index).padStart(2, '0');

/** Element 412, why goods were refused; the first is refused without a reason. */
export const REFUSALS = ['08', '01', '04', '05', '06', '10', '12'] as const;
/** Every condition the hub has a word for, with that word. Others are kept beside the model. */
export const CONDITIONS = { '07': 'accepted', '02': 'short', '03': 'over' } as const;

/** The rule of the 861's quantities in question. */
export const questioned: Rule<ReceiptAdvice> = {
  name: 'questioned',
  says: 'RCD06 to RCD20 hold five quantities with their condition: 07 accepted, 02 short, 03 over, 08 and others refused with that reason. A second refusal of a line is an error.',
  reading: (root) => {
    for (const line of childrenOf(root, 'RCD')) for (const place of PLACES) moveDown(line, place);
  },
  decoded: (advice, { nodeOf, report }) => {
    advice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node === undefined) return;
      readRefusal(line, node, { at: `RCD[${index + 1}]08`, report });
      for (const child of childrenOf(node, QUESTIONED)) if (!isKnown(child)) sayUnknown(child, `RCD[${index + 1}]08`, report);
    });
  },
  encoding: (advice, report) => {
    advice.lines.forEach((line, index) => {
      if (line.received !== undefined || line.accepted === undefined || line.returned !== undefined) return;
      line.received = line.accepted;
      delete line.accepted;
      report({
        at: `lines[${index}].accepted`,
        code: 'WRITTEN_AS_ANOTHER',
        message: 'RCD02 is what was received or accepted; the set cannot tell which.',
        severity: 'info',
      });
    });
  },
  written: (advice, { nodeOf, report }) => {
    advice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node !== undefined) writeRefusal(line, node, { at: `lines[${index}].rejectReason`, report });
    });
  },
  writing: (root) => {
    for (const line of childrenOf(root, 'RCD')) {
      childrenOf(line, QUESTIONED).forEach((node, index) => {
        const place = PLACES[index];
        if (place === undefined) return;
        for (const [key, value] of node.values) line.values.set(two(place + Number(key) - 1), value);
      });
      line.children = line.children.filter(({ name }) => name !== QUESTIONED);
    }
  },
};

function moveDown(line: GrammarNode, place: number): void {
  const node = newNode(QUESTIONED);
  if (line.line !== undefined) node.line = line.line;
  if (line.position !== undefined) node.position = line.position;
  for (const offset of [0, 1, 2]) {
    const value = line.values.get(two(place + offset));
    line.values.delete(two(place + offset));
    if (value !== undefined) node.values.set(two(offset + 1), value);
  }
  if (node.values.size > 0) line.children.push(node);
}

const isRefusal = (node: GrammarNode): boolean => REFUSALS.some((code) => code === node.values.get('03'));

const isKnown = (node: GrammarNode): boolean => isRefusal(node) || Object.hasOwn(CONDITIONS, node.values.get('03') ?? '');

function sayUnknown(node: GrammarNode, at: string, report: RuleView['report']): void {
  report({
    at,
    code: 'CONDITION_UNKNOWN',
    message: `The hub has no word for goods of the condition "${(node.values.get('03') ?? '').slice(0, 10)}"; they are kept beside the model.`,
    severity: 'warning',
  });
}

function readRefusal(line: ReceiptLine, node: GrammarNode, say: { at: string; report: RuleView['report'] }): void {
  const [first, ...more] = childrenOf(node, QUESTIONED).filter(isRefusal);
  if (first === undefined) return;
  const quantity = quantityOf(first.values.get('01'), first.values.get('02'));
  if (quantity === undefined || more.length > 0)
    say.report({
      at: say.at,
      code: quantity === undefined ? 'VALUE_MISSING' : 'REFUSALS_SEVERAL',
      message:
        quantity === undefined
          ? 'A refused quantity has no number or no unit the hub knows.'
          : 'The line refuses several quantities for several reasons; the hub keeps one.',
    });
  if (quantity === undefined) return;
  line.rejected = quantity;
  const reason = first.values.get('03');
  if (reason !== undefined && reason !== REFUSALS[0]) line.rejectReason = reason;
  for (const key of first.values.keys()) first.used.add(key);
}

/** The rows have written the refused quantity; its condition is the reason where that is one of element 412. */
function writeRefusal(line: ReceiptLine, node: GrammarNode, say: { at: string; report: RuleView['report'] }): void {
  const { rejectReason } = line;
  const [refused] = childrenOf(node, QUESTIONED).filter((child) => child.values.get('03') === REFUSALS[0]);
  const isCode = REFUSALS.some((code) => code === rejectReason);
  if (refused !== undefined && rejectReason !== undefined && isCode) refused.values.set('03', rejectReason);
  if (rejectReason !== undefined && (refused === undefined || !isCode))
    say.report({
      at: say.at,
      code: 'NOT_EXPRESSED',
      message: `Element 412 has no condition "${rejectReason.slice(0, 40)}"; the goods are refused without a reason.`,
      severity: 'info',
    });
}
