import { isUnitCode } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import { QuickOrderDocument } from '../../../graphql/generated/graphql';
import { typedDecimal } from '../../../ui/forms/typed-decimal';
import { cellsOf, dayOf } from '../../supply/read-cells';
import type { TypedLine } from './typed-line';

/** Lines of one paste at most; a tender has 500. */
export const linesMax = 500;

export interface ReadLines {
  lines: TypedLine[];
  /** Lines of the text that hold no number with a quantity. */
  unreadable: number[];
}

/**
 * Reads `part number or words; quantity; unit; needed by; target price; description` lines, parted by tabs or semicolons; all but the first two may be left
 * out. A first line whose quantity is no number is a head. What cannot be read comes back by its line.
 */
export function readLines(text: string): ReadLines {
  const lines: TypedLine[] = [];
  const unreadable: number[] = [];
  for (const [place, { line, cells }] of cellsOf(text).entries()) {
    const [number = '', quantity = '', unit = '', needBy = '', target = '', description = ''] = cells;
    const figure = typedDecimal(quantity);
    if (figure === undefined && place === 0 && cells.length > 1) continue;
    const price = target === '' ? '' : typedDecimal(target);
    const day = needBy === '' ? '' : dayOf(needBy);
    const code = unit.toUpperCase();
    if (
      number === '' ||
      figure === undefined ||
      Number(figure) <= 0 ||
      price === undefined ||
      day === undefined ||
      (code !== '' && !isUnitCode(code))
    ) {
      unreadable.push(line);
      continue;
    }
    // Words are a description; what has no blank is a number.
    const worded = /\s/.test(number) && description === '';
    lines.push({
      key: crypto.randomUUID(),
      lot: 1,
      partId: null,
      partNumber: worded ? '' : number,
      description: worded ? number : description,
      quantity: figure,
      unit: code,
      needBy: day,
      target: price,
      alternatesAllowed: false,
    });
  }
  return { lines, unreadable };
}

/** The same lines with the parts that their numbers lead to, in one question; a number of several parts or of none stays text. */
export async function withParts(lines: readonly TypedLine[]): Promise<TypedLine[]> {
  const numbered = lines.filter(({ partNumber }) => partNumber !== '');
  const text = numbered.map(({ partNumber, quantity }) => `${partNumber}\t${quantity}`).join('\n');
  const { resolveQuickOrder } = numbered.length > 0 ? await ask(QuickOrderDocument, { text }) : { resolveQuickOrder: [] };
  const found = new Map(
    resolveQuickOrder.flatMap(({ line, offers }) => {
      const [offer] = offers;
      const asked = numbered[line - 1];
      return offer && asked && new Set(offers.map(({ partId }) => partId)).size === 1 ? [[asked.key, offer] as const] : [];
    }),
  );
  return lines.map((line) => {
    const offer = found.get(line.key);
    if (!offer) return { ...line, unit: line.unit || 'EA' };
    return { ...line, partId: offer.partId, description: line.description || offer.name, unit: line.unit || offer.minimum.unit };
  });
}
