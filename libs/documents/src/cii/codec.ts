import type { Invoice } from '../canonical/billing/invoice.js';
import type { Decoded, Encoded } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeElement, encodeElement } from '../xml/codec.js';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { ciiInvoice } from './invoice.js';
import { ciiNamespaces } from './sequences.js';

/** Reads a CrossIndustryInvoice that came through the XML door. Never throws. `table` may carry a partner's adjustments. */
export function decodeCii(
  root: XmlElement,
  table: Message<Invoice> = ciiInvoice,
): Decoded<Invoice> & { partial: Partial<Invoice> } {
  return decodeElement(table, root, ciiNamespaces);
}

/** Writes an invoice or credit note as CII D16B in UTF-8. With an error among the problems it must not be sent. */
export function encodeCii(invoice: Invoice, table: Message<Invoice> = ciiInvoice): Encoded {
  const { element, problems } = encodeElement(table, invoice, ciiNamespaces);
  const { text, problems: found } = writeXml(element);
  return { text, problems: [...problems, ...found] };
}
