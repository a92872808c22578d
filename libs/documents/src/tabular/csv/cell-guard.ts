/** First characters that make a spreadsheet take a cell for a formula, with their full-width look-alikes (OWASP, CSV injection). */
const TRIGGERS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212]/;

/**
 * The cell as it may stand in a CSV that people open in a spreadsheet: an apostrophe goes in front of what would run as a
 * formula. `unguardCell` takes it away again, so that every text comes back as it was (trust.md XF-7).
 */
export function guardCell(cell: string): string {
  if (TRIGGERS.test(cell) || (cell.charCodeAt(0) === 39 && isGuarded(cell))) return `'${cell}`;
  return cell;
}

/** Takes the apostrophe of `guardCell` away; any other text stays. */
export function unguardCell(cell: string): string {
  return cell.charCodeAt(0) === 39 && isGuarded(cell) ? cell.slice(1) : cell;
}

/** An apostrophe before a trigger or before another apostrophe. */
function isGuarded(cell: string): boolean {
  return cell.charCodeAt(1) === 39 || TRIGGERS.test(cell.slice(1, 2));
}
