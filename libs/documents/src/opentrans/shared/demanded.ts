import type { Problem } from '../../canonical/problem.js';
import type { XmlToWrite } from '../../xml/write-xml.js';
import { demanded, sequences } from './sequences.js';

/** Elements that the schema demands and that may hold nothing. */
const MAY_BE_EMPTY = new Set(['PRODUCT_ID']);

const elementsIn = ({ children = [] }: XmlToWrite): XmlToWrite[] => children.filter((child) => typeof child !== 'string');

/** An element with every demanded child that may be empty, each at its place. */
export function withDemanded(element: XmlToWrite): XmlToWrite {
  const children = (element.children ?? []).map((child) => (typeof child === 'string' ? child : withDemanded(child)));
  const missing = (demanded[element.name] ?? []).filter(
    (name) => MAY_BE_EMPTY.has(name) && !children.some((child) => typeof child !== 'string' && child.name === name),
  );
  const order = sequences[element.name] ?? [];
  for (const name of missing) {
    const before = children.findIndex((child) => typeof child !== 'string' && order.indexOf(child.name) > order.indexOf(name));
    children.splice(before < 0 ? children.length : before, 0, { name });
  }
  return { ...element, children };
}

/** What the schema demands of a document to be written and it does not say: each an error, since the receiver would refuse it whole. */
export function missingIn(element: XmlToWrite, at = element.name): Problem[] {
  const own = elementsIn(element);
  const missing = (demanded[element.name] ?? []).filter((name) => !own.some((child) => child.name === name));
  return [
    ...missing.map((name): Problem => {
      const place = `${at}/${name}`;
      return { at: place, code: 'VALUE_MISSING', message: `openTRANS demands ${name} here.`, severity: 'error' };
    }),
    ...own.flatMap((child) => missingIn(child, `${at}/${child.name}`)),
  ];
}
