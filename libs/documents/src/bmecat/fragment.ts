import { Unreadable } from '../tabular/row/problem.js';

/** An element of a finished part of the catalogue, by local name in capitals. */
export interface Fragment {
  name: string;
  line: number;
  attributes: Readonly<Record<string, string>>;
  /** Text of the element itself, pieces and CDATA joined. */
  text: string;
  children: Fragment[];
}

/** Caps of one product, group or header; the largest real product seen has 4,000 elements and 0.6 million characters. */
const ELEMENTS_MAX = 100_000;
const CHARACTERS_MAX = 8_388_608;

/** Builds one fragment at a time from parser events. */
export class FragmentBuilder {
  #open: Fragment[] = [];
  #elements = 0;
  #characters = 0;

  /** Whether a fragment is being built. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (this.#open.length === 0) this.#elements = this.#characters = 0;
    const fragment: Fragment = { name, line, attributes, text: '', children: [] };
    this.#elements++;
    if (this.#elements > ELEMENTS_MAX) {
      throw new Unreadable(
        'XML_TOO_LARGE',
        { what: 'The number of elements of one product', limit: String(ELEMENTS_MAX) },
        { line },
      );
    }
    this.#open.at(-1)?.children.push(fragment);
    this.#open.push(fragment);
  }

  text(text: string): void {
    const current = this.#open.at(-1);
    if (current === undefined) return;
    this.#characters += text.length;
    if (this.#characters > CHARACTERS_MAX) {
      throw new Unreadable(
        'XML_TOO_LARGE',
        { what: 'The text of one product', limit: `${CHARACTERS_MAX} characters` },
        { line: current.line },
      );
    }
    current.text += text;
  }

  /** The whole fragment, when this closes its root. */
  close(): Fragment | undefined {
    const closed = this.#open.pop();
    return this.#open.length === 0 ? closed : undefined;
  }
}

/** First child of one of these names. */
export function child(fragment: Fragment | undefined, ...names: string[]): Fragment | undefined {
  return fragment?.children.find((candidate) => names.includes(candidate.name));
}

/** Every child of one of these names, in order. */
export function children(fragment: Fragment | undefined, ...names: string[]): Fragment[] {
  return fragment?.children.filter((candidate) => names.includes(candidate.name)) ?? [];
}

/** Trimmed text of the first child of one of these names that has any; empty when there is none (also for xsi:nil). */
export function textOf(fragment: Fragment | undefined, ...names: string[]): string {
  for (const candidate of fragment?.children ?? []) {
    if (!names.includes(candidate.name)) continue;
    const text = candidate.text.trim();
    if (text !== '') return text;
  }
  return '';
}

/** Value of an attribute, prefix and case aside. */
export function attributeOf(fragment: Fragment, name: string): string | undefined {
  const exact = fragment.attributes[name];
  if (exact !== undefined) return exact;
  for (const key in fragment.attributes) {
    if (key.slice(key.indexOf(':') + 1).toLowerCase() === name) return fragment.attributes[key];
  }
  return undefined;
}
