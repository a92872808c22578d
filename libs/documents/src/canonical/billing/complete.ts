import { addDays, isCurrencyCode } from '#libs/kernel';
import { netAmount, shapePrice } from '../ordering/unit-price.js';
import type { Party } from '../party.js';
import type { Invoice, InvoiceLine } from './invoice.js';

/** Kinds of UNCL 1001 that give money back. Source: UNCL 1001 as EN 16931 takes it. */
const CREDITS = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);

/** Whether a document is an invoice or gives money back, by its code of UNCL 1001. */
export const typeOf = (typeCode: string): Invoice['type'] => (CREDITS.has(typeCode) ? 'creditNote' : 'invoice');

/** Before a format writes an invoice that tells the days of net payment: they become the day. */
export function fillDueDay(invoice: Invoice): void {
  const days = invoice.paymentTerms?.netDays;
  if (invoice.dueOn === undefined && days !== undefined && /^\d{1,4}$/.test(days))
    invoice.dueOn = addDays(invoice.issuedOn, Number(days));
}

/** Before a format that numbers who receives, not where: the number of a place is the first of the party. */
export function numberParty(party: Party): void {
  const { address } = party;
  if (address?.identifier === undefined) return;
  party.identifiers = [address.identifier, ...party.identifiers];
  delete address.identifier;
}

/** Before a format that numbers where goods go, not who receives them: the first number of the party is that of the place. */
export function numberPlace(party: Party): void {
  const [first, ...others] = party.identifiers;
  if (first === undefined || party.address?.identifier !== undefined) return;
  party.address = { ...(party.address ?? { lines: [] }), identifier: first };
  party.identifiers = others;
}

type Report = (problem: { at: string; code: string; message: string }) => void;

/**
 * Before a format of EN 16931 writes a line: a name, the net amount, the price per units of the line, and the tax of the only breakdown.
 * Gives the price as the sender said it, when it is written per other units.
 */
export function completeLine(
  invoice: Invoice,
  line: InvoiceLine,
  { report, at }: { report: Report; at: string },
): string | undefined {
  line.item.name ??= line.item.description ?? line.item.supplierPart ?? line.item.buyerPart ?? line.number;
  const amount = isCurrencyCode(invoice.currency) ? netAmount(line, invoice.currency) : undefined;
  if (amount !== undefined) line.amount ??= amount;
  const sentence = shapePrice(line);
  const [only] = invoice.taxes;
  if (line.tax === undefined && only !== undefined && invoice.taxes.length === 1) {
    const { exemptionCode: _code, exemptionReason: _reason, ...category } = only.category;
    line.tax = category;
  }
  if (line.tax === undefined)
    report({ at: `${at}.tax`, code: 'VALUE_MISSING', message: 'The line needs a tax category (EN 16931, BT-151).' });
  return sentence;
}
