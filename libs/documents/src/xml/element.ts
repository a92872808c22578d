/** An attribute with its namespace resolved; `namespace` is '' for the usual unprefixed one. */
export interface XmlAttribute {
  name: string;
  namespace: string;
  value: string;
}

/** An element with its namespace resolved ('' for none). `line` counts from 1 in the document as sent. Text children are decoded strings. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: XmlAttribute[];
  children: XmlNode[];
  line: number;
}

export type XmlNode = XmlElement | string;

/** All text below an element, in document order, as XPath string() gives it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Child elements in order; with a name, only those of that local name. */
export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** First descendant reached by local names from child to child. */
export function findElement(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at && elementsOf(at, name)[0], element);
}

/** Value of the attribute without a namespace, absent when it is not there. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name && attribute.namespace === '')?.value;
}
