import { edifactCaps } from './caps.js';
import type { Separators } from './separators.js';

/** A text that is being read, and how far. */
export interface Scanning {
  text: string;
  separators: Separators;
  at: number;
}

/** A segment as it stands; `overflow`: it had more than the caps allow; `unterminated`: the text ended inside of it. */
export interface Scanned {
  elements: string[][];
  repeats?: { element: number; components: string[] }[];
  overflow: boolean;
  unterminated: boolean;
}

/** Characters of the separators as codes; -1 for one that is not used. */
interface Marks {
  component: number;
  element: number;
  release: number;
  repetition: number;
  terminator: number;
}

interface State {
  found: Scanned;
  components: string[];
  /** What of the value was read before `from`. */
  held: string;
  from: number;
  /** Whether the components being read repeat the element before them. */
  repeating: boolean;
}

const CR = 13;
const LF = 10;

/**
 * Reads one segment and moves behind its terminator, in one pass over its characters. What exceeds the caps is passed over and not
 * kept, so that a segment of any size costs no more memory than a lawful one.
 */
export function scanSegment(scanning: Scanning): Scanned {
  const { text } = scanning;
  const marks = marksOf(scanning.separators);
  const state: State = {
    found: { elements: [], overflow: false, unterminated: false },
    components: [],
    held: '',
    from: scanning.at,
    repeating: false,
  };
  let at = scanning.at;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === marks.terminator) break;
    if (character === marks.release) at = release(state, text, at);
    else if (character === marks.component) closeComponent(state, text, at);
    else if (character === marks.element) closeElement(state, text, { at, repeats: false });
    else if (character === marks.repetition) closeElement(state, text, { at, repeats: true });
    else if (character === CR || character === LF) hold(state, text, { to: at, from: at + 1 });
  }
  closeElement(state, text, { at, repeats: false });
  state.found.unterminated = at >= text.length;
  scanning.at = Math.min(at + 1, text.length);
  return state.found;
}

function marksOf({ component, element, release, repetition, terminator }: Separators): Marks {
  const code = (mark: string | undefined) => (mark === undefined ? -1 : mark.charCodeAt(0));
  return {
    component: code(component),
    element: code(element),
    release: code(release),
    repetition: code(repetition),
    terminator: code(terminator),
  };
}

/** The character behind a release is data; line breaks between the two come from wrapping. Gives the offset of that character. */
function release(state: State, text: string, at: number): number {
  let next = at + 1;
  while (text.charCodeAt(next) === CR || text.charCodeAt(next) === LF) next++;
  hold(state, text, { to: at, from: Math.min(next, text.length) });
  return next;
}

/** Keeps what was read of a value up to `to` and goes on at `from`. */
function hold(state: State, text: string, part: { to: number; from: number }): void {
  if (part.to > state.from) {
    if (state.held.length + part.to - state.from <= edifactCaps.value) state.held += text.slice(state.from, part.to);
    else state.found.overflow = true;
  }
  state.from = part.from;
}

function closeComponent(state: State, text: string, at: number): void {
  hold(state, text, { to: at, from: at + 1 });
  if (state.components.length < edifactCaps.components) state.components.push(withoutBlanks(state.held));
  else state.found.overflow = true;
  state.held = '';
}

function closeElement(state: State, text: string, end: { at: number; repeats: boolean }): void {
  closeComponent(state, text, end.at);
  const { found, components } = state;
  const more = found.elements.length + (found.repeats?.length ?? 0) >= edifactCaps.elements;
  if (more) found.overflow = true;
  else if (state.repeating) found.repeats = [...(found.repeats ?? []), { element: found.elements.length - 1, components }];
  else found.elements.push(components);
  state.components = [];
  state.repeating = end.repeats;
}

/** Blanks at the end say nothing; other white space may be half of a character of several bytes. */
function withoutBlanks(value: string): string {
  let end = value.length;
  while (end > 0 && value.charCodeAt(end - 1) === 32) end--;
  return value.slice(0, end);
}
