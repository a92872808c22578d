import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SetStockDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import type { FieldError } from '../../../ui/forms/form-errors';
import { type PastedCount, readCounts } from './read-counts';

const most = 1000;

/** Counts by paste. What was taken leaves the field; what was refused stays in it, with the reason. */
export function PasteCounts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly FieldError[]>([]);
  const submit = useSubmit();

  const report = async (): Promise<boolean> => {
    const { counts, unreadable } = readCounts(text);
    if (unreadable.length > 0 || counts.length === 0 || counts.length > most) {
      const lines = unreadable.length > 0 || counts.length > most ? unreadable : [1];
      setRefused([
        ...lines.slice(0, 20).map((line) => ({ message: t('stock.unreadable', { line }), path: ['lines'] })),
        ...(counts.length > most ? [{ message: t('stock.tooMany', { count: counts.length }), path: ['lines'] }] : []),
      ]);
      return false;
    }
    const lines = counts.map(({ supplierPart, location, quantity }) => ({ supplierPart, location, quantity }));
    let written = 0;
    let faults: readonly FieldError[] = [];
    await submit.run(async () => {
      const { setStock } = await ask(SetStockDocument, { input: { lines } });
      written = setStock.written;
      faults = setStock.errors as readonly FieldError[];
      return { errors: [] };
    });
    await queries.invalidateQueries();
    if (written > 0) notifications.show({ message: t('stock.written', { count: written }) });
    if (written === 0 && faults.length === 0) return false;
    return keep(counts, faults);
  };
  /** Leaves the refused lines in the field. */
  const keep = (counts: readonly PastedCount[], faults: readonly FieldError[]): boolean => {
    const placed = faults.map((fault) => ({ fault, at: Number(fault.path.find((part) => /^\d+$/.test(part)) ?? Number.NaN) }));
    const left = counts.filter((_, index) => placed.some(({ at }) => at === index));
    setText(left.map((one) => `${one.supplierPart}\t${one.location}\t${one.quantity}`).join('\n'));
    setRefused(
      placed.map(({ fault, at }) => {
        const line = left.indexOf(counts[at]!) + 1;
        return {
          ...fault,
          path: ['lines'],
          message: line > 0 ? t('stock.lineFault', { line, message: fault.message }) : fault.message,
        };
      }),
    );
    return faults.length === 0;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('stock.pasteTitle')}
      action={t('stock.pasteAction')}
      onSubmit={report}
      busy={submit.busy}
      failure={submit.failure}
      errors={refused}
      fields={[]}
    >
      <Textarea
        label={t('stock.pasteLabel')}
        description={t('stock.pasteHow')}
        autosize
        minRows={8}
        maxRows={20}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        placeholder={'AN3-10\tWICHITA\t120'}
      />
    </FormDialog>
  );
}
