import { compare, divideExact, multiply, normalise } from '#libs/kernel';
import type { DocumentPrice, DocumentQuantity } from '../../canonical/line.js';
import { completePrice, shapePrice } from '../../canonical/ordering/unit-price.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { eachOf, makeAt, markAll, nodeAt, put } from '../../grammar/nodes/tree.js';
import { unit } from './fields.js';
import { demanded, sequences } from './sequences.js';

const ROLE = 'PARTY_ROLE';
const PARTY_ID = 'b:PARTY_ID';

/** Where a header names a party of a role by its number. */
const REFERENCES: readonly (readonly [string, string])[] = [
  ['b:BUYER_IDREF', 'buyer'],
  ['b:SUPPLIER_IDREF', 'supplier'],
  ['INVOICE_RECIPIENT_IDREF', 'invoice_recipient'],
  ['SHIPMENT_PARTIES_REFERENCE/DELIVERY_IDREF', 'delivery'],
  ['SHIPMENT_PARTIES_REFERENCE/DELIVERER_IDREF', 'deliverer'],
  ['INVOICE_ISSUER_IDREF', 'supplier'],
  ['REMITTEE_IDREF', 'remittee'],
];

/** Whether a document must name the party of a reference: the schema demands it, or its holder stands there for another. */
function isDemanded(references: GrammarNode, path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  if (rest.length === 0) return demanded[references.name]?.includes(first) ?? false;
  const inner = nodeAt(references, first);
  return inner ? isDemanded(inner, rest.join('/')) : isDemanded(references, first);
}

/** A party that the schema demands and nobody named: its role stands for it. */
function standIns(list: GrammarNode, references: GrammarNode): void {
  for (const [path, role] of REFERENCES) {
    if (!isDemanded(references, path) || nodeAt(references, path) !== undefined) continue;
    const known = childrenOf(list, 'PARTY').find((party) => childrenOf(party, ROLE)[0]?.values.get('') === role);
    const party = known ?? newNode('PARTY');
    if (known === undefined) {
      put(party, ROLE, role);
      list.children.push(party);
    }
    refer(references, party);
  }
}

/** A contact without a name has no place of his own: his telephone and mail are those of the address. */
function settleContacts(list: GrammarNode): void {
  eachOf(list, 'ADDRESS', (address) => {
    for (const contact of childrenOf(address, 'CONTACT_DETAILS')) {
      if (nodeAt(contact, 'b:CONTACT_NAME') !== undefined) continue;
      const phone = nodeAt(contact, 'b:PHONE')?.values.get('');
      const mail = nodeAt(contact, 'b:EMAILS/b:EMAIL')?.values.get('');
      address.children = address.children.filter((child) => child !== contact);
      if (phone !== undefined) put(address, 'b:PHONE', phone);
      if (mail !== undefined) put(address, 'b:EMAIL', mail);
    }
  });
}

/** The way back: where nobody is named, telephone and mail of the address are those of whoever answers. */
function unsettleContacts(list: GrammarNode): void {
  eachOf(list, 'ADDRESS', (address) => {
    if (childrenOf(address, 'CONTACT_DETAILS').length > 0) return;
    for (const [own, path] of [
      ['b:PHONE', 'CONTACT_DETAILS/b:PHONE'],
      ['b:EMAIL', 'CONTACT_DETAILS/b:EMAILS/b:EMAIL'],
    ] as const) {
      const node = nodeAt(address, own);
      const value = node?.values.get('');
      if (node === undefined || value === undefined || node.values.size > 1) continue;
      address.children = address.children.filter((child) => child !== node);
      makeAt(address, path).values.set('', value);
    }
  });
}

/** Parties by role, in one place and by their numbers in another. `info` is the part of the header parties stand in, `holder` where it names them. */
export function parties(info: string, holder = `${info}/ORDER_PARTIES_REFERENCE`): Rule<object> {
  return {
    name: 'parties',
    says: 'A party of several roles is read as one of each; one without a role has that in which the header names its number. Written are the numbers the header names parties by; a party that the schema demands and nobody named is called by its role. Telephone and mail of a contact without a name are those of the address.',
    reading: (root) => {
      const list = nodeAt(root, `${info}/PARTIES`);
      if (list === undefined) return;
      list.children = list.children.flatMap((party) => byRole(party, nodeAt(root, holder)));
      list.children.forEach(dropStandIn);
      unsettleContacts(list);
      list.children.sort((a, b) => rankOf(a) - rankOf(b));
    },
    decoded: (_document, { root }) => {
      for (const [path] of REFERENCES) {
        const reference = nodeAt(root, `${holder}/${path}`);
        if (reference !== undefined) markAll(reference);
      }
    },
    writing: (root) => {
      const list = makeAt(root, `${info}/PARTIES`);
      for (const party of childrenOf(list, 'PARTY')) refer(makeAt(root, holder), party);
      standIns(list, makeAt(root, holder));
      settleContacts(list);
    },
  };
}

function byRole(party: GrammarNode, references: GrammarNode | undefined): GrammarNode[] {
  if (party.name !== 'PARTY') return [party];
  const said = childrenOf(party, ROLE).map((role) => role.values.get('')?.trim() ?? '');
  const numbers = childrenOf(party, PARTY_ID).map((id) => id.values.get(''));
  const named = REFERENCES.filter(([path]) => {
    const number = references === undefined ? undefined : nodeAt(references, path)?.values.get('');
    return number !== undefined && numbers.includes(number);
  }).map(([, role]) => role);
  const known = [...new Set(said.length > 0 ? said : named)].filter((role) => WRITTEN_IN.includes(role));
  if (known.length === 0 || (known.length === 1 && said.length === 1)) return [party];
  const others = childrenOf(party, ROLE).filter((role) => !known.includes(role.values.get('')?.trim() ?? ''));
  const bare = { ...party, children: party.children.filter(({ name }) => name !== ROLE) };
  return known.map((role, index) => {
    const copy = index === 0 ? bare : structuredClone(bare);
    const node = newNode(ROLE);
    node.values.set('', role);
    return { ...copy, children: [...copy.children, node, ...(index === 0 ? others : [])] };
  });
}

/** Parties are read in the order they are written in, so that what is kept of one comes back to it. */
function rankOf(party: GrammarNode): number {
  const role = childrenOf(party, ROLE)[0]?.values.get('');
  const rank = WRITTEN_IN.indexOf(role ?? '');
  return rank < 0 ? WRITTEN_IN.length : rank;
}
const WRITTEN_IN = ['buyer', 'supplier', 'delivery', 'invoice_recipient', 'deliverer', 'remittee'];

/** A number that is the role of its party stands there because the schema wants one. */
function dropStandIn(party: GrammarNode): void {
  const role = childrenOf(party, ROLE)[0]?.values.get('');
  party.children = party.children.filter(
    ({ name, values }) => name !== PARTY_ID || values.get('') !== role || values.has('@type'),
  );
}

/** A party without a number is known by its role. */
function refer(references: GrammarNode, party: GrammarNode): void {
  const role = childrenOf(party, ROLE)[0]?.values.get('') ?? '';
  const paths = REFERENCES.filter(
    ([way, one]) => one === role && sequences[references.name]?.includes(way.split('/')[0] ?? ''),
  ).map(([way]) => way);
  const [number] = childrenOf(party, PARTY_ID);
  if (number === undefined) {
    const made = newNode(PARTY_ID);
    made.values.set('', role);
    party.children.unshift(made);
  }
  for (const path of paths) {
    const reference = makeAt(references, path);
    for (const [key, value] of childrenOf(party, PARTY_ID)[0]?.values ?? []) reference.values.set(key, value);
  }
}

/** Days of which the schema wants a range: who says one day means from it to it. */
export function closeRanges(root: GrammarNode): void {
  eachOf(root, 'DELIVERY_DATE', (range) => {
    const [start, end] = ['DELIVERY_START_DATE', 'DELIVERY_END_DATE'].map((name) => makeAt(range, name)) as [
      GrammarNode,
      GrammarNode,
    ];
    for (const [one, other] of [
      [start, end],
      [end, start],
    ] as const)
      if (!one.values.has('')) one.values.set('', other.values.get('') ?? '');
  });
}

/** After the days were read: where a range is one day its beginning says nothing more. */
export function openRanges(root: GrammarNode): void {
  eachOf(root, 'DELIVERY_DATE', (range) => {
    const [start, end] = ['DELIVERY_START_DATE', 'DELIVERY_END_DATE'].map((name) => nodeAt(range, name));
    if (start?.values.get('') === end?.values.get('')) start?.used.add('');
  });
}

/** An agreement whose end nobody knows has no place of its own: its number is a remark of that type. */
export function settleAgreement(root: GrammarNode, holder: string, info: string): void {
  const parent = nodeAt(root, holder);
  const agreement = parent && nodeAt(parent, 'AGREEMENT');
  const number = agreement && nodeAt(agreement, 'b:AGREEMENT_ID')?.values.get('');
  if (!agreement || number === undefined || nodeAt(agreement, 'b:AGREEMENT_END_DATE') !== undefined) return;
  parent.children = parent.children.filter((child) => child !== agreement);
  put(makeAt(root, info), 'REMARKS', number).values.set('@type', 'agreement');
}

/** The way back. */
export function unsettleAgreement(root: GrammarNode, holder: string, info: string): void {
  const place = nodeAt(root, info);
  const remark = childrenOf(place ?? root, 'REMARKS').find(({ values }) => values.get('@type') === 'agreement');
  if (!place || !remark || nodeAt(root, `${holder}/AGREEMENT`) !== undefined) return;
  place.children = place.children.filter((child) => child !== remark);
  makeAt(root, `${holder}/AGREEMENT/b:AGREEMENT_ID`).values.set('', remark.values.get('') ?? '');
}

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The day of a document is an instant where it has a zone. */
export function readInstant(document: { issuedAt?: string }, root: GrammarNode, path: string): void {
  const said = nodeAt(root, path)?.values.get('')?.trim() ?? '';
  if (ZONED.test(said)) document.issuedAt = said;
}

/** The way back. */
export function writeInstant({ issuedAt }: { issuedAt?: string }, root: GrammarNode, path: string): void {
  if (issuedAt !== undefined) nodeAt(root, path)?.values.set('', issuedAt);
}

const BASE = 'PRODUCT_PRICE_FIX/PRICE_BASE_FIX';

/** What of the price at a path the rules carry. */
export const carriedPrices = (at: string): string[] =>
  ['unit', 'factor', 'currency', 'rawUnit', 'rawBasisCode'].map((key) => `${at}.price.${key}`);

/** The prices of the lines of a document. */
export const prices: Rule<{ lines: Priced[] }> = {
  name: 'prices',
  says: 'A price in other units than those ordered stands with how many of them the line comes to; where that has no end in digits, it is written per units of the line, exactly.',
  decoded: ({ lines }, { nodeOf }) => {
    lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: ({ lines }) => {
    for (const line of lines as Told[]) {
      const base = priceBaseOf(line);
      if (base !== undefined) line.base = base;
    }
  },
  written: ({ lines }, { nodeOf, report }) => {
    lines.forEach((line: Told, index) => {
      writePriceBase(nodeOf(`lines[${index}]`), line.base, report);
    });
  },
};

type Told = Priced & { base?: { value: string; unit: string } };

/** A line with a price as the tables have it. */
export interface Priced {
  quantity: DocumentQuantity;
  price?: DocumentPrice;
}

/**
 * A price in units other than those ordered stands with how many of them the line comes to (PRICE_UNIT_VALUE), which tells the
 * factor whatever PRICE_UNIT_FACTOR was taken for. Source: openTRANS 2.1, PRICE_BASE_FIX.
 */
export function readPrice(line: Priced, node: GrammarNode | undefined): void {
  completePrice(line);
  const base = node === undefined ? undefined : nodeAt(node, BASE);
  const { price, quantity } = line;
  if (base === undefined || price === undefined) return;
  const measured = unit.decode(nodeAt(base, 'b:PRICE_UNIT')?.values.get('') ?? '');
  const value = nodeAt(base, 'PRICE_UNIT_VALUE')?.values.get('')?.trim() ?? '';
  if (measured === undefined || 'bad' in measured || !/^\d{1,13}(?:\.\d{1,10})?$/.test(value) || /^[0.]*$/.test(quantity.value))
    return;
  markAll(base);
  price.unit = measured.unit ?? quantity.unit;
  if (price.unit === quantity.unit) return;
  const whole = divideExact(value, quantity.value, 10);
  const isExact = compare(multiply(whole, quantity.value), value) === 0;
  price.factor = isExact ? { numerator: normalise(whole), denominator: '1' } : { numerator: value, denominator: quantity.value };
}

/** Before the rows write: undefined where the price is for units of the line, which is made so when its factor cannot be told in digits. */
export function priceBaseOf(line: Priced): { value: string; unit: string } | undefined {
  const { price, quantity } = line;
  if (price?.factor === undefined || price.unit === quantity.unit) return undefined;
  const { numerator, denominator } = price.factor;
  const total = multiply(quantity.value, numerator);
  const value = divideExact(total, denominator, 10);
  if (compare(multiply(value, denominator), total) === 0) return { value: normalise(value), unit: price.unit };
  shapePrice(line);
  return undefined;
}

/** After the rows wrote: the base beside the price. */
export function writePriceBase(
  node: GrammarNode | undefined,
  base: { value: string; unit: string } | undefined,
  report: RuleView['report'],
): void {
  if (node === undefined || base === undefined) return;
  const code = unit.encode({ unit: base.unit }, undefined);
  if (typeof code !== 'string') {
    report({ at: BASE, code: 'UNIT_NOT_EXPRESSIBLE', message: `openTRANS has no code for the unit ${base.unit}.` });
    return;
  }
  const holder = makeAt(node, BASE);
  makeAt(holder, 'PRICE_UNIT_VALUE').values.set('', base.value);
  makeAt(holder, 'b:PRICE_UNIT').values.set('', code);
}
