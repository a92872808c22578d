/** An order without lines orders nothing; every format demands one. */
export function mustHaveLines(
  order: { lines: readonly unknown[] },
  at: string,
  report: (problem: { at: string; code: string; message: string }) => void,
): void {
  if (order.lines.length === 0) report({ at, code: 'LINES_MISSING', message: 'The order has no lines.' });
}
