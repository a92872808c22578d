import { isUnitCode, type UnitCode, unitCodes, unitName } from '#libs/kernel';
import { editDistance } from '../edit-distance.js';
import { ambiguousUnits, misusedCodes, unitAliases } from './unit-alias.data.js';

/** What a supplier's word for a unit means. */
export type UnitReading =
  | { kind: 'code'; unit: UnitCode }
  | { kind: 'alias'; unit: UnitCode }
  | { kind: 'ambiguous'; suggestion: string }
  | { kind: 'unknown'; suggestion: string };

/** Distinct words of one file that are remembered, and searched for a suggestion. */
const REMEMBERED_MAX = 300;
/** Characters of a word that is looked up at all. */
const WORD_MAX = 40;

interface Candidate {
  text: string;
  code: UnitCode;
  handicap: number;
}

let aliases: Map<string, UnitCode> | undefined;
let candidates: Candidate[] | undefined;

/**
 * Reads units as a file writes them: a Recommendation 20 or 21 code in any case, a well-known word for one (Stk, PCE, box),
 * or neither, with the nearest code as a suggestion. Words that two code lists understand differently (CA, ST) are not guessed,
 * except CA and the like in formats whose unit list holds the packages of Rec 21 without their X (`plainPackages`, BMEcat 1.2);
 * ST stays a question even there, as SAP exporters mean a piece. One instance for each file.
 */
export class UnitReader {
  readonly #remembered = new Map<string, UnitReading>();
  readonly #plainPackages: boolean;

  constructor(plainPackages: boolean) {
    this.#plainPackages = plainPackages;
  }

  read(raw: string): UnitReading {
    const known = this.#remembered.get(raw);
    if (known !== undefined) return known;
    const word = raw.length > WORD_MAX ? '' : raw.trim().toUpperCase().replace(/\.$/, '');
    const isRoom = this.#remembered.size < REMEMBERED_MAX;
    const reading = this.#lookUp(word) ?? { kind: 'unknown', suggestion: named(isRoom ? nearest(word) : 'EA') };
    if (isRoom) this.#remembered.set(raw, reading);
    return reading;
  }

  #lookUp(word: string): UnitReading | undefined {
    if (isUnitCode(word) && !misusedCodes.has(word)) return { kind: 'code', unit: word };
    const choices = ambiguousUnits[word];
    if (choices === undefined) {
      const alias = aliasTable().get(word);
      if (alias !== undefined) return { kind: 'alias', unit: alias };
    }
    const packaged = `X${word}`;
    if (this.#plainPackages && word.length === 2 && word !== 'ST' && isUnitCode(packaged))
      return { kind: 'alias', unit: packaged };
    return choices === undefined ? undefined : { kind: 'ambiguous', suggestion: choices.map(named).join(', ') };
  }
}

function aliasTable(): Map<string, UnitCode> {
  if (aliases !== undefined) return aliases;
  const table = new Map<string, UnitCode>();
  for (const code of unitCodes()) {
    const name = unitName(code)?.toUpperCase();
    if (name !== undefined && !table.has(name) && !isUnitCode(name)) table.set(name, code);
  }
  for (const line of unitAliases.split('\n')) {
    const blank = line.indexOf(' ');
    for (const word of line.slice(blank + 1).split('|')) table.set(word, line.slice(0, blank));
  }
  aliases = table;
  return table;
}

/** The code whose own letters or whose usual words are fewest edits away, at most 3; EA when nothing is near. */
function nearest(word: string): UnitCode {
  candidates ??= suggestionCandidates();
  let best: { code: string; distance: number } = { code: 'EA', distance: 3.5 };
  for (const { text, code, handicap } of candidates) {
    const limit = Math.floor(best.distance);
    if (Math.abs(text.length - word.length) > limit) continue;
    const distance = editDistance(word, text, limit) + handicap;
    if (distance < best.distance) best = { code, distance };
  }
  return best.code;
}

/** Usual words first, then the codes themselves, those of packages without their X. */
function suggestionCandidates(): Candidate[] {
  const words = unitAliases.split('\n').flatMap((line) => {
    const blank = line.indexOf(' ');
    return line
      .slice(blank + 1)
      .split('|')
      .map((text) => ({ text, code: line.slice(0, blank), handicap: 0 }));
  });
  return [...words, ...unitCodes().map((code) => ({ text: code.startsWith('X') ? code.slice(1) : code, code, handicap: 0.5 }))];
}

function named(code: UnitCode): string {
  return `${code} (${unitName(code) ?? code})`;
}
