import { recommendation20, recommendation21 } from './unit-code.data.js';

/** A UN/ECE Recommendation 20 unit, or a Recommendation 21 package written with a leading X (XBX box). Upper case, 2-3 characters. */
export type UnitCode = string;

let names: Map<string, string> | undefined;

/** Whether `code` stands in Recommendation 20 or, with its X, in Recommendation 21. EA, C62, H87 and PCE are different codes. */
export function isUnitCode(code: string): boolean {
  return unitNames().has(code);
}

/** English name of a unit as the recommendation prints it; undefined for an unknown code. */
export function unitName(code: UnitCode): string | undefined {
  return unitNames().get(code);
}

/** Whether the code names a package (XBX, XCT): without a content it says nothing about how much is in it. */
export function isPackageUnit(code: UnitCode): boolean {
  return /^X[0-9A-Z]{2}$/.test(code) && isUnitCode(code);
}

/** Every unit code, Recommendation 20 first, in the order of the recommendations. */
export function unitCodes(): readonly UnitCode[] {
  return [...unitNames().keys()];
}

function unitNames(): Map<string, string> {
  names ??= new Map([...entries(recommendation20, ''), ...entries(recommendation21, 'X')]);
  return names;
}

function entries(list: string, prefix: string): [string, string][] {
  return list.split('\n').map((line) => {
    const blank = line.indexOf(' ');
    return [prefix + line.slice(0, blank), line.slice(blank + 1)];
  });
}
