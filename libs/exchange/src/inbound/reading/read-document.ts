import type { EdifactInterchange, EdifactMessage, Problem, X12Interchange, X12Set } from '#libs/documents';
import type { BusinessDocument } from './taken-document.js';

/** One business document of a message as read. Absent `document`: it could not be read; the problems say why. */
export interface ReadDocument {
  /** From 1. */
  position: number;
  coordinate: string;
  businessNumber?: string;
  document?: BusinessDocument;
  problems: Problem[];
  /** The X12 set or the EDIFACT message it came in, for the acknowledgement. */
  set?: X12Set;
  edifact?: EdifactMessage;
}

export interface ReadMessage {
  documents: ReadDocument[];
  /** About the transmission as a whole. */
  problems: Problem[];
  /** Those of X12, and those of EDIFACT. */
  interchanges: X12Interchange[];
  edifact: EdifactInterchange[];
}

export type Read = Omit<ReadDocument, 'position'>;

/** What a format makes of the bytes of a message. */
export interface Reading {
  documents: Read[];
  problems?: Problem[];
  interchanges?: X12Interchange[];
  edifact?: EdifactInterchange[];
}
