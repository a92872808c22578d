import type { Extensions } from './line.js';
import type { Party } from './party.js';
import type { DocumentReference } from './reference.js';

/** What a receiver says of a message: `received` promises nothing, `accepted` passed all checks, `rejected` did not. */
export type ApplicationStatus = 'received' | 'accepted' | 'acceptedWithErrors' | 'rejected';

/**
 * The answer of a receiving system to one message: read, checked, taken or refused; never what the trade makes of it (that is an
 * order answer or an invoice response). `sender` is who answers. `rawStatus` is the format's own code where it says more.
 * Sources: UBL 2.1 ApplicationResponse, Peppol MLR (T71), MLS and catalogue response (T58), EDIFACT APERAK, cXML Response.
 * X12 997 and EDIFACT CONTRL say syntax only: see `Acknowledgement`.
 */
export interface ApplicationResponse {
  kind: 'applicationResponse';
  number: string;
  issuedOn: string;
  issuedAt?: string;
  note: string[];
  sender: Party;
  receiver: Party;
  status: ApplicationStatus;
  rawStatus?: string;
  reason?: string;
  /** The day from which the status holds. */
  effectiveOn?: string;
  document: DocumentReference;
  findings: ApplicationFinding[];
  extensions?: Extensions;
}

/** One fault. `at` is the place in the format's own words (an XPath, a segment); `code` the format's code (Peppol: SV syntax, BV business rule, BW warning); `rule` the id of the rule that was broken. */
export interface ApplicationFinding {
  at?: string;
  status?: ApplicationStatus;
  code?: string;
  rule?: string;
  message?: string;
}
