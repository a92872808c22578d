import type { Problem } from '../../canonical/problem.js';
import { checkElements } from '../directory/directory.js';
import type { EdifactRelease } from '../directory/release.js';
import { bytesIn, misfitsOf } from '../syntax/charset.js';
import { type Separators, usual } from '../syntax/separators.js';
import type { WireSegment } from '../tree/tree.js';
import type { EdifactParty } from './read-interchange.js';
import { segmentWriter } from './write-segment.js';

/** A message to send: type, reference given by the caller, and its segments between UNH and UNT. `association` names the guide (EAN010). */
export interface MessageToWrite {
  type: string;
  release: EdifactRelease;
  control: string;
  association?: string;
  segments: readonly WireSegment[];
}

/** Everything the envelope says; references are drawn by the caller, who keeps them. */
export interface EdifactToWrite {
  sender: EdifactParty;
  receiver: EdifactParty;
  /** Interchange control reference, up to 14 characters. */
  control: string;
  /** CCYY-MM-DD and HH:MM of the sender's clock. */
  date: string;
  time: string;
  test?: boolean;
  acknowledgementRequested?: boolean;
  applicationReference?: string;
  /** Character set level the partner reads; without it UNOC, or UNOY when the data needs more. */
  syntaxId?: string;
  /** The partner's choice; the decimal mark is used in every number. */
  separators?: Partial<Separators>;
  messages: readonly MessageToWrite[];
}

/** Levels that exist from version 4 of the syntax on. Source: ISO 9735-1:2002, table of 0001. */
const NEWER = new Set(['UNOG', 'UNOH', 'UNOI', 'UNOJ', 'UNOK', 'UNOW', 'UNOX', 'UNOY']);
const CONTROL_MAX = 14;
const PARTY_MAX = 35;

/**
 * Writes one interchange with UNA, a line break behind each terminator; version 3 of the syntax, or 4 for the levels that are only
 * there. `bytes` are those of the character set level. What the level does not hold is an error: nothing is written for it that it
 * is not. So is what the directory does not allow. Source: ISO 9735.
 */
export function writeEdifact(interchange: EdifactToWrite): { text: string; bytes: Uint8Array; problems: Problem[] } {
  const problems: Problem[] = [];
  const syntaxId = interchange.syntaxId ?? levelFor(interchange);
  const version = NEWER.has(syntaxId) ? '4' : '3';
  const separators: Separators = { ...usual, ...(version === '4' ? { repetition: '*' } : {}), ...interchange.separators };
  const write = segmentWriter(separators, problems);
  const segments = [
    write({ elements: header(interchange, { syntaxId, version, problems }) }),
    ...interchange.messages.flatMap((message) => {
      const all = segmentsOf(message);
      problems.push(...notAllowed(message.release, all));
      return all.map((segment) => write(segment, message.release));
    }),
    write({ elements: [['UNZ'], [String(interchange.messages.length)], [interchange.control]] }),
  ];
  const { component, element, decimal, release, repetition, terminator } = separators;
  const advice = `UNA${component}${element}${decimal}${release ?? ' '}${repetition ?? ' '}${terminator}`;
  const text = [advice, ...segments.map((segment) => segment + terminator)].map((line) => `${line}\n`).join('');
  const misfits = misfitsOf(syntaxId, text.replaceAll('\n', '')).filter(
    (character) => !Object.values(separators).includes(character),
  );
  if (misfits.length > 0)
    problems.push({
      at: 'UNB01',
      code: 'EDIFACT_CHARSET',
      message: `${syntaxId} does not hold ${misfits.slice(0, 10).join(' ')}.`,
      severity: 'error',
    });
  return { text, bytes: bytesIn(syntaxId, text), problems };
}

function levelFor({ messages, sender, receiver }: EdifactToWrite): string {
  const said = [
    sender.id,
    receiver.id,
    ...messages.flatMap(({ segments }) => segments.flatMap(({ elements }) => elements.flat())),
  ].join('');
  return misfitsOf('UNOC', said.replace(/\p{Cc}/gu, '')).length === 0 ? 'UNOC' : 'UNOY';
}

function header(
  interchange: EdifactToWrite,
  { syntaxId, version, problems }: { syntaxId: string; version: string; problems: Problem[] },
): string[][] {
  const { control, date, time } = interchange;
  if (control === '' || control.length > CONTROL_MAX)
    problems.push({
      at: 'UNB05',
      code: 'TEXT_TOO_LONG',
      message: `A control reference has 1 to ${CONTROL_MAX} characters.`,
      severity: 'error',
    });
  const party = ({ id, qualifier = '', address = '' }: EdifactParty): string[] => {
    if (id === '' || id.length > PARTY_MAX)
      problems.push({
        at: 'UNB',
        code: 'TEXT_TOO_LONG',
        message: `An identification has 1 to ${PARTY_MAX} characters.`,
        severity: 'error',
      });
    return [id, qualifier, address];
  };
  const day = date.replaceAll('-', '');
  return [
    ['UNB'],
    [syntaxId, version],
    party(interchange.sender),
    party(interchange.receiver),
    [version === '4' ? day : day.slice(2), time.replaceAll(':', '').slice(0, 4)],
    [control],
    [],
    [interchange.applicationReference ?? ''],
    [],
    [interchange.acknowledgementRequested ? '1' : ''],
    [],
    [interchange.test ? '1' : ''],
  ];
}

function segmentsOf({ type, release, control, association = '', segments }: MessageToWrite): WireSegment[] {
  const [version = '', year = ''] = release === '3' ? ['D', '3'] : release.split('.');
  return [
    { elements: [['UNH'], [control], [type, version, year, 'UN', association]] },
    ...segments,
    { elements: [['UNT'], [String(segments.length + 2)], [control]] },
  ];
}

/** What is written keeps to the directory, whatever was kept beside the model or came from a longer format. */
function notAllowed(release: EdifactRelease, segments: readonly WireSegment[]): Problem[] {
  const read = segments.map(({ elements }) => ({ tag: elements[0]?.[0] ?? '', elements, line: 1, column: 1 }));
  return checkElements(release, read).map(({ at, position, code, message }) => ({
    at,
    ...(position === undefined ? {} : { position }),
    code,
    message,
    severity: 'error',
  }));
}
