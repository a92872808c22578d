/** Texts that a segment spreads over several components: which element and component it begins at, how many there are, and what a new one means. */
export interface Spread {
  element: number;
  from: number;
  count: number;
  glue: '\n' | ' ';
}

/** Source: C108 of FTX, C273 of IMD, C080 of NAD, C214 of ALC, C110 of PAT, C100 of TOD. Lines of a text stay lines; parts of a name or description are one. */
export const spreads: Readonly<Record<string, Spread>> = {
  FTX: { element: 4, from: 1, count: 5, glue: '\n' },
  IMD: { element: 3, from: 4, count: 2, glue: ' ' },
  NAD: { element: 4, from: 1, count: 5, glue: ' ' },
  ALC: { element: 5, from: 4, count: 2, glue: ' ' },
  PAT: { element: 2, from: 4, count: 2, glue: ' ' },
};

/**
 * Components as one text. A component that is full, or is followed by one that begins with a blank, goes on in the next; between
 * all others stands the glue. Empty ones between two texts are empty lines.
 */
export function join(parts: readonly string[], { max, glue }: { max: number; glue: string }): string {
  const said = parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
  return said.reduce((text, part, index) => {
    if (index === 0) return part;
    const before = said[index - 1] ?? '';
    if (before.length >= max || part.startsWith(' ')) return text + part;
    return glue === ' ' && (text === '' || part === '') ? text + part : text + glue + part;
  }, '');
}

/** The text as components that `join` puts together again. What does not fit into `count` stays in the last, for the length check to find. */
export function spread(text: string, { max, count, glue }: { max: number; count: number; glue: string }): string[] {
  const parts: string[] = [];
  const lines = glue === '\n' ? text.split('\n') : [text];
  for (const line of lines) {
    let rest = line;
    while (rest.length > max) {
      const { end, next } = breakOf(rest, { max, words: glue === ' ' });
      parts.push(rest.slice(0, end));
      rest = rest.slice(next);
    }
    parts.push(rest);
  }
  if (parts.length <= count) return parts;
  const filled = glue === ' ' ? [] : parts.slice(0, count - 1);
  return glue === ' ' ? fill(text, max, count) : [...filled, parts.slice(count - 1).join(' ')];
}

/** Where to break a line that is too long: at a blank between words, which the glue stands for, or behind a full component. */
function breakOf(line: string, { max, words }: { max: number; words: boolean }): { end: number; next: number } {
  const blank = words ? line.lastIndexOf(' ', max - 1) : -1;
  if (blank > 0 && line[blank - 1] !== ' ' && line[blank + 1] !== ' ' && blank + 1 < line.length)
    return { end: blank, next: blank + 1 };
  let end = max;
  while (end > 1 && line[end - 1] === ' ') end--;
  return line[end - 1] === ' ' ? { end: max, next: max } : { end, next: end };
}

function fill(text: string, max: number, count: number): string[] {
  const parts = Array.from({ length: count - 1 }, (_, index) => text.slice(index * max, (index + 1) * max));
  return [...parts, text.slice((count - 1) * max)];
}
