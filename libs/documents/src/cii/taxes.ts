import type { Invoice } from '../canonical/billing/invoice.js';
import { decimal } from '../grammar/field.js';
import type { Rule, RuleView } from '../grammar/message.js';
import { childrenOf, type GrammarNode } from '../grammar/node.js';
import { makeAt, markAll, nodeAt, put } from '../grammar/nodes/tree.js';
import { SETTLEMENT } from './header-rows.js';

const TOTALS = `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const TOTAL = 'ram:TaxTotalAmount';
const EVENT = ['ram:TaxPointDate', 'ram:DueDateTypeCode'] as const;

/**
 * The total of tax stands once for each currency, told by its attribute; other amounts are in the currency of the invoice and carry none.
 * The day or event of tax stands with every tax. Source: EN 16931-1, BT-7, BT-8, BT-110, BT-111; CEN/TS 16931-3-3.
 */
export const taxes: Rule<Invoice> = {
  name: 'taxes',
  says: 'The total of tax is told in the currency of the invoice and of accounting; its day or event is the same with every tax.',
  decoded: (invoice, { root, report }) => {
    for (const amount of childrenOf(nodeAt(root, TOTALS) ?? root, TOTAL)) readTotal(invoice, amount);
    eachAmount(root, (node) => checkCurrency(invoice, node, report));
    const [first, ...others] = taxNodes(root);
    for (const other of others)
      for (const name of EVENT) {
        const [one, same] = [first && childrenOf(first, name)[0], childrenOf(other, name)[0]];
        if (one !== undefined && same !== undefined && textsOf(one) === textsOf(same)) markAll(same);
      }
  },
  written: (invoice, { root }) => {
    const { tax, accountingTax } = invoice.totals;
    const totals = makeAt(root, TOTALS);
    if (tax !== undefined) put(totals, TOTAL, tax).values.set('@currencyID', invoice.currency);
    if (accountingTax !== undefined && invoice.taxCurrency !== undefined)
      put(totals, TOTAL, accountingTax).values.set('@currencyID', invoice.taxCurrency);
    const [first, ...others] = taxNodes(root);
    for (const other of others)
      for (const name of EVENT) other.children.push(...childrenOf(first ?? other, name).map((node) => structuredClone(node)));
  },
};

const taxNodes = (root: GrammarNode): GrammarNode[] => childrenOf(nodeAt(root, SETTLEMENT) ?? root, 'ram:ApplicableTradeTax');

/** An amount without a currency is one in that of the invoice. */
function readTotal(invoice: Invoice, amount: GrammarNode): void {
  const currency = amount.values.get('@currencyID') ?? invoice.currency;
  const value = decimal().decode(amount.values.get('') ?? '');
  const key = currency === invoice.currency ? 'tax' : currency === invoice.taxCurrency ? 'accountingTax' : undefined;
  if (typeof value !== 'string' || key === undefined || invoice.totals[key] !== undefined) return;
  invoice.totals[key] = value;
  for (const one of ['', '@currencyID']) amount.used.add(one);
}

function eachAmount(node: GrammarNode, visit: (node: GrammarNode) => void): void {
  if (node.values.has('@currencyID') && node.name !== TOTAL) visit(node);
  for (const child of node.children) eachAmount(child, visit);
}

function checkCurrency({ currency }: Invoice, { name, line, values, used }: GrammarNode, report: RuleView['report']): void {
  if (!used.has('')) return;
  const said = values.get('@currencyID');
  used.add('@currencyID');
  if (said === currency) return;
  report({
    at: `${name}@currencyID`,
    ...(line === undefined ? {} : { line }),
    code: 'VALUE_CONTRADICTS',
    message: `This is ${said}, the document says ${currency}.`,
  });
}

const textsOf = (node: GrammarNode): string => `${node.values.get('') ?? ''}${node.children.map(textsOf).join()}`;
