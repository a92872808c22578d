import { add, subtract } from '#libs/kernel';
import { invoiceBlanks } from '../../canonical/billing/blanks.js';
import type { Invoice, InvoiceLine } from '../../canonical/billing/invoice.js';
import { fillTotals } from '../../canonical/billing/sums.js';
import { nameCharge, sumsOf, withCharges } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import { message, type Rule } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { sequences } from '../order-request.js';
import { hoistItems, joinOrders, lowerItems, spreadOrder } from '../portions.js';
import { readPrice, shapePrice } from '../price.js';
import { headRows, itemRows, summaryRows } from './invoice-rows.js';
import { readLots, writeLots } from './lots.js';
import { nameTaxes, readTaxes } from './taxes.js';

const ORDERS = { group: 'InvoiceDetailOrder', order: 'InvoiceDetailOrderInfo', item: 'InvoiceDetailItem' };

const orders: Rule<Invoice> = {
  name: 'orders',
  says: 'Items stand in an InvoiceDetailOrder for each order, partners have their role on their Contact; the table reads items beside each other and roles on partners.',
  reading: (root) => {
    hoistItems(root, ORDERS);
    moveRoles(root, 'up');
  },
  decoded: (invoice, { report }) => {
    mustHaveLines(invoice, 'InvoiceDetailItem', report);
    joinOrders(invoice);
  },
  encoding: spreadOrder,
  writing: (root) => {
    lowerItems(root, ORDERS);
    moveRoles(root, 'down');
  },
};

/** InvoicePartner has no attribute of its own; its Contact tells the role. */
function moveRoles(root: GrammarNode, way: 'up' | 'down'): void {
  for (const head of childrenOf(root, 'InvoiceDetailRequestHeader'))
    for (const partner of childrenOf(head, 'InvoicePartner')) {
      const contact = childrenOf(partner, 'Contact')[0] ?? newNode('Contact');
      if (!partner.children.includes(contact)) partner.children.unshift(contact);
      const [from, to] = way === 'up' ? [contact, partner] : [partner, contact];
      const role = from.values.get('@role');
      from.values.delete('@role');
      if (role !== undefined) to.values.set('@role', role);
    }
}

const header: Rule<Invoice> = {
  name: 'header',
  says: 'Without purpose it is an invoice. Notes are one Comments. Where goods go to is told only beside where they come from: the supplier, when nobody else.',
  decoded: (invoice) => {
    invoice.typeCode ??= '380';
    invoice.type = invoice.typeCode === '381' ? 'creditNote' : 'invoice';
    readTaxes(invoice);
  },
  encoding: (invoice, report) => {
    if (invoice.note.length > 1) invoice.note = [invoice.note.join('\n')];
    for (const line of invoice.lines) if (line.note.length > 1) line.note = [line.note.join('\n')];
    if (invoice.shipTo !== undefined) invoice.shipFrom ??= structuredClone(invoice.supplier);
    if (invoice.shipFrom !== undefined) invoice.shipTo ??= structuredClone(invoice.buyer);
    nameTaxes(invoice, report);
    fillTotals(invoice);
  },
};

/** A line as the rows carry it: its tax, and the same in the detail that the DTD demands. */
type Detailed = InvoiceLine & { detailed?: string };

const lines: Rule<Invoice> = {
  name: 'lines',
  says: 'SubtotalAmount is before the charges of the line, the amount of the model behind them. UnitPrice and PriceBasisQuantity are one price. SupplierBatchID is the one lot of a line; several are Extrinsics of that name.',
  decoded: (invoice, { nodeOf }) => {
    invoice.lines.forEach((line, index) => {
      line.charges = line.charges.filter(({ amount }) => amount !== undefined);
      line.item.classifications = line.item.classifications.filter((entry) => entry.code !== undefined);
      readPrice(line, invoice.currency);
      const { detailed } = line as Detailed;
      if (detailed !== undefined) line.taxAmount ??= detailed;
      delete (line as Detailed).detailed;
      if (line.amount !== undefined) line.amount = withCharges(line.amount, line.charges);
      const node = nodeOf(`lines[${index}]`);
      if (node !== undefined) readLots(line, node);
    });
    invoice.charges = invoice.charges.filter(({ amount }) => amount !== undefined);
  },
  encoding: (invoice, report) => {
    invoice.lines.forEach((line, index) => {
      const { charges, allowances } = sumsOf(line.charges);
      if (line.amount !== undefined) line.amount = add(subtract(line.amount, charges), allowances);
      shapePrice(line, { at: `InvoiceDetailItem[${index + 1}]/PriceBasisQuantity`, currency: invoice.currency, report });
      line.orderLine ??= line.number;
      if (line.tax === undefined) return;
      line.taxAmount ??= '0';
      (line as Detailed).detailed = line.taxAmount;
    });
    for (const charge of [...invoice.charges, ...invoice.lines.flatMap((line) => line.charges)]) nameCharge(charge, () => true);
  },
  written: (invoice, { nodeOf, report }) => {
    invoice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node !== undefined) writeLots(line, node, { at: `lines[${index}].traced[]`, report });
    });
  },
};

/**
 * Invoice and credit memo, cXML 1.2 InvoiceDetailRequest. Source: cXML 1.2 (InvoiceDetail.dtd 1.2.037). Buyer and supplier are
 * credentials of the envelope, their names and addresses partners of the invoice. Means of payment have no place in the table.
 */
export const cxmlInvoiceDetailRequest = message<Invoice>({
  standard: 'cXML',
  release: '1.2',
  message: 'InvoiceDetailRequest',
  source: 'cXML 1.2, InvoiceDetail.dtd 1.2.037, InvoiceDetailRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'InvoiceDetailRequest', sequences },
  blanks: invoiceBlanks,
  extended: ['lines[]'],
  secret: ['Payment', 'PCard', 'SharedSecret'],
  carried: [
    'type',
    'order',
    'note',
    'buyer.endpoint',
    'supplier.endpoint',
    'taxes[].category.code',
    'lines[].note',
    'lines[].tax.code',
    'lines[].traced[].lot',
    'lines[].traced[].serial',
    'lines[].price.factor.denominator',
    'lines[].price.rawBasisCode',
    'lines[].price.rawUnit',
  ],
  rows: [...headRows, ...itemRows, ...summaryRows],
  rules: [orders, header, lines],
});
