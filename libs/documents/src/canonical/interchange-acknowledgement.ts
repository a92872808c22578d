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
