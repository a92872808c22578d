import { isUtf8 } from 'node:buffer';
import type { Problem } from '../canonical/problem.js';

/** What parts the data of an interchange. `lineEnds`: segments end with line breaks. `component` is absent when the sender uses none. */
export interface Separators {
  element: string;
  component?: string;
  terminator: string;
}

/** One segment as received: its elements as text, `elements[0]` its id. `line` and `column` count from 1. */
export interface Segment {
  id: string;
  elements: string[];
  line: number;
  column: number;
}

/** Segments of one interchange with its separators. */
export interface SegmentRun {
  separators: Separators;
  segments: Segment[];
}

/** Caps of one file. */
export const x12Caps = { bytes: 32 * 1024 * 1024, segments: 500_000 } as const;

const BREAK = '\n';

/**
 * Bytes to segments, interchange by interchange. The separators are found by counting the sixteen of the ISA, so trimmed and
 * padded headers read alike; a terminator may be LF, CR, CRLF or any character, be followed by line breaks and indents, be
 * missing at the end, or be a letter of several bytes. Never throws. Source: ASC X12.5 and X12.6, interop 6.4.
 */
export function readSegments(bytes: Uint8Array): { runs: SegmentRun[]; problems: Problem[] } {
  if (bytes.length > x12Caps.bytes)
    return { runs: [], problems: [refusal('X12_TOO_LARGE', 'The file is larger than 32 MiB.', 1)] };
  const text = decodeText(bytes);
  const lineOf = lineCounter(text);
  const runs: SegmentRun[] = [];
  const problems: Problem[] = [];
  let at = text.search(/\S/);
  while (at >= 0 && at < text.length) {
    const header = text.startsWith('ISA', at) ? readHeader(text, at) : undefined;
    if (header === undefined) {
      problems.push(
        refusal(
          'X12_NO_HEADER',
          'There is no readable ISA segment here: three letters ISA and sixteen elements.',
          lineOf(at).line,
        ),
      );
      break;
    }
    const read = readRun({ text, at, header, lineOf });
    runs.push(read.run);
    if (read.end < 0) problems.push(refusal('X12_TOO_LARGE', `The file has more than ${x12Caps.segments} segments.`, 1));
    if (read.end < 0) break;
    at = read.end;
  }
  if (runs.length === 0 && problems.length === 0) problems.push(refusal('X12_NO_HEADER', 'The file is empty.', 1));
  return { runs, problems };
}

interface Header {
  separators: Separators;
  /** Offset behind the terminator of the ISA. */
  end: number;
  elements: string[];
}

function decodeText(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return view.subarray(2).toString('utf16le').replace(/\r\n?/g, BREAK);
  const text = isUtf8(bytes) ? view.toString('utf8') : view.toString('latin1');
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, BREAK);
}

/** The sixteenth element of the ISA is the component separator, what follows it the terminator; a header may be wrapped or trimmed. */
function readHeader(text: string, at: number): Header | undefined {
  const element = text[at + 3];
  if (element === undefined || /[A-Za-z0-9\s]/.test(element)) return undefined;
  let position = at + 3;
  for (let count = 1; count < 16; count++) {
    position = text.indexOf(element, position + 1);
    if (position < 0 || position - at > 400) return undefined;
  }
  const body = text.slice(at, position);
  const rest = text.slice(position + 1, position + 3);
  const [first = '', second = ''] = rest;
  const ends = terminatorOf({ text, position, element, first, second });
  if (ends === undefined) return undefined;
  const elements = `${body}${element}${ends.component ?? ''}`.split(element).map((value) => value.replaceAll(BREAK, '').trim());
  const separators = {
    element,
    terminator: ends.terminator,
    ...(ends.component === undefined ? {} : { component: ends.component }),
  };
  return { separators, end: position + 1 + ends.length, elements };
}

function terminatorOf(where: {
  text: string;
  position: number;
  element: string;
  first: string;
  second: string;
}): { component?: string; terminator: string; length: number } | undefined {
  const { text, position, element, first, second } = where;
  const after = text.slice(position + 2).trimStart();
  const groupFollows = /^(?:GS|TA1|IEA)/.test(after) && after[after.startsWith('GS') ? 2 : 3] === element;
  if (first === '') return undefined;
  if (first === BREAK) return { terminator: BREAK, length: 1 };
  if (/[A-Za-z0-9]/.test(second) && groupFollows) return { terminator: first, length: 1 };
  if (second === BREAK && groupFollows && firstSegmentEndsWith(after, first)) return { terminator: first, length: 1 };
  if (second === '' || /[A-Za-z0-9]/.test(second)) return undefined;
  return { ...(first === element ? {} : { component: first }), terminator: second, length: 2 };
}

/** A header that left the component separator out: its one closing character is what ends the next segment, too. */
function firstSegmentEndsWith(after: string, character: string): boolean {
  const line = after.slice(0, after.indexOf(BREAK) < 0 ? undefined : after.indexOf(BREAK));
  return line.endsWith(character) && line.indexOf(character) === line.length - 1;
}

interface Place {
  text: string;
  at: number;
  header: Header;
  lineOf: (offset: number) => { line: number; column: number };
}

function readRun({ text, at, header, lineOf }: Place): { run: SegmentRun; end: number } {
  const { separators } = header;
  const segments: Segment[] = [{ id: 'ISA', elements: header.elements, ...lineOf(at) }];
  let position = header.end;
  while (position < text.length) {
    while (position < text.length && /\s/.test(text[position] ?? '') && text[position] !== separators.element) position++;
    if (
      position >= text.length ||
      (text.startsWith('ISA', position) && text[position + 3] !== undefined && looksLikeHeader(text, position))
    )
      break;
    if (segments.length > x12Caps.segments) return { run: { separators, segments }, end: -1 };
    const end = segmentEnd(text, position, separators);
    const raw = text.slice(position, end);
    const clean = separators.terminator === BREAK ? raw : raw.replaceAll(BREAK, '');
    const elements = clean.split(separators.element);
    segments.push({ id: (elements[0] ?? '').trim(), elements: elements.map((value) => value.trimEnd()), ...lineOf(position) });
    position = end + separators.terminator.length;
    if (elements[0]?.trim() === 'IEA') break;
  }
  while (position < text.length && /\s/.test(text[position] ?? '')) position++;
  return { run: { separators, segments }, end: position };
}

function looksLikeHeader(text: string, at: number): boolean {
  return readHeader(text, at) !== undefined;
}

/** BIN and BDS carry their own length and may hold the terminator. */
function segmentEnd(text: string, at: number, separators: Separators): number {
  const binary = /^(?:BIN.(\d+)|BDS.[^\d]{3}.(\d+))/.exec(text.slice(at, at + 40));
  const length = Number(binary?.[1] ?? binary?.[2] ?? 0);
  const from = binary === null ? at : Math.min(at + binary[0].length + 1 + length, text.length);
  const end = text.indexOf(separators.terminator, from);
  return end < 0 ? text.length : end;
}

function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  let next = text.indexOf(BREAK);
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      start = next + 1;
      next = text.indexOf(BREAK, next + 1);
    }
    return { line, column: offset - start + 1 };
  };
}

function refusal(code: string, message: string, line: number): Problem {
  return { at: 'ISA', line, code, message, severity: 'error' };
}
