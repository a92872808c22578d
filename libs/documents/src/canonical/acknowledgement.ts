/** What a receiver's syntax check says of a group or a set. It never makes an order accepted (trade-rules 23). */
export type AcknowledgementStatus = 'accepted' | 'acceptedWithErrors' | 'partiallyAccepted' | 'rejected';

/**
 * An answer about syntax only. Sources: X12 004010, transaction set 997; EDIFACT CONTRL. `group` echoes GS01 and GS06 of the
 * acknowledged group, in EDIFACT the reference and the parties of the interchange (functional code UNB); counts are decimal text, in
 * EDIFACT of the messages it names. Error lists hold the standard's own codes in order.
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
    sender?: AcknowledgedParty;
    receiver?: AcknowledgedParty;
  };
  sets: AcknowledgedSet[];
}

/** A party of an acknowledged interchange, as its envelope names it. */
export interface AcknowledgedParty {
  id: string;
  qualifier?: string;
}

/** One acknowledged transaction set or message: type and reference, the verdict and where it fails. `version`, `release`, `agency` and `association` are those of UNH. */
export interface AcknowledgedSet {
  type: string;
  version?: string;
  release?: string;
  agency?: string;
  association?: string;
  control: string;
  status: AcknowledgementStatus;
  errors: string[];
  segments: SegmentNote[];
}

/** A segment in error: its id (empty in CONTRL, which has none), its position in the set (ST or UNH is 1) and its code; then its elements in error. */
export interface SegmentNote {
  segment: string;
  position: string;
  loop?: string;
  code?: string;
  elements: { position: string; component?: string; reference?: string; code: string; value?: string }[];
}

/**
 * What a receiver says of one interchange as a whole: that it came, and whether its envelope could be read. It says nothing of what
 * is in it. `control`, `date` and `time` are those of the interchange that is answered, as it wrote them; `note` is the reason.
 * Source: X12 004010, segment TA1 (element I18). EDIFACT answers with CONTRL, see `Acknowledgement`.
 */
export interface InterchangeAcknowledgement {
  kind: 'interchangeAcknowledgement';
  control: string;
  date: string;
  time: string;
  status: 'accepted' | 'acceptedWithErrors' | 'rejected';
  note: string;
}
