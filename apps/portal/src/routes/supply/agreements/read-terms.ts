import type { AgreementCategoryInput, AgreementItemInput } from '../../../graphql/generated/graphql';
import { cellsOf, figureOf } from '../read-cells';

/** Terms as typed, and the lines that are none. */
export interface ReadTerms {
  items: AgreementItemInput[];
  categories: AgreementCategoryInput[];
  unreadable: number[];
}

/** Reads `part; price; basis; 10 = 2.50, 100 = 2` lines; price, basis and breaks may be left out, not price and breaks both. */
export function readItems(text: string): Pick<ReadTerms, 'items' | 'unreadable'> {
  const unreadable: number[] = [];
  const items = cellsOf(text).flatMap(({ line, cells: [supplierPart, price, basis, breaks, ...rest] }): AgreementItemInput[] => {
    const steps = (breaks ?? '').split(',').flatMap((step) => (step.trim() ? [step.split('=').map(figureOf)] : []));
    const amount = price ? figureOf(price) : null;
    const per = basis ? figureOf(basis) : '1';
    const good =
      supplierPart &&
      amount !== undefined &&
      per !== undefined &&
      steps.every((step) => step.length === 2 && !step.includes(undefined));
    if (!good || rest.length > 0 || (amount === null && steps.length === 0)) {
      unreadable.push(line);
      return [];
    }
    return [
      {
        supplierPart,
        price: amount,
        basis: per,
        breaks: steps.map(([from, at]) => ({ from: from!, price: at! })),
      } as AgreementItemInput,
    ];
  });
  return { items, unreadable };
}

/** Reads `category; percent` lines. */
export function readDiscounts(text: string): Pick<ReadTerms, 'categories' | 'unreadable'> {
  const unreadable: number[] = [];
  const categories = cellsOf(text).flatMap(({ line, cells: [category, percent, ...rest] }): AgreementCategoryInput[] => {
    const figure = figureOf(percent ?? '');
    if (category && figure !== undefined && rest.length === 0) return [{ category, discountPercent: figure }];
    unreadable.push(line);
    return [];
  });
  return { categories, unreadable };
}
