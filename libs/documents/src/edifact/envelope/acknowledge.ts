import type { AcknowledgedSet, Acknowledgement, SegmentNote } from '../../canonical/acknowledgement.js';
import type { Problem } from '../../canonical/problem.js';
import type { EdifactInterchange, EdifactMessage, EdifactParty } from './read-interchange.js';

/** Problem code to element 0085 for a value. Source: ISO 9735-10, code list 0085. */
const ELEMENT_ERRORS: Readonly<Record<string, string>> = {
  VALUE_MISSING: '13',
  ELEMENT_MISSING: '13',
  ELEMENT_UNKNOWN: '16',
  CODE_UNKNOWN: '12',
  UNIT_UNKNOWN: '12',
  DATE_NOT_VALID: '12',
  NUMBER_NEGATIVE: '12',
  NUMBER_NOT_VALID: '37',
  ELEMENT_NOT_NUMERIC: '37',
  ELEMENT_NOT_ALPHABETIC: '37',
  TEXT_TOO_LONG: '39',
  ELEMENT_TOO_LONG: '39',
  TEXT_TOO_SHORT: '40',
};
/** For a segment: 15 not supported in this position. */
const SEGMENT_ERRORS: Readonly<Record<string, string>> = { SEGMENT_UNKNOWN: '15', SEGMENT_UNEXPECTED: '15' };
/** For a message: 13 missing, 28 references, 29 count, 18 anything else. */
const MESSAGE_ERRORS: Readonly<Record<string, string>> = {
  EDIFACT_NO_TRAILER: '13',
  EDIFACT_CONTROL_REFERENCE: '28',
  EDIFACT_SEGMENT_COUNT: '29',
};
const UNSPECIFIED = '18';

/**
 * The CONTRL for an interchange from what was found in its messages: one with an error is refused, all others are taken. A
 * message of CONTRL is never answered; undefined when there is nothing else.
 */
export function acknowledgeEdifact(
  interchange: EdifactInterchange,
  found: ReadonlyMap<EdifactMessage, readonly Problem[]>,
): Acknowledgement | undefined {
  const messages = interchange.groups.flatMap((group) => group.messages).filter(({ type }) => type !== 'CONTRL');
  if (messages.length === 0) return undefined;
  const sets = messages.map((one) => acknowledgeMessage(one, found.get(one) ?? one.problems));
  const rejected = sets.filter(({ status }) => status === 'rejected').length;
  return {
    kind: 'acknowledgement',
    group: {
      functionalCode: 'UNB',
      control: interchange.control,
      status: rejected === 0 ? 'accepted' : rejected === sets.length ? 'rejected' : 'partiallyAccepted',
      included: String(sets.length),
      received: String(sets.length),
      accepted: String(sets.length - rejected),
      errors: [],
      sender: partyOf(interchange.sender),
      receiver: partyOf(interchange.receiver),
    },
    sets,
  };
}

const partyOf = ({ id, qualifier }: EdifactParty) => ({ id, ...(qualifier === undefined ? {} : { qualifier }) });

function acknowledgeMessage(message: EdifactMessage, problems: readonly Problem[]): AcknowledgedSet {
  const faults = problems.filter(({ severity }) => severity === 'error');
  const segments = new Map<number, SegmentNote>();
  for (const fault of faults) noteSegment(segments, fault);
  const own = faults.map(({ code }) => MESSAGE_ERRORS[code]).find((code) => code !== undefined);
  const errors = own !== undefined ? [own] : faults.length > 0 && segments.size === 0 ? [UNSPECIFIED] : [];
  const [version = '', release = '', agency = '', association = ''] = message.segments[0]?.elements[2]?.slice(1) ?? [];
  return {
    type: message.type,
    ...(version === '' ? {} : { version }),
    ...(release === '' ? {} : { release }),
    ...(agency === '' ? {} : { agency }),
    ...(association === '' ? {} : { association }),
    control: message.control,
    status: faults.length > 0 ? 'rejected' : 'accepted',
    errors,
    segments: [...segments.entries()].sort(([a], [b]) => a - b).map(([, note]) => note),
  };
}

function noteSegment(segments: Map<number, SegmentNote>, { at, code, position }: Problem): void {
  const [segmentCode, elementCode] = [SEGMENT_ERRORS[code], ELEMENT_ERRORS[code]];
  if (position === undefined || (segmentCode === undefined && elementCode === undefined)) return;
  const known = segments.get(position);
  const note: SegmentNote = known ?? { segment: '', position: String(position), elements: [] };
  segments.set(position, note);
  if (segmentCode !== undefined) note.code = segmentCode;
  const [, element, component] = /(\d\d)(?::(\d))?(?:\([^)]*\))?$/.exec(at) ?? [];
  if (elementCode === undefined || element === undefined) return;
  // The tag is the first position of a segment (ISO 9735-10, 0098).
  const place = { position: String(Number(element) + 1), ...(component === undefined ? {} : { component }) };
  if (
    !note.elements.some((one) => one.position === place.position && one.component === place.component && one.code === elementCode)
  )
    note.elements.push({ ...place, code: elementCode });
}
