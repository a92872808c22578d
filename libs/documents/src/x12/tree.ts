import type { Problem } from '../canonical/problem.js';
import { type GrammarNode, newNode } from '../grammar/node.js';
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

interface Frame {
  rules: readonly SegmentRule[];
  /** Index of the rule the last segment met. */
  position: number;
  counts: Map<string, number>;
  node: GrammarNode;
  rule?: SegmentRule;
}

/**
 * Segments between ST and SE to the tree of a set: a loop's trigger holds its segments. A segment in a wrong order is taken
 * where its loop knows it, with a warning; one the loop does not know hangs there unread, so nothing is lost.
 */
export function treeOf(
  segments: readonly Segment[],
  rules: readonly SegmentRule[],
  separators: Separators,
): { root: GrammarNode; problems: Problem[] } {
  const root = newNode('');
  const problems: Problem[] = [];
  const stack: Frame[] = [{ rules, position: 0, counts: new Map(), node: root }];
  segments.forEach((segment, index) => {
    const node = nodeOf(segment, separators);
    node.position = index + 2;
    place({ stack, node, segment, problems });
  });
  return { root, problems };
}

interface Placing {
  stack: Frame[];
  node: GrammarNode;
  segment: Segment;
  problems: Problem[];
}

function place(placing: Placing): void {
  const { stack, node, segment, problems } = placing;
  const ahead = findFrame(stack, (frame) =>
    frame.rules.findIndex((rule, index) => rule.id === segment.id && index >= frame.position && mayRepeat(frame, rule)),
  );
  if (ahead !== undefined) {
    enter(placing, ahead);
    return;
  }
  const anywhere = findFrame(stack, (frame) => frame.rules.findIndex((rule) => rule.id === segment.id));
  const problem = (code: string, message: string): void => {
    problems.push({
      at: segment.id,
      line: segment.line,
      column: segment.column,
      position: node.position ?? 0,
      code,
      message,
      severity: 'warning',
    });
  };
  if (anywhere !== undefined) {
    problem('SEGMENT_UNEXPECTED', `The segment ${segment.id} is not expected at this place.`);
    enter(placing, anywhere);
    return;
  }
  problem('SEGMENT_UNKNOWN', `The segment ${segment.id.slice(0, 10)} is not known in this set; it was kept unread.`);
  stack.at(-1)?.node.children.push(node);
}

function findFrame(stack: readonly Frame[], find: (frame: Frame) => number): { depth: number; index: number } | undefined {
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const frame = stack[depth];
    const index = frame === undefined ? -1 : find(frame);
    if (index >= 0) return { depth, index };
  }
  return undefined;
}

function mayRepeat(frame: Frame, rule: SegmentRule): boolean {
  return (frame.counts.get(rule.id) ?? 0) < rule.max;
}

function enter({ stack, node }: Placing, found: { depth: number; index: number }): void {
  stack.length = found.depth + 1;
  const frame = stack[found.depth];
  const rule = frame?.rules[found.index];
  if (frame === undefined || rule === undefined) return;
  frame.position = Math.max(frame.position, found.index);
  frame.counts.set(rule.id, (frame.counts.get(rule.id) ?? 0) + 1);
  frame.node.children.push(node);
  if (rule.children !== undefined) stack.push({ rules: rule.children, position: 0, counts: new Map(), node, rule });
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
  for (const [key, value] of [...node.values].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [index = '0', part] = key.split(':');
    const position = Number(index);
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
