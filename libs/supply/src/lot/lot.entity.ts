import type { DecimalText, LocalDate } from '#libs/kernel';

/** Whether the history of a unit is known: YES, not available, not applicable. Never blank. */
export const traces = ['YES', 'NAV', 'NAP'] as const;
export type Trace = (typeof traces)[number];

/** Units of an offer that share a lot number, or the one unit of a serial number. */
export interface Lot {
  id: string;
  offerId: string;
  supplierId: string;
  location: string;
  lotNumber: string | null;
  serialNumber: string | null;
  /** Of the list CONDITION. */
  condition: string;
  /** Kinds that come with every unit, of the list CERTIFICATE. */
  certificates: string[];
  trace: Trace;
  /** Last day on which it may be used; null: not stated, which meets no demand for shelf life. */
  shelfLifeOn: LocalDate | null;
  /** In order units. */
  quantity: DecimalText;
  /** What no order has taken. */
  free: DecimalText;
  files: LotFile[];
}

/** A certificate that its supplier attached to a lot, as the reader may see it. */
export interface LotFile {
  id: string;
  kind: string;
  number: string | null;
  issuer: string | null;
  datedOn: LocalDate | null;
  name: string;
  mediaType: string;
  size: number;
  /** Whether whoever sees the lot sees it. */
  shown: boolean;
}

/** Units of a lot that an order line has taken or that have left with it, as they were then. What left of no stated lot has its name alone. */
export interface LotClaim {
  reference: string;
  lotId: string | null;
  lotNumber: string | null;
  serialNumber: string | null;
  condition: string | null;
  certificates: string[];
  trace: Trace | null;
  shelfLifeOn: LocalDate | null;
  location: string | null;
  /** null: named without a quantity. */
  quantity: DecimalText | null;
  hasLeft: boolean;
}

/** A code of one of the three lists with its names by language. */
export interface LotCode {
  list: 'CONDITION' | 'CERTIFICATE' | 'TRACE';
  code: string;
  /** Its equals in the other list. */
  sameAs: string[];
  /** Whether units of it are sold from a shelf: never what is scrap, stolen, or only on request. */
  sold: boolean;
  names: Record<string, string>;
}
