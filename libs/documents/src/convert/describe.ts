import type { Identifier, Party } from '../canonical/party.js';
import type { Problem } from '../canonical/problem.js';
import { messages } from '../messages.js';
import type { FoundDocument } from './read-documents.js';

/** What a document is, for somebody who has never seen it. */
export interface Described {
  message: string;
  coordinate?: string;
  /** The standard and the release it was read by. */
  standard?: string;
  release?: string;
  kind?: string;
  number?: string;
  issuedOn?: string;
  currency?: string;
  payable?: string;
  /** By the part they play: buyer, supplier, shipTo, sender. */
  parties: { role: string; name?: string; identifiers: string[] }[];
  lines?: number;
  problems: Readonly<Record<Problem['severity'], number>>;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Describes one document of a file: what it is, between whom, how much; also when it could not be read whole. */
export function describeDocument({ message, coordinate, kind, document, problems }: FoundDocument): Described {
  const table = coordinate === undefined ? undefined : messages.get(coordinate)?.table;
  const says = (document ?? {}) as unknown as Readonly<Record<string, unknown>>;
  const totals = (says['totals'] ?? {}) as Readonly<Record<string, unknown>>;
  const facts = {
    coordinate,
    standard: table?.standard,
    release: table?.release,
    kind,
    number: text(says['number']),
    issuedOn: text(says['issuedOn']),
    currency: text(says['currency']),
    payable: text(totals['payable']),
    lines: Array.isArray(says['lines']) ? says['lines'].length : undefined,
  };
  const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return {
    message,
    ...(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Described>),
    parties: Object.entries(says).flatMap(([role, value]) => (isParty(value) ? [partyOf(role, value)] : [])),
    problems: { error: count('error'), warning: count('warning'), info: count('info') },
  };
}

const isParty = (value: unknown): value is Party =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Party>).identifiers);

function partyOf(role: string, { name, identifiers, endpoint }: Party): Described['parties'][number] {
  const told = ({ scheme, value }: Identifier) => (scheme === undefined ? value : `${scheme}:${value}`);
  const all = [...identifiers, ...(endpoint ? [endpoint] : [])].map(told);
  return { role, ...(name === undefined ? {} : { name }), identifiers: [...new Set(all)] };
}
