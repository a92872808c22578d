import type { Problem, Severity } from '../../canonical/problem.js';
import { readSegments, type Segment, type SegmentRun, type Separators } from '../syntax.js';

/** A party of the envelope: ISA05/06 or ISA07/08; in a group without a qualifier. */
export interface EnvelopeParty {
  qualifier?: string;
  id: string;
}

/** One transaction set with its ST and SE. `release` is GS08 of its group (004010). */
export interface X12Set {
  type: string;
  control: string;
  release: string;
  segments: Segment[];
  separators: Separators;
  problems: Problem[];
}

/** One functional group. */
export interface X12Group {
  functionalCode: string;
  sender: string;
  receiver: string;
  control: string;
  release: string;
  /** GE01 as written, absent when the group has no trailer. */
  setsAnnounced?: string;
  sets: X12Set[];
}

/** One interchange. `usage` is ISA15: P production, T test. `acknowledgementRequested` is ISA14: only then TA1 is due. */
export interface X12Interchange {
  sender: EnvelopeParty;
  receiver: EnvelopeParty;
  control: string;
  version: string;
  usage: string;
  date: string;
  time: string;
  acknowledgementRequested: boolean;
  separators: Separators;
  groups: X12Group[];
  /** Every TA1 in it: what the receiver of an interchange of ours says of that. */
  acknowledgements: Segment[];
  problems: Problem[];
}

/**
 * Reads a file of interchanges. Control numbers are compared as numbers, as some partners pad one side. A set without its SE
 * or with a wrong SE01 is an error, because part of it may be missing; a group or interchange trailer that is wrong is a warning.
 */
export function readInterchanges(bytes: Uint8Array): { interchanges: X12Interchange[]; problems: Problem[] } {
  const { runs, problems } = readSegments(bytes);
  return { interchanges: runs.map(readInterchange), problems };
}

function readInterchange(run: SegmentRun): X12Interchange {
  const element = (index: number) => run.segments[0]?.elements[index] ?? '';
  const interchange: X12Interchange = {
    sender: { qualifier: element(5), id: element(6) },
    receiver: { qualifier: element(7), id: element(8) },
    date: element(9),
    time: element(10),
    version: element(12),
    control: element(13),
    acknowledgementRequested: element(14) === '1',
    usage: element(15),
    separators: run.separators,
    groups: [],
    acknowledgements: [],
    problems: [],
  };
  const state: State = { interchange, run };
  for (const segment of run.segments.slice(1)) readSegment(state, segment);
  if (state.set !== undefined)
    lost(state, 'X12_NO_TRAILER', 'The transaction set has no SE: the file was cut, or sent in parts.');
  if (state.group !== undefined)
    note(interchange.problems, { code: 'X12_NO_TRAILER', message: 'The group has no GE.', severity: 'warning' }, undefined);
  if (run.segments.at(-1)?.id !== 'IEA')
    note(
      interchange.problems,
      { code: 'X12_NO_TRAILER', message: 'The interchange has no IEA.', severity: 'warning' },
      undefined,
    );
  return interchange;
}

interface State {
  interchange: X12Interchange;
  run: SegmentRun;
  group?: X12Group | undefined;
  set?: X12Set | undefined;
}

function readSegment(state: State, segment: Segment): void {
  const element = (index: number) => segment.elements[index] ?? '';
  if (segment.id === 'GS') {
    state.group = {
      functionalCode: element(1),
      sender: element(2),
      receiver: element(3),
      control: element(6),
      release: element(8),
      sets: [],
    };
    state.interchange.groups.push(state.group);
  } else if (segment.id === 'ST') openSet(state, segment);
  else if (segment.id === 'SE' && state.set !== undefined) closeSet(state, segment);
  else if (segment.id === 'GE') closeGroup(state, segment);
  else if (segment.id === 'IEA') closeInterchange(state, segment);
  else if (state.set !== undefined) state.set.segments.push(segment);
  else if (segment.id === 'TA1') state.interchange.acknowledgements.push(segment);
  else
    note(
      state.interchange.problems,
      {
        code: 'X12_SEGMENT_OUTSIDE',
        message: `The segment ${segment.id.slice(0, 10)} stands outside of a transaction set.`,
        severity: 'warning',
      },
      segment,
    );
}

function openSet(state: State, segment: Segment): void {
  if (state.set !== undefined) lost(state, 'X12_NO_TRAILER', 'The transaction set has no SE before the next begins.');
  const release = state.group?.release ?? '';
  state.set = {
    type: segment.elements[1] ?? '',
    control: segment.elements[2] ?? '',
    release,
    segments: [segment],
    separators: state.run.separators,
    problems: [],
  };
  if (state.group === undefined) {
    state.group = { functionalCode: '', sender: '', receiver: '', control: '', release: '', sets: [] };
    state.interchange.groups.push(state.group);
    note(
      state.interchange.problems,
      { code: 'X12_NO_GROUP', message: 'The transaction set stands in no group (GS).', severity: 'warning' },
      segment,
    );
  }
  state.group.sets.push(state.set);
}

function closeSet(state: State, segment: Segment): void {
  const set = state.set;
  if (set === undefined) return;
  set.segments.push(segment);
  if (!sameNumber(segment.elements[1], String(set.segments.length))) {
    lost(state, 'X12_SEGMENT_COUNT', `SE01 counts ${segment.elements[1] ?? ''} segments, there are ${set.segments.length}.`);
  }
  if (!sameNumber(segment.elements[2], set.control)) lost(state, 'X12_CONTROL_NUMBER', 'SE02 is not the control number of ST02.');
  state.set = undefined;
}

function closeGroup(state: State, segment: Segment): void {
  const group = state.group;
  if (group === undefined) return;
  if (state.set !== undefined) lost(state, 'X12_NO_TRAILER', 'The transaction set has no SE before its group ends.');
  state.set = undefined;
  group.setsAnnounced = segment.elements[1] ?? '';
  const { problems } = state.interchange;
  if (!sameNumber(segment.elements[1], String(group.sets.length)))
    note(
      problems,
      {
        code: 'X12_SET_COUNT',
        message: `GE01 counts ${segment.elements[1] ?? ''} sets, there are ${group.sets.length}.`,
        severity: 'warning',
      },
      segment,
    );
  if (!sameNumber(segment.elements[2], group.control))
    note(
      problems,
      { code: 'X12_CONTROL_NUMBER', message: 'GE02 is not the control number of GS06.', severity: 'warning' },
      segment,
    );
  state.group = undefined;
}

function closeInterchange(state: State, segment: Segment): void {
  const { interchange } = state;
  if (!sameNumber(segment.elements[1], String(interchange.groups.length))) {
    note(
      interchange.problems,
      {
        code: 'X12_GROUP_COUNT',
        message: `IEA01 counts ${segment.elements[1] ?? ''} groups, there are ${interchange.groups.length}.`,
        severity: 'warning',
      },
      segment,
    );
  }
  if (!sameNumber(segment.elements[2], interchange.control))
    note(
      interchange.problems,
      { code: 'X12_CONTROL_NUMBER', message: 'IEA02 is not the control number of ISA13.', severity: 'warning' },
      segment,
    );
}

function sameNumber(a: string | undefined, b: string): boolean {
  const strip = (text: string) => text.trim().replace(/^0+(?=.)/, '');
  return strip(a ?? '') === strip(b);
}

function lost(state: State, code: string, message: string): void {
  if (state.set !== undefined) note(state.set.problems, { code, message, severity: 'error' }, state.set.segments.at(-1));
}

function note(
  problems: Problem[],
  what: { code: string; message: string; severity: Severity },
  segment: Segment | undefined,
): void {
  problems.push({
    at: segment?.id ?? 'IEA',
    ...(segment === undefined ? {} : { line: segment.line, column: segment.column }),
    ...what,
  });
}
