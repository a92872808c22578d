import type { Sequences } from '../grammar/structure.js';
import { ublSequences } from './sequences.data.js';

/** The order of UBL elements by parent, ready for tables. */
export const sequences: Sequences = Object.fromEntries(
  Object.entries(ublSequences).map(([parent, children]) => [parent, children.split(' ')]),
);

const COMMON = 'urn:oasis:names:specification:ubl:schema:xsd:Common';

/** Namespaces of a UBL document with that root. */
export function ublNamespaces(root: string): Readonly<Record<string, string>> {
  return {
    [`urn:oasis:names:specification:ubl:schema:xsd:${root}-2`]: '',
    [`${COMMON}AggregateComponents-2`]: 'cac',
    [`${COMMON}BasicComponents-2`]: 'cbc',
  };
}
