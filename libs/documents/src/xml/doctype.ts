import type { Problem } from '../canonical/problem.js';

/** A DOCTYPE accepted as a label. `start` and `length` give its place in the text; `systemId` is never fetched. */
export interface Doctype {
  name: string;
  systemId?: string;
  start: number;
  length: number;
}

const LABEL = /^<!DOCTYPE\s+([A-Za-z_:][\w:.-]*)(?:\s+SYSTEM\s+(?:"([^"]*)"|'([^']*)'))?\s*>/;
/** cxml.org under any case and version, and the file names under which cXML and BMEcat DTDs lie beside documents. */
const KNOWN =
  /^(?:https?:\/\/(?:xml\.)?cxml\.org\/|(?:.*[\\/])?(?:cXML|Fulfill|InvoiceDetail|Catalog|Quote|PaymentRemittance|Custom|bmecat\w*)\.dtd$)/i;

/**
 * Reads the DOCTYPE at `at`. A SYSTEM id of cXML or BMEcat, or none, is a label; an internal subset, a PUBLIC id and any
 * other SYSTEM id are refused with the way out. Nothing is ever loaded (decisions: XML).
 */
export function readDoctype(text: string, at: number): { doctype: Doctype } | { problem: Problem } {
  const head = text.slice(at, at + 2048);
  const match = LABEL.exec(head);
  const systemId = match?.[2] ?? match?.[3];
  if (match !== null && (systemId === undefined || KNOWN.test(systemId))) {
    return {
      doctype: { name: match[1] ?? '', ...(systemId === undefined ? {} : { systemId }), start: at, length: match[0].length },
    };
  }
  if (match !== null)
    return refused(text, at, 'Only the DTDs of cXML and BMEcat may be named. Export the document without its DOCTYPE line.');
  if (/^[^>[]*\[/.test(head)) {
    return refused(
      text,
      at,
      'A DOCTYPE with declarations of its own ([...]) is refused. Export the document without them; write each entity out as its text.',
    );
  }
  return refused(
    text,
    at,
    'The DOCTYPE is not a plain SYSTEM one of cXML or BMEcat. Export the document without its DOCTYPE line.',
  );
}

/** Offset behind the DOCTYPE. */
export function doctypeEnd(doctype: Doctype): number {
  return doctype.start + doctype.length;
}

function refused(text: string, at: number, message: string): { problem: Problem } {
  const line = text.slice(0, at).split('\n').length;
  return { problem: { at: '/', line, code: 'XML_DOCTYPE_REFUSED', message, severity: 'error' } };
}
