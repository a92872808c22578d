import type { Severity } from '../../canonical/problem.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../../xml/element.js';

/** An element with its place, as a reader would point at it: `Invoice/InvoiceLine[2]/Price`. */
export interface Place {
  element: XmlElement;
  at: string;
}

/** A business rule by its official id. `find` gives every place that breaks it; `says` is our own sentence. */
export interface BusinessRule {
  id: string;
  severity: Severity;
  says: string;
  find(invoice: InvoiceView): Place[];
}

/** An element that was made from one of another syntax, with the place of that. */
export interface ViewElement extends XmlElement {
  at?: string;
}

/** An invoice or credit note to be judged, in the words of UBL: its root, and every element below it once walked. */
export class InvoiceView {
  readonly root: Place;
  private readonly byName = new Map<string, Place[]>();

  constructor(root: ViewElement) {
    this.root = { element: root, at: root.at ?? root.name };
    this.walk(this.root);
  }

  private walk(place: Place): void {
    const known = this.byName.get(place.element.name);
    if (known === undefined) this.byName.set(place.element.name, [place]);
    else known.push(place);
    for (const child of childrenOf(place)) this.walk(child);
  }

  get lines(): Place[] {
    return below(this.root, this.isCredit ? 'CreditNoteLine' : 'InvoiceLine');
  }

  get isCredit(): boolean {
    return this.root.element.name === 'CreditNote';
  }

  /** Every element of a name, wherever it stands. */
  named(name: string): readonly Place[] {
    return this.byName.get(name) ?? [];
  }

  /** Elements whose last steps are these: from the root when the path begins with a slash. `Line` is a line of either document. */
  all(path: string): Place[] {
    const own = path.replace('Line/', this.isCredit ? 'CreditNoteLine/' : 'InvoiceLine/');
    if (own.startsWith('/')) return below(this.root, own.slice(1));
    const [first = '', ...rest] = own.split('/');
    return this.named(first).flatMap((place) => (rest.length === 0 ? [place] : below(place, rest.join('/'))));
  }
}

function childrenOf(place: Place): Place[] {
  const counts = new Map<string, number>();
  return elementsOf(place.element).map((element: ViewElement) => {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    return { element, at: element.at ?? `${place.at}/${element.name}${count > 1 ? `[${count}]` : ''}` };
  });
}

/** Elements below a place by a path of names. */
export function below(place: Place, path: string): Place[] {
  return path
    .split('/')
    .reduce<Place[]>(
      (places, name) => places.flatMap((one) => childrenOf(one).filter(({ element }) => element.name === name)),
      [place],
    );
}

/** The text of an element, without blanks around it; '' when there is none. */
export function said(place: Place | undefined): string {
  return place === undefined ? '' : textOf(place.element).trim();
}

/** The text at a path below a place; '' when nothing is there. */
export function at(place: Place, path: string): string {
  return said(below(place, path)[0]);
}

/** An attribute of an element. */
export function attribute(place: Place, name: string): string {
  return (attributeOf(place.element, name) ?? '').trim();
}

/** Whether something stands at a path, be it empty. */
export function has(place: Place, path: string): boolean {
  return below(place, path).length > 0;
}

const SCALE = 12;
const ONE = 10n ** BigInt(SCALE);

/** A decimal as a whole number of 10^-12; undefined for what is none, and for digits beyond that. */
export function exact(text: string): bigint | undefined {
  const match = /^([+-]?)(\d{0,20})(?:\.(\d{0,12})0*)?$/.exec(text.trim());
  if (match === null || !/\d/.test(text)) return undefined;
  const value = BigInt(match[2] || '0') * ONE + BigInt((match[3] ?? '').padEnd(SCALE, '0'));
  return match[1] === '-' ? -value : value;
}

/** The number at a path; `otherwise` when there is none. */
export function amount(place: Place, path: string, otherwise = 0n): bigint {
  const text = at(place, path);
  return text === '' ? otherwise : (exact(text) ?? otherwise);
}

/** Product and quotient of such numbers. */
export const times = (a: bigint, b: bigint): bigint => (a * b) / ONE;
export const over = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : (a * ONE) / b);
export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Whether two numbers are as near as that: '0.02'. */
export function near(a: bigint, b: bigint, slack: string): boolean {
  return size(a - b) <= (exact(slack) ?? 0n);
}

/** Rounded to cents, a half away from below. */
export function cents(value: bigint): bigint {
  const cent = ONE / 100n;
  const half = cent / 2n;
  const floor = (n: bigint) => (n >= 0n ? n / cent : -((-n + cent - 1n) / cent));
  return floor(value + half) * cent;
}

/** A rule from a few words; a breach is fatal, as the publishers call it. */
export function rule(id: string, says: string, find: BusinessRule['find']): BusinessRule {
  return { id, severity: 'error', says, find };
}

/** The same, a breach of which is a warning. */
export function warning(broken: BusinessRule): BusinessRule {
  return { ...broken, severity: 'warning' };
}
