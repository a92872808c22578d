import { childrenOf, type GrammarNode, newNode } from '../node.js';

/** The node at a path of names; undefined when there is none. */
export function nodeAt(root: GrammarNode, path: string): GrammarNode | undefined {
  return path.split('/').reduce<GrammarNode | undefined>((at, name) => at && childrenOf(at, name)[0], root);
}

/** The same, made where it is missing. */
export function makeAt(root: GrammarNode, path: string): GrammarNode {
  return path.split('/').reduce((at, name) => {
    const made = childrenOf(at, name)[0] ?? newNode(name);
    if (!at.children.includes(made)) at.children.push(made);
    return made;
  }, root);
}

/** Every node of a name below a node. */
export function eachOf(node: GrammarNode, name: string, visit: (node: GrammarNode) => void): void {
  for (const child of node.children) {
    if (child.name === name) visit(child);
    eachOf(child, name, visit);
  }
}

/** Marks a node and what is below it as read. */
export function markAll(node: GrammarNode): void {
  for (const key of node.values.keys()) node.used.add(key);
  node.children.forEach(markAll);
}

/** The text at a path, marked as read. */
export function take(root: GrammarNode, path: string): string | undefined {
  const node = nodeAt(root, path);
  const text = node?.values.get('');
  if (text !== undefined) node?.used.add('');
  return text;
}

/** A new element with a text below a node. */
export function put(parent: GrammarNode, name: string, text: string): GrammarNode {
  const node = newNode(name);
  node.values.set('', text);
  parent.children.push(node);
  return node;
}
