import type { ViewElement } from '../../ubl/rules/view.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../../xml/element.js';

/**
 * Where an element of one syntax stands in another: each element at `from` becomes one at `to`, made below what is there already, with
 * what its own shapes say, or with its text. `.` is the element itself. `isOwnCurrency` takes amounts of the document's currency, or only others.
 */
export interface Shape {
  from: string;
  to: string;
  shapes?: readonly Shape[];
  value?(element: XmlElement): string;
  isOwnCurrency?: boolean;
}

interface Found {
  element: XmlElement;
  at: string;
}

/** The text of an element, without blanks around it. */
export const textAt = (element: XmlElement): string => textOf(element).trim();

/** Elements at a path of local names, with their places as a reader would point at them. */
function foundAt(from: Found, path: string): Found[] {
  if (path === '.') return [from];
  return path.split('/').reduce<Found[]>(
    (found, name) =>
      found.flatMap(({ element, at }) =>
        elementsOf(element, name).map((child, index) => ({
          element: child,
          at: `${at}/${name}${index > 0 ? `[${index + 1}]` : ''}`,
        })),
      ),
    [from],
  );
}

function made(name: string, { element, at }: Found): ViewElement {
  return { name, namespace: '', attributes: [], children: [], line: element.line, at };
}

/** What was made below each element, the last of each name, so that a long document costs no more than its length. */
type Made = Map<ViewElement, Map<string, ViewElement>>;

function add(parent: ViewElement, child: ViewElement, last: Made): ViewElement {
  parent.children.push(child);
  const known = last.get(parent) ?? new Map<string, ViewElement>();
  last.set(parent, known.set(child.name, child));
  return child;
}

/** Fills `target` with what the shapes say of `source`; amounts that name no currency are in `currency`. */
export function fill(
  target: ViewElement,
  source: Found,
  { shapes, currency, last = new Map() }: { shapes: readonly Shape[]; currency: string; last?: Made },
): void {
  for (const shape of shapes)
    for (const found of foundAt(source, shape.from)) {
      const own = (attributeOf(found.element, 'currencyID') ?? currency) === currency;
      if (shape.isOwnCurrency !== undefined && shape.isOwnCurrency !== own) continue;
      const path = shape.to.split('/');
      const name = path.pop() ?? '';
      const parent = path.reduce((at, step) => last.get(at)?.get(step) ?? add(at, made(step, found), last), target);
      const element = add(parent, made(name, found), last);
      if (shape.shapes !== undefined) fill(element, found, { shapes: shape.shapes, currency, last });
      else complete(element, found.element, { text: shape.value?.(found.element) ?? textAt(found.element), currency });
    }
}

function complete(element: ViewElement, source: XmlElement, { text, currency }: { text: string; currency: string }): void {
  if (text !== '') element.children.push(text);
  element.attributes.push(...source.attributes);
  if (element.name.endsWith('Amount') && attributeOf(element, 'currencyID') === undefined)
    element.attributes.push({ name: 'currencyID', namespace: '', value: currency });
}
