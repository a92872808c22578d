import type { Invoice } from '../../canonical/billing/invoice.js';
import { decimal } from '../../grammar/field.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';

const TOTAL = 'cac:TaxTotal';
const AMOUNT = 'cbc:TaxAmount';

/**
 * cac:TaxTotal stands once in the currency of the invoice, with the breakdown, and once more in the currency tax is accounted in,
 * in either order. Source: EN 16931-1, BT-110 and BT-111; Peppol BIS Billing 3, R053 and R054.
 */
export const taxTotal: Rule<Invoice> = {
  name: 'tax total',
  says: 'The tax total in the currency of the invoice has the breakdown; a second one gives the tax in the currency of accounting.',
  reading: (root) => {
    const currency = root.children.find((child) => child.name === 'cbc:DocumentCurrencyCode')?.values.get('');
    const totals = childrenOf(root, TOTAL);
    const own = totals.filter((total) => currencyOf(total) === currency);
    if (own.length === 0 || own[0] === totals[0]) return;
    const others = totals.filter((total) => !own.includes(total));
    const sorted = [...own, ...others];
    root.children = root.children.map((child) => (child.name === TOTAL ? (sorted.shift() ?? child) : child));
  },
  decoded: (invoice, view) => {
    const [first, ...others] = childrenOf(view.root, TOTAL);
    if (first !== undefined && invoice.totals.tax !== undefined) readFirst(invoice, first, view);
    const second = others.find((total) => currencyOf(total) === invoice.taxCurrency);
    const amount = second === undefined ? undefined : childrenOf(second, AMOUNT)[0];
    const value = decimal().decode(amount?.values.get('') ?? '');
    if (typeof value !== 'string' || amount === undefined) return;
    invoice.totals.accountingTax = value;
    for (const key of ['', '@currencyID']) amount.used.add(key);
  },
  written: (invoice, view) => {
    const first = view.root.children.find((child) => child.name === TOTAL);
    for (const amount of first === undefined ? [] : amountsOf(first)) amount.values.set('@currencyID', invoice.currency);
    const { accountingTax } = invoice.totals;
    if (accountingTax === undefined || invoice.taxCurrency === undefined) return;
    const amount = newNode(AMOUNT);
    amount.values.set('', accountingTax).set('@currencyID', invoice.taxCurrency);
    view.root.children.push({ ...newNode(TOTAL), children: [amount] });
  },
};

function currencyOf(total: GrammarNode): string | undefined {
  return childrenOf(total, AMOUNT)[0]?.values.get('@currencyID');
}

/** Amounts of the total and of its breakdown. */
function amountsOf(total: GrammarNode): GrammarNode[] {
  return [total, ...childrenOf(total, 'cac:TaxSubtotal')].flatMap((node) =>
    node.children.filter((child) => child.name === AMOUNT || child.name === 'cbc:TaxableAmount'),
  );
}

/** A lone total in the currency of accounting is no total of the invoice. */
function readFirst(invoice: Invoice, total: GrammarNode, view: RuleView): void {
  const { totals } = invoice;
  const isAccounting = currencyOf(total) !== invoice.currency && currencyOf(total) === invoice.taxCurrency;
  if (isAccounting && totals.tax !== undefined) {
    totals.accountingTax = totals.tax;
    delete totals.tax;
  }
  for (const amount of amountsOf(total)) {
    const found = amount.values.get('@currencyID');
    if (found !== undefined) amount.used.add('@currencyID');
    if (found !== undefined && found !== invoice.currency && !isAccounting)
      view.report({
        at: `${TOTAL}/${amount.name}@currencyID`,
        code: 'VALUE_CONTRADICTS',
        message: `This is ${found}, the document says ${invoice.currency}.`,
      });
  }
}
