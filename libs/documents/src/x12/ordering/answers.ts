import type { OrderResponse, ResponseStatus, ScheduleStatus } from '../../canonical/order-response.js';
import type { Field } from '../../grammar/field.js';

/** BAK02, element 587. AK and AT say yes, AH is being looked at, AC and AE leave it to the lines. */
const ANSWERS: Readonly<Record<string, ResponseStatus>> = {
  AD: 'accepted',
  AT: 'accepted',
  AK: 'accepted',
  AP: 'accepted',
  AC: 'changed',
  AE: 'changed',
  AH: 'received',
  RJ: 'rejected',
  RD: 'rejected',
  RF: 'rejected',
  RN: 'rejected',
};

export const answer: Field<ResponseStatus> = {
  says: `acknowledgment type, element 587: ${Object.keys(ANSWERS).join(', ')}`,
  decode: (raw) =>
    (Object.hasOwn(ANSWERS, raw.trim()) ? ANSWERS[raw.trim()] : undefined) ?? {
      bad: 'CODE_UNKNOWN',
      message: 'The acknowledgment type is not one the hub knows.',
    },
  encode: (status, document) => {
    const detailed = (document as OrderResponse).lines.length > 0;
    const changed = (document as OrderResponse).unlisted === 'accepted' ? 'AE' : 'AC';
    return { received: 'AH', accepted: detailed ? 'AD' : 'AT', changed, rejected: detailed ? 'RD' : 'RJ' }[status];
  },
};

/** AE tells only the exceptions: what is not listed is accepted. */
export const exception: Field<ScheduleStatus> = {
  says: 'AE: lines that are not listed are accepted',
  decode: (raw) => (raw.trim() === 'AE' ? 'accepted' : undefined),
  encode: () => undefined,
};

/** ACK01, element 668, grouped as states-and-formulas 4.1 has it; the first of each status is written. */
const LINE_ANSWERS: Readonly<Record<string, ScheduleStatus>> = {
  IA: 'accepted',
  AR: 'accepted',
  AC: 'accepted',
  AA: 'accepted',
  SP: 'accepted',
  IE: 'accepted',
  IC: 'changed',
  IP: 'changed',
  IQ: 'changed',
  DR: 'changed',
  BP: 'changed',
  IB: 'backordered',
  IH: 'backordered',
  IF: 'backordered',
  IW: 'backordered',
  IS: 'substituted',
  IR: 'rejected',
  ID: 'rejected',
  R1: 'rejected',
  R2: 'rejected',
  R3: 'rejected',
  R4: 'rejected',
  R5: 'rejected',
  R6: 'rejected',
  R7: 'rejected',
  R8: 'rejected',
  R9: 'rejected',
};

const PLAIN: Readonly<Record<ScheduleStatus, string>> = {
  accepted: 'IA',
  changed: 'IC',
  backordered: 'IB',
  substituted: 'IS',
  rejected: 'IR',
};

export const lineAnswer: Field<{ status?: ScheduleStatus; rawStatus?: string }> = {
  says: `line item status, element 668: ${Object.keys(LINE_ANSWERS).join(', ')}`,
  merges: { key: 'status' },
  decode: (raw) => {
    const code = raw.trim();
    const status = Object.hasOwn(LINE_ANSWERS, code) ? LINE_ANSWERS[code] : undefined;
    if (status === undefined)
      return { bad: 'CODE_UNKNOWN', message: 'The line status is not one of element 668 that the hub knows.' };
    return PLAIN[status] === code ? { status } : { status, rawStatus: code };
  },
  encode: ({ status, rawStatus }) => {
    if (status === undefined) return undefined;
    return rawStatus !== undefined && Object.hasOwn(LINE_ANSWERS, rawStatus) && LINE_ANSWERS[rawStatus] === status
      ? rawStatus
      : PLAIN[status];
  },
};
