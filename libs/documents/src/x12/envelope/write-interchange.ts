import type { Problem } from '../../canonical/problem.js';
import type { Separators } from '../syntax.js';
import type { EnvelopeParty } from './read-interchange.js';

/** A set to send: type, control number given by the caller, and its segments between ST and SE. */
export interface SetToWrite {
  type: string;
  control: string;
  segments: readonly (readonly string[])[];
}

/** Everything the envelope says; numbers are drawn by the caller, who keeps them. */
export interface InterchangeToWrite {
  sender: EnvelopeParty;
  receiver: EnvelopeParty;
  groupSender: string;
  groupReceiver: string;
  functionalCode: string;
  interchangeControl: string;
  groupControl: string;
  /** CCYY-MM-DD and HH:MM of the sender's clock. */
  date: string;
  time: string;
  usage: 'P' | 'T';
  acknowledgementRequested?: boolean;
  /** The partner's choice; without it a set that does not occur in the data is taken. */
  separators?: Separators;
  sets: readonly SetToWrite[];
}

const CHOICES: readonly Required<Separators>[] = [
  { element: '*', component: '>', terminator: '~' },
  { element: '|', component: '^', terminator: '~' },
  { element: '|', component: '>', terminator: "'" },
  { element: '\u001D', component: '\u001F', terminator: '\u001C' },
];

/**
 * Writes one interchange with one group, version 00401, a line break behind each terminator. There is no release character in
 * X12: a value that holds one of the separators, or a line break, is written with a blank instead and reported; with the
 * partner's own separators that is an error, as a part number may have been changed. Source: ASC X12.5, X12.6 004010.
 */
export function writeInterchange(interchange: InterchangeToWrite): { text: string; problems: Problem[] } {
  const values = interchange.sets.flatMap((set) => set.segments.flat()).join('');
  const free = CHOICES.find((choice) => !values.includes(choice.element) && !values.includes(choice.terminator)) ?? CHOICES[0];
  const separators = { component: '>', ...(interchange.separators ?? free) } as Required<Separators>;
  const problems: Problem[] = [];
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
      '004010',
    ],
    ...interchange.sets.flatMap((set) => [
      ['ST', set.type, set.control],
      ...set.segments,
      ['SE', String(set.segments.length + 2), set.control],
    ]),
    ['GE', String(interchange.sets.length), interchange.groupControl],
    ['IEA', '1', interchange.interchangeControl.padStart(9, '0')],
  ];
  const lines = segments.map((segment) => writeSegment(segment, separators, problems));
  return {
    text: [header(interchange, separators, problems), ...lines].map((line) => `${line}${separators.terminator}\n`).join(''),
    problems,
  };
}

function header(interchange: InterchangeToWrite, separators: Required<Separators>, problems: Problem[]): string {
  const party = ({ qualifier, id }: EnvelopeParty): string[] => {
    if (id.length > 15 || id === '')
      problems.push({
        at: 'ISA',
        code: 'TEXT_TOO_LONG',
        message: 'An interchange identifier has 1 to 15 characters.',
        severity: 'error',
      });
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
    'U',
    '00401',
    control,
    interchange.acknowledgementRequested ? '1' : '0',
    interchange.usage,
    separators.component,
  ];
  return elements.join(separators.element);
}

function writeSegment(segment: readonly string[], separators: Required<Separators>, problems: Problem[]): string {
  const elements = segment.map((value, index) => {
    const cleaned = clean(value, separators);
    if (cleaned !== value) {
      const message = `The value holds a character that parts data in this interchange or that X12 cannot carry; a blank was written for it.`;
      problems.push({
        at: `${segment[0]}${String(index).padStart(2, '0')}`,
        code: 'X12_DELIMITER_IN_DATA',
        message,
        severity: hasDelimiter(value, separators) ? 'error' : 'warning',
      });
    }
    return cleaned;
  });
  while (elements.length > 1 && elements.at(-1) === '') elements.pop();
  return elements.join(separators.element);
}

function hasDelimiter(value: string, separators: Required<Separators>): boolean {
  return value.includes(separators.element) || value.includes(separators.terminator);
}

function clean(value: string, separators: Required<Separators>): string {
  return value
    .replaceAll(separators.element, ' ')
    .replaceAll(separators.terminator, ' ')
    .replace(/\p{Cc}/gu, (character) => (character === separators.component ? character : ' '));
}
