import type { Package, PackedQuantity } from '../../canonical/goods/package.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import { isBad, positive } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';
import { unit } from '../parts/fields.js';

/** UNCL 6313 as Peppol uses it for handling units, and the outer dimensions. */
export const dimensions = {
  grossWeight: 'AAB',
  netWeight: 'AAL',
  volume: 'AAW',
  length: 'LN',
  width: 'WD',
  height: 'HT',
} as const;

/** A unit that carries no number of its own in the document: told apart here by its place, and never written. */
export const UNNAMED = /^#\d+$/;

interface Packed {
  packages: Package[];
  lines: { packed: PackedQuantity[] }[];
}

/**
 * Reads cac:TransportHandlingUnit with the cac:Package in it, of the shipment and of each line, into one flat list. A unit that
 * several lines name by the same number is one. A line lies in the innermost units it names. Units of the shipment as a whole have no
 * place in Peppol's profile: they are read, and stay in the extensions, from which they come back.
 */
export function readUnits(document: Packed, view: RuleView): void {
  const reader = new UnitReader(document.packages);
  for (const shipment of childrenOf(view.root, 'cac:Shipment'))
    for (const node of unitsOf(shipment)) reader.read(structuredClone(node));
  document.lines.forEach((line, index) => {
    const node = view.nodeOf(`lines[${index}]`);
    for (const shipment of node === undefined ? [] : childrenOf(node, 'cac:Shipment'))
      for (const found of unitsOf(shipment))
        line.packed.push(...reader.read(found).map((id): PackedQuantity => ({ package: id })));
  });
}

function unitsOf(shipment: GrammarNode): GrammarNode[] {
  return childrenOf(shipment, 'cac:TransportHandlingUnit');
}

class UnitReader {
  private readonly known = new Map<string, Package>();

  constructor(private readonly packages: Package[]) {}

  /** The ids of the innermost units at or below the node. */
  read(node: GrammarNode, parent?: string): string[] {
    const unitId = this.idOf(node);
    const found = this.known.get(unitId) ?? this.add(unitId, parent);
    fill(found, node);
    const inner = node.children.filter((child) => ['cac:Package', 'cac:ContainedPackage'].includes(child.name));
    return inner.length === 0 ? [unitId] : inner.flatMap((child) => this.read(child, unitId));
  }

  private idOf(node: GrammarNode): string {
    const written = take(childrenOf(node, 'cbc:ID')[0], '');
    return written === undefined || written === 'NA' ? `#${this.packages.length + 1}` : written;
  }

  private add(id: string, parent: string | undefined): Package {
    const made: Package = { id, ...(parent === undefined ? {} : { parent }), marks: [] };
    this.known.set(id, made);
    this.packages.push(made);
    return made;
  }
}

/** What the node says of the unit and an earlier one has not said. What contradicts stays in the node. */
function fill(unitOf: Package, node: GrammarNode): void {
  const number = childrenOf(node, 'cbc:ID')[0];
  const scheme = number?.values.get('@schemeID');
  if (scheme === 'SSCC') number?.used.add('@schemeID');
  if (scheme === 'SSCC' || (scheme === undefined && /^\d{18}$/.test(unitOf.id))) unitOf.sscc ??= unitOf.id;
  for (const name of ['cbc:TransportHandlingUnitTypeCode', 'cbc:PackagingTypeCode'])
    takeInto(unitOf, 'type', childrenOf(node, name)[0]);
  takeInto(unitOf, 'count', childrenOf(node, 'cbc:Quantity')[0]);
  takeInto(unitOf, 'tracking', childrenOf(node, 'cbc:TraceID')[0]);
  const isFirst = unitOf.marks.length === 0;
  for (const mark of childrenOf(node, 'cbc:ShippingMarks')) {
    const text = mark.values.get('') ?? '';
    if (isFirst) unitOf.marks.push(text);
    if (unitOf.marks.includes(text)) mark.used.add('');
  }
  for (const measure of childrenOf(node, 'cac:MeasurementDimension')) fillMeasure(unitOf, measure);
}

function fillMeasure(unitOf: Package, node: GrammarNode): void {
  const attribute = childrenOf(node, 'cbc:AttributeID')[0];
  const measure = childrenOf(node, 'cbc:Measure')[0];
  const key = (Object.keys(dimensions) as (keyof typeof dimensions)[]).find(
    (name) => dimensions[name] === attribute?.values.get(''),
  );
  const value = positive().decode(measure?.values.get('') ?? '');
  const measured = unit.decode(measure?.values.get('@unitCode') ?? '');
  if (key === undefined || typeof value !== 'string' || measured === undefined || isBad(measured)) return;
  const quantity: DocumentQuantity = { value, unit: measured.unit ?? '' };
  const before = unitOf[key];
  if (before !== undefined && (before.value !== value || before.unit !== quantity.unit)) return;
  unitOf[key] = quantity;
  attribute?.used.add('');
  for (const leaf of ['', '@unitCode']) measure?.used.add(leaf);
}

function takeInto(unitOf: Package, key: 'type' | 'count' | 'tracking', node: GrammarNode | undefined): void {
  const text = node?.values.get('');
  if (text === undefined || (unitOf[key] !== undefined && unitOf[key] !== text)) return;
  unitOf[key] = text;
  node?.used.add('');
}

function take(node: GrammarNode | undefined, key: string): string | undefined {
  const text = node?.values.get(key);
  if (text !== undefined) node?.used.add(key);
  return text;
}
