/** What the sender wants done with a document that may come more than once. */
export type DocumentPurpose = 'original' | 'duplicate' | 'change' | 'cancel';

/** Days from and until which something holds, both included; CCYY-MM-DD. */
export interface Period {
  start?: string;
  end?: string;
}

/** An order as other documents name it. `number` is the buyer's, `supplierNumber` the supplier's sales order, `payloadId` the cXML document it came in. */
export interface OrderReference {
  number: string;
  version?: string;
  issuedOn?: string;
  supplierNumber?: string;
  payloadId?: string;
}

/** Another document, or one line of it. `typeCode` is UNCL 1001 where the format names the kind of document. */
export interface DocumentReference {
  number: string;
  line?: string;
  issuedOn?: string;
  version?: string;
  typeCode?: string;
  payloadId?: string;
}

/**
 * A supporting document: its number, and its bytes (`content`, base64 text) or a place to fetch them from (`uri`), or neither.
 * Source of the words: EN 16931 BG-24. `typeCode` is UNCL 1001 or, for certificates, the sender's own code.
 */
export interface Attachment {
  number?: string;
  typeCode?: string;
  description?: string;
  uri?: string;
  filename?: string;
  mediaType?: string;
  content?: string;
}
