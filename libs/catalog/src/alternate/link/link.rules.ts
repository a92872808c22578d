import type { Fault } from '#libs/kernel';
import type { Application, LinkCapacity, LinkEffect, LinkMeaning } from './link.entity.js';
import type { CheckedLink } from './link.input.js';

export type LinkFault = Fault<
  | 'PartUnknown'
  | 'LinkCodeUnknown'
  | 'LinkClassUnknown'
  | 'LinkToItself'
  | 'LinkSetMismatch'
  | 'LinkMemberRepeated'
  | 'LinkDatesInverted'
  | 'ApplicationInverted'
  | 'CapacityNotYours'
>;

/** A code of one of the two lists, in its present version. */
export interface ListedCode {
  list: 'INC' | 'D590';
  version: string;
  code: string;
  meaning: LinkMeaning | LinkEffect;
}

/** What the acting organisation is, with regard to the parts of a link. */
export interface Capacities {
  roles: readonly string[];
  /** Manufacturers it speaks for, among those of the parts. */
  makers: readonly string[];
  /** Parts by id, each with its manufacturer. */
  parts: ReadonlyMap<string, string>;
}

/** The nearest of the known codes to one that is not: by the fewest changed characters, the shorter and earlier first. */
export function nearestCode(code: string, known: readonly string[]): string | null {
  const ranked = known.map((candidate) => ({ candidate, far: distance(code.toUpperCase(), candidate) }));
  ranked.sort((a, b) => a.far - b.far || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate ?? null;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Everything that stands against a link, whoever asserts it. Sets are code 4, or 5 when they are qualified; no other code has members. */
export function linkFaults(input: CheckedLink, codes: readonly ListedCode[], known: ReadonlyMap<string, unknown>): LinkFault[] {
  const faults: LinkFault[] = [];
  const parts = [
    [input.fromPartId, 'fromPartId'],
    ...(input.toPartId ? [[input.toPartId, 'toPartId']] : []),
    ...input.members.map((member, i) => [member.partId, 'members', String(i), 'partId']),
  ] as [string, ...string[]][];
  for (const [id, ...path] of parts) if (!known.has(id)) faults.push({ code: 'PartUnknown', path });
  for (const [id, ...path] of parts.slice(1)) if (id === input.fromPartId) faults.push({ code: 'LinkToItself', path });
  for (const [i, member] of input.members.entries()) {
    if (input.members.findIndex((other) => other.partId === member.partId) < i)
      faults.push({ code: 'LinkMemberRepeated', path: ['members', String(i), 'partId'] });
  }
  faults.push(...codeFaults(input, codes), ...limitFaults(input));
  return faults;
}

function codeFaults(input: CheckedLink, codes: readonly ListedCode[]): LinkFault[] {
  const faults: LinkFault[] = [];
  const unknown = (list: ListedCode['list'], value: string) => ({
    value,
    nearest: nearestCode(
      value,
      codes.filter((entry) => entry.list === list).map((entry) => entry.code),
    ),
  });
  const inc = listed(codes, 'INC', input.code);
  if (!inc) faults.push({ code: 'LinkCodeUnknown', path: ['code'], values: unknown('INC', input.code) });
  if (input.class && !listed(codes, 'D590', input.class))
    faults.push({ code: 'LinkClassUnknown', path: ['class'], values: unknown('D590', input.class) });
  const isSet = input.members.length > 0;
  if (inc && inc.meaning !== 'QUALIFIED' && (inc.meaning === 'SET') !== isSet)
    faults.push({ code: 'LinkSetMismatch', path: isSet ? ['members'] : ['code'], values: { value: input.code } });
  return faults;
}

function limitFaults(input: CheckedLink): LinkFault[] {
  const inverted: LinkFault[] = input.applicability.flatMap((row, i) =>
    row.msnFrom != null && row.msnTo != null && row.msnTo < row.msnFrom
      ? [{ code: 'ApplicationInverted' as const, path: ['applicability', String(i), 'msnTo'] }]
      : [],
  );
  const { effectiveFrom: from, effectiveTo: to } = input;
  return from && to && to < from ? [...inverted, { code: 'LinkDatesInverted', path: ['effectiveTo'] }] : inverted;
}

export function listed(codes: readonly ListedCode[], list: ListedCode['list'], code: string): ListedCode | undefined {
  return codes.find((entry) => entry.list === list && entry.code === code);
}

/** The capacities in which the organisation may assert this link, the strongest first. A maker of the new part alone is a supplier of it, unless the code leads both ways. */
export function capacitiesFor(input: CheckedLink, meaning: LinkMeaning, own: Capacities): LinkCapacity[] {
  const may: LinkCapacity[] = makerFor(input, meaning, own) ? ['MANUFACTURER'] : [];
  for (const role of ['OPERATOR', 'SUPPLIER', 'BUYER'] as const) if (own.roles.includes(role)) may.push(role);
  return may;
}

/** The manufacturer for whom the organisation speaks in this link: of the old part, else of the new one where the code leads back. */
export function makerFor(
  input: { fromPartId: string; toPartId?: string | null | undefined },
  meaning: LinkMeaning,
  own: Capacities,
): string | undefined {
  const back = meaning === 'TWO_WAY' || meaning === 'REIDENTIFIED' || meaning === 'NOT';
  const makers = [own.parts.get(input.fromPartId), ...(back && input.toPartId ? [own.parts.get(input.toPartId)] : [])];
  return makers.find((maker) => maker !== undefined && own.makers.includes(maker));
}

/** Applications as they are kept: empty rows limit nothing and are left out. */
export function applications(given: CheckedLink['applicability']): Application[] {
  return given
    .map(({ model, msnFrom, msnTo, modification }) => ({
      model: model ?? null,
      msnFrom: msnFrom ?? null,
      msnTo: msnTo ?? null,
      modification: modification ?? null,
    }))
    .filter((row) => Object.values(row).some((value) => value !== null));
}
