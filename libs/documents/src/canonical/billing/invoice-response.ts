import type { Extensions } from '../line.js';
import type { Party } from '../party.js';
import type { DocumentReference } from '../reference.js';

/** Where an invoice stands at the buyer. It never goes backwards; after `accepted` comes only `paid` (states-and-formulas 4.4). */
export type InvoiceStatus =
  | 'received'
  | 'inProcess'
  | 'underQuery'
  | 'conditionallyAccepted'
  | 'rejected'
  | 'accepted'
  | 'partiallyPaid'
  | 'paid'
  | 'cancelled';

/**
 * What the buyer says of an invoice. `sender` is who answers: the buyer or his service. No legal effect by itself.
 * Sources: UBL 2.1 ApplicationResponse as Peppol BIS Invoice Response 3 (T111), cXML 1.2 StatusUpdateRequest with InvoiceStatus.
 */
export interface InvoiceResponse {
  kind: 'invoiceResponse';
  number: string;
  issuedOn: string;
  issuedAt?: string;
  note: string[];
  sender: Party;
  receiver: Party;
  status: InvoiceStatus;
  rawStatus?: string;
  effectiveOn?: string;
  invoice: DocumentReference;
  /** The parties of the invoice, when they are not the ones who write. */
  buyer?: Party;
  supplier?: Party;
  clarifications: Clarification[];
  extensions?: Extensions;
}

/**
 * Why, or what is asked for. `code` is of OPStatusReason for a reason (NON, REF, LEG, REC, QUA, DEL, PRI, QTY, ITM, PAY, UNR, FIN,
 * PPD, OTH), of OPStatusAction for an action (NOA, PIN, NIN, CNF, CNP, CNA, OTH).
 */
export interface Clarification {
  about: 'reason' | 'action';
  code?: string;
  text?: string;
  /** Values in question: the business term (BT-48) and what it should say. */
  terms: { term: string; value?: string }[];
}
