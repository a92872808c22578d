import type { Package, PackedQuantity } from '../../canonical/goods/package.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import type { RuleView } from '../../grammar/message.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';
import { dimensions, UNNAMED } from './handling-units.js';

interface Packed {
  packages: Package[];
  lines: { packed: PackedQuantity[]; quantity?: DocumentQuantity }[];
}

/** How deep the profile goes: a handling unit and one kind of package in it. */
const LEVELS = 2;
const MEASURED = ['grossWeight', 'netWeight', 'volume'] as const;

/** Writes below each line the units it lies in, the outermost as cac:TransportHandlingUnit; reports what of the packing the profile cannot say. */
export function writeUnits(document: Packed, view: RuleView): void {
  const byId = new Map(document.packages.map((one) => [one.id, one]));
  const written = new Set<string>();
  document.lines.forEach((line, index) => {
    const chains = line.packed.map((one) => chainOf(one.package, byId));
    if (chains.length === 0) return;
    const node = view.nodeOf(`lines[${index}]`);
    if (node === undefined) return;
    const shipment = childNamed(node, 'cac:Shipment');
    writeLine(shipment, chains);
    for (const one of chains.flat()) written.add(one.id);
    if (chains.some((chain) => chain.length > LEVELS)) unsaid(view, `lines[${index}].packed[]`, 'the levels between');
    const [only] = line.packed;
    const isWhole = line.packed.length === 1 && only?.quantity?.value === line.quantity?.value;
    if (!isWhole && line.packed.some((one) => one.quantity !== undefined)) unsaid(view, `lines[${index}].packed[].quantity`);
  });
  for (const one of document.packages)
    reportLost(one, { view, isWritten: written.has(one.id), hasInner: hasInner(one, document) });
}

/** Units from the outermost in; a unit that names itself as its own parent ends the chain. */
function chainOf(id: string, byId: ReadonlyMap<string, Package>): Package[] {
  const chain: Package[] = [];
  for (let at = byId.get(id); at !== undefined && !chain.includes(at); at = byId.get(at.parent ?? '')) chain.unshift(at);
  return chain;
}

function hasInner(one: Package, { packages }: Packed): boolean {
  return packages.some((other) => other.parent === one.id);
}

/** One unit for each outermost one with all its packages; goods that lie loose in it beside packages have it once more, empty. */
function writeLine(shipment: GrammarNode, chains: readonly Package[][]): void {
  const units = new Map<string, GrammarNode>();
  for (const chain of chains) {
    const [outer] = chain;
    const inner = chain.length > 1 ? chain[chain.length - 1] : undefined;
    if (outer === undefined) continue;
    const key = `${outer.id}${inner === undefined ? ' loose' : ''}`;
    const node = units.get(key) ?? unitNode(outer, 'cac:TransportHandlingUnit');
    if (!units.has(key)) shipment.children.push(node);
    units.set(key, node);
    if (inner !== undefined) node.children.push(unitNode(inner, 'cac:Package'));
  }
}

function unitNode(one: Package, name: 'cac:TransportHandlingUnit' | 'cac:Package'): GrammarNode {
  const node = newNode(name);
  const isUnit = name === 'cac:TransportHandlingUnit';
  const number = one.sscc ?? (UNNAMED.test(one.id) ? undefined : one.id);
  if (number !== undefined || !isUnit) leaf(node, 'cbc:ID', number ?? 'NA');
  if (isUnit && one.sscc !== undefined) childNamed(node, 'cbc:ID').values.set('@schemeID', 'SSCC');
  const type = one.type ?? one.rawType;
  if (type !== undefined) leaf(node, isUnit ? 'cbc:TransportHandlingUnitTypeCode' : 'cbc:PackagingTypeCode', type);
  if (!isUnit) return node;
  for (const mark of one.marks) leaf(node, 'cbc:ShippingMarks', mark);
  for (const key of MEASURED) {
    const quantity = one[key];
    if (quantity === undefined) continue;
    const dimension = newNode('cac:MeasurementDimension');
    leaf(dimension, 'cbc:AttributeID', dimensions[key]);
    leaf(dimension, 'cbc:Measure', quantity.value).values.set('@unitCode', quantity.unit);
    node.children.push(dimension);
  }
  return node;
}

function reportLost(
  one: Package,
  { view, isWritten, hasInner }: { view: RuleView; isWritten: boolean; hasInner: boolean },
): void {
  if (!isWritten && !hasInner) unsaid(view, `packages[${one.id}]`, 'a unit that no line lies in');
  for (const key of ['length', 'width', 'height', 'count', 'tracking'] as const)
    if (isWritten && one[key] !== undefined) unsaid(view, `packages[].${key}`);
  if (isWritten && one.parent !== undefined && (one.marks.length > 0 || MEASURED.some((key) => one[key] !== undefined)))
    unsaid(view, 'packages[]', 'marks and measures of an inner unit');
}

function unsaid(view: RuleView, at: string, what = at): void {
  view.report({
    at,
    code: 'NOT_EXPRESSED',
    message: `The profile has no place for ${what}; it was not written.`,
    severity: 'info',
  });
}

function childNamed(node: GrammarNode, name: string): GrammarNode {
  const found = node.children.find((child) => child.name === name);
  if (found !== undefined) return found;
  const made = newNode(name);
  node.children.push(made);
  return made;
}

/** A value of the packing; marked as the table's own, so that what a line itself said of the unit comes back in its place. */
function leaf(node: GrammarNode, name: string, text: string): GrammarNode {
  const child = newNode(name);
  child.values.set('', text);
  child.used.add('');
  node.children.push(child);
  return child;
}
