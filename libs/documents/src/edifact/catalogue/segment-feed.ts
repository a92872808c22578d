import { Unreadable } from '../../tabular/row/problem.js';
import type { Segment } from '../syntax/read-segments.js';
import { type Scanning, scanSegment } from '../syntax/scan-segment.js';
import { openingAt } from '../syntax/separators.js';

/** A segment that has not ended in so many characters is none; the longest of the directories has less than 3,000. */
const SEGMENT_CHARACTERS_MAX = 262_144;
/** Characters that tell the separators: UNA and the first segment. */
const OPENING_CHARACTERS = 2_200;

/** Segments of an interchange that comes in pieces: what is not whole yet is held, everything else handed on at once. */
export class SegmentFeed {
  readonly #take: (segment: Segment) => void;
  #held = '';
  #line = 1;
  #scanning: Scanning | undefined;

  constructor(take: (segment: Segment) => void) {
    this.#take = take;
  }

  /** Throws Unreadable for a segment without an end. */
  write(piece: string): void {
    this.#held += piece;
    if (this.#scanning === undefined && this.#held.length < OPENING_CHARACTERS) return;
    this.#drain(false);
  }

  /** After the last piece. */
  end(): void {
    this.#drain(true);
  }

  #drain(last: boolean): void {
    const scanning = this.#open();
    let done = 0;
    scanning.text = this.#held;
    for (;;) {
      scanning.at = behindSpace(this.#held, done);
      const from = scanning.at;
      if (from >= this.#held.length) break;
      const found = scanSegment(scanning);
      if (found.unterminated && !last) break;
      if (found.overflow)
        throw new Unreadable('XML_TOO_LARGE', { what: 'The segment', limit: 'any of the standard' }, { line: this.#line });
      this.#line += linesIn(this.#held, done, from);
      const tag = (found.elements[0]?.[0] ?? '').trim();
      if (tag !== '') this.#take({ ...found, tag, line: this.#line, column: 1 });
      this.#line += linesIn(this.#held, from, scanning.at);
      done = scanning.at;
    }
    this.#held = this.#held.slice(done);
    if (this.#held.length > SEGMENT_CHARACTERS_MAX)
      throw new Unreadable(
        'XML_TOO_LARGE',
        { what: 'The segment', limit: `${SEGMENT_CHARACTERS_MAX} characters` },
        { line: this.#line },
      );
  }

  #open(): Scanning {
    if (this.#scanning !== undefined) return this.#scanning;
    const opening = openingAt(this.#held, behindSpace(this.#held, 0));
    if (opening === undefined) throw new Unreadable('FILE_NOT_A_CATALOGUE', { found: 'no readable EDIFACT interchange' });
    this.#line += linesIn(this.#held, 0, opening.start);
    this.#held = this.#held.slice(opening.start);
    this.#scanning = { text: this.#held, separators: opening.separators, at: 0 };
    return this.#scanning;
  }
}

const isSpace = (character: string): boolean => /\s/.test(character) || character === '\u001A';

function behindSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text[next] ?? '')) next++;
  return next;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
