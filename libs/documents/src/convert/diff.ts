import { compare, isDecimal } from '#libs/kernel';
import type { AnyDocument } from './kinds.js';

/** A value in which two documents differ; absent on the side that does not say it. */
export interface Difference {
  at: string;
  left?: string;
  right?: string;
}

/** What tells of the file: where in it a row stood, how it was written. */
const ofFile = new Set(['extensions', 'line', 'format', 'charset']);
/** What belongs to a format and not to the trade: what was kept beside the model, and the partner's own codes. */
const isOfFormat = (key: string): boolean => ofFile.has(key) || /^raw[A-Z]/.test(key);

/** By what an item of a list is known: its place when it has nothing of the kind. */
function nameOf(item: unknown, index: number): string {
  const { number, id } = (typeof item === 'object' && item !== null ? item : {}) as { number?: unknown; id?: unknown };
  const name = number ?? id;
  return typeof name === 'string' ? name : String(index + 1);
}

function collect(value: unknown, at: string, into: Map<string, string>): void {
  if (Array.isArray(value)) {
    const seen = new Map<string, number>();
    value.forEach((item, index) => {
      const name = nameOf(item, index);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      collect(item, `${at}[${name}${times > 1 ? `#${times}` : ''}]`, into);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      if (!isOfFormat(key)) collect(inner, at === '' ? key : `${at}.${key}`, into);
  } else if (value !== undefined) into.set(at, String(value));
}

/** Values whose trailing zeros say nothing: 1.10 is 1.1. Numbers of documents, parts and lines are text, in which they do. */
const NUMERIC =
  /\.(?:value|amount|basis|percent|numerator|denominator|payable|lines|taxable|tax|taxExclusive|taxInclusive|charges|allowances|prepaid|rounding)$/;

const isSame = (at: string, left: string, right: string): boolean =>
  left === right || (NUMERIC.test(at) && isDecimal(left) && isDecimal(right) && compare(left, right) === 0);

/**
 * Where two documents differ in what they say, whatever format each came in: lines are matched by their numbers, numbers by their worth. What a format keeps
 * for itself is not compared. Empty: they say the same.
 */
export function diffDocuments(left: AnyDocument, right: AnyDocument): Difference[] {
  const [ours, theirs] = [left, right].map((document) => {
    const values = new Map<string, string>();
    collect(document, '', values);
    return values;
  }) as [Map<string, string>, Map<string, string>];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((at): Difference[] => {
    const [one, two] = [ours.get(at), theirs.get(at)];
    if (one !== undefined && two !== undefined && isSame(at, one, two)) return [];
    return [{ at, ...(one === undefined ? {} : { left: one }), ...(two === undefined ? {} : { right: two }) }];
  });
}
