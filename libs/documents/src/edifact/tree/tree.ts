import type { Problem } from '../../canonical/problem.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';
import { placeSegments } from '../../grammar/segments/place-segments.js';
import type { SegmentRule } from '../../grammar/structure.js';
import { elementRules } from '../directory/directory.js';
import type { EdifactRelease } from '../directory/release.js';
import type { Segment } from '../syntax/read-segments.js';
import { join, type Spread, spread, spreads } from './joined-text.js';
import { flattenLines, levelKey, rangeKey } from './levels.js';
import { readMoment, writeMoment } from './moment.js';

/** A segment to be written: elements of components, the tag first; further values of an element that repeats beside them. */
export type WireSegment = Pick<Segment, 'elements' | 'repeats'>;

/** Values of DTM beside its qualifier: the day, its format, time and zone, what names no day, the first day of a period. */
const MOMENT = { day: '01:2', format: '01:3', rest: '01:4', raw: '01:5', start: '01:6' } as const;

/** Segments that carry several numbers of one kind, each its own node here: PIA part numbers, GIN identities. */
const SEVERAL = new Set(['PIA', 'GIN']);

/** Prices in the order in which they say what is to be paid. Source: code list 5125. */
const PRICES = ['AAA', 'INV', 'CAL', 'NTP', 'CON', 'AAB'];

/** Name of a node that holds a further value of element `n` of its segment. */
const repeatName = (element: number): string => `repeat${element}`;

/**
 * The segments between UNH and UNT as the tree of a message. A key is an element or its first component (`NAD02`), or a further
 * component (`NAD02:3`); a date, a text over several components and a segment with several numbers are put as the tables read them.
 */
export function treeOf(
  segments: readonly Segment[],
  rules: readonly SegmentRule[],
  release: EdifactRelease,
): { root: GrammarNode; problems: Problem[] } {
  const root = newNode('');
  const nodes = segments.flatMap((segment, index) => {
    const read = nodesOf(segment, release);
    for (const node of read) {
      node.line = segment.line;
      node.column = segment.column;
      node.position = index + 2;
    }
    return read;
  });
  const problems = placeSegments(root, rules, nodes);
  orderPrices(root);
  settleHalves(root);
  flattenLines(root);
  return { root, problems };
}

function nodesOf(segment: Segment, release: EdifactRelease): GrammarNode[] {
  const node = newNode(segment.tag);
  segment.elements.slice(1, 100).forEach((components, index) => {
    setElement(node, index + 1, components);
  });
  for (const { element, components } of segment.repeats ?? []) repeat(node, release, { element, components });
  if (segment.tag === 'DTM') shapeMoment(node);
  joinText(node, release);
  return SEVERAL.has(segment.tag) ? apart(node) : [node];
}

function setElement(node: GrammarNode, element: number, components: readonly string[]): void {
  components.slice(0, 9).forEach((value, index) => {
    if (value !== '') node.values.set(keyOf(element, index + 1), value);
  });
}

const keyOf = (element: number, component: number): string =>
  `${String(element).padStart(2, '0')}${component === 1 ? '' : `:${component}`}`;

/** In version 4 PIA+1+A:SA*B:IN means what PIA+1+A:SA+B:IN does; where the next element is another, the value hangs below. */
function repeat(
  node: GrammarNode,
  release: EdifactRelease,
  { element, components }: { element: number; components: string[] },
): void {
  const rules = elementRules(release, node.name) ?? [];
  const own = JSON.stringify(rules[element - 1]?.parts.map(({ kind, max }) => [kind, max]));
  for (let next = element + 1; rules[element - 1]?.composite && next <= rules.length; next++) {
    if (JSON.stringify(rules[next - 1]?.parts.map(({ kind, max }) => [kind, max])) !== own) break;
    if ([...node.values.keys()].some((key) => key.startsWith(keyOf(next, 1)))) continue;
    setElement(node, next, components);
    return;
  }
  const child = newNode(repeatName(element));
  setElement(child, element, components);
  node.children.push(child);
}

function shapeMoment(node: GrammarNode): void {
  const moment = readMoment(node.values.get('01:2') ?? '', node.values.get('01:3') ?? '');
  for (const key of Object.values(MOMENT)) node.values.delete(key);
  for (const [part, key] of Object.entries(MOMENT)) {
    const value = moment[part as keyof typeof MOMENT];
    if (value !== undefined) node.values.set(key, value);
  }
}

function joinText(node: GrammarNode, release: EdifactRelease): void {
  const rule = spreads[node.name];
  if (rule === undefined) return;
  const keys = Array.from({ length: rule.count }, (_, index) => keyOf(rule.element, rule.from + index));
  const [first = ''] = keys;
  const parts = keys.map((key) => node.values.get(key) ?? '');
  if (parts.slice(1).every((part) => part === '')) return;
  const max = lengthAt(release, node.name, rule);
  if (max === undefined) return;
  for (const key of keys) node.values.delete(key);
  node.values.set(first, join(parts, { max, glue: rule.glue }));
}

/** Characters of one component; undefined where the directory does not have the segment. */
function lengthAt(release: EdifactRelease, tag: string, { element, from }: Spread): number | undefined {
  return elementRules(release, tag)?.[element - 1]?.parts[from - 1]?.max;
}

/** One node for each number, all with the qualifier of the segment. */
function apart(node: GrammarNode): GrammarNode[] {
  const numbers = new Map<string, Map<string, string>>();
  for (const [key, value] of node.values) {
    const [element = '', component] = key.split(':');
    if (element === '01') continue;
    const values = numbers.get(element) ?? new Map<string, string>();
    numbers.set(element, values.set(component === undefined ? '02' : `02:${component}`, value));
  }
  const qualifier = [...node.values].filter(([key]) => key.startsWith('01'));
  if (numbers.size === 0) return [node];
  return [...numbers.values()].map((values, index) => ({
    ...newNode(node.name),
    values: new Map([...qualifier, ...values]),
    children: index === 0 ? node.children : [],
  }));
}

/**
 * An allowance or charge that tells a percentage alone, and a sum of tax without what it is on: the model has no place for half of
 * it, and nothing is reckoned. Marked so, no row finds it, and it stays beside the model.
 */
const HALF_TOLD = '%';

function settleHalves(node: GrammarNode): void {
  for (const child of node.children) {
    settleHalves(child);
    const amounts = new Set(child.children.filter(({ name }) => name === 'MOA').map(({ values }) => values.get('01')));
    const half =
      (child.name === 'ALC' && amounts.size === 0) ||
      (child.name === 'TAX' && node.name === 'UNS' && !(amounts.has('124') && amounts.has('125')));
    if (half && child.values.has('01')) child.values.set('01', `${child.values.get('01')}${HALF_TOLD}`);
  }
}

/** Of several prices the one to be paid comes first, so that a row that asks for any of them finds it. */
function orderPrices(node: GrammarNode): void {
  const prices = node.children.filter(({ name }) => name === 'PRI');
  if (prices.length > 1) {
    const rank = (price: GrammarNode) => (PRICES.indexOf(price.values.get('01') ?? '') + PRICES.length) % PRICES.length;
    const sorted = [...prices].sort((a, b) => rank(a) - rank(b));
    node.children = node.children.map((child) => (child.name === 'PRI' ? (sorted.shift() ?? child) : child));
  }
  for (const child of node.children) orderPrices(child);
}

/** The tree as segments again, in its order. Empty elements and components at the end are left out. */
export function segmentsOf(root: GrammarNode, release: EdifactRelease): WireSegment[] {
  return root.children
    .filter(({ name }) => !name.startsWith('repeat'))
    .flatMap((node) => [segmentOf(node, release), ...segmentsOf(node, release)]);
}

function segmentOf(node: GrammarNode, release: EdifactRelease): WireSegment {
  const values = new Map(node.values);
  values.delete(levelKey);
  values.delete(rangeKey);
  if (node.name === 'DTM') unshapeMoment(values);
  if (node.name === 'ALC' || node.name === 'TAX') values.set('01', (values.get('01') ?? '').replace(HALF_TOLD, ''));
  splitText(node.name, values, release);
  const repeats = node.children
    .filter(({ name }) => name.startsWith('repeat'))
    .map((child) => {
      const element = Number(child.name.slice('repeat'.length));
      return { element, components: elementsOf(child.values)[element - 1] ?? [] };
    });
  return { elements: [[node.name], ...elementsOf(values)], ...(repeats.length === 0 ? {} : { repeats }) };
}

function unshapeMoment(values: Map<string, string>): void {
  const moment = Object.fromEntries(
    Object.entries(MOMENT).flatMap(([part, key]) => (values.has(key) ? [[part, values.get(key)]] : [])),
  );
  for (const key of Object.values(MOMENT)) values.delete(key);
  if (Object.keys(moment).length === 0) return;
  const { text, format } = writeMoment(moment);
  values.set('01:2', text);
  values.set('01:3', format);
}

function splitText(name: string, values: Map<string, string>, release: EdifactRelease): void {
  const rule = spreads[name];
  const first = rule === undefined ? '' : keyOf(rule.element, rule.from);
  const text = values.get(first);
  if (rule === undefined || text === undefined) return;
  const max = lengthAt(release, name, rule);
  if (max === undefined) return;
  spread(text, { max, count: rule.count, glue: rule.glue }).forEach((part, index) => {
    values.set(keyOf(rule.element, rule.from + index), part);
  });
}

function elementsOf(values: ReadonlyMap<string, string>): string[][] {
  const elements: string[][] = [];
  for (const [key, value] of values) {
    if (value === '') continue;
    const [element = '1', component = '1'] = key.split(':');
    while (elements.length < Number(element)) elements.push([]);
    const components = elements[Number(element) - 1] ?? [];
    while (components.length < Number(component)) components.push('');
    components[Number(component) - 1] = value;
  }
  return elements;
}
