import { childrenOf, type GrammarNode } from '../grammar/node.js';

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
