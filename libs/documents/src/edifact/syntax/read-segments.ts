import type { Problem } from '../../canonical/problem.js';
import { edifactCaps } from './caps.js';
import { type Reading, readingOf } from './charset.js';
import { type Scanned, scanSegment } from './scan-segment.js';
import { openingAt, type Separators } from './separators.js';

/** One segment as received: elements of components, `elements[0]` the tag. `repeats` are further values of an element that repeats (syntax 4). `line` and `column` count from 1. */
export interface Segment {
  tag: string;
  elements: string[][];
  repeats?: { element: number; components: string[] }[];
  line: number;
  column: number;
}

/** Segments of one interchange with its separators. */
export interface SegmentRun {
  separators: Separators;
  segments: Segment[];
  problems: Problem[];
}

/**
 * Bytes to segments, interchange by interchange, each with its own UNA and character set. Line breaks behind a terminator are
 * noise, inside a segment they come from wrapping and are taken out; a release character keeps the next one, whatever it is.
 * Never throws. Source: ISO 9735 (versions 1 to 4), interop 6.5.
 */
export function readSegments(bytes: Uint8Array): { runs: SegmentRun[]; problems: Problem[] } {
  if (bytes.length > edifactCaps.bytes)
    return { runs: [], problems: [refusal('EDIFACT_TOO_LARGE', 'The file is larger than 32 MiB.', 1)] };
  const text = textOf(bytes);
  const file: File = { text, lineOf: lineCounter(text), withoutPackageEnd: new Set() };
  const runs: SegmentRun[] = [];
  const problems: Problem[] = [];
  let at = nextOpening(text, 0);
  if (at !== 0 && text.slice(0, at < 0 ? undefined : at).trim() !== '')
    problems.push({
      ...refusal(
        at < 0 ? 'EDIFACT_NO_HEADER' : 'EDIFACT_TEXT_OUTSIDE',
        at < 0 ? 'There is no UNB or UNH segment in the file.' : 'There is text before the interchange.',
        1,
      ),
      severity: at < 0 ? 'error' : 'warning',
    });
  let count = 0;
  while (at >= 0 && count <= edifactCaps.segments) {
    const { run, end } = readRun(file, at, edifactCaps.segments - count);
    count += run.segments.length;
    if (run.segments.length > 0) runs.push(run);
    at = nextOpening(text, Math.max(end, at + 3));
    if (
      text
        .slice(end, at < 0 ? undefined : at)
        .replaceAll('\u001A', '')
        .trim() !== ''
    )
      problems.push({
        ...refusal('EDIFACT_TEXT_OUTSIDE', 'There is text outside of an interchange.', file.lineOf(end).line),
        severity: 'warning',
      });
  }
  if (count > edifactCaps.segments)
    problems.push(refusal('EDIFACT_TOO_LARGE', `The file has more than ${edifactCaps.segments} segments.`, 1));
  if (runs.length === 0 && problems.length === 0) problems.push(refusal('EDIFACT_NO_HEADER', 'The file is empty.', 1));
  return { runs, problems };
}

interface File {
  text: string;
  lineOf: (offset: number) => { line: number; column: number };
  /** Element separators with which no UNP stands in the rest of the text: it is searched once, however many packages do not end. */
  withoutPackageEnd: Set<string>;
}

/** One character for each byte, so that every interchange can be read in its own set; UTF-16 becomes UTF-8 first. */
function textOf(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(view.subarray(2).toString('utf16le'), 'utf8').toString('latin1');
  return view.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
}

/** The next place where an interchange, or a message without one, opens at the begin of the text or behind anything but a letter. */
function nextOpening(text: string, from: number): number {
  const opening = /(?<![A-Za-z0-9])(?:UNA|UNB|UNH)(?=[^A-Za-z0-9])/g;
  opening.lastIndex = from;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    if (openingAt(text, found.index) !== undefined) return found.index;
  }
  return -1;
}

function readRun(file: File, at: number, room: number): { run: SegmentRun; end: number } {
  const { separators, start } = openingAt(file.text, at) ?? { separators: undefined, start: at };
  const run: SegmentRun = { separators: separators as Separators, segments: [], problems: [] };
  const scanning = { text: file.text, separators: run.separators, at: start };
  let end = start;
  while (run.segments.length <= room) {
    scanning.at = skipSpace(file.text, scanning.at, run.separators);
    const from = scanning.at;
    if (from >= file.text.length || isNextOpening(file.text, from, run)) break;
    const found = scanSegment(scanning);
    if (found.elements.length === 1 && found.elements[0]?.join('').trim() === '') continue;
    const segment: Segment = { ...found, tag: (found.elements[0]?.[0] ?? '').trim(), ...file.lineOf(from) };
    run.segments.push(segment);
    note(run, segment, found);
    end = scanning.at;
    if (segment.tag === 'UNO') scanning.at = behindPackage(file, scanning.at, run.separators);
    if (segment.tag === 'UNZ') break;
  }
  decode(run, file.text.slice(at, end));
  return { run, end };
}

function note(run: SegmentRun, segment: Segment, { overflow, unterminated }: Scanned): void {
  const { tag, line, column } = segment;
  const place = { at: /^[A-Z]{3}$/.test(tag) ? tag : 'UNB', line, column };
  if (overflow)
    run.problems.push({
      ...place,
      code: 'EDIFACT_SEGMENT_TOO_LARGE',
      message: 'The segment is larger than any of the standard; only its beginning was read.',
      severity: 'error',
    });
  if (unterminated && run.separators.terminator.trim() !== '')
    run.problems.push({
      ...place,
      code: 'EDIFACT_NO_TERMINATOR',
      message: 'The last segment has no terminator: the file may have been cut.',
      severity: 'warning',
    });
}

/** A new interchange inside of one: its UNZ is missing. UNH opens one only for who has no UNB. */
function isNextOpening(text: string, at: number, run: SegmentRun): boolean {
  return (
    run.segments.length > 0 && (text.startsWith('UNA', at) || text.startsWith('UNB', at)) && openingAt(text, at) !== undefined
  );
}

/** Line breaks and blanks between segments, and the end-of-file mark of old systems, say nothing. */
function skipSpace(text: string, at: number, { element }: Separators): number {
  let next = at;
  while (next < text.length && isSpace(text[next] ?? '') && text[next] !== element) next++;
  return next;
}

const isSpace = (character: string): boolean => /\s/.test(character) || character === '\u001A';

/** UNO announces a package of raw bytes that ends with UNP; it is no text of the interchange. */
function behindPackage({ text, withoutPackageEnd }: File, at: number, { element }: Separators): number {
  const end = withoutPackageEnd.has(element) ? -1 : text.indexOf(`UNP${element}`, at);
  if (end >= 0) return end;
  withoutPackageEnd.add(element);
  return text.length;
}

/** Values become text by the character set that UNB names. */
function decode(run: SegmentRun, bytes: string): void {
  const header = run.segments.find(({ tag }) => tag === 'UNB');
  const reading: Reading = readingOf(header === undefined ? 'UNOC' : (header.elements[1]?.[0] ?? ''), bytes);
  if (reading.misfit !== undefined && header !== undefined)
    run.problems.push({
      at: 'UNB01',
      line: header.line,
      column: header.column,
      code: 'EDIFACT_CHARSET',
      message: `The text does not fit its character set: ${reading.misfit}.`,
      severity: 'warning',
    });
  const read = (value: string) => reading.decode(value);
  for (const segment of run.segments) {
    segment.elements = segment.elements.map((components) => components.map(read));
    for (const repeat of segment.repeats ?? []) repeat.components = repeat.components.map(read);
  }
}

function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  let next = text.search(/\r\n?|\n/);
  const breaks = /\r\n?|\n/g;
  return (offset) => {
    while (next >= 0 && next < offset) {
      breaks.lastIndex = next;
      const found = breaks.exec(text);
      line++;
      start = next + (found?.[0].length ?? 1);
      breaks.lastIndex = start;
      next = breaks.exec(text)?.index ?? -1;
    }
    return { line, column: offset - start + 1 };
  };
}

function refusal(code: string, message: string, line: number): Problem {
  return { at: 'UNB', line, code, message, severity: 'error' };
}
