/** Lines of a pasted table with their numbers from 1; columns parted by tabs or semicolons, empty lines passed over. */
export function cellsOf(text: string): { line: number; cells: string[] }[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    if (raw.trim() === '') return [];
    const cells = raw.split(raw.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
    return [{ line: index + 1, cells }];
  });
}

/** A figure with point or comma as the decimal text the hub takes; undefined for anything else. */
export function figureOf(text: string): string | undefined {
  const figure = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(figure) ? figure : undefined;
}

/** A day as CCYY-MM-DD; undefined for anything else. */
export function dayOf(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
