import type { Sequences } from '../grammar/structure.js';
import { ciiSequences } from './sequences.data.js';

/** The order of CII elements by parent, ready for tables. */
export const sequences: Sequences = Object.fromEntries(
  Object.entries(ciiSequences).map(([parent, children]) => [parent, children.split(' ')]),
);

const STANDARD = 'urn:un:unece:uncefact:data:standard';

/** Namespaces of a CII document. */
export const ciiNamespaces: Readonly<Record<string, string>> = {
  [`${STANDARD}:CrossIndustryInvoice:100`]: 'rsm',
  [`${STANDARD}:ReusableAggregateBusinessInformationEntity:100`]: 'ram',
  [`${STANDARD}:QualifiedDataType:100`]: 'qdt',
  [`${STANDARD}:UnqualifiedDataType:100`]: 'udt',
};
