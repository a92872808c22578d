import type { Problem } from '../canonical/problem.js';
import { decodeXmlBytes } from '../xml/charset.js';

/** A number as it is written: 1.10 stays 1.10. */
export interface JsonNumber {
  number: string;
}

/** An object with its keys in order, as pairs: no key is ever a property of one of ours. */
export interface JsonObject {
  entries: [string, Json][];
  line: number;
}

export type Json = string | boolean | null | JsonNumber | Json[] | JsonObject;

/** Caps of one document, far above every file of the shared corpus. */
export const jsonCaps = { bytes: 32 * 1024 * 1024, depth: 64, values: 2_000_000 } as const;

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && 'entries' in value && !Array.isArray(value);

/** The value of a key; the last one when a document has the key twice, as every reader of JSON takes it. */
export const keyOf = (object: JsonObject, key: string): Json | undefined =>
  object.entries.findLast(([name]) => name === key)?.[1];

class Refused extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly at: number,
  ) {
    super(sentence);
  }
}

/**
 * The one door for JSON from outside, up to 32 MiB: size, charset, depth and count, RFC 8259 to the letter. Numbers keep their writing.
 * Refuses with one problem that says where. Reads no file and no network; never throws.
 */
export function readJson(bytes: Uint8Array): { value?: Json; problems: Problem[] } {
  if (bytes.length > jsonCaps.bytes)
    return { problems: [problem('JSON_TOO_LARGE', 'The document is larger than 32 MiB. Send it in several.', 1)] };
  const { text, problems } = decodeXmlBytes(bytes);
  if (text === undefined) return { problems };
  const reader = new Reader(text);
  try {
    return { value: reader.document(), problems };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { problems: [...problems, problem(error.code, error.sentence, reader.lineAt(error.at))] };
  }
}

const problem = (code: string, message: string, line: number): Problem => ({ at: '/', line, code, message, severity: 'error' });

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 forbids them in a string, so that is what is looked for
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class Reader {
  private at = 0;
  private values = 0;
  private counted = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  document(): Json {
    const value = this.value(0);
    this.blank();
    if (this.at < this.text.length) this.wrong('There is something behind the end of the document.');
    return value;
  }

  /** The line of a place; places are asked for in order. */
  lineAt(at: number): number {
    for (; this.counted < at; this.counted++) if (this.text.charCodeAt(this.counted) === 10) this.line++;
    return this.line;
  }

  private value(depth: number): Json {
    this.blank();
    if (depth > jsonCaps.depth) this.refuse('JSON_TOO_DEEP', `The document is nested deeper than ${jsonCaps.depth} levels.`);
    if (++this.values > jsonCaps.values) this.refuse('JSON_TOO_MANY', `The document holds more than ${jsonCaps.values} values.`);
    const sign = this.text[this.at];
    if (sign === '{') return this.object(depth);
    if (sign === '[') return this.array(depth);
    if (sign === '"') return this.string();
    for (const [word, value] of WORDS)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    const number = this.match(NUMBER);
    if (number === '') this.wrong('A value is missing or is none.');
    return { number };
  }

  private object(depth: number): JsonObject {
    const object: JsonObject = { entries: [], line: this.lineAt(this.at) };
    this.items('}', () => {
      if (this.text[this.at] !== '"') this.wrong('A key in quotes is missing.');
      const key = this.string();
      this.blank();
      if (this.text[this.at++] !== ':') this.wrong('A colon is missing behind a key.');
      object.entries.push([key, this.value(depth + 1)]);
    });
    return object;
  }

  private array(depth: number): Json[] {
    const items: Json[] = [];
    this.items(']', () => items.push(this.value(depth + 1)));
    return items;
  }

  private items(end: string, read: () => void): void {
    this.at++;
    this.blank();
    if (this.text[this.at] === end) {
      this.at++;
      return;
    }
    for (;;) {
      this.blank();
      read();
      this.blank();
      const sign = this.text[this.at++];
      if (sign === end) return;
      if (sign !== ',') this.wrong(`A comma or ${end} is missing.`);
    }
  }

  private string(): string {
    this.at++;
    const parts: string[] = [];
    for (;;) {
      parts.push(this.match(PLAIN));
      const sign = this.text[this.at++];
      if (sign === '"') return parts.join('');
      if (sign !== '\\') this.wrong('A text does not end, or holds a control character.');
      parts.push(this.escaped());
    }
  }

  private escaped(): string {
    const sign = this.text[this.at++] ?? '';
    if (sign !== 'u')
      return Object.hasOwn(ESCAPES, sign) ? (ESCAPES[sign] ?? '') : this.wrong('A text holds an escape that is none.');
    const hex = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.wrong('A text holds an escape that is none.');
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private blank(): void {
    this.match(BLANK);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private wrong(sentence: string): never {
    return this.refuse('JSON_NOT_WELL_FORMED', `The document is not JSON: ${sentence}`);
  }

  private refuse(code: string, sentence: string): never {
    throw new Refused(code, sentence, Math.min(this.at, this.text.length));
  }
}
