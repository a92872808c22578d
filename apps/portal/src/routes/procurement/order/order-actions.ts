import { ask } from '../../../graphql/client';
import {
  AnswerProposalDocument,
  AnswerRequestDocument,
  CancelOrderDocument,
  CloseShortDocument,
  ConfirmOrderDocument,
  type ConfirmOrderInput,
  RejectOrderDocument,
} from '../../../graphql/generated/graphql';
import { type Submit, useSubmit } from '../../../graphql/submit';
import { useRights } from '../../../shell/me';
import type { Order } from './order';

type Ending = { reason: string; lineNumbers: string[] | null };

export interface OrderActions {
  /** Shows what a form of its own got back. */
  show: (order: Order) => void;
  mayChange: boolean;
  mayCancel: boolean;
  mayConfirm: boolean;
  answering: Submit;
  ending: Submit;
  confirming: Submit;
  answerProposals: (scheduleIds: readonly string[], answer: 'ACCEPT' | 'DECLINE' | 'CANCEL') => Promise<boolean>;
  answerRequests: (scheduleIds: readonly string[], grant: boolean) => Promise<boolean>;
  cancel: (wish: Ending) => Promise<boolean>;
  closeShort: (wish: Ending) => Promise<boolean>;
  reject: (wish: Ending) => Promise<boolean>;
  confirm: (answer: Omit<ConfirmOrderInput, 'orderId' | 'expectedVersion'>) => Promise<boolean>;
}

/** What the two parties do to an order; each carries the version that was read. */
export function useOrderActions(order: Order | null | undefined, show: (order: Order) => void): OrderActions {
  const rights = useRights();
  const answering = useSubmit();
  const ending = useSubmit();
  const confirming = useSubmit();
  const at = { orderId: order?.id ?? '', expectedVersion: order?.version };
  const shown = (payload: { order?: Order | null } | undefined): boolean => {
    if (payload?.order) show(payload.order);
    return payload !== undefined;
  };
  return {
    show,
    mayChange: rights.has('order:change'),
    mayCancel: rights.has('order:cancel'),
    mayConfirm: rights.has('order:confirm'),
    answering,
    ending,
    confirming,
    answerProposals: async (ids, answer) => {
      const input = { ...at, answers: ids.map((scheduleId) => ({ scheduleId, answer })) };
      return shown(await answering.run(async () => (await ask(AnswerProposalDocument, { input })).answerProposal));
    },
    answerRequests: async (ids, grant) => {
      const input = { ...at, answers: ids.map((scheduleId) => ({ scheduleId, grant })) };
      return shown(await answering.run(async () => (await ask(AnswerRequestDocument, { input })).answerRequest));
    },
    cancel: async (wish) =>
      shown(await ending.run(async () => (await ask(CancelOrderDocument, { input: { ...at, ...wish } })).cancelOrder)),
    closeShort: async (wish) =>
      shown(await ending.run(async () => (await ask(CloseShortDocument, { input: { ...at, ...wish } })).closeShort)),
    reject: async ({ reason }) =>
      shown(await ending.run(async () => (await ask(RejectOrderDocument, { input: { ...at, reason } })).rejectOrder)),
    confirm: async (answer) =>
      shown(await confirming.run(async () => (await ask(ConfirmOrderDocument, { input: { ...at, ...answer } })).confirmOrder)),
  };
}
