import type { Message } from '../grammar/message.js';
import { invoice810 } from './billing/invoice-810.js';
import { despatchAdvice856 } from './goods/despatch-advice-856.js';
import { stock846 } from './goods/stock-846.js';
import { inRelease005010 } from './releases.js';

const later: readonly Message<never>[] = [despatchAdvice856, invoice810, stock846] as never;

/** The sets of goods and of what is owed, in both releases. */
export const x12Tables: readonly Message<never>[] = [...later, ...later.map((table) => inRelease005010(table))];
