/** What parts the data of an interchange. `release` and `repetition` are absent when the sender has none. */
export interface Separators {
  component: string;
  element: string;
  decimal: string;
  release?: string;
  repetition?: string;
  terminator: string;
}

/** Separators of an interchange without UNA. Source: ISO 9735, 5.1 (versions 1 to 3) and ISO 9735-1, 8 (version 4). */
export const usual: Separators = { component: ':', element: '+', decimal: '.', release: '?', terminator: "'" };

/** Separators of level B as the standard has them, for machines: information separators, none of which needs a release. */
const CONTROLS: Separators = { component: '\u001F', element: '\u001D', decimal: '.', terminator: '\u001C' };

/** Tags a message or interchange may begin with, behind which the element separator stands. */
const FIRST = /^(?:UNB|UNH|UNG)/;
const SERVICE_LENGTH = 6;

/** Where the segments of an interchange begin, and what parts them. */
export interface Opening {
  separators: Separators;
  /** Offset of the first segment behind UNA. */
  start: number;
}

/**
 * The separators at `at`, where UNA or a first segment stands; undefined when neither does. Six characters follow UNA, as they
 * are; a mail gateway that took the blank out leaves five. Without UNA the character behind the tag tells which set is used, and a
 * first line without a terminator that it is the line break.
 */
export function openingAt(text: string, at: number): Opening | undefined {
  if (!text.startsWith('UNA', at)) return without(text, at);
  const rest = text.slice(at + 3, at + 40);
  const next = /^([\s\S]{5,6}?)\s*(?:UNB|UNH|UNG)/.exec(rest.length > SERVICE_LENGTH ? rest : '');
  const five = next !== null && next[1]?.length === SERVICE_LENGTH - 1 && !FIRST.test(rest.slice(SERVICE_LENGTH).trimStart());
  const [component = '', element = '', decimal = '', release = '', ...last] = rest.slice(0, five ? 5 : SERVICE_LENGTH);
  const [repetition, terminator] = five ? ['', last[0] ?? ''] : [last[0] ?? '', last[1] ?? ''];
  const marks = [component, element, terminator];
  if (new Set(marks).size < marks.length || marks.some((mark) => mark === '' || /[A-Za-z0-9 ]/.test(mark))) return undefined;
  const separators = {
    component,
    element,
    decimal,
    terminator,
    ...(isMark(release, marks) ? { release } : {}),
    ...(isMark(repetition, marks) && repetition !== release ? { repetition } : {}),
  };
  return { separators, start: at + 3 + (five ? 5 : SERVICE_LENGTH) };
}

function isMark(character: string | undefined, taken: readonly string[]): boolean {
  return character !== undefined && character !== '' && !/[A-Za-z0-9\s]/.test(character) && !taken.includes(character);
}

function without(text: string, at: number): Opening | undefined {
  if (!FIRST.test(text.slice(at, at + 3))) return undefined;
  const element = text[at + 3];
  if (element === CONTROLS.element) return { separators: CONTROLS, start: at };
  if (element !== usual.element) return undefined;
  const version = /^UNB\+[^:+]*:4/.test(text.slice(at, at + 12));
  const separators = { ...usual, ...(version ? { repetition: '*' } : {}) };
  const line = /^[^']{0,2000}?(\r\n|\n|\r)(?:UN[GH]|BGM)\+/.exec(text.slice(at, at + 2100));
  return {
    separators: line === null ? separators : { ...separators, terminator: line[1] === '\r\n' ? '\n' : (line[1] ?? '\n') },
    start: at,
  };
}
