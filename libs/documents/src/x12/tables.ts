import type { Message } from '../grammar/message.js';
import { invoice810 } from './billing/invoice-810.js';
import { catalogue832 } from './catalogue/catalogue-832.js';
import type { X12Set } from './envelope/read-interchange.js';
import { functionalAcknowledgement997, implementationAcknowledgement999 } from './functional-acknowledgement-997.js';
import { despatchAdvice856 } from './goods/despatch-advice-856.js';
import { receipt861 } from './goods/receipt-861.js';
import { stock846 } from './goods/stock-846.js';
import { interchangeAcknowledgementTa1 } from './interchange-acknowledgement-ta1.js';
import { order850 } from './ordering/order-850.js';
import { orderChange860 } from './ordering/order-change-860.js';
import { orderChangeResponse865 } from './ordering/order-change-response-865.js';
import { orderResponse855 } from './ordering/order-response-855.js';
import { inRelease005010, x12ReleaseOf } from './releases.js';
import { quotation843 } from './sourcing/quotation-843.js';
import { request840 } from './sourcing/request-840.js';

const sets = [
  order850,
  orderResponse855,
  orderChange860,
  orderChangeResponse865,
  despatchAdvice856,
  receipt861,
  invoice810,
  catalogue832,
  stock846,
  request840,
  quotation843,
  functionalAcknowledgement997,
] as unknown as readonly Message<never>[];

/** Every set in both releases. */
export const x12Tables: readonly Message<never>[] = [
  ...sets,
  ...sets.map((table) => inRelease005010(table)),
  implementationAcknowledgement999 as unknown as Message<never>,
  interchangeAcknowledgementTa1 as unknown as Message<never>,
];

/** The table that reads a set: of 005010 for groups of that release and later, else of 004010, which older ones are read by, too. Undefined for a set the hub does not know. */
export function x12TableOf({ type, release }: Pick<X12Set, 'type' | 'release'>): Message<never> | undefined {
  return x12Tables.find(({ table }) => table.message === type && table.release === x12ReleaseOf(release));
}
