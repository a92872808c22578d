/** Which value of a node a row means. `pairs`: the value behind one of these qualifiers, looked for from `key` on in steps of two. */
export interface Leaf {
  key: string;
  pairs?: readonly string[];
  when?: Condition;
}

/** What a node must say to be meant, at a leaf or in a child's text: one of these values, or with `not` none of them. */
export interface Condition {
  key: string;
  values: readonly string[];
  not?: true;
}

/** One step down. `where` picks nodes by what all of them must say; `repeat` binds the step to a list of the model. */
export interface Step {
  text: string;
  name: string;
  repeat: boolean;
  where: readonly Condition[];
}

/**
 * A place in a document: `PO1[]/N1[01=ST]04`, `PO1[]06+(VP|VN)`, `ACK[]05(04=068)`, `cac:OrderLine[]/cac:LineItem/cbc:Quantity@unitCode`, `@operation` of the root,
 * `cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!=VAT]/cbc:CompanyID`;
 * in EDIFACT `LIN[]/PIA[01=5|1][02:2=SA]02`, where 02 is an element or its first component and 02:2 the second.
 */
export interface Address {
  text: string;
  steps: readonly Step[];
  leaf: Leaf;
}

/** How a syntax writes steps and leaves. */
export type Syntax = 'x12' | 'edifact' | 'xml';

const SEGMENT_LAST = /^([A-Z][A-Z0-9]{1,2})((?:\[[^\]]*\])*)(\d\d(?::\d)?)(\+)?(?:\(([^)]*)\))?$/;
const XML_LAST = /^([\w:.-]+)((?:\[[^\]]*\])*)(@[\w:.-]+)?$/;
/** An attribute of the root itself. */
const OF_ROOT = /^@[\w:.-]+$/;
const STEP = /^([\w:.-]+)((?:\[[^\]]*\])*)$/;

/** A slash between steps; one within brackets or parentheses belongs to their step. */
export const BETWEEN_STEPS = /\/(?![^[(]*[\])])/;

/** Reads an address of a table; throws for one that is not written well, which happens when the table loads. */
export function parseAddress(text: string, syntax: Syntax): Address {
  const parts = text.split(BETWEEN_STEPS);
  const last = parts.pop() ?? '';
  const steps = parts.map((part) => {
    const match = STEP.exec(part);
    if (match === null) throw new Error(`the address ${text} has a step that cannot be read`);
    return step(match[1] ?? '', match[2] ?? '');
  });
  if (syntax === 'xml' && parts.length === 0 && OF_ROOT.test(last)) return { text, steps: [], leaf: { key: last } };
  const match = (syntax === 'xml' ? XML_LAST : SEGMENT_LAST).exec(last);
  if (match === null) throw new Error(`the address ${text} does not end in a value`);
  const leaf = syntax === 'xml' ? { key: match[3] ?? '' } : segmentLeaf(match);
  return { text, steps: [...steps, step(match[1] ?? '', match[2] ?? '')], leaf };
}

function segmentLeaf(match: RegExpExecArray): Leaf {
  const key = match[3] ?? '';
  const inside = match[5];
  if (match[4] !== undefined) return { key, pairs: (inside ?? '').split('|') };
  return inside === undefined ? { key } : { key, when: condition(inside) };
}

function step(name: string, brackets: string): Step {
  const inside = [...brackets.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  const where = inside.filter((part) => part !== '').map(condition);
  return { text: name + brackets, name, repeat: inside.includes(''), where };
}

function condition(text: string): Condition {
  const [key = '', values = ''] = text.split('=');
  return key.endsWith('!') ? { key: key.slice(0, -1), values: values.split('|'), not: true } : { key, values: values.split('|') };
}

/** The address with the numbers of list items filled in, counted from 1: `PO1[3]02`. */
export function addressAt(address: Address, indices: readonly number[]): string {
  let next = 0;
  return address.text.replace(/\[\]/g, () => `[${(indices[next++] ?? 0) + 1}]`);
}
