import type { Decoded, Problem } from '../canonical/problem.js';
import { decodeTree } from '../grammar/decode.js';
import { encodeDocument } from '../grammar/encode.js';
import type { Message } from '../grammar/message.js';
import type { X12Set } from './envelope/read-interchange.js';
import { segmentsOf, treeOf } from './tree.js';

/** Reads one transaction set by its table. Problems of the envelope that touch the set come first. Never throws. */
export function decodeSet<T>(table: Message<T>, set: X12Set): Decoded<T> & { partial: Partial<T> } {
  const structure = table.table.structure;
  const rules = structure.syntax === 'x12' ? structure.segments : [];
  const body = set.segments.filter((segment) => segment.id !== 'ST' && segment.id !== 'SE');
  const { root, problems } = treeOf(body, rules, set.separators);
  const decoded = decodeTree(table, root);
  return { ...decoded, problems: [...set.problems, ...problems, ...decoded.problems] };
}

/** A document as the segments between ST and SE, each as its elements, ready for `writeInterchange`. */
export function encodeSet<T>(table: Message<T>, document: T): { segments: string[][]; problems: Problem[] } {
  const { root, problems } = encodeDocument(table, document);
  return { segments: segmentsOf(root), problems };
}
