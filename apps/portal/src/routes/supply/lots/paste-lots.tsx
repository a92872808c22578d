import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SaveLotsDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import type { FieldError } from '../../../ui/forms/form-errors';
import { readLots } from './read-lots';

const most = 1000;

/** Lots by paste, all or none: every line that the hub refuses is named by its number in the text. */
export function PasteLots({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('lots');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly FieldError[]>([]);
  const about = (message: string): FieldError => ({ message, path: [] });
  const save = async (): Promise<boolean> => {
    const { lots, unreadable } = readLots(text);
    const faults = unreadable.slice(0, 20).map((line) => about(t('unreadable', { line })));
    if (lots.length > most) faults.push(about(t('tooMany', { count: lots.length })));
    if (lots.length === 0 && faults.length === 0) faults.push(about(t('unreadable', { line: 1 })));
    setRefused(faults);
    if (faults.length > 0) return false;
    let errors: readonly FieldError[] = [];
    const done = await submit.run(async () => {
      const { saveLots } = await ask(SaveLotsDocument, { input: { lots: lots.map(({ lot }) => lot) } });
      errors = saveLots.errors as readonly FieldError[];
      return saveLots;
    });
    setRefused(
      errors.map(({ message, path }) => {
        const at = lots[Number(path.find((part) => /^\d+$/.test(part)))];
        return about(at ? t('lineFault', { line: at.line, message }) : message);
      }),
    );
    if (!done) return false;
    notifications.show({ message: t('written', { count: lots.length }) });
    await queries.invalidateQueries({ queryKey: ['own-lots'] });
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('form.pasteTitle')}
      action={t('form.save')}
      onSubmit={save}
      busy={submit.busy}
      failure={submit.failure}
      errors={refused}
      fields={[]}
      size="xl"
    >
      <Textarea
        label={t('form.pasteLabel')}
        description={t('form.pasteHow')}
        autosize
        minRows={8}
        maxRows={20}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        placeholder={'AN3-10\tWICHITA\tL-77\t\tNE\tCOFC\tYES\t2031-06-30\t120'}
      />
    </FormDialog>
  );
}
