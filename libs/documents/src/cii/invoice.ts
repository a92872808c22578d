import { invoiceBlanks } from '../canonical/billing/blanks.js';
import { completeLine, fillDueDay, numberParty, typeOf } from '../canonical/billing/complete.js';
import type { Invoice } from '../canonical/billing/invoice.js';
import { fillTotals } from '../canonical/billing/sums.js';
import { nameCharge } from '../canonical/charge.js';
import { mustHaveLines } from '../canonical/checks.js';
import { completePrice, PRICE_PROPERTY, pricedPaths, retellPrice } from '../canonical/ordering/unit-price.js';
import { message, type Rule } from '../grammar/message.js';
import type { GrammarNode } from '../grammar/node.js';
import { makeAt, nodeAt, put } from '../grammar/nodes/tree.js';
import { allowanceReasons, chargeReasons } from '../ubl/parts/reason-codes.data.js';
import { keepFirst } from '../ubl/parts/shaping.js';
import { agreementRows, deliveryRows, documentRows, payRows, TRADE, totalRows } from './header-rows.js';
import { lineRows } from './line-rows.js';
import { payment } from './payment.js';
import { gatherNumbers, spreadNumbers } from './reshape.js';
import { sequences } from './sequences.js';
import { amountRows, paymentRows } from './settlement-rows.js';
import { taxes } from './taxes.js';

/** What an invoice follows that does not say it. */
const SPECIFICATION = 'urn:cen.eu:en16931:2017';
/** A note with its subject before it, as the UBL binding writes it (BT-21). */
const SUBJECT = /^#([A-Z]{3})#/;

const parties: Rule<Invoice> = {
  name: 'parties',
  says: 'A number of a party with a scheme is a GlobalID, one without an ID; a tax registration carries the scheme of its number. A place is known by the number of who receives there.',
  reading: gatherNumbers,
  encoding: (invoice) => {
    for (const party of [invoice.shipTo, ...invoice.lines.map(({ shipTo }) => shipTo)]) if (party) numberParty(party);
  },
  writing: spreadNumbers,
};

const header: Rule<Invoice> = {
  name: 'header',
  says: 'The code of UNCL 1001 tells an invoice from a credit note. A note has its subject apart. Delivery stands there, be it empty.',
  decoded: (invoice, { nodeOf, report }) => {
    mustHaveLines(invoice, 'ram:IncludedSupplyChainTradeLineItem', report);
    if (invoice.typeCode === undefined)
      report({ at: 'rsm:ExchangedDocument/ram:TypeCode', code: 'VALUE_MISSING', message: 'The document does not say its type.' });
    invoice.typeCode ??= '380';
    invoice.type = typeOf(invoice.typeCode);
    invoice.note = invoice.note.map((text, index) => `${subjectOf(nodeOf(`note[${index}]`))}${text}`);
  },
  encoding: (invoice, report) => {
    invoice.specification ??= SPECIFICATION;
    if (invoice.type !== typeOf(invoice.typeCode))
      report({
        at: 'rsm:ExchangedDocument/ram:TypeCode',
        code: 'TYPE_NOT_EXPRESSIBLE',
        message: `The code ${invoice.typeCode} is not that of the type ${invoice.type}.`,
      });
    keepFirst(invoice.preceding, 'preceding[]', report);
    for (const charge of [...invoice.charges, ...invoice.lines.flatMap((line) => line.charges)])
      nameCharge(charge, (code) => (charge.isCharge ? chargeReasons : allowanceReasons).has(code));
    for (const file of invoice.attachments) file.number ??= file.filename ?? file.uri ?? file.description ?? '';
    fillDueDay(invoice);
  },
  written: (invoice, { root, nodeOf }) => {
    makeAt(root, `${TRADE}/ram:ApplicableHeaderTradeDelivery`);
    invoice.note.forEach((_text, index) => {
      writeSubject(nodeOf(`note[${index}]`));
    });
  },
};

function subjectOf(note: GrammarNode | undefined): string {
  const code = note && nodeAt(note, 'ram:SubjectCode');
  const text = code?.values.get('') ?? '';
  if (!SUBJECT.test(`#${text}#`)) return '';
  code?.used.add('');
  return `#${text}#`;
}

function writeSubject(note: GrammarNode | undefined): void {
  const content = note && nodeAt(note, 'ram:Content');
  const [found, code] = SUBJECT.exec(content?.values.get('') ?? '') ?? [];
  if (note === undefined || found === undefined || code === undefined) return;
  content?.values.set('', content.values.get('')?.slice(found.length) ?? '');
  put(note, 'ram:SubjectCode', code);
}

const lines: Rule<Invoice> = {
  name: 'lines',
  says: 'A price per another unit is written per units of the line, exactly, with a property that says it as it was; a line without tax has that of the only breakdown.',
  decoded: (invoice) => {
    for (const line of invoice.lines) {
      completePrice(line);
      const { item } = line;
      const told = item.properties?.find(({ name }) => name === PRICE_PROPERTY);
      if (told === undefined || !retellPrice(line, told.value)) continue;
      const others = (item.properties ?? []).filter((one) => one !== told);
      if (others.length > 0) item.properties = others;
      else delete item.properties;
    }
  },
  encoding: (invoice, report) => {
    invoice.lines.forEach((line, index) => {
      const value = completeLine(invoice, line, { report, at: `lines[${index}]` });
      if (value !== undefined) line.item.properties = [...(line.item.properties ?? []), { name: PRICE_PROPERTY, value }];
    });
    fillTotals(invoice);
  },
};

/** Invoice and credit note, UN/CEFACT Cross Industry Invoice D16B, as EN 16931 binds it (CEN/TS 16931-3-3). The type code tells them apart; amounts of a credit note are positive and given back. */
export const ciiInvoice = message<Invoice>({
  standard: 'CII',
  release: 'D16B',
  message: 'CrossIndustryInvoice',
  source: 'EN 16931-1:2017 as CEN/TS 16931-3-3 binds it to UN/CEFACT CII D16B',
  format: 'cii',
  structure: { syntax: 'xml', root: 'rsm:CrossIndustryInvoice', sequences },
  blanks: { ...invoiceBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: [
    'type',
    'purpose',
    'creditor',
    'totals.tax',
    'totals.accountingTax',
    'paymentTerms.netDays',
    'paymentMeans[].reference',
    'paymentMeans[].mandate',
    ...pricedPaths,
  ],
  rows: [
    ...documentRows,
    ...lineRows,
    ...agreementRows,
    ...deliveryRows,
    ...payRows,
    ...paymentRows,
    ...amountRows,
    ...totalRows,
  ],
  rules: [parties, header, payment, taxes, lines],
});
