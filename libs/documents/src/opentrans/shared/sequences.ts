import type { Sequences } from '../../grammar/structure.js';
import { openTransSequences } from './sequences.data.js';

/** The order of openTRANS elements by parent, ready for tables. */
export const sequences: Sequences = Object.fromEntries(
  Object.entries(openTransSequences).map(([parent, children]) => [parent, children.replaceAll('!', '').split(' ')]),
);

/** Children that the schema demands of each parent. */
export const demanded: Sequences = Object.fromEntries(
  Object.entries(openTransSequences).map(([parent, children]) => [
    parent,
    children.split(' ').flatMap((child) => (child.endsWith('!') ? [child.slice(0, -1)] : [])),
  ]),
);

const OPENTRANS = 'http://www.opentrans.org/XMLSchema/2.1';
const BMECAT = 'http://www.bmecat.org/bmecat/2005';

/** Namespaces of what we write. */
export const writtenNamespaces: Readonly<Record<string, string>> = { [OPENTRANS]: '', [BMECAT]: 'b' };
/** Those of what is read: drafts had names of their own. */
export const readNamespaces: Readonly<Record<string, string>> = {
  ...writtenNamespaces,
  [`${OPENTRANS}fd`]: '',
  [`${BMECAT}fd`]: 'b',
};
