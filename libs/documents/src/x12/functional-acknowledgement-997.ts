import type { Acknowledgement, AcknowledgementStatus } from '../canonical/acknowledgement.js';
import { code, positive, text } from '../grammar/field.js';
import { message } from '../grammar/message.js';
import { may, must } from '../grammar/row.js';
import { loop, segment } from '../grammar/structure.js';

/** Elements 717 and 715; M, W and X (security) are rejections. */
const VERDICTS: Readonly<Record<string, AcknowledgementStatus>> = {
  A: 'accepted',
  E: 'acceptedWithErrors',
  P: 'partiallyAccepted',
  R: 'rejected',
  M: 'rejected',
  W: 'rejected',
  X: 'rejected',
};

/**
 * Functional acknowledgment: what a receiver's syntax check says of one group. Source: ASC X12 004010, transaction set 997.
 * It answers syntax only and never makes an order accepted (trade-rules 23); it is itself never acknowledged.
 */
export const functionalAcknowledgement997 = message<Acknowledgement>({
  standard: 'X12',
  release: '004010',
  message: '997',
  source: 'ASC X12 004010, transaction set 997 (functional acknowledgment)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('AK1', 1, 1),
      loop(segment('AK2', 0, 999_999), [loop(segment('AK3', 0, 999_999), [segment('AK4', 0, 99)]), segment('AK5', 1, 1)]),
      segment('AK9', 1, 1),
    ],
  },
  blanks: {
    '': () => ({ kind: 'acknowledgement', group: { errors: [] }, sets: [] }),
    'sets[]': () => ({ errors: [], segments: [] }),
    'sets[].segments[]': () => ({ elements: [] }),
  },
  extended: [],
  carried: [],
  rows: [
    must('AK101', 'group.functionalCode', text(1, 2)),
    must('AK102', 'group.control', text(1, 9)),
    must('AK2[]01', 'sets[].type', text(1, 3)),
    must('AK2[]02', 'sets[].control', text(1, 9)),
    must('AK2[]/AK3[]01', 'sets[].segments[].segment', text(2, 3)),
    must('AK2[]/AK3[]02', 'sets[].segments[].position', text(1, 6)),
    may('AK2[]/AK3[]03', 'sets[].segments[].loop', text(1, 6)),
    may('AK2[]/AK3[]04', 'sets[].segments[].code', text(1, 3)),
    must('AK2[]/AK3[]/AK4[]01', 'sets[].segments[].elements[].position', text(1, 2)),
    may('AK2[]/AK3[]/AK4[]01:1', 'sets[].segments[].elements[].position', text(1, 2)),
    may('AK2[]/AK3[]/AK4[]01:2', 'sets[].segments[].elements[].component', text(1, 2)),
    may('AK2[]/AK3[]/AK4[]02', 'sets[].segments[].elements[].reference', text(1, 4)),
    must('AK2[]/AK3[]/AK4[]03', 'sets[].segments[].elements[].code', text(1, 3)),
    may('AK2[]/AK3[]/AK4[]04', 'sets[].segments[].elements[].value', text(1, 99)),
    must('AK2[]/AK501', 'sets[].status', code(VERDICTS)),
    may('AK2[]/AK502', 'sets[].errors[0]', text(1, 3)),
    may('AK2[]/AK503', 'sets[].errors[1]' as 'sets[].errors[0]', text(1, 3)),
    may('AK2[]/AK504', 'sets[].errors[2]' as 'sets[].errors[0]', text(1, 3)),
    may('AK2[]/AK505', 'sets[].errors[3]' as 'sets[].errors[0]', text(1, 3)),
    may('AK2[]/AK506', 'sets[].errors[4]' as 'sets[].errors[0]', text(1, 3)),
    must('AK901', 'group.status', code(VERDICTS)),
    must('AK902', 'group.included', positive({ digits: 6 })),
    must('AK903', 'group.received', positive({ digits: 6 })),
    must('AK904', 'group.accepted', positive({ digits: 6 })),
    may('AK905', 'group.errors[0]', text(1, 3)),
    may('AK906', 'group.errors[1]' as 'group.errors[0]', text(1, 3)),
    may('AK907', 'group.errors[2]' as 'group.errors[0]', text(1, 3)),
    may('AK908', 'group.errors[3]' as 'group.errors[0]', text(1, 3)),
    may('AK909', 'group.errors[4]' as 'group.errors[0]', text(1, 3)),
  ],
  rules: [],
});
