import fc from 'fast-check';
import type { AnyDocument } from '#libs/documents';
import { billed, credited, invoices } from '../../../libs/documents/src/canonical/billing/testing.js';
import { counted, despatches, unpacked } from '../../../libs/documents/src/canonical/goods/testing.js';
import { changed } from '../../../libs/documents/src/canonical/ordering/testing.js';
import { asked, offered } from '../../../libs/documents/src/canonical/sourcing/testing.js';
import { charged, orders, responses, screws, split } from '../../../libs/documents/src/grammar/testing.js';
import { called, notices } from '../../../libs/documents/src/ocds/testing.js';

/** Kinds whose documents are made by chance, from nothing. */
const arbitraries: Readonly<Record<string, fc.Arbitrary<AnyDocument>>> = {
  order: orders,
  orderResponse: responses,
  despatchAdvice: despatches,
  invoice: invoices,
  tenderNotice: notices,
};

/** One whole document of every other kind, whose numbers and words are changed by chance. */
const patterns: Readonly<Record<string, AnyDocument>> = {
  orderChange: changed,
  receiptAdvice: unpacked,
  stockReport: counted,
  requestForQuotation: asked,
  quotation: offered,
};

/** Whole documents that hold every value of their kind: where losses are planted and damage is done. */
export const whole: readonly AnyDocument[] = [screws, charged, split, billed, credited, changed, called];

const words = /\.(?:note\[\d+\]|reason)$/;
const quantity = /(?:^|\.)(?:quantity|received|accepted)\.value$/;

/** The same document with other quantities and words. */
function variant(value: unknown, random: () => number, path = ''): unknown {
  if (Array.isArray(value)) return value.map((item, index) => variant(item, random, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, variant(inner, random, path === '' ? key : `${path}.${key}`)]),
    );
  if (typeof value !== 'string') return value;
  if (quantity.test(path)) return String(1 + Math.floor(random() * 9_999));
  return words.test(path) ? `Word ${Math.floor(random() * 1_000_000)}` : value;
}

/** `count` documents of every kind by a seed. */
export function generated(seed: number, count: number): ReadonlyMap<string, readonly AnyDocument[]> {
  const byChance = Object.entries(arbitraries).map(([kind, arbitrary]): [string, AnyDocument[]] => [
    kind,
    fc.sample(arbitrary, { seed, numRuns: count }),
  ]);
  const byPattern = Object.entries(patterns).map(([kind, document]): [string, AnyDocument[]] => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 2 ** 32;
    };
    return [kind, Array.from({ length: count }, () => variant(document, random) as AnyDocument)];
  });
  return new Map([...byChance, ...byPattern]);
}
