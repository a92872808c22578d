import { Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  AnswerUrgentDocument,
  CancelUrgentDocument,
  ChangePriorityDocument,
  LogContactDocument,
  ShipUrgentDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Urgent } from './urgent-columns';

export type StepKind = 'accept' | 'decline' | 'ship' | 'priority' | 'cancel' | 'contact';

interface Typed {
  at: string;
  text: string;
  who: string;
  priority: string;
}

/** The mutation of each step. */
const calls = {
  accept: async (which, { at }) =>
    (await ask(AnswerUrgentDocument, { input: { ...which, accept: true, promisedAt: new Date(at).toISOString() } })).answerUrgent,
  decline: async (which, { text }) =>
    (await ask(AnswerUrgentDocument, { input: { ...which, accept: false, reason: text } })).answerUrgent,
  ship: async (which, { text }) => (await ask(ShipUrgentDocument, { input: { ...which, waybill: text || null } })).shipUrgent,
  priority: async (which, { priority, text }) =>
    (await ask(ChangePriorityDocument, { input: { ...which, priority, reason: text || null } })).changePriority,
  cancel: async (which, { text }) => (await ask(CancelUrgentDocument, { input: { ...which, reason: text } })).cancelUrgent,
  contact: async (which, { who, text }) =>
    (await ask(LogContactDocument, { input: { ...which, with: who, note: text } })).logContact,
} satisfies Record<
  StepKind,
  (which: { requestId: string; expectedVersion: number }, typed: Typed) => Promise<{ errors: readonly object[] }>
>;

const pad = (n: number): string => String(n).padStart(2, '0');
/** An hour from now, as a field for local time wants it. */
const soon = (): string => {
  const at = new Date(Date.now() + 3_600_000);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
};

/** One step of a request with what it needs to be told. */
export function StepForm({ kind, request, onClose }: { kind: StepKind; request: Urgent; onClose: () => void }) {
  const { t } = useTranslation('promise');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [typed, setTyped] = useState<Typed>({ at: soon(), text: '', who: '', priority: request.priority });
  const change = (patch: Partial<Typed>): void => setTyped({ ...typed, ...patch });
  const send = async (): Promise<boolean> => {
    const which = { requestId: request.id, expectedVersion: request.version };
    const trimmed = { ...typed, text: typed.text.trim(), who: typed.who.trim() };
    const done = await submit.run(() => calls[kind](which, trimmed));
    await queries.invalidateQueries({ queryKey: ['urgent-desk'] });
    return done !== undefined;
  };
  const needsText = kind === 'decline' || kind === 'cancel' || kind === 'contact';
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t(`step.${kind}`)} · ${request.number}`}
      action={t(`step.${kind}`)}
      onSubmit={send}
      {...submit}
      fields={['reason', 'promisedAt', 'priority']}
      disabled={(needsText && !typed.text.trim()) || (kind === 'contact' && !typed.who.trim())}
    >
      {kind === 'accept' && (
        <TextInput
          type="datetime-local"
          label={t('desk.promisedAt')}
          required
          value={typed.at}
          onChange={(event) => change({ at: event.currentTarget.value })}
          error={errorAt(submit.errors, 'promisedAt')}
        />
      )}
      {kind === 'priority' && (
        <Select
          label={t('intake.priority')}
          allowDeselect={false}
          data={['AOG', 'WSP', 'USR'].map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={typed.priority}
          onChange={(priority) => priority && change({ priority })}
          error={errorAt(submit.errors, 'priority')}
        />
      )}
      {kind === 'contact' && (
        <TextInput
          label={t('desk.with')}
          required
          value={typed.who}
          onChange={(event) => change({ who: event.currentTarget.value })}
        />
      )}
      {kind !== 'accept' && (
        <Textarea
          label={t(kind === 'ship' ? 'desk.waybill' : kind === 'contact' ? 'desk.said' : 'desk.reason')}
          required={needsText}
          autosize
          value={typed.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          error={errorAt(submit.errors, 'reason')}
        />
      )}
    </FormDialog>
  );
}
