import type { EnvelopeKind, Holder } from '#libs/sealing';
import { arrangementFaults, envelopeSets } from '#libs/sealing';
import type { BidEnvelope, TenderToOpenQuery } from '../../../graphql/generated/graphql';
import type { Sealing } from './session-key';

export type KnownKey = TenderToOpenQuery['officerKeys'][number];

/** One share: an officer, and his deputy if he has one. */
interface Seat {
  officer: string | null;
  deputy: string | null;
}

/** Who is to hold shares, as it is chosen. */
export interface Choice {
  seats: readonly Seat[];
  recovery: string | null;
  threshold: number;
  /** Names of a set of envelopes, in their order. */
  envelopes: string;
}

export const emptySeat: Seat = { officer: null, deputy: null };
export const sets = envelopeSets.map((set: readonly EnvelopeKind[]) => set.join(' '));
export const envelopesOf = ({ envelopes }: Choice): BidEnvelope[] => envelopes.split(' ') as BidEnvelope[];

/** Two of three, as the smallest committee has it; or what was arranged before. */
export function choiceOf(sealing: Sealing | null | undefined): Choice {
  if (!sealing) return { seats: [emptySeat, emptySeat, emptySeat], recovery: null, threshold: 2, envelopes: sets[0]! };
  const { holders, threshold, envelopes } = sealing;
  const keyAt = (role: string, position: number): string | null =>
    holders.find((one) => one.role === role && one.position === position)?.keyId ?? null;
  const officers = holders.filter(({ role }) => role === 'OFFICER').map(({ position }) => position);
  return {
    seats: officers.map((position) => ({ officer: keyAt('OFFICER', position), deputy: keyAt('DEPUTY', position) })),
    recovery: holders.find(({ role }) => role === 'RECOVERY')?.keyId ?? null,
    threshold,
    envelopes: envelopes.join(' '),
  };
}

/** The holders that are chosen, with their keys; those that are not chosen yet are left out. */
export function holdersOf({ seats, recovery }: Choice, keys: readonly KnownKey[]): Holder[] {
  const holder = (keyId: string | null, role: Holder['role'], position: number): Holder[] => {
    const key = keys.find(({ id }) => id === keyId);
    return key ? [{ keyId: key.id, publicKey: key.publicKey, role, position }] : [];
  };
  return [
    ...seats.flatMap(({ officer, deputy }, i) => [...holder(officer, 'OFFICER', i + 1), ...holder(deputy, 'DEPUTY', i + 1)]),
    ...holder(recovery, 'RECOVERY', seats.length + 1),
  ];
}

export type ChoiceFault = ReturnType<typeof arrangementFaults>[number] | 'SEAT_EMPTY';

/** What stands against a choice, so that it is said before keys are made. */
export function choiceFaults(choice: Choice, keys: readonly KnownKey[]): ChoiceFault[] {
  if (choice.seats.some(({ officer }) => officer === null)) return ['SEAT_EMPTY'];
  return arrangementFaults(holdersOf(choice, keys), choice.threshold);
}
