/**
 * What both syntaxes become before the table reads them: an X12 segment with the segments of its loop below it, or an XML
 * element. `values` are its leaves by key: `01`, `06:2` in X12; '' (text) and `@name` in XML. `used` holds what a row has read.
 */
export interface GrammarNode {
  name: string;
  values: Map<string, string>;
  children: GrammarNode[];
  used: Set<string>;
  line?: number;
  column?: number;
  /** Number of the segment in its set, ST being 1. */
  position?: number;
}

/** An empty node. */
export function newNode(name: string): GrammarNode {
  return { name, values: new Map(), children: [], used: new Set() };
}

/** Children of that name, in order. */
export function childrenOf(node: GrammarNode, name: string): GrammarNode[] {
  return node.children.filter((child) => child.name === name);
}

/** Whether a row has read anything in the node or below it. */
export function isTouched(node: GrammarNode): boolean {
  return node.used.size > 0 || node.children.some(isTouched);
}
