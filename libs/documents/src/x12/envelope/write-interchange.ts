import type { Problem, Severity } from '../../canonical/problem.js';
import type { Separators } from '../syntax.js';
import { componentMark, composites } from '../tree.js';
import type { EnvelopeParty } from './read-interchange.js';

/** A set to send: type, control number given by the caller, and its segments between ST and SE. */
export interface SetToWrite {
  type: string;
  control: string;
  segments: readonly (readonly string[])[];
}

/** What the outer envelope says; numbers are drawn by the caller, who keeps them. */
interface Envelope {
  sender: EnvelopeParty;
  receiver: EnvelopeParty;
  interchangeControl: string;
  /** CCYY-MM-DD and HH:MM of the sender's clock. */
  date: string;
  time: string;
  usage: 'P' | 'T';
  acknowledgementRequested?: boolean;
  /** GS08, the release of the sets; 004010 without. */
  release?: '004010' | '005010';
  /** The partner's choice; without it characters that do not occur in the data are taken. */
  separators?: Separators;
}

/** Everything an interchange of one group says. */
export interface InterchangeToWrite extends Envelope {
  groupSender: string;
  groupReceiver: string;
  functionalCode: string;
  groupControl: string;
  sets: readonly SetToWrite[];
}

/** Acknowledgements of interchanges, each a TA1 as `encodeSet` gives it. They stand in no group and ask for no answer. */
export interface AcknowledgementsToWrite extends Omit<Envelope, 'acknowledgementRequested'> {
  segments: readonly (readonly string[])[];
}

/** What may part the data, the usual first. Control characters come last: nothing that is written holds one. */
const CHOICES = {
  element: ['*', '|', '^', '\u001D'],
  component: ['>', ':', '\\', '\u001F'],
  terminator: ['~', "'", '`', '\u001C'],
  repetition: ['^', '!', '\u001E'],
};

/** What parts the data of an interchange being written; releases before 00402 have no repetition. */
type Parting = Required<Separators> & { repetition: string };

/** Elements for people, by segment; a blank more changes nothing in them. AK404 is a copy of what was wrong. Every other element may identify something. */
const FREE_TEXT: Readonly<Record<string, readonly number[]>> = {
  AK4: [4],
  FOB: [7],
  ITD: [12],
  MSG: [1],
  N1: [2],
  N2: [1, 2],
  N3: [1, 2],
  N4: [1],
  N9: [3],
  NTE: [2],
  PER: [2],
  PID: [5],
  PKG: [5],
  REF: [3],
  SAC: [15],
  TD5: [5],
};

/**
 * Writes one interchange with one group, version 00401 or 00501, a line break behind each terminator. There is no release character in
 * X12: a value that holds one of the three separators, or a control character, is written with a blank instead and reported: a
 * warning in a text for people, else an error, as a part number may have been changed. Source: ASC X12.5, X12.6 004010.
 */
export function writeInterchange(interchange: InterchangeToWrite): { text: string; problems: Problem[] } {
  const { date, time } = interchange;
  const day = date.replaceAll('-', '');
  const clock = time.replaceAll(':', '').slice(0, 4);
  const segments: (readonly string[])[] = [
    [
      'GS',
      interchange.functionalCode,
      interchange.groupSender,
      interchange.groupReceiver,
      day,
      clock,
      interchange.groupControl,
      'X',
      interchange.release ?? '004010',
    ],
    ...interchange.sets.flatMap((set) => [
      ['ST', set.type, set.control],
      ...set.segments,
      ['SE', String(set.segments.length + 2), set.control],
    ]),
    ['GE', String(interchange.sets.length), interchange.groupControl],
  ];
  const { sender, receiver, groupSender, groupReceiver, sets } = interchange;
  const values = [sender.id, receiver.id, groupSender, groupReceiver, ...sets.flatMap((set) => set.segments.flat())];
  return wrap(interchange, { groups: '1', segments, values });
}

/** Writes an interchange that holds nothing but TA1 segments. */
export function writeInterchangeAcknowledgements(interchange: AcknowledgementsToWrite): { text: string; problems: Problem[] } {
  const { sender, receiver, segments } = interchange;
  return wrap(interchange, { groups: '0', segments, values: [sender.id, receiver.id, ...segments.flat()] });
}

/** ISA and IEA around segments. `values` is all data in them, which the separators must not stand in. */
function wrap(
  envelope: Envelope,
  { groups, segments, values }: { groups: string; segments: readonly (readonly string[])[]; values: readonly string[] },
): { text: string; problems: Problem[] } {
  const separators = separatorsFor(envelope.separators, values.join(''));
  const problems: Problem[] = [];
  const end = ['IEA', groups, envelope.interchangeControl.padStart(9, '0')];
  const lines = [...segments, end].map((segment) => writeSegment(segment, separators, problems));
  return {
    text: [header(envelope, separators, problems), ...lines].map((line) => `${line}${separators.terminator}\n`).join(''),
    problems,
  };
}

function header(interchange: Envelope, separators: Parting, problems: Problem[]): string {
  const later = interchange.release === '005010';
  const party = ({ qualifier, id }: EnvelopeParty): string[] => {
    if (id.length > 15 || id === '')
      problems.push({
        at: 'ISA',
        code: 'TEXT_TOO_LONG',
        message: 'An interchange identifier has 1 to 15 characters.',
        severity: 'error',
      });
    if (clean(id, separators) !== id) problems.push(blanked('ISA', 'error'));
    return [(qualifier ?? 'ZZ').padEnd(2).slice(0, 2), clean(id, separators).padEnd(15).slice(0, 15)];
  };
  if (!/^\d{1,9}$/.test(interchange.interchangeControl))
    problems.push({
      at: 'ISA13',
      code: 'X12_CONTROL_NUMBER',
      message: 'An interchange control number has 1 to 9 digits.',
      severity: 'error',
    });
  const control = interchange.interchangeControl.padStart(9, '0').slice(-9);
  const day = interchange.date.replaceAll('-', '').slice(2);
  const clock = interchange.time.replaceAll(':', '').slice(0, 4);
  const elements = [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    ...party(interchange.sender),
    ...party(interchange.receiver),
    day,
    clock,
    later ? separators.repetition : 'U',
    later ? '00501' : '00401',
    control,
    interchange.acknowledgementRequested ? '1' : '0',
    interchange.usage,
    separators.component,
  ];
  return elements.join(separators.element);
}

/** The partner's separators, or for each part the first that stands nowhere in the data. */
function separatorsFor(own: Separators | undefined, values: string): Parting {
  const free = (of: keyof typeof CHOICES, not = '') =>
    CHOICES[of].find((choice) => !values.includes(choice) && !not.includes(choice)) ?? CHOICES[of].at(-1) ?? '';
  const chosen =
    own === undefined
      ? { element: free('element'), component: free('component'), terminator: free('terminator') }
      : { ...own, component: own.component ?? free('component', own.element + own.terminator) };
  return { ...chosen, repetition: free('repetition', Object.values(chosen).join('')) };
}

function writeSegment(segment: readonly string[], separators: Required<Separators>, problems: Problem[]): string {
  const [named = ''] = segment;
  const id = SEGMENT_ID.test(named) ? named : clean(named, separators);
  if (id !== named) problems.push(blanked(id, 'error'));
  let end = segment.length;
  while (end > 1 && segment[end - 1] === '') end--;
  let text = id;
  for (let index = 1; index < end; index++) {
    const value = segment[index]!;
    const parts = composites[id]?.includes(index) ? value.split(componentMark) : undefined;
    const cleaned = parts?.map((part) => clean(part, separators)).join(separators.component) ?? clean(value, separators);
    if (cleaned !== (parts?.join(separators.component) ?? value))
      problems.push(blanked(`${id}${String(index).padStart(2, '0')}`, FREE_TEXT[id]?.includes(index) ? 'warning' : 'error'));
    text += separators.element + cleaned;
  }
  return text;
}

function blanked(at: string, severity: Severity): Problem {
  const message =
    'The value holds a character that parts data in this interchange or that X12 cannot carry; a blank was written for it.';
  return { at, code: 'X12_DELIMITER_IN_DATA', message, severity };
}

function includesAny(value: string, marks: string): boolean {
  for (const mark of marks) if (value.includes(mark)) return true;
  return false;
}

/** Every segment of the standard; a name that an extension made up may be anything. */
const SEGMENT_ID = /^[A-Z][A-Z0-9]{1,2}$/;

/** Nearly every value: printable ASCII has no control characters. */
const PLAIN = /^[ -~]*$/;

/** A terminator of two characters ends a segment with its first for many readers, so each is kept out. */
function clean(value: string, { element, component, terminator }: Required<Separators>): string {
  if (PLAIN.test(value) && !value.includes(element) && !value.includes(component) && !includesAny(value, terminator))
    return value;
  return [element, component, ...terminator]
    .reduce((text, separator) => text.replaceAll(separator, ' '), value)
    .replace(/\p{Cc}/gu, ' ');
}
