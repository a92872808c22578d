import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../graphql/submit';
import { FormDialog } from '../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../ui/forms/form-errors';
import { ReasonField } from './reason-field';

interface Props {
  what: string;
  undo: (reason: string) => Promise<{ errors: readonly FieldError[] | readonly object[] }>;
  onClose: () => void;
}

/** Takes back what was merged or split, with a reason. */
export function UndoForm({ what, undo, onClose }: Props) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const go = async (): Promise<boolean> => {
    if (!(await submit.run(() => undo(reason.trim())))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('undoOf', { what })}
      action={t('undo')}
      onSubmit={go}
      {...submit}
      fields={['reason']}
      disabled={reason.trim().length < 3}
    >
      <Text>{t('undoConsequence')}</Text>
      <ReasonField value={reason} onChange={setReason} error={errorAt(submit.errors, 'reason')} />
    </FormDialog>
  );
}
