import { type Adjustments, adjust, type Message, messages, type Problem } from '#libs/documents';
import type { PartnerProfile, ProfileSettings } from '../partner/partner-profile.js';

/** The table of a message as a partner speaks it. */
export type Tables = <T>(message: Message<T>) => Message<T>;

/** What a buyer's ERP sends: orders, what is changed of them, and what has arrived, in every format. */
const buyerSends =
  /:(?:Order|OrderChange|OrderCancellation|ReceiptAdvice|OrderRequest|ReceiptRequest|850|860|861|ORDERS|ORDCHG|RECADV|ORDER|ORDERCHANGE|RECEIPTACKNOWLEDGEMENT)$/;

/** Tables of what the hub sends over a connection. */
export const outboundTables = (profile: PartnerProfile): Tables => tablesOf(profile.settings.adjustments);

/** Tables of what an organisation's ERPs send: what a buyer sends by the habits of its connection as buyer, all else by those of the one as supplier. */
export function inboundTables(profiles: readonly PartnerProfile[]): Tables {
  const own = profiles.flatMap(({ role, settings }) =>
    Object.entries(settings.adjustments).filter(([coordinate]) => buyerSends.test(coordinate) === (role === 'BUYER')),
  );
  return tablesOf(Object.fromEntries(own));
}

function tablesOf(adjustments: ProfileSettings['adjustments']): Tables {
  return (message) => {
    const own = Object.hasOwn(adjustments, message.coordinate) ? adjustments[message.coordinate] : undefined;
    return own ? adjust(message, own as Adjustments).message : message;
  };
}

/** What is wrong with the habits of a connection: a message the hub does not know, a place its table does not have. undefined: nothing. */
export function adjustmentFault(adjustments: ProfileSettings['adjustments']): Pick<Problem, 'at' | 'message'> | undefined {
  for (const [coordinate, own] of Object.entries(adjustments)) {
    const message = messages.get(coordinate);
    if (!message)
      return { at: coordinate, message: `there is no message ${coordinate}; known are ${[...messages.keys()].join(', ')}` };
    const { unknown } = adjust(message, own as Adjustments);
    if (unknown.length > 0) return { at: coordinate, message: `the table has no place ${unknown.join(', ')}` };
  }
  return undefined;
}
