/** Characters of a DOCTYPE at most; a catalogue with a hundred user-defined fields has a tenth of it. */
export const doctypeMax = 32_768;

/** How a DOCTYPE stands to what is accepted: nothing beyond a label, declarations that are refused, or anything else. */
export type DoctypeVerdict = 'accepted' | 'subset-refused' | 'refused';

const LABEL = /^\s*[\w.:-]{1,256}\s*(?:SYSTEM\s+(?:"[^"]*"|'[^']*')\s*)?$/;
const HEAD = /^\s*BMECAT\s+SYSTEM\s+(?:"[^"<>&%]*"|'[^'<>&%]*')\s*$/i;
/** A content model of user-defined elements: names, text, order, choice and how often. No references, no quotes, no markup. */
const MODEL = String.raw`\([\w.#|,?*+()\s-]{1,20000}\)[?*+]?`;
const USERDEFINES = new RegExp(String.raw`\s*<!ENTITY\s+%\s+USERDEFINES\s+(?:"(${MODEL})"|'(${MODEL})')\s*>`, 'y');
const ELEMENT = new RegExp(String.raw`\s*<!ELEMENT\s+(UDX\.[\w.-]{1,120})\s+(${MODEL})\s*>`, 'y');

/**
 * Judges what saxes gives of a DOCTYPE. `BMECAT SYSTEM "bmecat_new_catalog.dtd"` is a label. The internal subset that BMEcat 1.01 and 1.2 prescribe for
 * user-defined extensions (BMEcat 1.2, USER_DEFINED_EXTENSIONS) is accepted and passed over: once `<!ENTITY % USERDEFINES "(UDX.A?, ...)">`, then
 * `<!ELEMENT UDX.A (#PCDATA)>` or a model of UDX elements. It defines nothing for the reader: no entity of it can be called, none is expanded.
 */
export function judgeDoctype(doctype: string): DoctypeVerdict {
  if (doctype.length > doctypeMax) return 'refused';
  const open = outside(doctype, '[');
  if (open < 0) return LABEL.test(doctype) ? 'accepted' : 'refused';
  const close = doctype.lastIndexOf(']');
  const isWhole = close > open && doctype.slice(close + 1).trim() === '' && HEAD.test(doctype.slice(0, open));
  return isWhole && isUserDefines(doctype.slice(open + 1, close)) ? 'accepted' : 'subset-refused';
}

/** Where a character first stands outside of quotes. */
function outside(text: string, character: string): number {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const here = text.charAt(i);
    if (quote === '') {
      if (here === character) return i;
      if (here === '"' || here === "'") quote = here;
    } else if (here === quote) quote = '';
  }
  return -1;
}

function isUserDefines(subset: string): boolean {
  USERDEFINES.lastIndex = 0;
  const entity = USERDEFINES.exec(subset);
  if (!entity || !isModel(entity[1] ?? entity[2] ?? '')) return false;
  let at = USERDEFINES.lastIndex;
  for (;;) {
    ELEMENT.lastIndex = at;
    const element = ELEMENT.exec(subset);
    if (!element) return subset.slice(at).trim() === '';
    if (!isModel(element[2] ?? '')) return false;
    at = ELEMENT.lastIndex;
  }
}

/** Whether every name in a content model is a user-defined element or text. */
function isModel(model: string): boolean {
  return model.split(/[\s|,?*+()]+/).every((name) => name === '' || name === '#PCDATA' || /^UDX\.[\w.-]+$/.test(name));
}
