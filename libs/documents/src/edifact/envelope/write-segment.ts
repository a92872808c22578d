import type { Problem } from '../../canonical/problem.js';
import { elementRules } from '../directory/directory.js';
import type { EdifactRelease } from '../directory/release.js';
import type { Separators } from '../syntax/separators.js';
import type { WireSegment } from '../tree/tree.js';

/** Segments whose texts are for people: a blank more changes nothing in them. */
const FREE_TEXT = new Set(['FTX', 'IMD', 'NAD', 'CTA', 'ALC', 'PAT', 'TOD', 'LOC', 'PCI', 'TDT']);

/** Numbers that the newer directory calls alphanumeric, by segment, element and component. */
const NUMBERS = new Set(['QTY1:2', 'MEA3:2']);

/** Writes segments with these separators; what cannot be said with them is reported. */
export function segmentWriter(
  separators: Separators,
  problems: Problem[],
): (segment: WireSegment, release?: EdifactRelease) => string {
  const { component, element, repetition, release: mark, decimal } = separators;
  const special = new Set([
    component,
    element,
    separators.terminator,
    ...(mark === undefined ? [] : [mark]),
    ...(repetition === undefined ? [] : [repetition]),
  ]);
  const escaped = (value: string, tag: string): string => {
    const clean = value.replace(/\p{Cc}/gu, ' ');
    const blanked =
      mark === undefined ? [...clean].map((character) => (special.has(character) ? ' ' : character)).join('') : clean;
    if (blanked !== value) problems.push(changed(tag));
    return mark === undefined
      ? blanked
      : [...blanked].map((character) => (special.has(character) ? mark + character : character)).join('');
  };
  return ({ elements, repeats = [] }, release) => {
    const tag = elements[0]?.[0] ?? '';
    const rules = release === undefined ? undefined : elementRules(release, tag);
    const join = (components: readonly string[], index: number) =>
      components
        .slice(0, components.findLastIndex((value) => value !== '') + 1)
        .map((value, at) => {
          const isNumber = rules?.[index - 1]?.parts[at]?.kind === 'n' || NUMBERS.has(`${tag}${index}:${at + 1}`);
          return escaped(isNumber ? value.replace(/[.,]/, decimal) : value, tag);
        })
        .join(component);
    const written = elements.map((components, index) => {
      const more = repeats.filter((repeat) => repeat.element === index);
      if (more.length > 0 && repetition === undefined) problems.push(unrepeatable(tag, index));
      return [components, ...(repetition === undefined ? [] : more.map((repeat) => repeat.components))]
        .map((one) => join(one, index))
        .join(repetition);
    });
    while (written.length > 1 && written.at(-1) === '') written.pop();
    return written.join(element);
  };
}

function changed(tag: string): Problem {
  const message =
    'The value holds a character that parts data in this interchange or that EDIFACT cannot carry; a blank was written for it.';
  return { at: tag, code: 'EDIFACT_DELIMITER_IN_DATA', message, severity: FREE_TEXT.has(tag) ? 'warning' : 'error' };
}

function unrepeatable(tag: string, element: number): Problem {
  const at = `${tag}${String(element).padStart(2, '0')}`;
  return {
    at,
    code: 'EDIFACT_NO_REPETITION',
    message: 'The element repeats, and the interchange has no repetition separator; the first value was written.',
    severity: 'error',
  };
}
