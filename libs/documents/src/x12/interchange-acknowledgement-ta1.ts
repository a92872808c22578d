import type { InterchangeAcknowledgement } from '../canonical/acknowledgement.js';
import { code, type Field } from '../grammar/field.js';
import { message } from '../grammar/message.js';
import { must } from '../grammar/row.js';
import { segment } from '../grammar/structure.js';

const digits = (min: number, max: number): Field<string> => {
  const form = new RegExp(`^\\d{${min},${max}}$`);
  const check = (value: string) =>
    form.test(value) ? value : { bad: 'NUMBER_NOT_VALID', message: `This is not a number of ${min} to ${max} digits.` };
  return { says: `${min} to ${max} digits`, decode: (raw) => check(raw.trim()), encode: check };
};
const control = digits(1, 9);

/**
 * Interchange acknowledgment, a segment between ISA and IEA and no set of its own. Source: ASC X12.5 004010, TA1. Elements I17 (the
 * verdict) and I18 (its reason, 000 for none).
 */
export const interchangeAcknowledgementTa1 = message<InterchangeAcknowledgement>({
  standard: 'X12',
  release: '004010',
  message: 'TA1',
  source: 'ASC X12.5 004010, segment TA1 (interchange acknowledgment)',
  format: 'x12',
  structure: { syntax: 'x12', segments: [segment('TA1', 1, 1)] },
  blanks: { '': () => ({ kind: 'interchangeAcknowledgement' }) },
  extended: [],
  carried: [],
  rows: [
    must('TA101', 'control', {
      ...control,
      encode: (value, document) => {
        const known = control.encode(value, document);
        return typeof known === 'string' ? known.padStart(9, '0') : known;
      },
    }),
    must('TA102', 'date', digits(6, 8)),
    must('TA103', 'time', digits(4, 4)),
    must('TA104', 'status', code({ A: 'accepted', E: 'acceptedWithErrors', R: 'rejected' })),
    must('TA105', 'note', digits(3, 3)),
  ],
  rules: [],
});
