import type { Problem } from '../../canonical/problem.js';
import type { GrammarNode } from '../node.js';
import type { SegmentRule } from '../structure.js';

interface Frame {
  rules: readonly SegmentRule[];
  /** Index of the rule the last segment met. */
  position: number;
  counts: Map<string, number>;
  node: GrammarNode;
  rule?: SegmentRule;
}

/**
 * Puts the segments of a message, in their order, below the loops that open them: a loop's trigger holds its segments. A segment
 * in a wrong order is taken where its loop knows it, with a warning; one the loop does not know hangs there unread, so nothing is lost.
 */
export function placeSegments(root: GrammarNode, rules: readonly SegmentRule[], segments: readonly GrammarNode[]): Problem[] {
  const problems: Problem[] = [];
  const stack: Frame[] = [{ rules, position: 0, counts: new Map(), node: root }];
  for (const node of segments) place({ stack, node, problems });
  return problems;
}

interface Placing {
  stack: Frame[];
  node: GrammarNode;
  problems: Problem[];
}

function place(placing: Placing): void {
  const { stack, node, problems } = placing;
  const ahead = findFrame(stack, (frame) =>
    frame.rules.findIndex((rule, index) => rule.id === node.name && index >= frame.position && mayRepeat(frame, rule)),
  );
  if (ahead !== undefined) {
    enter(placing, ahead);
    return;
  }
  const anywhere = findFrame(stack, (frame) => frame.rules.findIndex((rule) => rule.id === node.name));
  const problem = (code: string, message: string): void => {
    problems.push({
      at: node.name,
      ...(node.line === undefined ? {} : { line: node.line }),
      ...(node.column === undefined ? {} : { column: node.column }),
      position: node.position ?? 0,
      code,
      message,
      severity: 'warning',
    });
  };
  if (anywhere !== undefined) {
    problem('SEGMENT_UNEXPECTED', `The segment ${node.name} is not expected at this place.`);
    enter(placing, anywhere);
    return;
  }
  problem('SEGMENT_UNKNOWN', `The segment ${node.name.slice(0, 10)} is not known in this message; it was kept unread.`);
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
