import type { OrderReference } from '../canonical/reference.js';
import type { RuleView } from '../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../grammar/node.js';

/** How a format groups its items by their order: the group, the element that names the order in it, and the items. */
export interface Grouping {
  group: string;
  order: string;
  item: string;
}

interface Ordered {
  order?: OrderReference;
  lines: { order?: OrderReference }[];
}

/** Before the rows read: items go up out of their groups, each with the element that names its order. What else a group says stays there. */
export function hoistItems(root: GrammarNode, { group, order, item }: Grouping): void {
  for (const portion of childrenOf(root, group)) {
    const items = childrenOf(portion, item);
    const [named] = childrenOf(portion, order);
    portion.children = portion.children.filter((child) => child.name !== item && child !== named);
    for (const one of items) if (named !== undefined) one.children.unshift(structuredClone(named));
    root.children.push(...items);
  }
}

/** When all is written: items go down into a group for each order; what a group said beside them is there already. */
export function lowerItems(root: GrammarNode, { group, order, item }: Grouping): void {
  const kept = childrenOf(root, group);
  const groups = new Map<string, GrammarNode>();
  for (const one of childrenOf(root, item)) {
    const named = childrenOf(one, order)[0] ?? newNode(order);
    const key = keyOf(named);
    const portion = groups.get(key) ?? kept[groups.size] ?? newNode(group);
    if (!groups.has(key)) portion.children.push(named);
    groups.set(key, portion);
    one.children = one.children.filter((child) => child !== named);
    portion.children.push(one);
  }
  root.children = [
    ...root.children.filter(({ name }) => name !== item && name !== group),
    ...new Set([...groups.values(), ...kept]),
  ];
}

function keyOf(node: GrammarNode): string {
  return JSON.stringify([node.name, [...node.values].sort(), node.children.map(keyOf)]);
}

/** After the rows read: what all lines name is the order of the document. */
export function joinOrders(document: Ordered): void {
  const [first] = document.lines;
  const key = JSON.stringify(first?.order);
  if (first?.order === undefined || document.lines.some(({ order }) => JSON.stringify(order) !== key)) return;
  document.order = first.order;
  for (const line of document.lines) delete line.order;
}

/** Before the rows write: each line names its order; the format demands one. */
export function spreadOrder(document: Ordered, report: RuleView['report']): void {
  document.lines.forEach((line, index) => {
    const { order } = document;
    const isSame = line.order === undefined || line.order.number === order?.number;
    if (isSame && order !== undefined) line.order = { ...order, ...line.order };
    if (line.order === undefined)
      report({ at: `lines[${index}].order`, code: 'VALUE_MISSING', message: 'The format needs the order of every item.' });
  });
}
