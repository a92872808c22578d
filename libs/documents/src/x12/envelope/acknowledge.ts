import type { AcknowledgedSet, Acknowledgement, SegmentNote } from '../../canonical/acknowledgement.js';
import type { Problem } from '../../canonical/problem.js';
import type { X12Group, X12Set } from './read-interchange.js';

/** Problem code to element 723, data element syntax error. */
const ELEMENT_ERRORS: Readonly<Record<string, string>> = {
  VALUE_MISSING: '1',
  TEXT_TOO_SHORT: '4',
  TEXT_TOO_LONG: '5',
  NUMBER_NOT_VALID: '6',
  NUMBER_NEGATIVE: '6',
  CODE_UNKNOWN: '7',
  UNIT_UNKNOWN: '7',
  DATE_NOT_VALID: '8',
};
/** Problem code to element 720, segment syntax error. */
const SEGMENT_ERRORS: Readonly<Record<string, string>> = { SEGMENT_UNKNOWN: '1', SEGMENT_UNEXPECTED: '2' };
/** Problem code to element 718, set syntax error. */
const SET_ERRORS: Readonly<Record<string, string>> = {
  X12_SET_UNKNOWN: '1',
  X12_NO_TRAILER: '2',
  X12_CONTROL_NUMBER: '3',
  X12_SEGMENT_COUNT: '4',
};

/**
 * The 997 for a group from what was found in its sets: a set with an error is rejected, one with warnings about its syntax is
 * accepted with errors, others are accepted. Undefined for a group of acknowledgements (FA): those are never answered.
 */
export function acknowledgeGroup(group: X12Group, found: ReadonlyMap<X12Set, readonly Problem[]>): Acknowledgement | undefined {
  if (group.functionalCode === 'FA') return undefined;
  const sets = group.sets.map((set) => acknowledgeSet(set, found.get(set) ?? set.problems));
  const rejected = sets.filter((set) => set.status === 'rejected').length;
  const flawed = sets.some((set) => set.status === 'acceptedWithErrors');
  const status =
    rejected === 0 ? (flawed ? 'acceptedWithErrors' : 'accepted') : rejected === sets.length ? 'rejected' : 'partiallyAccepted';
  const announced = /^\d{1,6}$/.test(group.setsAnnounced ?? '') ? (group.setsAnnounced ?? '') : String(sets.length);
  const errors = group.setsAnnounced === undefined ? ['3'] : Number(announced) === sets.length ? [] : ['5'];
  return {
    kind: 'acknowledgement',
    group: {
      functionalCode: group.functionalCode,
      control: group.control,
      status,
      included: announced,
      received: String(sets.length),
      accepted: String(sets.length - rejected),
      errors,
    },
    sets,
  };
}

function acknowledgeSet(set: X12Set, problems: readonly Problem[]): AcknowledgedSet {
  const broken = problems.some((problem) => problem.severity === 'error');
  const segments = new Map<string, SegmentNote>();
  for (const problem of problems) noteSegment(segments, set, problem);
  const codes = problems.map((problem) => SET_ERRORS[problem.code]).filter((code) => code !== undefined);
  const errors = [...new Set([...codes, ...(segments.size > 0 && broken ? ['5'] : [])])].slice(0, 5);
  const status = broken ? 'rejected' : segments.size > 0 ? 'acceptedWithErrors' : 'accepted';
  return { type: set.type, control: set.control, status, errors, segments: [...segments.values()] };
}

function noteSegment(segments: Map<string, SegmentNote>, set: X12Set, problem: Problem): void {
  const segmentCode = SEGMENT_ERRORS[problem.code];
  const elementCode = ELEMENT_ERRORS[problem.code];
  if ((segmentCode === undefined && elementCode === undefined) || (elementCode !== undefined && problem.severity !== 'error'))
    return;
  const position = problem.position ?? set.segments.length;
  const id =
    (problem.position === undefined ? problem.at.slice(0, 3).replace(/\d*$/, '') : set.segments[position - 1]?.id) || 'ST';
  const note = segments.get(String(position)) ?? {
    segment: /^[A-Z][A-Z0-9]{1,2}$/.test(id) ? id : 'ZZ',
    position: String(position),
    code: segmentCode ?? '8',
    elements: [],
  };
  segments.set(String(position), note);
  const element = /(\d\d)(?::\d)?(?:\+?\([^)]*\))?$/.exec(problem.at)?.[1];
  if (elementCode !== undefined && element !== undefined)
    note.elements.push({ position: String(Number(element)), code: elementCode });
}
