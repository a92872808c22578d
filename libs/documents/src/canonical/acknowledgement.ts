/** What a receiver's syntax check says of a group or a set. It never makes an order accepted (trade-rules 23). */
export type AcknowledgementStatus = 'accepted' | 'acceptedWithErrors' | 'partiallyAccepted' | 'rejected';

/**
 * An answer about syntax only. Source: X12 004010, transaction set 997. `group` echoes GS01 and GS06 of the acknowledged group;
 * counts are decimal text. Error lists hold the standard's own codes in order.
 */
export interface Acknowledgement {
  kind: 'acknowledgement';
  group: {
    functionalCode: string;
    control: string;
    status: AcknowledgementStatus;
    included: string;
    received: string;
    accepted: string;
    errors: string[];
  };
  sets: AcknowledgedSet[];
}

/** One acknowledged transaction set: ST01, ST02, the verdict and where it fails. */
export interface AcknowledgedSet {
  type: string;
  control: string;
  status: AcknowledgementStatus;
  errors: string[];
  segments: SegmentNote[];
}

/** A segment in error: its id, its position in the set (ST is 1) and X12 element 720 codes; then its elements in error. */
export interface SegmentNote {
  segment: string;
  position: string;
  loop?: string;
  code?: string;
  elements: { position: string; component?: string; reference?: string; code: string; value?: string }[];
}
