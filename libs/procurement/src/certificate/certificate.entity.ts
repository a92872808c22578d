import type { DecimalText, LocalDate } from '#libs/kernel';
import type { CertificateStatus } from './certificate.lifecycle.js';

/** By whose word a certificate is required: of the line, of the buyer for all he orders, of the agreement, of a rule of the gate. */
export type CertificateSource = 'LINE' | 'BUYER' | 'AGREEMENT' | 'GATE';

/** A certificate that an order line requires. */
export interface LineCertificate {
  id: string;
  orderId: string;
  lineId: string;
  /** Of the list CERTIFICATE. */
  kind: string;
  source: CertificateSource;
  /** Who brings it; the other side reviews it. */
  provider: 'SUPPLIER' | 'BUYER';
  /** Whether both release blocks must be filled in. */
  dualRelease: boolean;
  status: CertificateStatus;
  /** Why it was refused or waived. */
  reason: string | null;
  version: number;
  files: CertificateFile[];
}

/** A file attached for a certificate, by hash. */
export interface CertificateFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  number: string | null;
  issuer: string | null;
  datedOn: LocalDate | null;
  partNumber: string | null;
  lotNumber: string | null;
  serialNumber: string | null;
  dualRelease: boolean;
  /** Order units of the line that it is for. */
  quantity: DecimalText;
  flags: CertificateFlag[];
  status: 'ATTACHED' | 'ACCEPTED' | 'REFUSED';
  checklist: string[] | null;
  reason: string | null;
  attachedAt: Date;
  reviewedAt: Date | null;
}

/** What is odd about a file beside the line and the lots that it has taken. */
export type CertificateFlag =
  | 'PART_DIFFERS'
  | 'SERIAL_DIFFERS'
  | 'LOT_DIFFERS'
  | 'QUANTITY_ABOVE_LINE'
  | 'QUANTITY_ABOVE_LOT'
  | 'DUAL_RELEASE_MISSING'
  | 'NUMBER_MISSING'
  | 'ISSUER_MISSING'
  | 'DATE_MISSING'
  | 'DATED_IN_FUTURE';
