import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { portionsOf } from './portions.js';

/** A level being written and what stands in it. */
interface Branch {
  node: GrammarNode;
  inside: Branch[];
}

interface Writing {
  advice: DespatchAdvice;
  view: RuleView;
  /** Handling units by their id in the model. */
  units: Map<string, Branch>;
  orders: Map<string, Branch>;
  shipment: Branch;
}

/**
 * Puts the levels that the rows have made into their order: shipment, order, units from the outside in, items; units above the
 * orders when one unit holds goods of several. Numbers HL01 to HL04 and CTT01 count the levels as they stand.
 */
export function writeLevels(advice: DespatchAdvice, view: RuleView): void {
  const writing: Writing = { advice, view, units: new Map(), orders: new Map(), shipment: branch(level(view.root, 'S')) };
  advice.packages.forEach((one, index) => {
    writing.units.set(one.id, branch(view.nodeOf(`packages[${index}]`) ?? newNode('HL')));
  });
  const items = advice.lines.map((line, index) => {
    const node = view.nodeOf(`lines[${index}]`) ?? newNode('HL');
    return { order: liftOrder(writing, node), portions: portionsOf({ line, node, at: `lines[${index}]`, report: view.report }) };
  });
  const mixed = advice.packages.some(
    ({ id }) =>
      new Set(
        items
          .filter((item) => item.portions.some(({ unit }) => unit !== undefined && outermost(writing, unit) === id))
          .map((item) => item.order),
      ).size > 1,
  );
  for (const { order, portions } of items)
    for (const { node, unit } of portions) {
      const chain = unit === undefined ? [] : unitsAround(writing, unit);
      hang(writing, { order, chain, mixed }).inside.push(branch(node));
    }
  for (const [id, unit] of writing.units)
    if (!isPlaced(writing.shipment, unit)) (parentOf(writing, id) ?? writing.shipment).inside.push(unit);
  const codes = mixed ? '0003' : advice.packages.length > 0 ? '0001' : '0004';
  if (writing.orders.size > 0) view.root.children.find(({ name }) => name === 'BSN')?.values.set('05', codes);
  number(writing);
}

function branch(node: GrammarNode): Branch {
  return { node, inside: [] };
}

function level(root: GrammarNode, code: string): GrammarNode {
  const known = childrenOf(root, 'HL').find((node) => node.values.get('03') === code);
  if (known !== undefined) return known;
  const made = newNode('HL');
  made.values.set('03', code);
  return made;
}

/** The order of an item: its own PRF goes up into an order level, else the order of the whole set holds. The key of the level. */
function liftOrder({ view, orders }: Writing, item: GrammarNode): string {
  const own = childrenOf(item, 'PRF')[0];
  if (own !== undefined) item.children.splice(item.children.indexOf(own), 1);
  const common = childrenOf(view.root, 'HL').find((node) => node.values.get('03') === 'O');
  const node = own ?? (common === undefined ? undefined : childrenOf(common, 'PRF')[0]);
  if (node === undefined) return '';
  const key = JSON.stringify([...node.values].filter(([place]) => ['01', '02', '03', '04'].includes(place)).sort());
  if (orders.has(key)) return key;
  const isCommon = common !== undefined && !orders.size && (own === undefined || samePrf(common, own));
  const made = isCommon ? common : newNode('HL');
  if (!isCommon) {
    made.values.set('03', 'O');
    made.children.push(node);
  }
  orders.set(key, branch(made));
  return key;
}

function samePrf(order: GrammarNode, own: GrammarNode): boolean {
  return childrenOf(order, 'PRF')[0]?.values.get('01') === own.values.get('01');
}

/** The units around goods, from the outermost in; a unit that names itself as its own parent ends the chain. */
function unitsAround({ advice, units }: Writing, id: string): { id: string; unit: Branch }[] {
  const chain: { id: string; unit: Branch }[] = [];
  for (let at: string | undefined = id; at !== undefined; at = advice.packages.find((one) => one.id === at)?.parent) {
    const unit = units.get(at);
    if (unit === undefined || chain.some((one) => one.unit === unit)) break;
    chain.unshift({ id: at, unit });
  }
  return chain;
}

function outermost(writing: Writing, id: string): string | undefined {
  return unitsAround(writing, id)[0]?.id;
}

function parentOf({ advice, units }: Writing, id: string): Branch | undefined {
  const parent = advice.packages.find((one) => one.id === id)?.parent;
  return parent === id ? undefined : units.get(parent ?? '');
}

/** The branch an item goes into. */
function hang(writing: Writing, where: { order: string; chain: { unit: Branch }[]; mixed: boolean }): Branch {
  const order = writing.orders.get(where.order);
  const packed = where.mixed
    ? where.chain.map(({ unit }) => unit)
    : [...(order === undefined ? [] : [order]), ...where.chain.map(({ unit }) => unit)];
  let at = writing.shipment;
  for (const next of packed) {
    if (!isPlaced(writing.shipment, next)) at.inside.push(next);
    at = next;
  }
  if (!where.mixed || order === undefined) return at;
  return orderInside(writing, at, order);
}

/** An order level within a unit: the one of the order while it is free, else a copy of its PRF. */
function orderInside({ shipment }: Writing, unit: Branch, order: Branch): Branch {
  const number = (node: GrammarNode) => childrenOf(node, 'PRF')[0]?.values.get('01');
  const known = unit.inside.find(({ node }) => node.values.get('03') === 'O' && number(node) === number(order.node));
  if (known !== undefined) return known;
  const copy = isPlaced(shipment, order) ? branch(newNode('HL')) : order;
  if (copy !== order) {
    copy.node.values.set('03', 'O');
    copy.node.children.push(...childrenOf(order.node, 'PRF').map((node) => structuredClone(node)));
  }
  unit.inside.push(copy);
  return copy;
}

function isPlaced(from: Branch, what: Branch): boolean {
  return from === what || from.inside.some((inner) => isPlaced(inner, what));
}

function number({ view, shipment }: Writing): void {
  const { root } = view;
  const written: GrammarNode[] = [];
  const go = ({ node, inside }: Branch, parent: string | undefined): void => {
    written.push(node);
    const own = String(written.length);
    const isUnit = node.values.get('03') === 'T' || node.values.get('03') === 'P';
    if (isUnit) node.values.set('03', inside.some((inner) => ['T', 'P'].includes(inner.node.values.get('03') ?? '')) ? 'T' : 'P');
    node.values.set('01', own).set('04', inside.length > 0 ? '1' : '0');
    if (parent !== undefined) node.values.set('02', parent);
    for (const key of ['01', '02', '04']) node.used.add(key);
    for (const inner of inside) go(inner, own);
  };
  go(shipment, undefined);
  const total = root.children.find(({ name }) => name === 'CTT') ?? newNode('CTT');
  total.values.set('01', String(written.length));
  root.children = [...root.children.filter(({ name }) => name !== 'HL' && name !== 'CTT'), ...written, total];
}
