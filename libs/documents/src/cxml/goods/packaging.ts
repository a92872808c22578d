import type { DespatchAdvice, DespatchLine } from '../../canonical/goods/despatch-advice.js';
import type { Package } from '../../canonical/goods/package.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import { isBad } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { amount, unit } from '../fields.js';

/** Dimension@type and what the model calls it. */
const DIMENSIONS = {
  grossWeight: 'grossWeight',
  netWeight: 'weight',
  volume: 'volume',
  length: 'length',
  width: 'width',
  height: 'height',
} as const;
const dimensions = Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[];

/** What stands where the DTD demands a kind of packaging and none is known. */
const UNTYPED = 'NA';

/**
 * Packaging of each item as one flat list of units: a unit is known again by its ShippingContainerSerialCode, what it stands in by
 * ShippingContainerSerialCodeReference. A line lies in the units that stand in no other one's place.
 */
export function readPackaging(advice: DespatchAdvice, view: RuleView): void {
  const known = new Map<string, Package>();
  advice.lines.forEach((line, index) => {
    const item = view.nodeOf(`lines[${index}]`);
    const units = item === undefined ? [] : childrenOf(item, 'Packaging');
    const ids = units.map((node, position) => textOf(node, 'ShippingContainerSerialCode') ?? `#${index + 1}.${position + 1}`);
    units.forEach((node, position) => {
      const id = ids[position] ?? '';
      const found = known.get(id) ?? { id, marks: [] };
      if (!known.has(id)) advice.packages.push(found);
      known.set(id, found);
      fill(found, node);
    });
    const outer = new Set(units.map((_, position) => known.get(ids[position] ?? '')?.parent));
    units.forEach((node, position) => {
      const id = ids[position] ?? '';
      const quantity = quantityIn(node, 'DispatchQuantity');
      if (!outer.has(id)) line.packed.push({ package: id, ...(quantity === undefined ? {} : { quantity }) });
    });
  });
}

function fill(found: Package, node: GrammarNode): void {
  if (/^\d{18}$/.test(found.id)) found.sscc = found.id;
  const type = textOf(node, 'PackagingCode');
  if (type !== undefined && type !== UNTYPED) found.type ??= type;
  const parent = textOf(node, 'ShippingContainerSerialCodeReference');
  if (parent !== undefined) found.parent ??= parent;
  for (const mark of childrenOf(node, 'ShippingMark')) {
    const text = mark.values.get('') ?? '';
    mark.used.add('');
    if (!found.marks.includes(text)) found.marks.push(text);
  }
  const ids = childrenOf(node, 'PackageID')[0];
  const tracking = ids === undefined ? undefined : textOf(ids, 'PackageTrackingID');
  if (tracking !== undefined) found.tracking ??= tracking;
  for (const dimension of childrenOf(node, 'Dimension')) {
    const key = dimensions.find((name) => DIMENSIONS[name] === dimension.values.get('@type'));
    const quantity = quantityAt(dimension);
    if (key === undefined || quantity === undefined) continue;
    dimension.used.add('@type');
    found[key] ??= quantity;
  }
}

function textOf(node: GrammarNode, name: string): string | undefined {
  const child = childrenOf(node, name)[0];
  child?.used.add('');
  return child?.values.get('');
}

function quantityIn(node: GrammarNode, name: string): DocumentQuantity | undefined {
  const child = childrenOf(node, name)[0];
  return child === undefined ? undefined : quantityAt(child);
}

/** @quantity and UnitOfMeasure of an element. */
function quantityAt(node: GrammarNode): DocumentQuantity | undefined {
  const value = amount.decode(node.values.get('@quantity') ?? '');
  const measure = childrenOf(node, 'UnitOfMeasure')[0];
  const measured = unit.decode(measure?.values.get('') ?? '');
  if (typeof value !== 'string' || measured === undefined || isBad(measured) || measured.unit === undefined) return undefined;
  node.used.add('@quantity');
  measure?.used.add('');
  return { value, unit: measured.unit, ...(measured.rawUnit === undefined ? {} : { rawUnit: measured.rawUnit }) };
}

/** Writes below an item the units it lies in, from the inside out, each with the one it stands in. */
export function writePackaging(advice: DespatchAdvice, line: DespatchLine, item: GrammarNode): void {
  const written = new Set<string>();
  for (const { package: id, quantity } of line.packed)
    for (let at = unitOf(advice, id); at !== undefined && !written.has(at.id); at = unitOf(advice, at.parent)) {
      written.add(at.id);
      item.children.push(unitNode(advice, at, at.id === id ? quantity : undefined));
    }
}

function unitOf({ packages }: DespatchAdvice, id: string | undefined): Package | undefined {
  return packages.find((one) => one.id === id);
}

/** Units that no line lies in have no place in the format. */
export function reportEmpty({ packages, lines }: DespatchAdvice, report: RuleView['report']): void {
  const named = new Set(lines.flatMap(({ packed }) => packed.map((one) => one.package)));
  for (let size = -1; size !== named.size; ) {
    size = named.size;
    for (const one of packages) if (named.has(one.id) && one.parent !== undefined) named.add(one.parent);
  }
  for (const { id } of packages)
    if (!named.has(id))
      report({
        at: `packages[${id}]`,
        code: 'NOT_EXPRESSED',
        message: 'The format has no place for a unit that no line lies in; it was not written.',
        severity: 'info',
      });
}

function unitNode(advice: DespatchAdvice, one: Package, quantity: DocumentQuantity | undefined): GrammarNode {
  const node = newNode('Packaging');
  const code = one.type ?? one.rawType;
  const measured = dimensions.some((key) => one[key] !== undefined);
  if (code !== undefined || !measured) leaf(node, 'PackagingCode', code ?? UNTYPED).values.set('@xml:lang', 'en');
  for (const key of dimensions) {
    const value = one[key];
    if (value !== undefined) quantityNode(node, 'Dimension', value).values.set('@type', DIMENSIONS[key]);
  }
  leaf(node, 'ShippingContainerSerialCode', one.sscc ?? one.id);
  const parent = unitOf(advice, one.parent);
  if (parent !== undefined) leaf(node, 'ShippingContainerSerialCodeReference', parent.sscc ?? parent.id);
  if (one.tracking !== undefined) {
    const ids = newNode('PackageID');
    leaf(ids, 'PackageTrackingID', one.tracking);
    node.children.push(ids);
  }
  for (const mark of one.marks) leaf(node, 'ShippingMark', mark);
  if (quantity !== undefined) quantityNode(node, 'DispatchQuantity', quantity);
  return node;
}

function quantityNode(parent: GrammarNode, name: string, quantity: DocumentQuantity): GrammarNode {
  const node = newNode(name);
  node.values.set('@quantity', quantity.value);
  const code = unit.encode(quantity, undefined);
  leaf(node, 'UnitOfMeasure', typeof code === 'string' ? code : quantity.unit);
  parent.children.push(node);
  return node;
}

function leaf(parent: GrammarNode, name: string, text: string): GrammarNode {
  const node = newNode(name);
  node.values.set('', text);
  parent.children.push(node);
  return node;
}
