import { add, compare, subtract } from '#libs/kernel';
import type { Invoice } from '../../canonical/billing/invoice.js';
import type { TaxCategory, TaxSubtotal } from '../../canonical/billing/tax.js';
import type { RuleView } from '../../grammar/message.js';

/** After the rows: the category of each tax, and its base where the sender tells none. */
export function readTaxes(invoice: Invoice, report: RuleView['report']): void {
  for (const line of invoice.lines)
    if (line.tax !== undefined || line.taxAmount !== undefined) line.tax = categoryOf(line.tax, line.taxAmount);
  const total = invoice.taxes.reduce((sum, { amount }) => add(sum, amount), '0');
  invoice.taxes.forEach((tax, index) => {
    tax.category = categoryOf(tax.category, tax.amount);
    if (tax.taxable !== undefined) return;
    tax.taxable = invoice.totals.lines ?? subtract(invoice.totals.payable ?? '0', total);
    report({
      at: `TXI[${index + 1}]08`,
      code: 'TAX_BASE_ASSUMED',
      message: `The set does not say what the tax is on; ${tax.taxable} is assumed.`,
      severity: 'warning',
    });
  });
}

function categoryOf(known: Partial<TaxCategory> | undefined, amount: string | undefined): TaxCategory {
  const taxed = compare(known?.percent ?? '0', '0') !== 0 || compare(amount ?? '0', '0') !== 0;
  return { ...known, code: known?.code ?? (taxed ? 'S' : 'Z') };
}

/** Element 828. */
const BASE_DIGITS = 9;

/** Before the rows: of the categories only exempt and not exempt can be said. */
export function nameTaxes(invoice: Invoice, report: RuleView['report']): void {
  const named: [string, TaxCategory | undefined][] = [
    ...invoice.taxes.map(({ category }, index): [string, TaxCategory] => [`taxes[${index}].category.code`, category]),
    ...invoice.lines.map(({ tax }, index): [string, TaxCategory | undefined] => [`lines[${index}].tax.code`, tax]),
  ];
  for (const [at, category] of named) {
    if (category === undefined || ['S', 'Z'].includes(category.code)) continue;
    if (category.code !== 'E')
      report({
        at,
        code: 'NOT_EXPRESSED',
        message: `TXI says of the category ${category.code} only that it is exempt.`,
        severity: 'info',
      });
    category.code = 'E';
  }
  invoice.taxes.forEach((tax: Partial<TaxSubtotal>, index) => {
    if ((tax.taxable ?? '').replace(/[-.]/g, '').length <= BASE_DIGITS) return;
    delete tax.taxable;
    report({
      at: `taxes[${index}].taxable`,
      code: 'NOT_EXPRESSED',
      message: 'TXI08 has room for 9 digits; the tax base was not written.',
      severity: 'info',
    });
  });
}
