import type { Acknowledgement, AcknowledgementStatus } from '../../canonical/acknowledgement.js';
import { type Field, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { may, must } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';

/** Element 0083: 7 taken, and what is below it unless told otherwise; 8 interchange arrived; 4 refused with all that is below. */
const verdict: Field<AcknowledgementStatus> = {
  says: 'action, element 0083: 7, 8, 4',
  decode: (raw) => {
    const known = { '4': 'rejected', '7': 'accepted', '8': 'accepted' } as const;
    return known[raw.trim() as keyof typeof known] ?? { bad: 'CODE_UNKNOWN', message: 'The action is none of 4, 7, 8.' };
  },
  encode: (status) => (status === 'rejected' ? '4' : '7'),
};

/** What CONTRL does not say of itself, as the model has it. */
const counted: Rule<Acknowledgement> = {
  name: 'counted',
  says: 'Messages are counted as CONTRL names them; those it does not name share the verdict of the interchange. A segment has a position and no name.',
  decoded: (acknowledgement) => {
    const { group, sets } = acknowledgement;
    const accepted = sets.filter(({ status }) => status !== 'rejected').length;
    if (group.status !== 'rejected' && accepted < sets.length) group.status = 'partiallyAccepted';
    acknowledgement.group = {
      ...group,
      functionalCode: 'UNB',
      included: String(sets.length),
      received: String(sets.length),
      accepted: String(accepted),
    };
    for (const set of sets) for (const segment of set.segments) segment.segment ??= '';
  },
};

const code = text(1, 3);

/**
 * Syntax and service report. Source: ISO 9735, UN/ECE message CONTRL 1.3 (version 3 of the syntax). It says syntax only and never
 * makes an order accepted (trade-rules 23); it is itself never acknowledged. Error codes are those of element 0085.
 */
export const edifactContrl = message<Acknowledgement>({
  standard: 'EDIFACT',
  release: '3',
  message: 'CONTRL',
  source: 'ISO 9735 and UN/ECE CONTRL 1.3 (syntax and service report)',
  format: 'edifact',
  structure: { syntax: 'edifact', segments: structureOf('3', 'CONTRL') },
  blanks: {
    '': () => ({ kind: 'acknowledgement', group: { errors: [] }, sets: [] }),
    'sets[]': () => ({ errors: [], segments: [] }),
    'sets[].segments[]': () => ({ elements: [] }),
  },
  extended: [],
  carried: ['group.functionalCode', 'group.included', 'group.received', 'group.accepted', 'sets[].segments[].segment'],
  rows: [
    must('UCI01', 'group.control', text(1, 14)),
    may('UCI02', 'group.sender.id', text(1, 35)),
    may('UCI02:2', 'group.sender.qualifier', text(1, 4)),
    may('UCI03', 'group.receiver.id', text(1, 35)),
    may('UCI03:2', 'group.receiver.qualifier', text(1, 4)),
    must('UCI04', 'group.status', verdict),
    may('UCI05', 'group.errors[0]', code),
    must('UCM[]01', 'sets[].control', text(1, 14)),
    must('UCM[]02', 'sets[].type', text(1, 6)),
    may('UCM[]02:2', 'sets[].version', code),
    may('UCM[]02:3', 'sets[].release', code),
    may('UCM[]02:4', 'sets[].agency', code),
    may('UCM[]02:5', 'sets[].association', text(1, 6)),
    must('UCM[]03', 'sets[].status', verdict),
    may('UCM[]04', 'sets[].errors[0]', code),
    must('UCM[]/UCS[]01', 'sets[].segments[].position', text(1, 6)),
    may('UCM[]/UCS[]02', 'sets[].segments[].code', code),
    must('UCM[]/UCS[]/UCD[]01', 'sets[].segments[].elements[].code', code),
    must('UCM[]/UCS[]/UCD[]02', 'sets[].segments[].elements[].position', text(1, 3)),
    may('UCM[]/UCS[]/UCD[]02:2', 'sets[].segments[].elements[].component', text(1, 3)),
  ],
  rules: [counted],
});
