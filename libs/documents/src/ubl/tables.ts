import type { Message } from '../grammar/message.js';
import { ublDespatchAdvice } from './goods/despatch-advice.js';

export const ublTables: readonly Message<never>[] = [ublDespatchAdvice] as never;
