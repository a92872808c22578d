import { invoiceBlanks } from '../../canonical/billing/blanks.js';
import { completeLine, fillDueDay, numberPlace } from '../../canonical/billing/complete.js';
import type { Invoice, InvoiceLine } from '../../canonical/billing/invoice.js';
import { fillTotals } from '../../canonical/billing/sums.js';
import { nameCharge } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import { pricedPaths } from '../../canonical/ordering/unit-price.js';
import type { Party } from '../../canonical/party.js';
import { date, text } from '../../grammar/field.js';
import { type Message, message, type Rule, type RuleView } from '../../grammar/message.js';
import type { ModelPath } from '../../grammar/model-path.js';
import { inside, may, needed, type Row } from '../../grammar/row.js';
import { readPrice, writeSentence } from '../parts/price.js';
import { allowanceReasons, chargeReasons } from '../parts/reason-codes.data.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, keepFirst, oneNote, onlyOriginals } from '../parts/shaping.js';
import { documentRows, identityRows, partyRowsOfInvoice, paymentRows, sumRows } from './header-rows.js';
import { lineRows } from './line-rows.js';
import { taxTotal } from './tax-total.js';

type Kind = Invoice['type'];
/** What an invoice follows that does not say it: EN 16931 as Peppol BIS Billing 3 uses it. */
const SPECIFICATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
/** Specifications in which the type code is demanded; UBL itself and the profiles before them leave it to the root. */
const TYPED = /en16931|peppol:pint/;

/** The last line of terms in XRechnung's own notation, which must end as a line does (BR-DE-18). */
const SKONTO = /(?:^|\n)#(?:SKONTO|VERZUG)#[^\n]*#$/;

type Priced = InvoiceLine & { sentence?: string };

const header = (type: Kind, root: string): Rule<Invoice> => ({
  name: 'header',
  says: 'An invoice and a credit note are documents of their own; a party without a registered name is known by its trading name.',
  decoded: (invoice, view) => {
    invoice.type = type;
    mustHaveLines(invoice, `cac:${root}Line`, view.report);
    joinIssued(invoice);
    for (const party of [invoice.supplier, invoice.buyer]) readName(party);
    if (invoice.typeCode === undefined) readType(invoice, root, view.report);
  },
  encoding: (invoice, report) => {
    onlyOriginals(invoice.purpose, root, report);
    if (invoice.type !== type)
      report({ at: root, code: 'TYPE_NOT_EXPRESSIBLE', message: `A UBL ${root} is no ${invoice.type}.` });
    for (const key of ['buyer', 'payee'] as const) keepFirst(invoice[key]?.identifiers, `${key}.identifiers[]`, report);
    fillDueDay(invoice);
    if (invoice.shipTo !== undefined) numberPlace(invoice.shipTo);
  },
});

const peppol: Rule<Invoice> = {
  name: 'peppol',
  says: 'Peppol demands one note, network addresses of both parties, a reason for each charge and a number for each attachment.',
  encoding: (invoice, report) => {
    for (const charge of [...invoice.charges, ...invoice.lines.flatMap((line) => line.charges)])
      nameCharge(charge, (code) => (charge.isCharge ? chargeReasons : allowanceReasons).has(code));
    for (const file of invoice.attachments) file.number ??= file.filename ?? file.uri ?? file.description ?? '';
    const { paymentTerms } = invoice;
    if (paymentTerms?.note !== undefined && SKONTO.test(paymentTerms.note)) paymentTerms.note += '\n';
    if (invoice.specification !== undefined && !invoice.specification.includes('peppol')) return;
    invoice.specification ??= SPECIFICATION;
    invoice.process ??= PROCESS;
    oneNote(invoice);
    for (const line of invoice.lines) oneNote(line);
    for (const key of ['supplier', 'buyer'] as const)
      if (invoice[key].endpoint === undefined)
        report({ at: `${key}.endpoint`, code: 'VALUE_MISSING', message: 'Peppol needs the network address of the party.' });
  },
};

const lines: Rule<Invoice> = {
  name: 'lines',
  says: 'A price per another unit is written per units of the line, exactly; a line without tax has that of the only breakdown.',
  decoded: (invoice, { nodeOf }) => {
    invoice.lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (invoice, report) => {
    invoice.lines.forEach((line, index) => {
      const sentence = completeLine(invoice, line, { report, at: `lines[${index}]` });
      if (sentence !== undefined) (line as Priced).sentence = sentence;
    });
    fillTotals(invoice);
  },
  written: (invoice, { nodeOf }) => {
    invoice.lines.forEach((line, index) => {
      writeSentence(nodeOf(`lines[${index}]`), (line as Priced).sentence);
    });
  },
};

/** Tables that differ in the names of the root, the lines and their quantity, and in where three values stand. */
function invoiceTable(
  type: Kind,
  names: { root: string; line: string; quantity: string; own: Row<ModelPath<Invoice>>[] },
): Message<Invoice> {
  return message<Invoice>({
    standard: 'UBL',
    release: '2.1',
    message: names.root,
    source: `EN 16931-1:2017 as CEN/TS 16931-3-2 binds it to OASIS UBL 2.1 ${names.root}; Peppol BIS Billing 3`,
    format: 'ubl',
    structure: { syntax: 'xml', root: names.root, sequences },
    blanks: { ...invoiceBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
    extended: ['lines[]'],
    carried: ['type', 'purpose', 'totals.accountingTax', 'paymentTerms.netDays', ...pricedPaths],
    rows: [
      ...identityRows,
      ...partyRowsOfInvoice,
      ...paymentRows,
      ...names.own,
      ...sumRows,
      ...lineRows(`cac:${names.line}[]`, names.quantity),
    ],
    rules: [header(type, names.root), peppol, taxTotal, lines],
  });
}

/** Invoice, UBL 2.1, as EN 16931 binds it and Peppol BIS Billing 3 writes it. Price basis, gross price and discount are kept; sums are those of the sender. */
export const ublInvoice = invoiceTable('invoice', {
  root: 'Invoice',
  line: 'InvoiceLine',
  quantity: 'InvoicedQuantity',
  own: [
    needed('cbc:InvoiceTypeCode', 'typeCode', text(1, 50)),
    may('cbc:DueDate', 'dueOn', date('CCYY-MM-DD')),
    may('cac:ProjectReference/cbc:ID', 'project', text(1, 200)),
    ...documentRows([]),
  ],
});

/** Credit note, UBL 2.1, as EN 16931 binds it and Peppol BIS Billing 3 writes it. Amounts are positive and given back. The day of payment stands with the means, the project as a document of type 50. */
export const ublCreditNote = invoiceTable('creditNote', {
  root: 'CreditNote',
  line: 'CreditNoteLine',
  quantity: 'CreditedQuantity',
  own: [
    needed('cbc:CreditNoteTypeCode', 'typeCode', text(1, 50)),
    may('cac:PaymentMeans/cbc:PaymentDueDate', 'dueOn', date('CCYY-MM-DD')),
    may('cbc:DueDate', 'dueOn', date('CCYY-MM-DD')),
    inside('cac:PaymentMeans', 'cbc:PaymentMeansCode', '1'),
    may('cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID', 'project', text(1, 200)),
    ...documentRows(['50']),
  ],
});

/** The kind that the root says; an error where the sender's specification demands a code. */
function readType(invoice: Invoice, root: string, report: RuleView['report']): void {
  invoice.typeCode = invoice.type === 'creditNote' ? '381' : '380';
  const isError = TYPED.test(invoice.specification ?? '');
  report({
    at: `cbc:${root}TypeCode`,
    code: 'VALUE_MISSING',
    message: `The document does not say its type; as a ${root} it is taken as ${invoice.typeCode}.`,
    severity: isError ? 'error' : 'warning',
  });
}

function readName(party: Party): void {
  if (party.name !== undefined || party.tradingName === undefined) return;
  party.name = party.tradingName;
  delete party.tradingName;
}
