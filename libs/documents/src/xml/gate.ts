import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm';
import type { Problem } from '../canonical/problem.js';

const OPTIONS =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_COMPACT |
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_BIG_LINES;

/** Strict well-formedness by libxml2, without network, files or entities of its own. Undefined: well-formed. The text must hold neither declaration nor DOCTYPE. */
export function wellFormedness(text: string): Problem | undefined {
  try {
    XmlDocument.fromBuffer(new TextEncoder().encode(text), { encoding: 'utf-8', option: OPTIONS }).dispose();
    return undefined;
  } catch (error) {
    if (!(error instanceof XmlParseError))
      return notWellFormed({ message: 'The XML parser gave up on the document.', line: 1, col: 1 });
    return notWellFormed(error.details[0] ?? { message: error.message, line: 1, col: 1 });
  }
}

function notWellFormed(detail: { message: string; line: number; col: number }): Problem {
  const message = `The document is not well-formed XML: ${detail.message.trim().slice(0, 300)}.`;
  return {
    at: '/',
    line: Math.max(detail.line, 1),
    column: Math.max(detail.col, 1),
    code: 'XML_NOT_WELL_FORMED',
    message,
    severity: 'error',
  };
}
