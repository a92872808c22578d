import { ask } from '../../../graphql/client';
import {
  AnswerQuoteDocument,
  type AnswerQuoteInput,
  BillCoreDocument,
  CancelRepairDocument,
  ExtendCoreDocument,
  FinishRepairDocument,
  InspectCoreDocument,
  JudgeCoreDocument,
  type JudgeCoreInput,
  QuoteRepairDocument,
  ReceiveUnitDocument,
  ReturnUnitDocument,
  ScrapUnitDocument,
  SendExchangeUnitDocument,
  ShipUnitDocument,
} from '../../../graphql/generated/graphql';
import type { Rotable } from './rotable-columns';

export type Step = Rotable['steps'][number];

/** Everything a step may ask; each takes its own. */
export interface Typed {
  serial: string;
  partNumber: string;
  waybill: string;
  certificate: string;
  certificateNumber: string;
  findings: string;
  reasonCode: string;
  reason: string;
  dueOn: string;
  amount: string;
  disposition: string;
}
export type Field = keyof Typed;

/** What each step asks, and whether it must be said. */
export const fieldsOf: Readonly<Record<Step, readonly (readonly [field: Field, required: boolean])[]>> = {
  SEND: [
    ['serial', true],
    ['certificate', true],
    ['certificateNumber', true],
    ['waybill', false],
  ],
  SHIP: [
    ['serial', true],
    ['waybill', false],
  ],
  RECEIVE: [
    ['serial', true],
    ['partNumber', false],
  ],
  INSPECT: [['findings', true]],
  ACCEPT: [],
  REJECT: [
    ['reasonCode', true],
    ['reason', true],
  ],
  BILL: [['reason', true]],
  EXTEND: [
    ['dueOn', true],
    ['reason', true],
  ],
  CANCEL: [['reason', true]],
  QUOTE: [
    ['amount', true],
    ['findings', true],
  ],
  APPROVE: [],
  REFUSE: [
    ['disposition', true],
    ['reason', true],
  ],
  FINISH: [
    ['certificate', true],
    ['certificateNumber', true],
  ],
  RETURN: [['waybill', false]],
  SCRAP: [],
};

type Call = (
  which: { rotableId: string; expectedVersion: number },
  typed: Typed,
  rotable: Rotable,
) => Promise<{ errors: readonly object[] }>;

/** The mutation of each step. */
export const callOf: Readonly<Record<Step, Call>> = {
  SEND: async (which, { serial, certificate, certificateNumber, waybill }) =>
    (
      await ask(SendExchangeUnitDocument, {
        input: { ...which, serial, certificate, certificateNumber, waybill: waybill || null },
      })
    ).sendExchangeUnit,
  SHIP: async (which, { serial, waybill }) =>
    (await ask(ShipUnitDocument, { input: { ...which, serial: serial || null, waybill: waybill || null } })).shipUnit,
  RECEIVE: async (which, { serial, partNumber }) =>
    (await ask(ReceiveUnitDocument, { input: { ...which, serial: serial || null, partNumber: partNumber || null } })).receiveUnit,
  INSPECT: async (which, { findings }) => (await ask(InspectCoreDocument, { input: { ...which, findings } })).inspectCore,
  ACCEPT: async (which) => (await ask(JudgeCoreDocument, { input: { ...which, accept: true } })).judgeCore,
  REJECT: async (which, { reasonCode, reason }) => {
    const input: JudgeCoreInput = { ...which, accept: false, reasonCode: reasonCode as JudgeCoreInput['reasonCode'], reason };
    return (await ask(JudgeCoreDocument, { input })).judgeCore;
  },
  BILL: async (which, { reason }) => (await ask(BillCoreDocument, { input: { ...which, reason } })).billCore,
  EXTEND: async (which, { dueOn, reason }) => (await ask(ExtendCoreDocument, { input: { ...which, dueOn, reason } })).extendCore,
  CANCEL: async (which, { reason }) => (await ask(CancelRepairDocument, { input: { ...which, reason } })).cancelRepair,
  QUOTE: async (which, { amount, findings }) =>
    (await ask(QuoteRepairDocument, { input: { ...which, amount, findings } })).quoteRepair,
  APPROVE: async (which, _, { quoted }) =>
    (await ask(AnswerQuoteDocument, { input: { ...which, approve: true, amountSeen: quoted ?? null } })).answerQuote,
  REFUSE: async (which, { disposition, reason }) => {
    const input: AnswerQuoteInput = {
      ...which,
      approve: false,
      disposition: disposition as AnswerQuoteInput['disposition'],
      reason,
    };
    return (await ask(AnswerQuoteDocument, { input })).answerQuote;
  },
  FINISH: async (which, { certificate, certificateNumber }) =>
    (await ask(FinishRepairDocument, { input: { ...which, certificate, certificateNumber } })).finishRepair,
  RETURN: async (which, { waybill }) =>
    (await ask(ReturnUnitDocument, { input: { ...which, waybill: waybill || null } })).returnUnit,
  SCRAP: async (which) => (await ask(ScrapUnitDocument, { input: which })).scrapUnit,
};
