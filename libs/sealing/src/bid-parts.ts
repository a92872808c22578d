import type { EnvelopeKind } from './envelope.js';

/** Envelopes that bids of a tender are made of, in the order in which they are opened; the last has the prices. */
export const envelopeSets = [
  ['WHOLE'],
  ['TECHNICAL', 'COMMERCIAL'],
  ['QUALIFICATION', 'COMMERCIAL'],
  ['QUALIFICATION', 'TECHNICAL', 'COMMERCIAL'],
] as const satisfies readonly (readonly EnvelopeKind[])[];

/** A criterion as far as its kind says in which envelope it is answered. */
export interface SortedCriterion {
  id: string;
  kind: string;
}

/** In which envelope a criterion is answered: what is must in the first, what costs with the prices, the rest with what is technical. */
export function envelopeOf(criterion: SortedCriterion, envelopes: readonly EnvelopeKind[]): EnvelopeKind {
  const [first = 'WHOLE'] = envelopes;
  const last = envelopes.at(-1) ?? 'WHOLE';
  if (criterion.kind === 'COST') return last;
  if (criterion.kind === 'MANDATORY') return first;
  return envelopes.includes('TECHNICAL') ? 'TECHNICAL' : first;
}

/** What goes into one envelope. */
export interface BidPart {
  envelope: EnvelopeKind;
  content: unknown;
}

/** A bid in parts, one for each envelope: the last has all but the answers that belong to the others. */
export function bidParts(
  bid: { answers?: Readonly<Record<string, unknown>> | undefined },
  { envelopes, criteria }: { envelopes: readonly EnvelopeKind[]; criteria: readonly SortedCriterion[] },
): BidPart[] {
  const place = (id: string): EnvelopeKind => {
    const criterion = criteria.find((one) => one.id === id);
    return criterion ? envelopeOf(criterion, envelopes) : (envelopes.at(-1) ?? 'WHOLE');
  };
  const answersIn = (envelope: EnvelopeKind) =>
    Object.fromEntries(Object.entries(bid.answers ?? {}).filter(([id]) => place(id) === envelope));
  return envelopes.map((envelope, i) =>
    i === envelopes.length - 1
      ? { envelope, content: { ...bid, answers: answersIn(envelope) } }
      : { envelope, content: { answers: answersIn(envelope) } },
  );
}
