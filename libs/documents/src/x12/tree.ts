import type { Problem } from '../canonical/problem.js';
import { type GrammarNode, newNode } from '../grammar/node.js';
import { placeSegments } from '../grammar/segments/place-segments.js';
import type { SegmentRule } from '../grammar/structure.js';
import type { Segment, Separators } from './syntax.js';

/** Parts the components of a composite in segments that are not written yet; an interchange puts its own separator there. */
export const componentMark = '\u001F';

/** Elements that are composites, by segment; everything else is simple: read, it keeps a component separator in its text. */
export const composites: Readonly<Record<string, readonly number[]>> = {
  CTP: [5],
  MEA: [4],
  SLN: [5],
  SV1: [1],
  TAX: [3],
  QTY: [3],
  REF: [4],
  AK4: [1],
  IK4: [1],
};

/** Segments between ST and SE to the tree of a set. */
export function treeOf(
  segments: readonly Segment[],
  rules: readonly SegmentRule[],
  separators: Separators,
): { root: GrammarNode; problems: Problem[] } {
  const root = newNode('');
  const nodes = segments.map((segment, index) => {
    const node = nodeOf(segment, separators);
    node.position = index + 2;
    return node;
  });
  return { root, problems: placeSegments(root, rules, nodes) };
}

function nodeOf(segment: Segment, separators: Separators): GrammarNode {
  const node = newNode(segment.id);
  node.line = segment.line;
  node.column = segment.column;
  const parted = composites[segment.id] ?? [];
  segment.elements.slice(1, 100).forEach((text, index) => {
    const key = String(index + 1).padStart(2, '0');
    if (text === '') return;
    const component = separators.component;
    if (component === undefined || !parted.includes(index + 1) || !text.includes(component)) node.values.set(key, text);
    else {
      text.split(component, 9).forEach((part, at) => {
        if (part !== '') node.values.set(`${key}:${at + 1}`, part);
      });
    }
  });
  return node;
}

/** The tree as segments again, each as its elements, id first. Trailing empty elements are left out. */
export function segmentsOf(root: GrammarNode): string[][] {
  return root.children.flatMap((node) => [elementsOf(node), ...segmentsOf(node)]);
}

function elementsOf(node: GrammarNode): string[] {
  const elements: string[] = [node.name];
  for (const key of [...node.values.keys()].sort()) {
    const value = node.values.get(key)!;
    const colon = key.indexOf(':');
    const part = colon < 0 ? undefined : key.slice(colon + 1);
    const position = Number(colon < 0 ? key : key.slice(0, colon));
    while (elements.length <= position) elements.push('');
    if (part === undefined) elements[position] = value;
    else {
      const parts = (elements[position] ?? '').split(componentMark);
      while (parts.length < Number(part)) parts.push('');
      parts[Number(part) - 1] = value;
      elements[position] = parts.join(componentMark);
    }
  }
  return elements;
}
