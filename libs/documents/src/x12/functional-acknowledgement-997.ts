import type { Acknowledgement, AcknowledgementStatus } from '../canonical/acknowledgement.js';
import { code, positive, text } from '../grammar/field.js';
import { type Message, message } from '../grammar/message.js';
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

/** Where in a document the fault stands; 999 alone tells it, and it is kept unread. */
const contexts = [segment('CTX', 0, 10)];

/** What the group comes to, and the errors of the group itself. */
const groupRows = [
  must('AK901', 'group.status', code(VERDICTS)),
  must('AK902', 'group.included', positive({ digits: 6 })),
  must('AK903', 'group.received', positive({ digits: 6 })),
  must('AK904', 'group.accepted', positive({ digits: 6 })),
  may('AK905', 'group.errors[0]', text(1, 3)),
  may('AK906', 'group.errors[1]' as 'group.errors[0]', text(1, 3)),
  may('AK907', 'group.errors[2]' as 'group.errors[0]', text(1, 3)),
  may('AK908', 'group.errors[3]' as 'group.errors[0]', text(1, 3)),
  may('AK909', 'group.errors[4]' as 'group.errors[0]', text(1, 3)),
];

/** Both acknowledgements say the same; the segments about sets, segments and elements have other names, and 999 tells contexts. */
function acknowledgement(
  of: { release: string; message: string; source: string },
  [segmentNote, elementNote, verdict]: readonly [string, string, string],
): Message<Acknowledgement> {
  const about = `AK2[]/${segmentNote}[]` as const;
  const element = `${about}/${elementNote}[]` as const;
  return message<Acknowledgement>({
    standard: 'X12',
    ...of,
    format: 'x12',
    structure: {
      syntax: 'x12',
      segments: [
        segment('AK1', 1, 1),
        loop(segment('AK2', 0, 999_999), [
          loop(segment(segmentNote, 0, 999_999), [...contexts, loop(segment(elementNote, 0, 99), contexts)]),
          segment(verdict, 1, 1),
        ]),
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
      must(`${about}01`, 'sets[].segments[].segment', text(2, 3)),
      must(`${about}02`, 'sets[].segments[].position', text(1, 6)),
      may(`${about}03`, 'sets[].segments[].loop', text(1, 6)),
      may(`${about}04`, 'sets[].segments[].code', text(1, 3)),
      must(`${element}01`, 'sets[].segments[].elements[].position', text(1, 2)),
      may(`${element}01:1`, 'sets[].segments[].elements[].position', text(1, 2)),
      may(`${element}01:2`, 'sets[].segments[].elements[].component', text(1, 2)),
      may(`${element}02`, 'sets[].segments[].elements[].reference', text(1, 4)),
      must(`${element}03`, 'sets[].segments[].elements[].code', text(1, 3)),
      may(`${element}04`, 'sets[].segments[].elements[].value', text(1, 99)),
      must(`AK2[]/${verdict}01`, 'sets[].status', code(VERDICTS)),
      may(`AK2[]/${verdict}02`, 'sets[].errors[0]', text(1, 3)),
      may(`AK2[]/${verdict}03`, 'sets[].errors[1]' as 'sets[].errors[0]', text(1, 3)),
      may(`AK2[]/${verdict}04`, 'sets[].errors[2]' as 'sets[].errors[0]', text(1, 3)),
      may(`AK2[]/${verdict}05`, 'sets[].errors[3]' as 'sets[].errors[0]', text(1, 3)),
      may(`AK2[]/${verdict}06`, 'sets[].errors[4]' as 'sets[].errors[0]', text(1, 3)),
      ...groupRows,
    ],
    rules: [],
  });
}

/**
 * Functional acknowledgment: what a receiver's syntax check says of one group. Source: ASC X12 004010, transaction set 997.
 * It answers syntax only and never makes an order accepted (trade-rules 23); it is itself never acknowledged.
 */
export const functionalAcknowledgement997 = acknowledgement(
  { release: '004010', message: '997', source: 'ASC X12 004010, transaction set 997 (functional acknowledgment)' },
  ['AK3', 'AK4', 'AK5'],
);

/** Implementation acknowledgment: the 997 of 005010, which also answers for implementation guides. Source: ASC X12 005010, transaction set 999. */
export const implementationAcknowledgement999 = acknowledgement(
  { release: '005010', message: '999', source: 'ASC X12 005010, transaction set 999 (implementation acknowledgment)' },
  ['IK3', 'IK4', 'IK5'],
);
