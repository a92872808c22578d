import type { AppliedDocument } from '../applied-document.js';
import type { ReadMessage } from '../reading/read-document.js';

/** What a reply is made of. */
export interface ReplyFacts {
  read: ReadMessage;
  documents: readonly AppliedDocument[];
  now: Date;
  /** A control number for each interchange of the reply (`repliesNeeded`), X12 and EDIFACT only. */
  controls: readonly string[];
}
