import { compare } from '#libs/kernel';
import type { Invoice } from '../../canonical/billing/invoice.js';
import type { TaxCategory } from '../../canonical/billing/tax.js';
import { type Field, text } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';
import { type FieldRow, may } from '../../grammar/row.js';
import { amount } from '../fields.js';

/** TaxDetail@category: value added tax is the one that is meant where the model names none. */
const taxName: Field<string> = {
  says: 'category of tax; vat is the one without a name',
  decode: (raw) => (/^vat$/i.test(raw.trim()) ? undefined : raw.trim().toUpperCase()),
  encode: (value) => (value === 'VAT' ? undefined : value.toLowerCase()),
};

/** TaxDetail@exemptDetail. */
const exemption: Field<string> = {
  says: 'zeroRated (Z) or exempt (E)',
  decode: (raw) => (raw.trim() === 'zeroRated' ? 'Z' : raw.trim() === 'exempt' ? 'E' : undefined),
  encode: (value) => (value === 'Z' ? 'zeroRated' : value === 'E' ? 'exempt' : undefined),
};

type TaxPath<P extends string> = `${P}.${'percent' | 'scheme' | 'code' | 'exemptionReason'}`;

/** A kind of taxation by a TaxDetail. */
export function taxRows<const P extends string>(at: string, to: P): FieldRow<TaxPath<P>>[] {
  return [
    may(`${at}@percentageRate`, `${to}.percent`, amount),
    may(`${at}@category`, `${to}.scheme`, taxName),
    may(`${at}@exemptDetail`, `${to}.code`, exemption),
    may(`${at}/Description`, `${to}.exemptionReason`, text(1, 1000)),
  ];
}

/** After the rows: a tax of no exemption with a rate is standard, without one zero-rated. */
export function readTaxes(invoice: Invoice): void {
  for (const tax of invoice.taxes) {
    tax.category = named(tax.category);
    tax.taxable ??= invoice.totals.taxExclusive ?? invoice.totals.lines ?? '0';
  }
  for (const line of invoice.lines) if (line.tax !== undefined) line.tax = named(line.tax);
}

function named(category: Partial<TaxCategory>): TaxCategory {
  return { ...category, code: category.code ?? (compare(category.percent ?? '0', '0') === 0 ? 'Z' : 'S') };
}

/** Before the rows: other categories than S, Z and E are written as exempt, which is said. */
export function nameTaxes(invoice: Invoice, report: RuleView['report']): void {
  const found: [string, TaxCategory | undefined][] = [
    ...invoice.taxes.map(({ category }, index): [string, TaxCategory] => [`taxes[${index}].category.code`, category]),
    ...invoice.lines.map(({ tax }, index): [string, TaxCategory | undefined] => [`lines[${index}].tax.code`, tax]),
  ];
  for (const [at, category] of found) {
    if (category === undefined || ['S', 'Z', 'E'].includes(category.code)) continue;
    report({
      at,
      code: 'NOT_EXPRESSED',
      message: `TaxDetail says of the category ${category.code} only that it is exempt.`,
      severity: 'info',
    });
    category.code = 'E';
  }
}
