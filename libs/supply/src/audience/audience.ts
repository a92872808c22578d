import { z } from 'zod';

/** A group of buyers that a supplier shows offers to. */
export interface BuyerGroup {
  id: string;
  name: string;
  note: string | null;
  version: number;
  createdAt: Date;
}

/** One way a buyer is in a group: by hand, or by an agreement up to and with its last day. */
export interface GroupMember {
  groupId: string;
  buyerId: string;
  agreementId: string | null;
  /** Last day (UTC); null without an agreement. */
  until: string | null;
}

/** Whom offers are shown: every organisation on the hub, the buyers of one group, or nobody. */
export type ShownTo = { to: 'EVERYBODY' } | { to: 'NOBODY' } | { to: 'GROUP'; groupId: string };

export const groupName = z.string().trim().min(1).max(120);
export const groupNote = z.string().trim().min(1).max(500).nullish();
/** Buyers put into or out of a group by one call at most. */
export const buyersMax = 500;
export const shownTo = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('EVERYBODY') }),
  z.strictObject({ to: z.literal('NOBODY') }),
  z.strictObject({ to: z.literal('GROUP'), groupId: z.uuid() }),
]);

/**
 * What stands in `audience` for it. A catalogue that is shown to nobody stands in a room of its own number, which is no group:
 * nobody can be put into it.
 */
export function audienceOf(shown: ShownTo, catalogueId: string): string | null {
  if (shown.to === 'GROUP') return shown.groupId;
  return shown.to === 'NOBODY' ? catalogueId : null;
}

/** The reverse of `audienceOf`. */
export function shownBy(audience: string | null, catalogueId: string): ShownTo {
  if (audience === null) return { to: 'EVERYBODY' };
  return audience === catalogueId ? { to: 'NOBODY' } : { to: 'GROUP', groupId: audience };
}
