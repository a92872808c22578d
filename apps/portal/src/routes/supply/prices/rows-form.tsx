import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import type { FieldError } from '../../../ui/forms/form-errors';
import type { ReadRows } from './read-rules';

interface Props<T> {
  title: string;
  how: string;
  placeholder: string;
  text: string;
  read: (text: string) => ReadRows<T>;
  save: (rows: T[]) => Promise<{ errors: readonly object[] }>;
  onClose: () => void;
}

/** A whole set of rules, typed or pasted, a line each; a refusal names its line. */
export function RowsForm<T>({ title, how, placeholder, text: stored, read, save, onClose }: Props<T>) {
  const { t } = useTranslation('pricing');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [text, setText] = useState(stored);
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const [lines, setLines] = useState<readonly number[]>([]);
  const send = async (): Promise<boolean> => {
    const found = read(text);
    setUnread(found.unreadable.slice(0, 20).map((line) => ({ message: t('unreadable', { line }), path: ['text'] })));
    if (found.unreadable.length > 0) return false;
    setLines(found.lines);
    const done = await submit.run(() => save(found.rows) as Promise<{ errors: readonly FieldError[] }>);
    if (done) await queries.invalidateQueries();
    return done !== undefined;
  };
  const refused = submit.errors.map((error) => {
    const line = lines[Number(error.path.find((part) => /^\d+$/.test(part)) ?? Number.NaN)];
    return line === undefined ? error : { ...error, message: t('atLine', { line, message: error.message }) };
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      action={t('save')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={[...refused, ...unread]}
      fields={[]}
      size="xl"
    >
      <Textarea
        label={title}
        description={how}
        autosize
        minRows={6}
        maxRows={20}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        placeholder={placeholder}
      />
    </FormDialog>
  );
}
