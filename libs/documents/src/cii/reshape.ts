import { childrenOf, type GrammarNode, newNode } from '../grammar/node.js';

const PARTY = /^ram:\w*TradeParty$/;
const REGISTRATION = 'ram:SpecifiedTaxRegistration';

function eachParty(node: GrammarNode, visit: (party: GrammarNode) => void): void {
  if (PARTY.test(node.name)) visit(node);
  for (const child of node.children) eachParty(child, visit);
}

/** Before the rows read: numbers of a party with and without a scheme are one list, and a tax registration carries the scheme of its number. */
export function gatherNumbers(root: GrammarNode): void {
  eachParty(root, (party) => {
    for (const child of party.children) if (child.name === 'ram:GlobalID') child.name = 'ram:ID';
    moveSchemes(party, 'up');
  });
}

/** After the rows wrote: a number with a scheme is a GlobalID; a tax number without one is of the tax office (FC). */
export function spreadNumbers(root: GrammarNode): void {
  eachParty(root, (party) => {
    for (const child of party.children) if (child.name === 'ram:ID' && child.values.has('@schemeID')) child.name = 'ram:GlobalID';
    moveSchemes(party, 'down');
  });
}

function moveSchemes(party: GrammarNode, way: 'up' | 'down'): void {
  for (const registration of childrenOf(party, REGISTRATION)) {
    const [number] = childrenOf(registration, 'ram:ID');
    if (number === undefined) continue;
    const [from, to] = way === 'up' ? [number, registration] : [registration, number];
    const scheme = from.values.get('@schemeID') ?? (way === 'down' ? 'FC' : undefined);
    from.values.delete('@schemeID');
    if (scheme !== undefined) to.values.set('@schemeID', scheme);
  }
}

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
