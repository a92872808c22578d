import type { Decoded, Problem } from '../canonical/problem.js';
import { decodeTree } from '../grammar/decode.js';
import { encodeDocument } from '../grammar/encode.js';
import type { Message } from '../grammar/message.js';
import type { SegmentRule } from '../grammar/structure.js';
import { checkElements, structureOf } from './directory/directory.js';
import type { EdifactRelease } from './directory/release.js';
import type { EdifactMessage } from './envelope/read-interchange.js';
import { nestLines } from './tree/levels.js';
import { segmentsOf, treeOf, type WireSegment } from './tree/tree.js';

/**
 * Reads one message by its table; the table of another directory than the message's reads it, too, as far as both say the same.
 * Problems of the envelope that touch the message come first, then what its directory does not allow. Never throws.
 */
export function decodeEdifact<T>(table: Message<T>, message: EdifactMessage): Decoded<T> & { partial: Partial<T> } {
  const release = table.table.release as EdifactRelease;
  const rules = structureOf(release, table.table.message);
  const body = message.segments.filter(({ tag }) => tag !== 'UNH' && tag !== 'UNT');
  const { root, problems } = treeOf(body, rules, release);
  const decoded = decodeTree(table, root);
  return {
    ...decoded,
    problems: [...message.problems, ...problems, ...checkElements(release, message.segments), ...decoded.problems],
  };
}

/** A document as the segments between UNH and UNT, ready for `writeEdifact`. With an error among the problems they must not be sent. */
export function encodeEdifact<T>(table: Message<T>, document: T): { segments: WireSegment[]; problems: Problem[] } {
  const { root, problems } = encodeDocument(table, document);
  const release = table.table.release as EdifactRelease;
  if (structureOf(release, table.table.message).some(hasLines)) nestLines(root);
  return { segments: segmentsOf(root, release), problems };
}

/** Whether a group is a packing level with lines inside. */
const hasLines = ({ id, children = [] }: SegmentRule): boolean => id === 'CPS' && children.some((child) => child.id === 'LIN');
