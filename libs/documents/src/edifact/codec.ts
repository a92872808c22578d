import type { Decoded, Problem } from '../canonical/problem.js';
import { decodeTree } from '../grammar/decode.js';
import { encodeDocument } from '../grammar/encode.js';
import type { Message } from '../grammar/message.js';
import type { GrammarNode } from '../grammar/node.js';
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
  const { structure } = table.table;
  if (structure.syntax !== 'xml') foreignSegments(root, structure.segments, problems);
  const release = table.table.release as EdifactRelease;
  if (structureOf(release, table.table.message).some(hasLines)) nestLines(root);
  return { segments: segmentsOf(root, release), problems };
}

/** What was kept of a message of another directory may be a segment this one does not have there. */
function foreignSegments(node: GrammarNode, rules: readonly SegmentRule[], problems: Problem[]): void {
  for (const child of node.children) {
    const rule = rules.find(({ id }) => id === child.name);
    if (rule !== undefined) foreignSegments(child, rule.children ?? [], problems);
    else if (/^[A-Z]/.test(child.name))
      problems.push({
        at: child.name,
        code: 'SEGMENT_NOT_HERE',
        message: `The directory has no ${child.name} at this place.`,
        severity: 'error',
      });
  }
}

/** Whether a group is a packing level with lines inside. */
const hasLines = ({ id, children = [] }: SegmentRule): boolean => id === 'CPS' && children.some((child) => child.id === 'LIN');
