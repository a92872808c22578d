import type { Problem } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeEdifact, encodeEdifact } from './codec.js';
import type { EdifactRelease } from './directory/release.js';
import { type EdifactMessage, readEdifact } from './envelope/read-interchange.js';
import { type EdifactToWrite, writeEdifact } from './envelope/write-interchange.js';

// What the specs of EDIFACT share: an interchange with fixed references and clock, written and read again.

/** An envelope with fixed references and clock. */
export const envelope: Omit<EdifactToWrite, 'messages'> = {
  sender: { id: 'HUB', qualifier: 'ZZ' },
  receiver: { id: '4012345000009', qualifier: '14' },
  control: '42',
  date: '2026-03-02',
  time: '10:15',
};

/** A document in an interchange of its own, and every problem on the way. */
export function written<T>(
  table: Message<T>,
  document: T,
  more: Partial<EdifactToWrite> = {},
): { text: string; bytes: Uint8Array; problems: Problem[] } {
  const { segments, problems } = encodeEdifact(table, document);
  const { message: type, release } = table.table;
  const out = writeEdifact({
    ...envelope,
    ...more,
    messages: [{ type, release: release as EdifactRelease, control: '1', segments }],
  });
  return { ...out, problems: [...problems, ...out.problems] };
}

/** The first message of a text. */
export function messageIn(text: string | Uint8Array): EdifactMessage {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found = readEdifact(bytes).interchanges[0]?.groups[0]?.messages[0];
  if (found === undefined) throw new Error('the text has no message');
  return found;
}

/** The first message of a text, read by a table. */
export function read<T>(table: Message<T>, text: string | Uint8Array) {
  return decodeEdifact(table, messageIn(text));
}

/** Problems of one severity. */
export const errorsOf = <P extends { severity: string }>(problems: readonly P[]): P[] =>
  problems.filter(({ severity }) => severity === 'error');

/** A document without what only tells how the partner wrote it. */
export function plain<T>(document: T): T {
  return JSON.parse(JSON.stringify(document, (key, value) => (key.startsWith('raw') ? undefined : value))) as T;
}
