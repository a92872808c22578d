import type { Problem } from '#libs/documents';
import type { DocumentState } from '../message/message.js';

/** A document of an inbound message and what became of it, as the exchange log keeps it. */
export interface AppliedDocument {
  coordinate: string;
  businessNumber: string | null;
  counterpartyId: string | null;
  state: DocumentState;
  problems: Problem[];
  orderOrgId: string | null;
  orderId: string | null;
}

/** What a document came to. */
export type Outcome = Pick<AppliedDocument, 'state' | 'problems'> & Partial<AppliedDocument>;
