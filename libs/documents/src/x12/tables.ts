import type { Message } from '../grammar/message.js';
import { invoice810 } from './billing/invoice-810.js';
import type { X12Set } from './envelope/read-interchange.js';
import { functionalAcknowledgement997, implementationAcknowledgement999 } from './functional-acknowledgement-997.js';
import { despatchAdvice856 } from './goods/despatch-advice-856.js';
import { stock846 } from './goods/stock-846.js';
import { order850 } from './order-850.js';
import { orderResponse855 } from './order-response-855.js';
import { inRelease005010, x12ReleaseOf } from './releases.js';

const sets = [
  order850,
  orderResponse855,
  despatchAdvice856,
  invoice810,
  stock846,
  functionalAcknowledgement997,
] as unknown as readonly Message<never>[];

/** Every set in both releases. */
export const x12Tables: readonly Message<never>[] = [
  ...sets,
  ...sets.map((table) => inRelease005010(table)),
  implementationAcknowledgement999 as unknown as Message<never>,
];

/** The table that reads a set: of 005010 for groups of that release and later, else of 004010, which older ones are read by, too. Undefined for a set the hub does not know. */
export function x12TableOf({ type, release }: Pick<X12Set, 'type' | 'release'>): Message<never> | undefined {
  return x12Tables.find(({ table }) => table.message === type && table.release === x12ReleaseOf(release));
}
