import type { Fault } from '#libs/kernel';

/** Rows of one file at most: the largest published list, UNSPSC with its commodities, has some 160,000. */
export const classRowsMax = 500_000;
/** Faults of one file that are told; a file with more of them is another file. */
export const faultsMax = 100;

/** One class as a file gives it. */
export interface ClassRow {
  /** Line of the file, from 1. */
  line: number;
  code: string;
  /** Code of the class above; empty at the top. */
  parent: string;
  /** By language tag. */
  names: Readonly<Record<string, string>>;
}

/** A class of one system and what it is in another. */
export interface MappingRow {
  line: number;
  from: string;
  to: string;
  /** SAME, or CONTAINS: the first has the second in it. Empty: SAME. */
  relation: string;
}

export type ClassFault =
  | Fault<'ClassCodeMissing'>
  | Fault<'ClassCodeTwice'>
  | Fault<'ClassNameMissing'>
  | Fault<'ClassParentUnknown'>
  | Fault<'ClassTreeCircular'>;

const codeMax = 60;

/** Every fault of a tree, at its line, the first 100 of them. */
export function treeFaults(rows: readonly ClassRow[]): ClassFault[] {
  const parents = new Map<string, string>();
  const faults: ClassFault[] = [];
  const fault = (code: ClassFault['code'], { line }: ClassRow, value: string): void => {
    if (faults.length < faultsMax)
      faults.push({ code, path: ['rows', String(line)], values: { line, value: value.slice(0, 80) } });
  };
  for (const row of rows) {
    if (row.code === '' || row.code.length > codeMax) fault('ClassCodeMissing', row, row.code);
    else if (parents.has(row.code)) fault('ClassCodeTwice', row, row.code);
    else parents.set(row.code, row.parent);
    if (Object.keys(row.names).length === 0) fault('ClassNameMissing', row, row.code);
  }
  const sound = new Set<string>();
  for (const row of rows) {
    if (row.parent !== '' && !parents.has(row.parent)) fault('ClassParentUnknown', row, row.parent);
    else if (endsInCircle(row.code, parents, sound)) fault('ClassTreeCircular', row, row.code);
  }
  return faults;
}

/** Walks up until the top or a class that is known to lead there. */
function endsInCircle(code: string, parents: ReadonlyMap<string, string>, sound: Set<string>): boolean {
  const way = new Set<string>();
  for (let at: string | undefined = code; at && !sound.has(at); at = parents.get(at)) {
    if (way.has(at)) return true;
    way.add(at);
  }
  for (const passed of way) sound.add(passed);
  return false;
}
