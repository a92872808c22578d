import type { Message } from '../grammar/message.js';
import { ublCreditNote, ublInvoice } from './billing/invoice.js';
import { ublDespatchAdvice } from './goods/despatch-advice.js';

export const ublTables: readonly Message<never>[] = [ublDespatchAdvice, ublInvoice, ublCreditNote] as never;
