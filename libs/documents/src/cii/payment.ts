import type { Invoice } from '../canonical/billing/invoice.js';
import type { PaymentMeans } from '../canonical/billing/payment.js';
import type { Rule, RuleView } from '../grammar/message.js';
import { makeAt, put, take } from '../grammar/nodes/tree.js';
import { SETTLEMENT } from './header-rows.js';

const CREDITOR = 'SEPA';
const REFERENCE = 'ram:PaymentReference';
const MANDATE = 'ram:DirectDebitMandateID';
const TERMS = 'ram:SpecifiedTradePaymentTerms';

/** What CII says once of the whole document and the model of each way to pay: what the payer quotes (BT-83), the mandate (BT-89); and who collects (BT-90). */
export const payment: Rule<Invoice> = {
  name: 'payment',
  says: 'The reference of the payment, the mandate and the creditor stand once in the document; the model has them with each way to pay and with who is paid.',
  decoded: (invoice, { root }) => {
    const settlement = makeAt(root, SETTLEMENT);
    for (const [key, path] of [
      ['reference', REFERENCE],
      ['mandate', `${TERMS}/${MANDATE}`],
    ] as const) {
      if (invoice.paymentMeans.length === 0) break;
      const text = take(settlement, path);
      if (text !== undefined) for (const means of invoice.paymentMeans) means[key] = text;
    }
    const creditor = take(settlement, 'ram:CreditorReferenceID');
    if (creditor !== undefined) (invoice.payee ?? invoice.supplier).identifiers.push({ value: creditor, scheme: CREDITOR });
  },
  encoding: (invoice, report) => {
    const told = invoice as Invoice & { creditor?: string };
    for (const party of [invoice.payee, invoice.supplier]) {
      const found = party?.identifiers.find(({ scheme }) => scheme === CREDITOR);
      if (party === undefined || found === undefined) continue;
      party.identifiers = party.identifiers.filter((one) => one !== found);
      told.creditor ??= found.value;
    }
    for (const key of ['reference', 'mandate'] as const) onlyOne(invoice, key, report);
  },
  written: (invoice, { root }) => {
    const [first] = invoice.paymentMeans;
    const { creditor } = invoice as { creditor?: string };
    const settlement = makeAt(root, SETTLEMENT);
    if (creditor !== undefined) put(settlement, 'ram:CreditorReferenceID', creditor);
    const [reference, mandate] = [saidIn(invoice, 'reference'), saidIn(invoice, 'mandate')];
    if (first !== undefined && reference !== undefined) put(settlement, REFERENCE, reference);
    if (first !== undefined && mandate !== undefined) put(makeAt(settlement, TERMS), MANDATE, mandate);
  },
};

const saidIn = ({ paymentMeans }: Invoice, key: 'reference' | 'mandate'): string | undefined =>
  paymentMeans.find((means: PaymentMeans) => means[key] !== undefined)?.[key];

function onlyOne(invoice: Invoice, key: 'reference' | 'mandate', report: RuleView['report']): void {
  const first = saidIn(invoice, key);
  if (invoice.paymentMeans.every((means) => means[key] === undefined || means[key] === first)) return;
  report({
    at: `paymentMeans[].${key}`,
    code: 'NOT_EXPRESSED',
    message: `The document has room for one ${key} of payment; the others were not written.`,
    severity: 'info',
  });
}
