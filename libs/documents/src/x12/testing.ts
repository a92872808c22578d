import type { Problem } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeSet, encodeSet } from './codec.js';
import { readInterchanges, type X12Set } from './envelope/read-interchange.js';
import { writeInterchange } from './envelope/write-interchange.js';

// What the specs of sets share: a set written in an interchange, and read back.

/** The segments of a document between ST and SE as lines, and what was said of it. */
export function written<T>(table: Message<T>, document: T): { text: string; lines: string[]; problems: Problem[] } {
  const { segments, problems } = encodeSet(table, document);
  const { text, problems: found } = writeInterchange({
    sender: { qualifier: 'ZZ', id: 'HUB' },
    receiver: { qualifier: '01', id: '081466849' },
    groupSender: 'HUB',
    groupReceiver: '081466849',
    functionalCode: 'PO',
    interchangeControl: '42',
    groupControl: '42',
    date: '2026-03-02',
    time: '10:15',
    usage: 'T',
    sets: [{ type: table.table.message, control: '0001', segments }],
  });
  return { text, lines: text.split('~\n').slice(3, -4), problems: [...problems, ...found] };
}

/** Reads the first set of an interchange. */
export function readSet<T>(table: Message<T>, text: string) {
  return decodeSet(table, setsOf(new TextEncoder().encode(text))[0]!);
}

/** Reads a set from its segments, a line each, that stand between ST and SE. */
export function readLines<T>(table: Message<T>, lines: readonly string[]) {
  const { message } = table.table;
  const body = [`ST*${message}*0001`, ...lines, `SE*${lines.length + 2}*0001`];
  const text = [
    'ISA*00*          *00*          *ZZ*A              *ZZ*B              *260302*1015*U*00401*000000042*0*T*>',
    'GS*PO*A*B*20260302*1015*42*X*004010',
    ...body,
    'GE*1*42',
    'IEA*1*000000042',
  ];
  return readSet(table, text.map((line) => `${line}~\n`).join(''));
}

/** All sets of a file. */
export function setsOf(bytes: Uint8Array): X12Set[] {
  return readInterchanges(bytes).interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets));
}

/** Errors among problems, as code and place. */
export function errorsOf(problems: readonly Problem[]): string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ code, at }) => `${code} ${at}`);
}
