/** A document without lines orders, sends or asks nothing; every format demands one. */
export function mustHaveLines(
  document: { lines: readonly unknown[] },
  at: string,
  report: (problem: { at: string; code: string; message: string }) => void,
): void {
  if (document.lines.length === 0) report({ at, code: 'LINES_MISSING', message: 'The document has no lines.' });
}
