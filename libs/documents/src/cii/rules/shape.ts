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

/** The parent of what a path ends in: what is there already, the last of its name, or new. */
function parentAt(target: ViewElement, path: readonly string[], source: Found): ViewElement {
  return path.reduce<ViewElement>((parent, name) => {
    const there = elementsOf(parent, name).at(-1);
    if (there !== undefined) return there;
    const fresh = made(name, source);
    parent.children.push(fresh);
    return fresh;
  }, target);
}

/** Fills `target` with what the shapes say of `source`; amounts that name no currency are in `currency`. */
export function fill(
  target: ViewElement,
  source: Found,
  { shapes, currency }: { shapes: readonly Shape[]; currency: string },
): void {
  for (const shape of shapes)
    for (const found of foundAt(source, shape.from)) {
      const own = (attributeOf(found.element, 'currencyID') ?? currency) === currency;
      if (shape.isOwnCurrency !== undefined && shape.isOwnCurrency !== own) continue;
      const path = shape.to.split('/');
      const element = made(path.pop() ?? '', found);
      parentAt(target, path, found).children.push(element);
      if (shape.shapes !== undefined) fill(element, found, { shapes: shape.shapes, currency });
      else complete(element, found.element, { text: shape.value?.(found.element) ?? textAt(found.element), currency });
    }
}

function complete(element: ViewElement, source: XmlElement, { text, currency }: { text: string; currency: string }): void {
  if (text !== '') element.children.push(text);
  element.attributes.push(...source.attributes);
  if (element.name.endsWith('Amount') && attributeOf(element, 'currencyID') === undefined)
    element.attributes.push({ name: 'currencyID', namespace: '', value: currency });
}
