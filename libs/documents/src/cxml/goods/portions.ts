import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import type { OrderReference } from '../../canonical/reference.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';

/** Before the rows read: items go up out of their portions, each with the reference to its order. What else a portion says stays there. */
export function hoistItems(root: GrammarNode): void {
  for (const portion of childrenOf(root, 'ShipNoticePortion')) {
    const items = childrenOf(portion, 'ShipNoticeItem');
    const [order] = childrenOf(portion, 'OrderReference');
    portion.children = portion.children.filter((child) => !items.includes(child) && child !== order);
    for (const item of items) if (order !== undefined) item.children.unshift({ ...structuredClone(order) });
    root.children.push(...items);
  }
}

/** After the rows read: what all lines name is the order of the advice. */
export function joinOrders(advice: DespatchAdvice): void {
  const [first] = advice.lines;
  const key = JSON.stringify(first?.order);
  if (first?.order === undefined || advice.lines.some(({ order }) => JSON.stringify(order) !== key)) return;
  advice.order = first.order;
  for (const line of advice.lines) delete line.order;
}

/** Before the rows write: each line names its order; the format demands one. */
export function spreadOrder(advice: DespatchAdvice, report: RuleView['report']): void {
  advice.lines.forEach((line, index) => {
    const order: OrderReference | undefined = line.order ?? advice.order;
    if (order === undefined) report({ at: `lines[${index}].order`, code: 'VALUE_MISSING', message: 'ShipNoticePortion needs the order of its items.' });
    else line.order = { ...advice.order, ...order };
  });
}

/** When all is written: items go down into a portion for each order; what a portion said beside them is there already. */
export function lowerItems(root: GrammarNode): void {
  const kept = childrenOf(root, 'ShipNoticePortion');
  const portions = new Map<string, GrammarNode>();
  for (const item of childrenOf(root, 'ShipNoticeItem')) {
    const order = childrenOf(item, 'OrderReference')[0] ?? newNode('OrderReference');
    const key = JSON.stringify([...order.values]);
    const portion = portions.get(key) ?? kept[portions.size] ?? newNode('ShipNoticePortion');
    if (!portions.has(key)) portion.children.push(order);
    portions.set(key, portion);
    item.children = item.children.filter((child) => child !== order);
    portion.children.push(item);
  }
  root.children = [
    ...root.children.filter(({ name }) => name !== 'ShipNoticeItem' && name !== 'ShipNoticePortion'),
    ...new Set([...portions.values(), ...kept]),
  ];
}
