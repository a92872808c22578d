import { completePrice, PRICE_PROPERTY, type PricedLine, retellPrice } from '../../canonical/ordering/unit-price.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';

/**
 * A price per another unit is written per order units, as Peppol reckons the line from it (T01-R024); the sentence in the property
 * UnitPrice gives it back with basis, unit and factor when it says the same.
 */
export function readPrice(line: PricedLine, node: GrammarNode | undefined): void {
  completePrice(line);
  if (line.price === undefined) return;
  const value = propertyOf(node, PRICE_PROPERTY);
  if (value !== undefined && retellPrice(line, value.values.get('') ?? '')) value.used.add('');
}

/** After the rows: the sentence as a property of the item. */
export function writeSentence(node: GrammarNode | undefined, sentence: string | undefined): void {
  const item = itemOf(node);
  if (item === undefined || sentence === undefined) return;
  const property = newNode('cac:AdditionalItemProperty');
  for (const [name, text] of [
    ['cbc:Name', PRICE_PROPERTY],
    ['cbc:Value', sentence],
  ] as const) {
    const child = newNode(name);
    child.values.set('', text);
    property.children.push(child);
  }
  item.children.push(property);
}

/** The item of a line, which order lines keep one element deeper. */
function itemOf(node: GrammarNode | undefined): GrammarNode | undefined {
  const holder = node?.children.find((child) => child.name === 'cac:LineItem') ?? node;
  return holder?.children.find((child) => child.name === 'cac:Item');
}

function propertyOf(node: GrammarNode | undefined, name: string): GrammarNode | undefined {
  const item = itemOf(node);
  const property = item?.children.find(
    (child) =>
      child.name === 'cac:AdditionalItemProperty' &&
      child.children.some((inner) => inner.name === 'cbc:Name' && inner.values.get('') === name),
  );
  const found = property?.children.find((child) => child.name === 'cbc:Value');
  if (found !== undefined) for (const child of property?.children ?? []) if (child.name === 'cbc:Name') child.used.add('');
  return found;
}
