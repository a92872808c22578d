import type { Problem, Severity } from '../../canonical/problem.js';
import { type EdifactRelease, releaseOf } from '../directory/release.js';
import { readSegments, type Segment, type SegmentRun } from '../syntax/read-segments.js';
import type { Separators } from '../syntax/separators.js';

/** A party of the envelope: identification, its qualifier (14 GLN, 1 DUNS, ZZ agreed) and the address for routing behind it. */
export interface EdifactParty {
  id: string;
  qualifier?: string;
  address?: string;
}

/** One message with its UNH and UNT. `version` is what UNH says (D.96A), `release` the directory it is read by, `association` the guide (EAN008). */
export interface EdifactMessage {
  type: string;
  control: string;
  version: string;
  release: EdifactRelease;
  association?: string;
  segments: Segment[];
  separators: Separators;
  problems: Problem[];
}

/** One functional group; messages without UNG stand in a group without `control`. */
export interface EdifactGroup {
  type?: string;
  control?: string;
  messages: EdifactMessage[];
}

/** One interchange. `date` and `time` are as written (YYMMDD or CCYYMMDD, HHMM). `acknowledgementRequested`: a CONTRL is due. */
export interface EdifactInterchange {
  syntaxId: string;
  syntaxVersion: string;
  sender: EdifactParty;
  receiver: EdifactParty;
  date: string;
  time: string;
  control: string;
  applicationReference?: string;
  acknowledgementRequested: boolean;
  test: boolean;
  separators: Separators;
  groups: EdifactGroup[];
  problems: Problem[];
}

/** Codes of problems that a partner's profile turns into warnings: what he is known to do and his data may be read in spite of. */
export interface EnvelopeHabits {
  relax?: readonly string[];
}

/**
 * Reads a file of interchanges. A message without its UNT, or whose UNT counts otherwise or names another reference, is an error,
 * because part of it may be missing; what is wrong with a group or interchange is a warning. Never throws.
 */
export function readEdifact(
  bytes: Uint8Array,
  habits: EnvelopeHabits = {},
): { interchanges: EdifactInterchange[]; problems: Problem[] } {
  const { runs, problems } = readSegments(bytes);
  const interchanges = runs.map((run) => readInterchange(run, habits.relax ?? []));
  return { interchanges, problems };
}

interface State {
  interchange: EdifactInterchange;
  run: SegmentRun;
  group?: EdifactGroup | undefined;
  message?: EdifactMessage | undefined;
  relax: readonly string[];
}

function readInterchange(run: SegmentRun, relax: readonly string[]): EdifactInterchange {
  const header = run.segments[0]?.tag === 'UNB' ? run.segments[0] : undefined;
  const interchange = { ...headerOf(header), separators: run.separators, groups: [], problems: [...run.problems] };
  const state: State = { interchange, run, relax };
  if (header === undefined)
    say(state, { code: 'EDIFACT_NO_HEADER', message: 'The messages stand in no interchange (UNB).' }, run.segments[0]);
  for (const segment of header === undefined ? run.segments : run.segments.slice(1)) readSegment(state, segment);
  if (state.message !== undefined)
    lost(state, 'EDIFACT_NO_TRAILER', 'The message has no UNT: the file was cut, or sent in parts.');
  if (state.group !== undefined) say(state, { code: 'EDIFACT_NO_TRAILER', message: 'The group has no UNE.' }, undefined);
  if (header !== undefined && run.segments.at(-1)?.tag !== 'UNZ')
    say(state, { code: 'EDIFACT_NO_TRAILER', message: 'The interchange has no UNZ.' }, undefined);
  return interchange;
}

type Header = Omit<EdifactInterchange, 'separators' | 'groups' | 'problems'>;

/** Source: ISO 9735, segment UNB: S001 to S005, then 0026, 0029, 0031, 0032, 0035. */
function headerOf(segment: Segment | undefined): Header {
  const at = (element: number, component = 0) => segment?.elements[element]?.[component]?.trim() ?? '';
  const party = (element: number): EdifactParty => ({
    id: at(element),
    ...(at(element, 1) === '' ? {} : { qualifier: at(element, 1) }),
    ...(at(element, 2) === '' ? {} : { address: at(element, 2) }),
  });
  return {
    syntaxId: at(1),
    syntaxVersion: at(1, 1),
    sender: party(2),
    receiver: party(3),
    date: at(4),
    time: at(4, 1),
    control: at(5),
    ...(at(7) === '' ? {} : { applicationReference: at(7) }),
    acknowledgementRequested: at(9) === '1',
    test: at(11) === '1',
  };
}

function readSegment(state: State, segment: Segment): void {
  const { tag } = segment;
  if (tag === 'UNH') openMessage(state, segment);
  else if (tag === 'UNT' && state.message !== undefined) closeMessage(state, segment);
  else if (tag === 'UNG') openGroup(state, segment);
  else if (tag === 'UNE') closeGroup(state, segment);
  else if (tag === 'UNZ') closeInterchange(state, segment);
  else if (state.message !== undefined) state.message.segments.push(segment);
  else if (tag !== 'UNO' && tag !== 'UNP')
    say(
      state,
      { code: 'EDIFACT_SEGMENT_OUTSIDE', message: `The segment ${tag.slice(0, 10)} stands outside of a message.` },
      segment,
    );
}

function openMessage(state: State, segment: Segment): void {
  if (state.message !== undefined) lost(state, 'EDIFACT_NO_TRAILER', 'The message has no UNT before the next begins.');
  const [type = '', version = '', release = '', , association = ''] = (segment.elements[2] ?? []).map((part) => part.trim());
  const read = type.toUpperCase() === 'CONTRL' ? { release: '3' as const, exact: true } : releaseOf(version, release);
  state.message = {
    type: type.toUpperCase(),
    control: segment.elements[1]?.[0]?.trim() ?? '',
    version: `${version}.${release}`,
    release: read.release,
    ...(association === '' ? {} : { association }),
    segments: [segment],
    separators: state.run.separators,
    problems: [],
  };
  if (!read.exact)
    add(state, state.message.problems, {
      code: 'EDIFACT_RELEASE',
      message: `The message is of ${version}.${release}; it is read as ${read.release}.`,
      severity: 'info',
      segment,
    });
  const group = state.group ?? state.interchange.groups.at(-1);
  if (group === undefined || (state.group === undefined && group.control !== undefined))
    state.interchange.groups.push({ messages: [state.message] });
  else group.messages.push(state.message);
}

function closeMessage(state: State, segment: Segment): void {
  const message = state.message;
  if (message === undefined) return;
  message.segments.push(segment);
  const announced = segment.elements[1]?.[0] ?? '';
  if (!sameNumber(announced, message.segments.length))
    lost(state, 'EDIFACT_SEGMENT_COUNT', `UNT counts ${announced || 'no'} segments, there are ${message.segments.length}.`);
  if (!sameReference(segment.elements[2]?.[0], message.control))
    lost(state, 'EDIFACT_CONTROL_REFERENCE', 'The reference of UNT is not the one of UNH.');
  state.message = undefined;
}

function openGroup(state: State, segment: Segment): void {
  if (state.message !== undefined) lost(state, 'EDIFACT_NO_TRAILER', 'The message has no UNT before a group begins.');
  if (state.group !== undefined)
    say(state, { code: 'EDIFACT_NO_TRAILER', message: 'The group has no UNE before the next begins.' }, segment);
  state.message = undefined;
  state.group = { type: segment.elements[1]?.[0] ?? '', control: segment.elements[5]?.[0] ?? '', messages: [] };
  state.interchange.groups.push(state.group);
}

function closeGroup(state: State, segment: Segment): void {
  if (state.message !== undefined) lost(state, 'EDIFACT_NO_TRAILER', 'The message has no UNT before its group ends.');
  state.message = undefined;
  const { group } = state;
  state.group = undefined;
  if (group === undefined) {
    say(state, { code: 'EDIFACT_SEGMENT_OUTSIDE', message: 'UNE closes a group that was not opened.' }, segment);
    return;
  }
  const announced = segment.elements[1]?.[0] ?? '';
  if (!sameNumber(announced, group.messages.length))
    say(
      state,
      { code: 'EDIFACT_MESSAGE_COUNT', message: `UNE counts ${announced || 'no'} messages, there are ${group.messages.length}.` },
      segment,
    );
  if (!sameReference(segment.elements[2]?.[0], group.control ?? ''))
    say(state, { code: 'EDIFACT_CONTROL_REFERENCE', message: 'The reference of UNE is not the one of UNG.' }, segment);
}

/** UNZ counts groups when there are any, else messages. */
function closeInterchange(state: State, segment: Segment): void {
  const { groups, control } = state.interchange;
  if (state.message !== undefined) lost(state, 'EDIFACT_NO_TRAILER', 'The message has no UNT before the interchange ends.');
  state.message = undefined;
  const grouped = groups.filter((group) => group.control !== undefined).length;
  const count = grouped > 0 ? grouped : groups.reduce((sum, { messages }) => sum + messages.length, 0);
  const announced = segment.elements[1]?.[0] ?? '';
  if (!sameNumber(announced, count))
    say(state, { code: 'EDIFACT_MESSAGE_COUNT', message: `UNZ counts ${announced || 'none'}, there are ${count}.` }, segment);
  if (!sameReference(segment.elements[2]?.[0], control))
    say(state, { code: 'EDIFACT_CONTROL_REFERENCE', message: 'The reference of UNZ is not the one of UNB.' }, segment);
}

function sameNumber(text: string, count: number): boolean {
  return /^\d{1,9}$/.test(text.trim()) && Number(text) === count;
}

/** References are text; some partners pad one side with zeros. */
function sameReference(text: string | undefined, reference: string): boolean {
  const strip = (value: string) => value.trim().replace(/^0+(?=.)/, '');
  return strip(text ?? '') === strip(reference);
}

function lost(state: State, code: string, message: string): void {
  const { message: open } = state;
  if (open !== undefined) add(state, open.problems, { code, message, severity: 'error', segment: open.segments.at(-1) });
}

/** Whoever has made so many mistakes has made one; the rest says nothing new. */
const PROBLEMS_MAX = 1_000;

function say(state: State, what: { code: string; message: string }, segment: Segment | undefined): void {
  if (what.code === 'EDIFACT_SEGMENT_OUTSIDE' && state.interchange.problems.length >= PROBLEMS_MAX) return;
  add(state, state.interchange.problems, { ...what, severity: 'warning', segment });
}

function add(
  state: State,
  problems: Problem[],
  what: { code: string; message: string; severity: Severity; segment: Segment | undefined },
): void {
  const { code, message, severity, segment } = what;
  problems.push({
    at: segment?.tag.slice(0, 10) || 'UNZ',
    ...(segment === undefined ? {} : { line: segment.line, column: segment.column }),
    code,
    message,
    severity: severity === 'error' && state.relax.includes(code) ? 'warning' : severity,
  });
}
