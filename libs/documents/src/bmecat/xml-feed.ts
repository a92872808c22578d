import { SaxesParser } from 'saxes';
import { Unreadable } from '../tabular/row/problem.js';
import { judgeDoctype } from './doctype.js';

/** Caps of a streamed catalogue; real ones stay below a tenth of each. */
export const xmlCaps = { depth: 64, attributes: 64, nameCharacters: 256, tokenCharacters: 4_194_304 } as const;

/** What a reader of streamed XML is told, by local names in capitals. Handlers may throw Unreadable to stop. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text(text: string): void;
  close(name: string): void;
}

/** Distinct element names kept ready; more are recomputed. */
const NAMES_MAX = 2_000;

/**
 * Streams XML through saxes with our own rules (decisions.md 18): well-formed or refused at the first fault, DOCTYPE only
 * as a label that is never fetched, no internal subset but BMEcat's own (doctype.ts), no entities but the five of XML, caps on depth, attributes, names
 * and single texts. Namespaces are not resolved (saxes does so in quadratic time): elements match on local names.
 */
export class XmlFeed {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #handler: XmlHandler;
  readonly #names = new Map<string, string>();
  #depth = 0;
  #attributes = 0;
  /** Position and line of the last thing that was told. */
  #mark = 0;
  #markLine = 1;
  #last = '';
  #isEnding = false;
  #sawRoot = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    const parser = this.#parser;
    // Six handlers and no more: with eight, V8 keeps the parser as a dictionary and it reads at a fifth of its speed.
    parser.on('error', (error) => {
      throw this.#fault(error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, ''));
    });
    parser.on('doctype', (doctype) => {
      this.#seen();
      this.#doctype(doctype);
    });
    parser.on('opentag', (tag) => {
      this.#start(tag.name, tag.attributes);
      this.#handler.open(this.#local(tag.name), tag.attributes as Record<string, string>, parser.line);
    });
    parser.on('closetag', (tag) => {
      this.#seen();
      this.#depth--;
      this.#handler.close(this.#local(tag.name));
    });
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  /** Line the parser has come to. */
  get line(): number {
    return this.#parser.line;
  }

  /** Takes the next piece of text; every complete element in it is told before this returns. */
  write(piece: string): void {
    this.#last = piece;
    this.#parser.write(piece);
    if (this.#parser.position - this.#mark > xmlCaps.tokenCharacters) {
      throw this.#tooLarge('One text, comment or tag', `${xmlCaps.tokenCharacters} characters`);
    }
  }

  /** Throws Unreadable when the document is not complete. */
  end(): void {
    this.#isEnding = true;
    this.#parser.close();
  }

  #seen(): void {
    this.#mark = this.#parser.position;
    this.#markLine = this.#parser.line;
  }

  /**
   * A fault of the document. The parser finds a bare & only at the next semicolon, often much later or never: it is told
   * where its text began. What is open at the end of the file was cut off.
   */
  #fault(reason: string): Unreadable {
    const since = this.#last.slice(Math.max(0, this.#last.length - (this.#parser.position - this.#mark)));
    const isBare = /entity/.test(reason) || (this.#isEnding && /&(?![A-Za-z#][\w#]{0,31};)/.test(since.slice(0, -33)));
    if (isBare)
      return new Unreadable(
        'XML_NOT_WELL_FORMED',
        { reason: 'an & or an entity that XML does not know; write &amp; for &' },
        { line: this.#markLine },
      );
    const isCut = this.#isEnding && this.#sawRoot;
    return new Unreadable(isCut ? 'FILE_TRUNCATED' : 'XML_NOT_WELL_FORMED', isCut ? { missing: reason } : { reason }, {
      line: this.line,
    });
  }

  #text(text: string): void {
    this.#seen();
    this.#handler.text(text);
  }

  #start(name: string, attributes: object): void {
    this.#seen();
    this.#sawRoot = true;
    this.#depth++;
    if (this.#depth > xmlCaps.depth) {
      throw new Unreadable('XML_TOO_DEEP', { limit: String(xmlCaps.depth) }, { line: this.line });
    }
    if (name.length > xmlCaps.nameCharacters) throw this.#tooLarge('An element name', `${xmlCaps.nameCharacters} characters`);
    let count = 0;
    for (const _ in attributes) count++;
    if (count > xmlCaps.attributes) throw this.#tooLarge('The number of attributes of an element', String(xmlCaps.attributes));
  }

  #tooLarge(what: string, limit: string): Unreadable {
    return new Unreadable('XML_TOO_LARGE', { what, limit }, { line: this.line });
  }

  #doctype(doctype: string): void {
    const verdict = judgeDoctype(doctype);
    if (verdict === 'subset-refused') throw new Unreadable('XML_INTERNAL_SUBSET', {}, { line: this.line });
    if (verdict === 'refused')
      throw new Unreadable('XML_DOCTYPE_REFUSED', { found: doctype.trim().slice(0, 200) }, { line: this.line });
  }

  #local(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(':') + 1).toUpperCase();
    if (this.#names.size < NAMES_MAX) this.#names.set(name, local);
    return local;
  }
}
