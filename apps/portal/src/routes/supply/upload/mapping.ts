/** What the columns of a CSV file mean, as the hub keeps it. */
export interface Mapping {
  columns: Record<string, string>;
  constants?: Record<string, string>;
  decimalSeparator: '.' | ',';
  dateFormat?: string;
  currency?: string;
  language?: string;
  /** Of a workbook. */
  sheet?: string;
  mode?: 'full' | 'delta';
}

export const dateFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/MM/DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;

/** Targets with a parameter: a language, a quantity, a place, a system, a charge. */
const family =
  /^(?:(?:name|description):[a-z]{2}|price@\d+(?:\.\d+)?|break(?:Quantity|Price):\d{1,3}|stock@.{1,64}|(?:classification|feature|media):.{1,128}|charge:[^/]{1,40}(?:\/(?:LINE|ORDER|PACKAGE))?)$/;
export const isFamilyTarget = (text: string): boolean => family.test(text.trim());

export function readMapping(json: string | null | undefined): Mapping {
  const read = json ? (JSON.parse(json) as Mapping) : undefined;
  return { decimalSeparator: '.', ...read, columns: { ...read?.columns } };
}

/** Single targets that more than one column would fill; the last one would win in silence. */
export function filledTwice(columns: Readonly<Record<string, string>>): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const target of Object.values(columns))
    for (const part of target.split('+')) seen.set(part.trim(), (seen.get(part.trim()) ?? 0) + 1);
  return new Set([...seen].filter(([, times]) => times > 1).map(([target]) => target));
}

export const hasTarget = (columns: Readonly<Record<string, string>>, target: string): boolean =>
  Object.values(columns).some((value) => value.split('+').some((part) => part.trim() === target));
