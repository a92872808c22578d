import { type Decoded, type Encoded, hasError } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeElement, encodeElement } from '../xml/codec.js';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { missingIn, withDemanded } from './shared/demanded.js';
import { readNamespaces, writtenNamespaces } from './shared/sequences.js';

/** Reads an openTRANS document that came through the XML door by its table. Never throws. */
export function decodeOpenTrans<T>(table: Message<T>, root: XmlElement): Decoded<T> & { partial: Partial<T> } {
  return decodeElement(table, root, readNamespaces);
}

/** Writes a document as openTRANS 2.1 in UTF-8. With an error among the problems it must not be sent. */
export function encodeOpenTrans<T>(table: Message<T>, document: NoInfer<T>): Encoded {
  const { element, problems } = encodeElement(table, document, writtenNamespaces);
  const whole = withDemanded(element);
  const { text, problems: found } = writeXml(whole);
  return { text, problems: [...problems, ...(hasError(problems) ? [] : missingIn(whole)), ...found] };
}
