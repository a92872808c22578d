import { typeOf } from '../../canonical/billing/complete.js';
import type { Problem } from '../../canonical/problem.js';
import { judge } from '../../ubl/rules/check-invoice.js';
import { InvoiceView, type ViewElement } from '../../ubl/rules/view.js';
import { elementsOf, findElement, type XmlElement } from '../../xml/element.js';
import { fill, textAt } from './shape.js';
import { shapesOf } from './shapes.js';

/**
 * Judges a CrossIndustryInvoice by the same rules as a UBL invoice, the business rules of EN 16931 and, when asked, of Peppol BIS
 * Billing 3: it is brought into the words of the rules, and each breach names its place in CII. Never throws; of another root it says nothing.
 */
export function checkCiiInvoice(root: XmlElement, options: { peppol?: boolean } = {}): Problem[] {
  return root.name === 'CrossIndustryInvoice' ? judge(new InvoiceView(viewOf(root)), options) : [];
}

function viewOf(root: XmlElement): ViewElement {
  const said = (...path: string[]) => {
    const element = findElement(root, ...path);
    return element === undefined ? '' : textAt(element);
  };
  const name = typeOf(said('ExchangedDocument', 'TypeCode')) === 'creditNote' ? 'CreditNote' : 'Invoice';
  const currency = said('SupplyChainTradeTransaction', 'ApplicableHeaderTradeSettlement', 'InvoiceCurrencyCode');
  const view: ViewElement = { name, namespace: '', attributes: [], children: [], line: root.line, at: root.name };
  fill(view, { element: root, at: root.name }, { shapes: shapesOf(name), currency });
  fillTaxTotal(view, currency);
  return view;
}

/** CII leaves the total of tax out where there is none. */
function fillTaxTotal(view: ViewElement, currency: string): void {
  const [total] = elementsOf(view, 'TaxTotal');
  if (total === undefined || elementsOf(total, 'TaxAmount').length > 0) return;
  total.children.push({
    ...total,
    name: 'TaxAmount',
    attributes: [{ name: 'currencyID', namespace: '', value: currency }],
    children: ['0'],
  });
}
